package gitrepo_test

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/opsfit/opsfit/internal/gitrepo"
)

// trap is a program that leaves a mark when it is run.
type trap struct {
	t            testing.TB
	program, hit string
}

func newTrap(t testing.TB) trap {
	t.Helper()
	if runtime.GOOS == "windows" {
		t.Skip("the payload is a shell script")
	}
	dir := t.TempDir()
	tr := trap{t: t, program: filepath.Join(dir, "payload"), hit: filepath.Join(dir, "hit")}
	text := "#!/bin/sh\necho \"$0 $*\" >> " + tr.hit + "\nexit 1\n"
	if err := os.WriteFile(tr.program, []byte(text), 0o755); err != nil {
		t.Fatal(err)
	}
	return tr
}

// sprung tells whether, and how, the program was run since the last time.
func (tr trap) sprung() string {
	text, _ := os.ReadFile(tr.hit)
	_ = os.Remove(tr.hit)
	return string(text)
}

// arm makes a repository whose configuration, hooks and attributes name the payload wherever git would run a program.
func arm(t testing.TB, tr trap) fixture {
	t.Helper()
	f := newFixture(t)
	f.write(".gitattributes", "* filter=evil diff=evil merge=evil\n")
	f.write("file", "text")
	f.write(".mailmap", "A <a@x>\n")
	f.git("config", "remote.origin.url", "https://example.com/shop.git")
	signed := "tree " + f.git("write-tree") + "\nauthor Ada <ada@x> 5 +0000\ncommitter Ada <ada@x> 5 +0000\n" +
		"gpgsig -----BEGIN PGP SIGNATURE-----\n \n x\n -----END PGP SIGNATURE-----\n\nsigned\n"
	f.git("update-ref", "refs/heads/main", f.feed(signed, "hash-object", "-t", "commit", "-w", "--stdin"))
	f.git("tag", "--annotate", "--message", "m", "v1.0.0")
	hooks := filepath.Join(f.dir, ".git", "hooks")
	for _, hook := range []string{
		"post-checkout", "pre-commit", "reference-transaction", "fsmonitor-watchman", "post-index-change", "pre-auto-gc", "update",
	} {
		if err := os.MkdirAll(hooks, 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.Symlink(tr.program, filepath.Join(hooks, hook)); err != nil {
			t.Fatal(err)
		}
	}
	for _, key := range []string{
		"core.fsmonitor", "core.pager", "core.sshCommand", "core.gitProxy", "core.askPass", "core.editor", "core.alternateRefsCommand",
		"credential.helper", "diff.external", "diff.evil.textconv", "diff.evil.command", "merge.evil.driver",
		"filter.evil.smudge", "filter.evil.clean", "filter.evil.process", "gpg.program", "gpg.ssh.program", "gpg.x509.program",
		"pager.rev-list", "pager.cat-file", "pager.for-each-ref", "interactive.diffFilter", "sequence.editor", "trailer.x.cmd",
		"uploadpack.packObjectsHook", "man.viewer", "web.browser", "notes.rewriteRef",
	} {
		f.git("config", key, tr.program)
	}
	for _, name := range []string{"rev-list", "rev-parse", "ls-tree", "cat-file", "for-each-ref", "config", "check-mailmap", "symbolic-ref"} {
		f.git("config", "alias."+name, "!"+tr.program)
	}
	f.git("config", "log.showSignature", "true")
	f.git("config", "core.hooksPath", hooks)
	return f
}

// survey asks a repository everything that can be asked.
func survey(t testing.TB, repo *gitrepo.Repository) error {
	t.Helper()
	ctx := t.Context()
	head, err := repo.Resolve(ctx, "")
	if err != nil {
		return err
	}
	tags, tagsErr := repo.Tags(ctx)
	describeErr := repo.DescribeTags(ctx, tags)
	commitsErr := repo.EachCommit(ctx, []gitrepo.Hash{head.Commit}, func(*gitrepo.Commit) error { return nil })
	var files []gitrepo.Hash
	filesErr := repo.EachFile(ctx, head.Commit, func(file *gitrepo.File) error {
		files = append(files, file.Content)
		return nil
	})
	contentErr := repo.EachContent(ctx, files, 1000, 1000, func(int, []byte) error { return nil })
	var mailErr error
	if len(files) > 0 {
		_, mailErr = repo.Mailmap(ctx, files[0], []gitrepo.Identity{{Name: "A", Email: "a@x"}})
	}
	return errors.Join(tagsErr, describeErr, commitsErr, filesErr, contentErr, mailErr)
}

func TestConfigurationRunsNothing(t *testing.T) {
	t.Parallel()
	tr := newTrap(t)
	f := arm(t, tr)
	tr.sprung()
	for _, dir := range []string{f.dir, filepath.Join(f.dir, ".git")} {
		repo, err := openAt(t, dir)
		if err != nil {
			t.Fatal(err)
		}
		if err := survey(t, repo); err != nil {
			t.Error(err)
		}
		if got := tr.sprung(); got != "" {
			t.Errorf("the repository ran its own program: %s", got)
		}
	}
	// The trap works: ordinary commands run it.
	for _, args := range [][]string{{"status"}, {"log", "-1"}, {"diff", "HEAD~0", "--ext-diff"}} {
		_, _ = f.try("", args...)
	}
	if tr.sprung() == "" {
		t.Error("the payload cannot run at all: this test holds nothing")
	}
}

// TestEnvironmentRunsNothing opens a harmless repository with a hostile environment.
func TestEnvironmentRunsNothing(t *testing.T) {
	t.Parallel()
	tr := newTrap(t)
	f := newFixture(t)
	f.write("file", "text")
	want := f.commit("first")
	other := newFixture(t)
	other.commit("other")
	home := t.TempDir()
	config := "[core]\n\tfsmonitor = " + tr.program + "\n[gpg]\n\tprogram = " + tr.program + "\n[log]\n\tshowSignature = true\n"
	if err := os.WriteFile(filepath.Join(home, ".gitconfig"), []byte(config), 0o644); err != nil {
		t.Fatal(err)
	}
	env := func(name string) string {
		switch name {
		case "PATH":
			return os.Getenv("PATH")
		case "HOME", "XDG_CONFIG_HOME":
			return home
		case "GIT_DIR":
			return filepath.Join(other.dir, ".git")
		case "GIT_CONFIG_COUNT":
			return "1"
		case "GIT_CONFIG_KEY_0":
			return "core.fsmonitor"
		}
		if strings.HasPrefix(name, "GIT_") || name == "PAGER" || name == "EDITOR" {
			return tr.program
		}
		return ""
	}
	repo, err := gitrepo.Open(t.Context(), gitrepo.Options{Folder: f.dir, Env: env})
	if err != nil {
		t.Fatal(err)
	}
	if got := resolve(t, repo, ""); got != hash(t, want) {
		t.Errorf("the environment led to %s, want %s", got, want)
	}
	if err := survey(t, repo); err != nil {
		t.Error(err)
	}
	if got := tr.sprung(); got != "" {
		t.Errorf("a program of the environment ran: %s", got)
	}
}

// TestPartialCloneFetchesNothing has objects missing and a remote that would run a program to get them.
func TestPartialCloneFetchesNothing(t *testing.T) {
	t.Parallel()
	tr := newTrap(t)
	for _, remote := range []map[string]string{
		{"remote.origin.url": "ext::" + tr.program, "protocol.ext.allow": "always", "protocol.allow": "always"},
		{"remote.origin.url": "x", "remote.origin.vcs": "ext", "protocol.ext.allow": "always"},
		{"remote.origin.url": "ssh://example.com/x", "core.sshCommand": tr.program, "protocol.ssh.allow": "always"},
		{"remote.origin.url": "file:///", "remote.origin.uploadpack": tr.program, "protocol.file.allow": "always"},
	} {
		f := newFixture(t)
		f.write("a", "a file that is missing")
		f.write("b", "a file that is here")
		f.commit("first")
		gone := f.git("rev-parse", "HEAD:a")
		if err := os.Remove(filepath.Join(f.dir, ".git", "objects", gone[:2], gone[2:])); err != nil {
			t.Fatal(err)
		}
		f.git("config", "core.repositoryformatversion", "1")
		f.git("config", "extensions.partialClone", "origin")
		f.git("config", "remote.origin.promisor", "true")
		f.git("config", "core.alternateRefsCommand", tr.program)
		for key, value := range remote {
			f.git("config", key, value)
		}
		tr.sprung()
		repo := f.open()
		if !repo.State().Partial {
			t.Errorf("%v: not seen to be partial", remote)
		}
		files := []gitrepo.Hash{hash(t, gone), hash(t, f.git("rev-parse", "HEAD:b"))}
		var got []int
		err := repo.EachContent(t.Context(), files, 100, 100, func(i int, _ []byte) error {
			got = append(got, i)
			return nil
		})
		if hit := tr.sprung(); hit != "" {
			t.Errorf("%v: fetching what is missing ran %s", remote, hit)
		}
		if err != nil && !errors.Is(err, gitrepo.ErrMissing) || err == nil && fmt.Sprint(got) != "[1]" {
			t.Errorf("%v: read %v, %v", remote, got, err)
		}
		got = nil
		err = errors.Join(
			repo.EachFile(t.Context(), resolve(t, repo, ""), func(*gitrepo.File) error { return nil }),
			repo.EachContent(t.Context(), files, 100, 100, func(i int, _ []byte) error {
				got = append(got, i)
				return nil
			}),
		)
		if err != nil || fmt.Sprint(got) != "[1]" {
			t.Errorf("%v: once the files are listed, read %v, %v", remote, got, err)
		}
		if remote["remote.origin.vcs"] != "" {
			continue
		}
		_, _ = f.try("", "-c", "protocol.allow=always", "fetch", "--quiet", "origin")
		f.allProtocols("fetch", "--quiet", "origin")
		if tr.sprung() == "" {
			t.Errorf("%v: the payload cannot run at all: this test holds nothing", remote)
		}
	}
}

// TestAllowedAlternates reads what git clone --shared borrows when that is allowed, but no pipe in its stead.
func TestAllowedAlternates(t *testing.T) {
	t.Parallel()
	origin := newFixture(t)
	want := origin.commit("first")
	origin.git("clone", "--quiet", "--shared", ".", "../shared")
	shared := origin.at(origin.beside("shared"))
	open := func() (*gitrepo.Repository, error) {
		return gitrepo.Open(t.Context(), gitrepo.Options{Folder: shared.dir, Env: os.Getenv, AllowAlternates: true})
	}
	repo, err := open()
	if err != nil {
		t.Fatal(err)
	}
	objects := filepath.Join(origin.dir, ".git", "objects")
	if list := repo.Alternates(); len(list) != 1 || list[0] != objects {
		t.Errorf("borrows from %v, want %s", list, objects)
	}
	if got := resolve(t, repo, ""); got != hash(t, want) {
		t.Errorf("HEAD is %s, want %s", got, want)
	}
	if err := survey(t, repo); err != nil {
		t.Error(err)
	}
	origin.link(origin.t.TempDir(), "objects/pack")
	if _, err := open(); !errors.Is(err, gitrepo.ErrOutside) {
		t.Errorf("a link in the borrowed store: %v, want %v", err, gitrepo.ErrOutside)
	}
}

// TestFilesThatAreNone does not take a folder, or anything that is not a file, for one.
func TestFilesThatAreNone(t *testing.T) {
	t.Parallel()
	f := newFixture(t)
	f.commit("first")
	if err := os.MkdirAll(filepath.Join(f.dir, ".git", "objects", "info", "alternates"), 0o755); err != nil {
		t.Fatal(err)
	}
	if _, err := openAt(t, f.dir); err == nil {
		t.Error("a folder was read as a list of folders")
	}
}

// TestWorkTreeIsNotRead scans what is committed, whatever lies around.
func TestWorkTreeIsNotRead(t *testing.T) {
	t.Parallel()
	outside := t.TempDir()
	if err := os.WriteFile(filepath.Join(outside, ".mailmap"), []byte("Eve <eve@x> <ada@example.com>\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	f := newFixture(t)
	f.write("file", "committed")
	f.write(".mailmap", "Ada Lovelace <ada@example.com>\n")
	f.commit("first")
	f.git("config", "core.worktree", outside)
	f.git("config", "mailmap.file", filepath.Join(outside, ".mailmap"))
	repo := f.open()
	var paths []string
	var mailmap gitrepo.Hash
	err := repo.EachFile(t.Context(), resolve(t, repo, ""), func(file *gitrepo.File) error {
		paths = append(paths, string(file.Path))
		if string(file.Path) == ".mailmap" {
			mailmap = file.Content
		}
		return nil
	})
	if err != nil || strings.Join(paths, " ") != ".mailmap file" {
		t.Errorf("%v %v", paths, err)
	}
	ids, err := repo.Mailmap(t.Context(), mailmap, []gitrepo.Identity{{Name: "ada", Email: "ada@example.com"}})
	if err != nil || ids[0].Name != "Ada Lovelace" {
		t.Errorf("%v %v", ids, err)
	}
}

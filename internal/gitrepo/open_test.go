package gitrepo_test

import (
	"context"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/opsfit/opsfit/internal/gitrepo"
)

// TestOpen finds the same commit from wherever a repository may be named.
func TestOpen(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name string
		make func(f fixture) (dir string)
	}{
		{"its root", func(f fixture) string { return f.dir }},
		{"a folder below", func(f fixture) string { f.write("a/b/c", "x"); return filepath.Join(f.dir, "a", "b") }},
		{"its data", func(f fixture) string { return filepath.Join(f.dir, ".git") }},
		{"a bare clone", func(f fixture) string {
			f.git("clone", "--quiet", "--bare", ".", "../bare.git")
			return f.beside("bare.git")
		}},
		{"a linked work tree", func(f fixture) string { f.git("worktree", "add", "--quiet", "../linked"); return f.beside("linked") }},
		{"a detached head", func(f fixture) string { f.git("checkout", "--quiet", "--detach"); return f.dir }},
		{"a submodule", func(f fixture) string {
			outer := newFixture(f.t)
			outer.git("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", f.dir, "inner")
			return filepath.Join(outer.dir, "inner")
		}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			f := newFixture(t)
			want := f.commit("first")
			repo, err := openAt(t, test.make(f))
			if err != nil {
				t.Fatal(err)
			}
			if got := resolve(t, repo, ""); got != hash(t, want) {
				t.Errorf("HEAD is %s, want %s", got, want)
			}
		})
	}
}

func TestOpenFaults(t *testing.T) {
	t.Parallel()
	empty := t.TempDir()
	file := filepath.Join(empty, "file")
	if err := os.WriteFile(file, nil, 0o644); err != nil {
		t.Fatal(err)
	}
	newer := newFixture(t)
	newer.git("config", "core.repositoryformatversion", "1")
	newer.git("config", "extensions.tomorrow", "true")
	tests := []struct {
		name, dir string
		want      error
	}{
		{"an ordinary folder", empty, gitrepo.ErrNoRepository},
		{"a file", file, gitrepo.ErrNoRepository},
		{"nothing", filepath.Join(empty, "nothing"), gitrepo.ErrNoRepository},
		{"a format of the future", newer.dir, gitrepo.ErrUnsupported},
	}
	for _, test := range tests {
		if _, err := openAt(t, test.dir); !errors.Is(err, test.want) {
			t.Errorf("%s: %v, want %v", test.name, err, test.want)
		}
	}
}

func TestState(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name string
		make func(f fixture) fixture
		want gitrepo.State
	}{
		{"whole", func(f fixture) fixture { return f }, gitrepo.State{Name: "shop"}},
		{"named by its remote", func(f fixture) fixture {
			f.git("remote", "add", "origin", "git@example.com:team/till.git")
			return f
		}, gitrepo.State{Name: "till", Origin: true}},
		{"shallow", func(f fixture) fixture {
			f.git("clone", "--quiet", "--depth=1", "file://"+f.dir, "../shallow")
			return f.at(f.beside("shallow"))
		}, gitrepo.State{Name: "shop", Shallow: true, Origin: true}},
		{"partial", func(f fixture) fixture {
			f.git("config", "uploadpack.allowFilter", "true")
			f.git("clone", "--quiet", "--bare", "--filter=blob:none", "file://"+f.dir, "../partial")
			return f.at(f.beside("partial"))
		}, gitrepo.State{Name: "shop", Partial: true, Origin: true}},
		{"without tags", func(f fixture) fixture {
			f.git("clone", "--quiet", "--no-tags", "file://"+f.dir, "../untagged")
			return f.at(f.beside("untagged"))
		}, gitrepo.State{Name: "shop", Untagged: true, Origin: true}},
		{"no longer partial", func(f fixture) fixture {
			f.git("config", "remote.origin.promisor", "false")
			return f
		}, gitrepo.State{Name: "shop"}},
		{"replaced", func(f fixture) fixture {
			f.git("replace", f.git("rev-parse", "HEAD"), f.git("rev-parse", "HEAD~1"))
			return f
		}, gitrepo.State{Name: "shop", Rewritten: true}},
		{"grafted", func(f fixture) fixture {
			grafts := filepath.Join(f.dir, ".git", "info", "grafts")
			if err := os.WriteFile(grafts, []byte(f.git("rev-parse", "HEAD")+"\n"), 0o644); err != nil {
				f.t.Fatal(err)
			}
			return f
		}, gitrepo.State{Name: "shop", Rewritten: true}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			f := newFixture(t)
			f.commit("first")
			f.commit("second")
			repo := test.make(f).open()
			if got := repo.State(); got != test.want {
				t.Errorf("%+v, want %+v", got, test.want)
			}
			if n, want := len(commits(t, repo, "")), 2; !test.want.Shallow && n != want {
				t.Errorf("%d commits, want %d: what is stored counts, not what is shown in its place", n, want)
			}
		})
	}
}

// TestGitFiles follows a .git file only to data that names its folder in turn, or lies below it.
func TestGitFiles(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name string
		make func(f fixture) (dir string)
		want error
	}{
		{"somebody else's repository", func(f fixture) string {
			victim := newFixture(f.t)
			victim.commit("private")
			evil := f.t.TempDir()
			writeFile(f.t, filepath.Join(evil, ".git"), "gitdir: "+filepath.Join(victim.dir, ".git")+"\n")
			return evil
		}, gitrepo.ErrOutside},
		{"somebody else's linked work tree", func(f fixture) string {
			f.git("worktree", "add", "--quiet", "../linked")
			evil := f.t.TempDir()
			writeFile(f.t, filepath.Join(evil, ".git"), "gitdir: "+filepath.Join(f.dir, ".git", "worktrees", "linked")+"\n")
			return evil
		}, gitrepo.ErrOutside},
		{"a link to somebody else's repository", func(f fixture) string {
			evil := f.t.TempDir()
			if err := os.Symlink(filepath.Join(f.dir, ".git"), filepath.Join(evil, ".git")); err != nil {
				f.t.Skip(err)
			}
			return evil
		}, gitrepo.ErrOutside},
		{"data below the folder", func(f fixture) string {
			if err := os.Rename(filepath.Join(f.dir, ".git"), filepath.Join(f.dir, ".bare")); err != nil {
				f.t.Fatal(err)
			}
			writeFile(f.t, filepath.Join(f.dir, ".git"), "gitdir: ./.bare\n")
			return f.dir
		}, nil},
		{"a linked work tree that was moved", func(f fixture) string {
			f.git("worktree", "add", "--quiet", "../linked")
			if err := os.Rename(f.beside("linked"), f.beside("moved")); err != nil {
				f.t.Fatal(err)
			}
			return f.beside("moved")
		}, gitrepo.ErrOutside},
		{"a folder that is not there", func(f fixture) string {
			dir := f.t.TempDir()
			writeFile(f.t, filepath.Join(dir, ".git"), "gitdir: nowhere\n")
			return dir
		}, gitrepo.ErrNoRepository},
		{"something else", func(f fixture) string {
			dir := f.t.TempDir()
			writeFile(f.t, filepath.Join(dir, ".git"), "ghp_SECRET\n")
			return dir
		}, gitrepo.ErrNoRepository},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			f := newFixture(t)
			f.commit("first")
			_, err := openAt(t, test.make(f))
			if !errors.Is(err, test.want) || err != nil && strings.Contains(err.Error(), "SECRET") {
				t.Errorf("%v, want %v", err, test.want)
			}
		})
	}
}

func writeFile(t testing.TB, name, text string) {
	t.Helper()
	if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

// TestWrappers finds git behind what people put before it.
func TestWrappers(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("the stand-ins are shell scripts")
	}
	git, err := exec.LookPath("git")
	if err != nil {
		t.Fatal(err)
	}
	f := newFixture(t)
	want := f.commit("first")
	tr := newTrap(t)
	writeProgram := func(dir, text string) {
		if err := os.WriteFile(filepath.Join(dir, "git"), []byte("#!/bin/sh\n"+text+"\n"), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	writeProgram(f.dir, tr.program)
	banner, strict := t.TempDir(), t.TempDir()
	writeProgram(banner, `printf 'Welcome!\n\nThis git is watched.\n'; exec `+git+` "$@"`)
	writeProgram(strict, `set -u; echo "$HOME" >&2; exec `+git+` "$@"`)
	for name, path := range map[string]string{
		"a banner": banner, "a wrapper that needs HOME": strict,
		"the working directory": "." + string(filepath.ListSeparator) + "" + string(filepath.ListSeparator) + os.Getenv("PATH"),
	} {
		t.Run(name, func(t *testing.T) {
			t.Chdir(f.dir)
			t.Setenv("PATH", path+string(filepath.ListSeparator)+os.Getenv("PATH"))
			repo, err := openAt(t, f.dir)
			if err != nil {
				t.Fatal(err)
			}
			if got := resolve(t, repo, ""); got != hash(t, want) {
				t.Errorf("HEAD is %s, want %s", got, want)
			}
			if err := survey(t, repo); err != nil {
				t.Error(err)
			}
			if hit := tr.sprung(); hit != "" {
				t.Errorf("a git of the working directory ran: %s", hit)
			}
		})
	}
}

// TestPrograms runs with programs that are not git, or not the git that is needed.
func TestPrograms(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("the stand-ins are shell scripts")
	}
	tests := []struct {
		name, script string
		want         error
	}{
		{"none", "", gitrepo.ErrNoGit},
		{
			"old", `for a; do test "$a" = version && { echo git version 2.20.1; exit; }; done; printf 'false\n--show-object-format\n/x\n'`,
			gitrepo.ErrOldGit,
		},
		{"broken", `echo what`, gitrepo.ErrOldGit},
		{"endless", `while :; do echo 0123456789012345678901234567890123456789; done`, gitrepo.ErrTooLarge},
		{"failing", `printf 'fatal: \033[31mno\n' >&2; exit 3`, nil},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			dir := t.TempDir()
			if test.script != "" {
				text := "#!/bin/sh\n" + test.script + "\n"
				if err := os.WriteFile(filepath.Join(dir, "git"), []byte(text), 0o755); err != nil {
					t.Fatal(err)
				}
			}
			t.Setenv("PATH", dir)
			_, err := openAt(t, dir)
			if err == nil || test.want != nil && !errors.Is(err, test.want) {
				t.Errorf("%v, want %v", err, test.want)
			}
			if strings.Contains(err.Error(), "\x1b") {
				t.Errorf("the message reaches the terminal as a control sequence: %q", err)
			}
		})
	}
}

// TestInterrupted ends a git that would never end by itself.
func TestInterrupted(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("the stand-in is a shell script")
	}
	dir := t.TempDir()
	text := "#!/bin/sh\nwhile :; do :; done\n"
	if err := os.WriteFile(filepath.Join(dir, "git"), []byte(text), 0o755); err != nil {
		t.Fatal(err)
	}
	t.Setenv("PATH", dir)
	cause := errors.New("the reason")
	ctx, cancel := context.WithCancelCause(t.Context())
	cancel(cause)
	_, err := gitrepo.Open(ctx, gitrepo.Options{Folder: dir, Env: os.Getenv})
	if !errors.Is(err, cause) && !errors.Is(err, context.Canceled) {
		t.Errorf("%v, want %v", err, cause)
	}
}

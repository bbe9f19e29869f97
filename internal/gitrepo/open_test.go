package gitrepo_test

import (
	"context"
	"errors"
	"os"
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
		}, gitrepo.State{Name: "till"}},
		{"shallow", func(f fixture) fixture {
			f.git("clone", "--quiet", "--depth=1", "file://"+f.dir, "../shallow")
			return f.at(f.beside("shallow"))
		}, gitrepo.State{Name: "shop", Shallow: true}},
		{"partial", func(f fixture) fixture {
			f.git("config", "uploadpack.allowFilter", "true")
			f.git("clone", "--quiet", "--bare", "--filter=blob:none", "file://"+f.dir, "../partial")
			return f.at(f.beside("partial"))
		}, gitrepo.State{Name: "shop", Partial: true}},
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

// TestForeignOwner needs a user who may give files away.
func TestForeignOwner(t *testing.T) {
	if runtime.GOOS == "windows" || os.Getuid() != 0 {
		t.Skip("only root can give files to another user")
	}
	t.Parallel()
	f := newFixture(t)
	f.commit("first")
	for _, path := range []string{f.dir, filepath.Join(f.dir, ".git")} {
		if err := os.Chown(path, 4711, 4711); err != nil {
			t.Fatal(err)
		}
	}
	home := t.TempDir()
	env := func(name string) string {
		return map[string]string{"PATH": os.Getenv("PATH"), "HOME": home}[name]
	}
	open := func() error {
		_, err := gitrepo.Open(t.Context(), gitrepo.Options{Folder: f.dir, Env: env})
		return err
	}
	trust := "; if you trust it, run: git config --global --add safe.directory " + f.dir
	if err := open(); !errors.Is(err, gitrepo.ErrForeignOwner) || !strings.HasSuffix(err.Error(), trust) {
		t.Errorf("%v, want %v%s", err, gitrepo.ErrForeignOwner, trust)
	}
	config := "[safe]\n\tdirectory = " + f.dir + "\n[core]\n\tsshCommand = evil\n"
	if err := os.WriteFile(filepath.Join(home, ".gitconfig"), []byte(config), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := open(); err != nil {
		t.Errorf("the user trusts the folder: %v", err)
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

package gitrepo_test

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"testing"

	"github.com/opsfit/opsfit/internal/gitrepo"
)

// foreign makes a repository of another user, which needs a user who may give files away.
func foreign(t *testing.T) fixture {
	t.Helper()
	if runtime.GOOS == "windows" || os.Getuid() != 0 {
		t.Skip("only root can give files to another user")
	}
	f := newFixture(t)
	f.commit("first")
	for _, path := range []string{f.dir, filepath.Join(f.dir, ".git")} {
		if err := os.Chown(path, 4711, 4711); err != nil {
			t.Fatal(err)
		}
	}
	return f
}

// TestForeignOwner reads safe.directory as git does.
func TestForeignOwner(t *testing.T) {
	t.Parallel()
	f := foreign(t)
	within := filepath.Dir(f.dir)
	tests := []struct {
		name, config string
		env          map[string]string
		safe         bool
	}{
		{name: "nothing"},
		{name: "another folder", config: "directory = /elsewhere"},
		{name: "the folder", config: "directory = " + f.dir, safe: true},
		{name: "the folder, beside one of the home folder", config: "directory = ~/other\n\tdirectory = " + f.dir, safe: true},
		{name: "from the home folder on", config: "directory = ~/../" + filepath.Base(within) + "/shop", safe: true},
		{name: "all", config: "directory = *", safe: true},
		{name: "all below a folder", config: "directory = " + within + "/*", safe: true},
		{name: "all below the folder itself", config: "directory = " + f.dir + "/*"},
		{name: "a folder whose name begins alike", config: "directory = " + f.dir[:len(f.dir)-1]},
		{name: "taken back", config: "directory = *\n\tdirectory ="},
		{name: "taken back, and given again", config: "directory = *\n\tdirectory =\n\tdirectory = " + f.dir, safe: true},
		{name: "an included file", config: "x = y\n[include]\n\tpath = included", safe: true},
		{name: "the environment", env: map[string]string{
			"GIT_CONFIG_COUNT": "1", "GIT_CONFIG_KEY_0": "safe.directory", "GIT_CONFIG_VALUE_0": "*",
		}, safe: true},
		{name: "taken back by the environment", config: "directory = *", env: map[string]string{
			"GIT_CONFIG_COUNT": "1", "GIT_CONFIG_KEY_0": "safe.directory", "GIT_CONFIG_VALUE_0": "",
		}},
	}
	for _, test := range tests {
		if test.env != nil && !readsSettingsOfEnvironment(t) {
			continue
		}
		home := t.TempDir()
		for name, text := range map[string]string{
			".gitconfig": "[safe]\n\t" + test.config + "\n[core]\n\tsshCommand = evil\n", "included": "[safe]\n\tdirectory = *\n",
		} {
			if err := os.WriteFile(filepath.Join(home, name), []byte(text), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		env := func(name string) string {
			if value, found := test.env[name]; found {
				return value
			}
			return map[string]string{"PATH": os.Getenv("PATH"), "HOME": home}[name]
		}
		repo, err := gitrepo.Open(t.Context(), gitrepo.Options{Folder: f.dir, Env: env})
		if test.config == "" && test.env == nil || !test.safe {
			owner, ok := errors.AsType[*gitrepo.ForeignOwnerError](err)
			if !errors.Is(err, gitrepo.ErrForeignOwner) || !ok || owner.Folder != f.dir {
				t.Errorf("%s: %v, want %v", test.name, err, gitrepo.ErrForeignOwner)
			}
			continue
		}
		if err != nil {
			t.Errorf("%s: %v", test.name, err)
		} else if err := survey(t, repo); err != nil {
			t.Errorf("%s: %v", test.name, err)
		}
	}
}

// readsSettingsOfEnvironment reports whether git knows GIT_CONFIG_COUNT, as it does since 2.31.
func readsSettingsOfEnvironment(t *testing.T) bool {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), "git", "config", "x.y")
	cmd.Dir = t.TempDir()
	cmd.Env = []string{
		"PATH=" + os.Getenv("PATH"), "HOME=" + os.DevNull, "GIT_CONFIG_COUNT=1", "GIT_CONFIG_KEY_0=x.y", "GIT_CONFIG_VALUE_0=z",
	}
	return cmd.Run() == nil
}

// TestForeignOwnerTrustsNotItself does not let the repository decide.
func TestForeignOwnerTrustsNotItself(t *testing.T) {
	t.Parallel()
	f := foreign(t)
	f.put("config", "[core]\n\trepositoryformatversion = 0\n[safe]\n\tdirectory = *\n")
	_, err := gitrepo.Open(t.Context(), gitrepo.Options{Folder: f.dir, Env: func(name string) string {
		return map[string]string{"PATH": os.Getenv("PATH"), "HOME": t.TempDir()}[name]
	}})
	if !errors.Is(err, gitrepo.ErrForeignOwner) {
		t.Errorf("%v, want %v", err, gitrepo.ErrForeignOwner)
	}
}

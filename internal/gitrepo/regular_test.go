package gitrepo_test

import (
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/opsfit/opsfit/internal/gitrepo"
)

// refusedPlaces are where git reads something of a repository.
func refusedPlaces(f fixture) []string {
	id := f.git("rev-parse", "HEAD~1")
	return []string{
		"HEAD", "FETCH_HEAD", ".mailmap", "config", "config.worktree", "packed-refs", "shallow", "commondir", "info", "info/grafts", "info/attributes", "refs",
		"refs/tags", "refs/tags/v1.0.0", "refs/heads/deep/er", "refs/replace", "objects", "objects/pack", "objects/info",
		"objects/info/alternates", "objects/" + id[:2], "objects/" + id[:2] + "/" + id[2:], "objects/pack/pack-1.idx",
	}
}

// TestIrregularFiles puts a pipe, and a link to a file with a secret, into each place. Git would wait for the pipe, and
// quote the secret.
func TestIrregularFiles(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("there are no pipes in folders")
	}
	t.Parallel()
	secret := filepath.Join(t.TempDir(), "token")
	if err := os.WriteFile(secret, []byte("ghp_SECRET\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	plant := map[string]func(path string) error{
		"pipe": makePipe,
		"link": func(path string) error { return os.Symlink(secret, path) },
	}
	template := newFixture(t)
	template.commit("first")
	template.commit("second")
	for _, name := range refusedPlaces(template) {
		for kind, make := range plant {
			f := newFixture(t)
			f.commit("first")
			f.commit("second")
			path := filepath.Join(f.dir, ".git", filepath.FromSlash(name))
			if err := errors.Join(os.RemoveAll(path), os.MkdirAll(filepath.Dir(path), 0o755), make(path)); err != nil {
				t.Fatal(err)
			}
			_, err := openAt(t, f.dir)
			if !errors.Is(err, gitrepo.ErrOutside) && !errors.Is(err, gitrepo.ErrNotRegular) {
				t.Errorf("a %s as %s: %v", kind, name, err)
			}
			if err != nil && strings.Contains(err.Error(), "SECRET") {
				t.Errorf("a %s as %s: the message quotes what it leads to: %v", kind, name, err)
			}
		}
	}
}

// TestUnreadFilesMayBeLinks leaves alone what honest people link to.
func TestUnreadFilesMayBeLinks(t *testing.T) {
	t.Parallel()
	f := newFixture(t)
	f.commit("first")
	f.link(t.TempDir(), "hooks")
	f.link(filepath.Join(t.TempDir(), "exclude"), "info/exclude")
	if err := survey(t, f.open()); err != nil {
		t.Error(err)
	}
}

// TestMessagesOfGitAreNotShown damages files that git quotes when it cannot parse them.
func TestMessagesOfGitAreNotShown(t *testing.T) {
	t.Parallel()
	const secret = "ghp_SECRET missing object packfile"
	for _, name := range []string{"HEAD", "config", "packed-refs", "shallow", "refs/heads/main", "refs/tags/v1", "commondir", "objects/info/alternates"} {
		f := newFixture(t)
		f.commit("first")
		f.put(name, secret+"\n")
		repo, err := openAt(t, f.dir)
		if err == nil {
			err = survey(t, repo)
		}
		if err != nil && name != "commondir" && name != "objects/info/alternates" && strings.Contains(err.Error(), "SECRET") {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestIncludedConfiguration reads no pipe that a configuration includes, nor one that an included file includes.
func TestIncludedConfiguration(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("there are no pipes in folders")
	}
	t.Parallel()
	outside := t.TempDir()
	pipe, between := filepath.Join(outside, "pipe"), filepath.Join(outside, "between")
	if err := errors.Join(makePipe(pipe), os.WriteFile(between, []byte("[INCLUDE]\n\tpath = pipe\n"), 0o644)); err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		name, key, path string
		refused         bool
	}{
		{"a pipe", "include.path", pipe, true},
		{"a pipe under a condition", "includeIf.gitdir:/nowhere.path", pipe, true},
		{"a file that includes a pipe", "include.path", between, true},
		{"nothing", "include.path", filepath.Join(outside, "nothing"), false},
		{"the home folder", "include.path", "~/.gitconfig.local", false},
	}
	for _, test := range tests {
		f := newFixture(t)
		f.commit("first")
		config, err := os.ReadFile(filepath.Join(f.dir, ".git", "config"))
		if err != nil {
			t.Fatal(err)
		}
		section, _ := strings.CutSuffix(test.key, ".path")
		if name, condition, found := strings.Cut(section, "."); found {
			section = name + ` "` + condition + `"`
		}
		f.put("config", string(config)+"["+section+"]\n\tpath = "+test.path+"\n")
		_, err = openAt(t, f.dir)
		if test.refused != errors.Is(err, gitrepo.ErrNotRegular) || !test.refused && err != nil {
			t.Errorf("%s: %v", test.name, err)
		}
	}
}

// TestWideMerge reads a merge with more parents than fit into the part of a line that used to be kept.
func TestWideMerge(t *testing.T) {
	t.Parallel()
	f := newFixture(t)
	parent, tree := f.commit("first"), f.git("rev-parse", "HEAD^{tree}")
	const wide = 30_000
	text := "tree " + tree + "\n" + strings.Repeat("parent "+parent+"\n", wide) +
		"author Ada <ada@x> 1700000001 +0000\ncommitter Ada <ada@x> 1700000001 +0000\n\nwide\n"
	f.git("update-ref", "refs/heads/main", f.feed(text, "hash-object", "--literally", "-t", "commit", "-w", "--stdin"))
	found := commits(t, f.open(), "")
	if len(found) != 2 || len(found[0].Parents) != wide {
		t.Errorf("%d commits, the newest with %d parents", len(found), len(found[0].Parents))
	}
}

package gitrepo_test

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/opsfit/opsfit/internal/gitrepo"
)

// fixture is a repository made for a test. Its git has no configuration but the repository's, and fixed dates.
type fixture struct {
	t   testing.TB
	dir string
}

// birth is the time of every commit that says no other.
const birth = "1700000000 +0100"

// newFixture makes an empty repository.
func newFixture(t testing.TB, options ...string) fixture {
	t.Helper()
	f := fixture{t: t, dir: filepath.Join(t.TempDir(), "shop")}
	if err := os.Mkdir(f.dir, 0o755); err != nil {
		t.Fatal(err)
	}
	f.git(append([]string{"init", "--quiet", "--initial-branch=main"}, options...)...)
	return f
}

// git runs git in the repository and returns what it printed.
func (f fixture) git(args ...string) string {
	f.t.Helper()
	return f.feed("", args...)
}

// feed runs git with an input.
func (f fixture) feed(input string, args ...string) string {
	f.t.Helper()
	out, err := f.try(input, args...)
	if err != nil {
		f.t.Fatalf("git %s: %v", strings.Join(args, " "), err)
	}
	return strings.TrimSpace(out)
}

func (f fixture) try(input string, args ...string) (string, error) {
	f.t.Helper()
	cmd := exec.CommandContext(f.t.Context(), "git", args...)
	cmd.Dir = f.dir
	cmd.Env = []string{
		"PATH=" + os.Getenv("PATH"), "HOME=" + os.DevNull, "GIT_CONFIG_NOSYSTEM=1", "GIT_CONFIG_GLOBAL=" + os.DevNull,
		"GIT_AUTHOR_NAME=Ada", "GIT_AUTHOR_EMAIL=ada@example.com", "GIT_AUTHOR_DATE=" + birth,
		"GIT_COMMITTER_NAME=Bob", "GIT_COMMITTER_EMAIL=bob@example.com", "GIT_COMMITTER_DATE=" + birth,
		"GIT_ALLOW_PROTOCOL=file:ext",
	}
	cmd.Stdin = strings.NewReader(input)
	var errs bytes.Buffer
	cmd.Stderr = &errs
	out, err := cmd.Output()
	if err != nil {
		f.t.Logf("%s", errs.String())
	}
	return string(out), err
}

// write puts a file into the work tree and the index.
func (f fixture) write(name, content string) {
	f.t.Helper()
	path := filepath.Join(f.dir, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		f.t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
		f.t.Fatal(err)
	}
	f.git("add", "--force", "--", name)
}

// commit records what was written and returns its hash.
func (f fixture) commit(message string) string {
	f.t.Helper()
	f.git("commit", "--quiet", "--allow-empty", "--message", message)
	return f.git("rev-parse", "HEAD")
}

// beside names a folder next to the repository.
func (f fixture) beside(name string) string { return filepath.Join(filepath.Dir(f.dir), name) }

func (f fixture) at(dir string) fixture { return fixture{t: f.t, dir: dir} }

// open opens the repository at a folder with an ordinary environment.
func (f fixture) open() *gitrepo.Repository {
	f.t.Helper()
	repo, err := openAt(f.t, f.dir)
	if err != nil {
		f.t.Fatal(err)
	}
	return repo
}

func openAt(t testing.TB, dir string) (*gitrepo.Repository, error) {
	t.Helper()
	return gitrepo.Open(t.Context(), gitrepo.Options{Folder: dir, Env: os.Getenv})
}

// commits returns what can be reached from the given revisions.
func commits(t testing.TB, repo *gitrepo.Repository, names ...string) []gitrepo.Commit {
	t.Helper()
	var from []gitrepo.Hash
	for _, name := range names {
		from = append(from, resolve(t, repo, name))
	}
	var list []gitrepo.Commit
	err := repo.EachCommit(t.Context(), from, func(c *gitrepo.Commit) error {
		kept := *c
		kept.Parents = append([]gitrepo.Hash(nil), c.Parents...)
		kept.Name, kept.Email, kept.Message = bytes.Clone(c.Name), bytes.Clone(c.Email), bytes.Clone(c.Message)
		list = append(list, kept)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return list
}

func resolve(t testing.TB, repo *gitrepo.Repository, name string) gitrepo.Hash {
	t.Helper()
	found, err := repo.Resolve(t.Context(), name)
	if err != nil {
		t.Fatal(err)
	}
	return found.Commit
}

func hash(t testing.TB, text string) gitrepo.Hash {
	t.Helper()
	h, ok := gitrepo.ParseHash([]byte(text))
	if !ok {
		t.Fatalf("%q is no hash", text)
	}
	return h
}

// put writes a file into the folder of git's own data; link a symbolic link in its place.
func (f fixture) put(name, content string) {
	f.t.Helper()
	if err := os.WriteFile(filepath.Join(f.dir, ".git", filepath.FromSlash(name)), []byte(content), 0o644); err != nil {
		f.t.Fatal(err)
	}
}

func (f fixture) link(to, name string) {
	f.t.Helper()
	path := filepath.Join(f.dir, ".git", filepath.FromSlash(name))
	if err := os.RemoveAll(path); err != nil {
		f.t.Fatal(err)
	}
	if err := os.Symlink(to, path); err != nil {
		f.t.Skip(err)
	}
}

// allProtocols runs git as somebody would whose environment forbids no protocol.
func (f fixture) allProtocols(args ...string) {
	cmd := exec.CommandContext(f.t.Context(), "git", args...)
	cmd.Dir, cmd.Env = f.dir, []string{"PATH=" + os.Getenv("PATH"), "HOME=" + os.DevNull}
	_ = cmd.Run()
}

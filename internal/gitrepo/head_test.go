package gitrepo_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/opsfit/opsfit/internal/gitrepo"
)

// TestBrokenHead says why HEAD stands for no commit, what to fetch, and what can be read instead.
func TestBrokenHead(t *testing.T) {
	t.Parallel()
	const nowhere = "0123456789012345678901234567890123456789"
	origin := func(f fixture) { f.git("config", "remote.origin.url", "https://example.com/shop.git") }
	for name, test := range map[string]struct {
		make func(f fixture)
		want gitrepo.HeadError
		// missing: the error is an ErrMissing too.
		missing bool
	}{
		"a branch that is not here": {
			func(f fixture) { f.put("HEAD", "ref: refs/heads/gone\n") },
			gitrepo.HeadError{Problem: `HEAD names "gone", which is not here`, Branch: true, Other: "main"},
			false,
		},
		"a branch that the remote may have": {
			func(f fixture) { origin(f); f.put("HEAD", "ref: refs/heads/gone\n") },
			gitrepo.HeadError{Problem: `HEAD names "gone", which is not here`, Fetch: "gone", Branch: true, Other: "main"},
			false,
		},
		"fetched, and nothing checked out": {
			func(f fixture) {
				f.git("update-ref", "refs/remotes/origin/main", "HEAD")
				f.git("symbolic-ref", "refs/remotes/origin/HEAD", "refs/remotes/origin/main")
				f.git("update-ref", "-d", "refs/heads/main")
			},
			gitrepo.HeadError{Problem: `HEAD names "main", which is not here`, Branch: true, Other: "origin/main"},
			false,
		},
		"only a tag": {
			func(f fixture) {
				f.git("tag", "v1.0.0")
				f.git("update-ref", "-d", "refs/heads/main")
			},
			gitrepo.HeadError{Problem: `HEAD names "main", which is not here`, Branch: true, Other: "v1.0.0"},
			false,
		},
		"a commit that is not here": {
			func(f fixture) { origin(f); f.put("HEAD", nowhere+"\n") },
			gitrepo.HeadError{Problem: "HEAD names the commit " + nowhere + ", which is missing or damaged", Fetch: nowhere, Other: "main"},
			true,
		},
		"a branch with a commit that is not here": {
			func(f fixture) { f.put("refs/heads/main", nowhere+"\n") },
			gitrepo.HeadError{Problem: "HEAD names the commit " + nowhere + ", which is missing or damaged"},
			true,
		},
		"an empty branch": {
			func(f fixture) { f.put("refs/heads/main", "") },
			gitrepo.HeadError{Problem: `HEAD names "refs/heads/main", whose file names no commit`},
			false,
		},
		"a branch that is itself": {
			func(f fixture) { f.put("refs/heads/main", "ref: refs/heads/main\n") },
			gitrepo.HeadError{Problem: `HEAD names "refs/heads/main", whose file names no commit`},
			false,
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			f := newFixture(t)
			f.commit("first")
			test.make(f)
			_, err := f.open().Resolve(t.Context(), "")
			got, ok := errors.AsType[*gitrepo.HeadError](err)
			if !ok || !errors.Is(err, gitrepo.ErrHead) || errors.Is(err, gitrepo.ErrMissing) != test.missing {
				t.Fatalf("%v", err)
			}
			if got.Problem != test.want.Problem || got.Fetch != test.want.Fetch || got.Branch != test.want.Branch || got.Other != test.want.Other {
				t.Errorf("%+v, want %+v", got, test.want)
			}
		})
	}
}

// TestHeadThatNamesNothing: git takes the folder for no repository then, and would not say why.
func TestHeadThatNamesNothing(t *testing.T) {
	t.Parallel()
	f := newFixture(t)
	f.commit("first")
	for _, text := range []string{"", "\n", "garbage\n", "ref: main\n", "ref: ../../secret\n", "0123456789\n"} {
		f.put("HEAD", text)
		if _, err := openAt(t, f.dir); !errors.Is(err, gitrepo.ErrHead) || !strings.Contains(err.Error(), filepath.Join(f.dir, ".git", "HEAD")) {
			t.Errorf("%q: %v", text, err)
		}
	}
}

func TestResolveHead(t *testing.T) {
	t.Parallel()
	if _, err := newFixture(t).open().Resolve(t.Context(), ""); !errors.Is(err, gitrepo.ErrEmpty) {
		t.Errorf("without commits: %v", err)
	}
	f := newFixture(t)
	first := f.commit("first")
	if err := os.Remove(filepath.Join(f.dir, ".git", "objects", first[:2], first[2:])); err != nil {
		t.Fatal(err)
	}
	if _, err := f.open().Resolve(t.Context(), ""); !errors.Is(err, gitrepo.ErrMissing) {
		t.Errorf("without its commit: %v", err)
	}
	detached := newFixture(t)
	detached.commit("first")
	detached.git("checkout", "--quiet", "--detach")
	if got, err := detached.open().Resolve(t.Context(), ""); err != nil || got.Ref != "HEAD" {
		t.Errorf("detached: %+v %v", got, err)
	}
}

package gitrepo_test

import (
	"fmt"
	"os"
	"path/filepath"

	"github.com/opsfit/opsfit/internal/gitrepo"
)

// outsideAttacks are repositories that lead to what lies outside of them.
func outsideAttacks() []attack {
	return append([]attack{
		{name: "a work tree elsewhere", make: func(a arena) {
			writeFile(a.fixture.t, filepath.Join(filepath.Dir(a.secret), ".mailmap"), leak+" <ada@example.com>\n")
			configure("core.worktree", filepath.Dir(a.secret))(a)
		}},
		{name: "a list of names elsewhere", make: func(a arena) {
			writeFile(a.fixture.t, a.secret, leak+" <ada@example.com>\n")
			configure("mailmap.file", a.secret)(a)
		}},
		{name: "attributes and exclusions elsewhere", make: func(a arena) {
			configure("core.attributesFile", a.secret, "core.excludesFile", a.secret)(a)
		}},
		{name: "settings that are none", want: gitrepo.ErrUnsupported, make: func(a arena) {
			a.put("config", "[core]\n\trepositoryformatversion = 99\n\tx = "+leak+"\n")
		}},
		{name: "settings that are the secret", want: gitrepo.ErrOutside, make: func(a arena) { a.link(a.secret, "config") }},
		{name: "a folder .git that is a file", want: gitrepo.ErrOutside, make: func(a arena) {
			replaceData(a, func(path string) error {
				return os.WriteFile(path, []byte("gitdir: "+filepath.Join(a.private.dir, ".git")+"\n"), 0o644)
			})
		}},
		{name: "a folder .git that is a link", want: gitrepo.ErrOutside, make: func(a arena) {
			replaceData(a, func(path string) error { return os.Symlink(filepath.Join(a.private.dir, ".git"), path) })
		}},
		{name: "a branch that leads out", want: gitrepo.ErrHead, make: func(a arena) { a.put("HEAD", "ref: refs/../../../token\n") }},
		{name: "a branch outside of refs", want: gitrepo.ErrHead, make: func(a arena) { a.put("HEAD", "ref: ../token\n") }},
		{name: "a tag that leads out", want: gitrepo.ErrOutside, make: func(a arena) { a.link(a.secret, "refs/tags/v2.0.0") }},
		{name: "branches that lead out", want: gitrepo.ErrOutside, make: func(a arena) {
			a.link(filepath.Join(a.private.dir, ".git", "refs", "heads"), "refs/heads")
		}},
		{name: "a link among files", make: func(a arena) {
			a.commitTree(fmt.Sprintf("120000 blob %s\t.mailmap\n", a.feed(a.secret, "hash-object", "-w", "--stdin")))
		}},
		{name: "a file that is called as one outside", make: func(a arena) {
			id := a.feed("text", "hash-object", "-w", "--stdin")
			a.commitTree("100644 blob " + id + "\t..\\..\\token\n100644 blob " + id + "\tC:token\n")
		}},
		{name: "a folder that is called as the one above", make: func(a arena) {
			id := a.feed("text", "hash-object", "-w", "--stdin")
			inner := a.feed("100644 blob "+id+"\ttoken\n", "mktree")
			a.commitTree(fmt.Sprintf("040000 tree %s\t..\n040000 tree %s\t.git\n", inner, inner))
		}},
		{name: "a submodule that is the secret repository", make: func(a arena) {
			a.commitTree("160000 commit " + a.private.git("rev-parse", "HEAD") + "\tx\n")
		}},
	}, borrowedAttacks()...)
}

// borrowedAttacks are repositories with objects, and commits, of somebody else.
func borrowedAttacks() []attack {
	objects := func(a arena) string { return filepath.Join(a.private.dir, ".git", "objects") }
	return []attack{
		{name: "alternates", want: gitrepo.ErrBorrowed, make: func(a arena) { a.put("objects/info/alternates", "# others\n"+objects(a)+"\n") }},
		{name: "relative alternates", want: gitrepo.ErrBorrowed, make: func(a arena) {
			a.put("objects/info/alternates", "../../../../x/objects\n")
		}},
		{name: "a linked store", want: gitrepo.ErrOutside, make: func(a arena) { a.link(objects(a), "objects") }},
		{name: "linked packs", want: gitrepo.ErrOutside, make: func(a arena) { a.link(filepath.Join(objects(a), "pack"), "objects/pack") }},
		{name: "a linked folder of objects", want: gitrepo.ErrOutside, make: func(a arena) { a.link(objects(a), "objects/zz") }},
		{name: "a linked object", want: gitrepo.ErrOutside, make: func(a arena) {
			id := a.private.git("rev-parse", "HEAD")
			if err := os.MkdirAll(filepath.Join(a.dir, ".git", "objects", id[:2]), 0o755); err != nil {
				a.fixture.t.Fatal(err)
			}
			a.link(filepath.Join(objects(a), id[:2], id[2:]), "objects/"+id[:2]+"/"+id[2:])
		}},
		{name: "a linked pack", want: gitrepo.ErrOutside, make: func(a arena) {
			a.link(filepath.Join(objects(a), "x.pack"), "objects/pack/x.pack")
		}},
		{name: "another store", want: gitrepo.ErrOutside, make: func(a arena) {
			a.put("commondir", filepath.Join(a.private.dir, ".git")+"\n")
		}},
		{name: "another store, relative", want: gitrepo.ErrOutside, make: func(a arena) {
			path, err := filepath.Rel(filepath.Join(a.dir, ".git"), filepath.Join(a.private.dir, ".git"))
			if err != nil {
				a.fixture.t.Fatal(err)
			}
			a.put("commondir", path+"\n")
		}},
		{name: "allowed alternates that are a link", want: gitrepo.ErrOutside, allowed: true, make: func(a arena) {
			a.link(objects(a), "../borrowed")
			store := newFixture(a.fixture.t)
			store.link(objects(a), "objects/pack")
			a.put("objects/info/alternates", filepath.Join(store.dir, ".git", "objects")+"\n")
		}},
		{name: "a name of the secret commit", want: gitrepo.ErrMissing, make: func(a arena) {
			a.put("refs/tags/v2.0.0", a.private.git("rev-parse", "HEAD")+"\n")
		}},
	}
}

// replaceData puts something in the place of the folder .git.
func replaceData(a arena, put func(path string) error) {
	path := filepath.Join(a.dir, ".git")
	if err := os.RemoveAll(path); err != nil {
		a.fixture.t.Fatal(err)
	}
	if err := put(path); err != nil {
		a.fixture.t.Skip(err)
	}
}

// commitTree commits entries as they are, also those that git would not.
func (a arena) commitTree(entries string) {
	tree := a.feed(entries, "mktree", "--missing")
	a.git("update-ref", "refs/heads/main", a.git("commit-tree", tree, "-p", "HEAD", "-m", "tree"))
}

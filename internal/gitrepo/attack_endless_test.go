package gitrepo_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/opsfit/opsfit/internal/gitrepo"
)

// endlessAttacks are repositories that are damaged, lie, or would keep a reader busy for ever.
func endlessAttacks() []attack {
	return append([]attack{
		{name: "a tree of ten thousand million files", want: gitrepo.ErrTooLarge, make: func(a arena) {
			id, kind := a.feed("x", "hash-object", "-w", "--stdin"), "100644 blob"
			for range 10 {
				var entries strings.Builder
				for name := range 10 {
					fmt.Fprintf(&entries, "%s %s\t%d\n", kind, id, name)
				}
				id, kind = a.feed(entries.String(), "mktree"), "040000 tree"
			}
			a.commitTree("040000 tree " + id + "\tbomb\n")
		}},
		{name: "folders in folders", make: func(a arena) {
			id := a.feed("100644 blob "+a.feed("x", "hash-object", "-w", "--stdin")+"\tx\n", "mktree")
			for range 100 {
				id = a.feed("040000 tree "+id+"\t"+strings.Repeat("d", 200)+"\n", "mktree")
			}
			a.commitTree("040000 tree " + id + "\tdeep\n")
		}},
		{name: "a file that grows when it is unpacked", make: func(a arena) {
			const size = 64 << 20
			a.commitTree("100644 blob " + a.feed(strings.Repeat("\x00", size), "hash-object", "-w", "--stdin") + "\t.mailmap\n")
		}},
		{name: "a long message", make: func(a arena) {
			a.feed(strings.Repeat("m", 8<<20), "commit", "--quiet", "--allow-empty", "--file", "-")
		}},
		{name: "a long name", make: func(a arena) {
			a.literal("author " + strings.Repeat("n", 4<<20) + " <a@x> 5 +0000\ncommitter A <a@x> 6 +0000\n")
		}},
		{name: "times that are none", make: func(a arena) {
			a.literal("author A <a@x> 99999999999999999999 +9999\ncommitter A <a@x> never\n")
		}},
		{name: "more commits than are read", want: gitrepo.ErrTooLarge, make: func(a arena) {
			var stream strings.Builder
			for range 1500 {
				stream.WriteString("commit refs/heads/main\ncommitter A <a@x> 5 +0000\ndata 1\nx\n\n")
			}
			a.feed(stream.String(), "fast-import", "--quiet", "--force")
		}},
		{name: "more tags than are read", want: gitrepo.ErrTooLarge, make: func(a arena) {
			var refs strings.Builder
			for i := range 200 {
				fmt.Fprintf(&refs, "%s refs/tags/v%03d\n", a.head(), i)
			}
			a.put("packed-refs", "# pack-refs with: peeled fully-peeled sorted \n"+refs.String())
		}},
		{name: "a tag of a tag of a tag", make: func(a arena) {
			id, kind := a.head(), "commit"
			for range 50 {
				id = a.feed("object "+id+"\ntype "+kind+"\ntag v9.0.0\ntagger A <a@x> 5 +0000\n\nx\n", "mktag")
				kind = "tag"
			}
			a.git("update-ref", "refs/tags/v9.0.0", id)
		}},
		{name: "a branch that names itself", want: gitrepo.ErrHead, make: func(a arena) { a.put("refs/heads/main", "ref: refs/heads/main\n") }},
		{name: "settings that include themselves", want: gitrepo.ErrTooLarge, make: func(a arena) { configure("include.path", "config")(a) }},
		{name: "a format that is not known", want: gitrepo.ErrUnsupported, make: func(a arena) {
			configure("core.repositoryformatversion", "1", "extensions.evil", "true")(a)
		}},
		{name: "objects in another format", want: gitrepo.ErrHead, make: func(a arena) {
			configure("core.repositoryformatversion", "1", "extensions.objectFormat", "sha256")(a)
		}},
	}, damagedAttacks()...)
}

// damagedAttacks are repositories in which something is not what it says.
func damagedAttacks() []attack {
	garbage := func(name string) func(a arena) {
		return func(a arena) {
			path := filepath.Join(a.dir, ".git", filepath.FromSlash(name))
			if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
				a.fixture.t.Fatal(err)
			}
			a.put(name, "\x00\xff"+leak+"\n\x1b[31m\n")
		}
	}
	return []attack{
		{name: "an object that is damaged", want: gitrepo.ErrMissing, make: func(a arena) {
			id := a.git("rev-parse", "HEAD~1")
			a.remove(id)
			garbage("objects/" + id[:2] + "/" + id[2:])(a)
		}},
		{name: "an object that is another one", want: gitrepo.ErrMissing, make: func(a arena) {
			id, other := a.git("rev-parse", "HEAD~1"), a.git("rev-parse", "HEAD:file")
			a.remove(id)
			text, err := os.ReadFile(filepath.Join(a.dir, ".git", "objects", other[:2], other[2:]))
			if err != nil {
				a.fixture.t.Fatal(err)
			}
			a.put("objects/"+id[:2]+"/"+id[2:], string(text))
		}},
		{name: "an object that is a pipe", want: gitrepo.ErrNotRegular, make: func(a arena) {
			id := a.git("rev-parse", "HEAD~1")
			a.remove(id)
			a.pipe("objects/" + id[:2] + "/" + id[2:])
		}},
		{name: "a branch that is a pipe", want: gitrepo.ErrNotRegular, make: func(a arena) { a.pipe("refs/heads/pipe") }},
		{name: "a pack that is damaged", make: garbage("objects/pack/pack-0123456789012345678901234567890123456789.pack")},
		{name: "an index of a pack that is damaged", make: garbage("objects/pack/pack-0123456789012345678901234567890123456789.idx")},
		{name: "an index of all packs that is damaged", make: garbage("objects/pack/multi-pack-index")},
		{name: "a graph of commits that is damaged", make: garbage("objects/info/commit-graph")},
		{name: "an index that is damaged", make: garbage("index")},
		{name: "a list of remote stores", make: garbage("objects/info/http-alternates")},
		{name: "grafts that are none", make: garbage("info/grafts")},
		{name: "refs that are none", want: errAny, make: garbage("packed-refs")},
		{name: "a cut that is none", want: errAny, make: garbage("shallow")},
		{name: "a replaced commit", make: func(a arena) {
			a.git("replace", a.head(), a.feed("tree "+a.git("write-tree")+"\nauthor "+leak+" <a@x> 5 +0000\ncommitter A <a@x> 5 +0000\n\nx",
				"hash-object", "-t", "commit", "-w", "--stdin"))
		}},
		{name: "names with controls", make: func(a arena) {
			a.put("packed-refs", "# pack-refs with: peeled fully-peeled sorted \n"+a.head()+" refs/tags/v2\x1b[31m\n")
		}},
		{name: "refs that are called as options", make: func(a arena) {
			for _, name := range []string{"refs/tags/--all", "refs/heads/--output=x", "refs/tags/-n1", "refs/heads/HEAD"} {
				a.put(name, a.head()+"\n")
			}
			a.put("HEAD", "ref: refs/heads/--output=x\n")
		}},
	}
}

// head is the checked-out commit.
func (f fixture) head() string { return f.git("rev-parse", "refs/heads/main") }

// literal adds a commit with a head that git would not write.
func (a arena) literal(head string) {
	text := "tree " + a.git("write-tree") + "\nparent " + a.head() + "\n" + head + "\nm"
	a.git("update-ref", "refs/heads/main", a.feed(text, "hash-object", "-t", "commit", "-w", "--stdin", "--literally"))
}

// pipe puts a pipe into the folder of git's own data.
func (a arena) pipe(name string) {
	if isWindows() {
		a.fixture.t.Skip("there are no pipes in folders")
	}
	if err := makePipe(filepath.Join(a.dir, ".git", filepath.FromSlash(name))); err != nil {
		a.fixture.t.Fatal(err)
	}
}

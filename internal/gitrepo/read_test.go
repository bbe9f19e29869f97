package gitrepo_test

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/opsfit/opsfit/internal/gitrepo"
)

func TestResolve(t *testing.T) {
	t.Parallel()
	f := newFixture(t)
	first := f.commit("first")
	second := f.commit("second")
	f.git("tag", "v1", first)
	f.git("tag", "--annotate", "--message", "two", "v2", second)
	tree := f.git("rev-parse", "HEAD^{tree}")
	repo := f.open()
	tests := []struct {
		name, commit, ref string
		fault             error
	}{
		{"", second, "refs/heads/main", nil},
		{"HEAD", second, "refs/heads/main", nil},
		{"main", second, "refs/heads/main", nil},
		{"v1", first, "refs/tags/v1", nil},
		{"v2", second, "refs/tags/v2", nil},
		{"HEAD~1", first, "HEAD~1", nil},
		{first[:8], first, first[:8], nil},
		{"nothing", "", "", gitrepo.ErrNoRevision},
		{tree, "", "", gitrepo.ErrNoRevision},
		{"--all", "", "", gitrepo.ErrNoRevision},
		{"--output=/tmp/x", "", "", gitrepo.ErrNoRevision},
		{"main\nmain", "", "", gitrepo.ErrNoRevision},
		{"main..v1", "", "", gitrepo.ErrNoRevision},
	}
	for _, test := range tests {
		got, err := repo.Resolve(t.Context(), test.name)
		if !errors.Is(err, test.fault) || got.Commit.String() != test.commit || got.Ref != test.ref {
			t.Errorf("%q: %s %q %v, want %s %q %v", test.name, got.Commit, got.Ref, err, test.commit, test.ref, test.fault)
		}
	}
}

func TestCommits(t *testing.T) {
	t.Parallel()
	for _, format := range []string{"sha1", "sha256"} {
		t.Run(format, func(t *testing.T) {
			t.Parallel()
			f := newFixture(t, "--object-format="+format)
			first := f.commit("first\r\n\r\nwith a body\n")
			f.git("checkout", "--quiet", "-b", "side")
			side := f.commit("side ü\x1b[31m")
			f.git("checkout", "--quiet", "main")
			f.git("merge", "--quiet", "--no-ff", "--message", "merge", "side")
			merge := f.git("rev-parse", "HEAD")
			got := map[string]gitrepo.Commit{}
			for _, c := range commits(t, f.open(), "HEAD", "side") {
				got[c.Hash.String()] = c
			}
			if len(got) != 3 {
				t.Fatalf("%d commits, want 3", len(got))
			}
			want := gitrepo.Commit{
				Hash: hash(t, merge), Parents: []gitrepo.Hash{hash(t, first), hash(t, side)},
				AuthorTime: 1700000000, CommitTime: 1700000000,
				Name: []byte("Ada"), Email: []byte("ada@example.com"), Message: []byte("merge\n"),
			}
			if diff := cmp.Diff(want, got[merge], cmp.Comparer(func(a, b gitrepo.Hash) bool { return a == b })); diff != "" {
				t.Errorf("the merge (-want +got):\n%s", diff)
			}
			if text := string(got[side].Message); text != "side ü\x1b[31m\n" {
				t.Errorf("the message is %q", text)
			}
			if text := string(got[first].Message); !strings.Contains(text, "with a body") {
				t.Errorf("the message is %q", text)
			}
		})
	}
}

// TestOddCommits reads commits that no git porcelain writes.
func TestOddCommits(t *testing.T) {
	t.Parallel()
	f := newFixture(t)
	tree := f.git("write-tree")
	tests := []struct {
		name, head, message   string
		author                int64
		wantName, wantMessage string
	}{
		{"no message", "author A <a@x> 5 +0000\ncommitter A <a@x> 6 +0000\n", "", 5, "A", ""},
		{"no name", "author  <a@x> 5 +0000\ncommitter  <a@x> 6 +0000\n", "m", 5, "", "m"},
		{"a time that is none", "author A <a@x> later\ncommitter A <a@x> 6 +0000\n", "m", 0, "A", "m"},
		{"far future", "author A <a@x> 99999999999999 +0000\ncommitter A <a@x> 6 +0000\n", "m", 253402300799, "A", "m"},
		{"Latin-1", "author \xc4da <a@x> 5 +0000\ncommitter A <a@x> 6 +0000\nencoding ISO-8859-1\n", "gr\xfcn", 5, "Äda", "grün"},
		{"no UTF-8", "author \xc4da <a@x> 5 +0000\ncommitter A <a@x> 6 +0000\n", "gr\xfcn", 5, "\xc4da", "gr\xfcn"},
		{"signed", "author A <a@x> 5 +0000\ncommitter A <a@x> 6 +0000\ngpgsig -----BEGIN PGP SIGNATURE-----\n x\n -----END PGP SIGNATURE-----\n", "m", 5, "A", "m"},
		{"a long name", "author " + strings.Repeat("n", 5000) + " <a@x> 5 +0000\ncommitter A <a@x> 6 +0000\n", "m", 5, strings.Repeat("n", 1024), "m"},
		{"a long message", "author A <a@x> 5 +0000\ncommitter A <a@x> 6 +0000\n", strings.Repeat("m", 600_000), 5, "A", strings.Repeat("m", gitrepo.LongestMessage)},
	}
	for _, test := range tests {
		id := f.feed("tree "+tree+"\n"+test.head+"\n"+test.message, "hash-object", "-t", "commit", "-w", "--stdin", "--literally")
		list := commits(t, f.open(), id)
		if len(list) != 1 {
			t.Fatalf("%s: %d commits", test.name, len(list))
		}
		got := list[0]
		text := strings.TrimSuffix(string(got.Message), "\n")
		if got.AuthorTime != test.author || string(got.Name) != test.wantName || text != test.wantMessage {
			t.Errorf("%s: %d %.40q %.40q", test.name, got.AuthorTime, got.Name, text)
		}
	}
}

func TestOneCommit(t *testing.T) {
	t.Parallel()
	f := newFixture(t)
	first := f.commit("first")
	f.commit("second")
	got, err := f.open().Commit(t.Context(), hash(t, first))
	if err != nil || string(got.Message) != "first\n" {
		t.Errorf("%q %v", got.Message, err)
	}
}

func TestCommitsStopWhereTheyAreTold(t *testing.T) {
	t.Parallel()
	f := newFixture(t)
	for i := range 5 {
		f.commit(fmt.Sprint(i))
	}
	repo := f.open()
	enough := errors.New("enough")
	seen := 0
	err := repo.EachCommit(t.Context(), []gitrepo.Hash{resolve(t, repo, "")}, func(*gitrepo.Commit) error {
		seen++
		if seen == 2 {
			return enough
		}
		return nil
	})
	if !errors.Is(err, enough) || seen != 2 {
		t.Errorf("%v after %d commits", err, seen)
	}
	repo.Limit(3, 9, 9)
	err = repo.EachCommit(t.Context(), []gitrepo.Hash{resolve(t, repo, "")}, func(*gitrepo.Commit) error { return nil })
	if !errors.Is(err, gitrepo.ErrTooLarge) {
		t.Errorf("over the limit: %v", err)
	}
}

func TestMissingCommit(t *testing.T) {
	t.Parallel()
	f := newFixture(t)
	first := f.commit("first")
	f.commit("second")
	if err := os.Remove(filepath.Join(f.dir, ".git", "objects", first[:2], first[2:])); err != nil {
		t.Fatal(err)
	}
	repo := f.open()
	err := repo.EachCommit(t.Context(), []gitrepo.Hash{resolve(t, repo, "")}, func(*gitrepo.Commit) error { return nil })
	if !errors.Is(err, gitrepo.ErrMissing) {
		t.Errorf("%v, want %v", err, gitrepo.ErrMissing)
	}
}

func TestTags(t *testing.T) {
	t.Parallel()
	f := newFixture(t)
	f.write("file", "text")
	first := f.commit("first")
	f.git("tag", "a/light")
	f.git("tag", "--annotate", "--message", "m", "b-annotated")
	f.git("tag", "--annotate", "--message", "m", "c-nested", "b-annotated")
	f.git("tag", "--annotate", "--message", "m", "d-nested-twice", "c-nested")
	f.git("tag", "e-tree", "HEAD^{tree}")
	f.git("tag", "--annotate", "--message", "m", "f-blob", "HEAD:file")
	f.git("tag", "--annotate", "--message", "m", "g-nested-blob", "f-blob")
	repo := f.open()
	got, err := repo.Tags(t.Context())
	if err == nil {
		err = repo.DescribeTags(t.Context(), got)
	}
	if err != nil {
		t.Fatal(err)
	}
	var text []string
	var from []gitrepo.Hash
	for _, tag := range got {
		from = append(from, tag.Object)
		text = append(text, fmt.Sprintf("%s %.7s %v %s <%s> %d", tag.Name, tag.Commit, tag.Annotated, tag.Tagger, tag.TaggerEmail, tag.Time))
	}
	of := first[:7]
	want := []string{
		"a/light " + of + " false  <> 0",
		"b-annotated " + of + " true Bob <bob@example.com> 1700000000",
		"c-nested " + of + " true Bob <bob@example.com> 1700000000",
		"d-nested-twice " + of + " true Bob <bob@example.com> 1700000000",
		"e-tree  false  <> 0",
		"f-blob  true Bob <bob@example.com> 1700000000",
		"g-nested-blob  true Bob <bob@example.com> 1700000000",
	}
	if diff := cmp.Diff(want, text); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	count := 0
	err = repo.EachCommit(t.Context(), from, func(*gitrepo.Commit) error {
		count++
		return nil
	})
	if err != nil || count != 1 {
		t.Errorf("%d commits from what the tags name, %v; want 1", count, err)
	}
	repo.Limit(9, 3, 9)
	if _, err := repo.Tags(t.Context()); !errors.Is(err, gitrepo.ErrTooLarge) {
		t.Errorf("over the limit: %v", err)
	}
}

func TestFiles(t *testing.T) {
	t.Parallel()
	f := newFixture(t)
	f.write("b/text", "content")
	f.write("a new\nline\x1b", "x")
	if err := os.Symlink("/etc/passwd", filepath.Join(f.dir, "link")); err != nil {
		t.Skip(err)
	}
	f.git("add", "link")
	first := f.commit("first")
	f.git("update-index", "--add", "--cacheinfo", "160000,"+first+",module")
	f.commit("second")
	repo := f.open()
	var got []string
	var contents []gitrepo.Hash
	visit := func(file *gitrepo.File) error {
		got = append(got, fmt.Sprintf("%q %v", file.Path, file.Link))
		contents = append(contents, file.Content)
		return nil
	}
	if err := repo.EachFile(t.Context(), resolve(t, repo, ""), visit); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]string{`"a new\nline\x1b" false`, `"b/text" false`, `"link" true`}, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if texts := contentsOf(t, repo, contents, 100, 100); texts[2] != "/etc/passwd" {
		t.Errorf("the link was followed: %q", texts[2])
	}
}

func contentsOf(t *testing.T, repo *gitrepo.Repository, files []gitrepo.Hash, largest, total int64) map[int]string {
	t.Helper()
	texts := map[int]string{}
	err := repo.EachContent(t.Context(), files, largest, total, func(i int, content []byte) error {
		texts[i] = string(content)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return texts
}

func TestContents(t *testing.T) {
	t.Parallel()
	f := newFixture(t)
	var files []gitrepo.Hash
	for _, text := range []string{"", "one\n", "a\x00b\nc", strings.Repeat("x", 50)} {
		files = append(files, hash(t, f.feed(text, "hash-object", "-w", "--stdin")))
	}
	files = append(files, hash(t, strings.Repeat("0123", 10)), files[1])
	repo := f.open()
	want := map[int]string{0: "", 1: "one\n", 2: "a\x00b\nc", 5: "one\n"}
	if diff := cmp.Diff(want, contentsOf(t, repo, files, 49, 1000)); diff != "" {
		t.Errorf("one too large, one missing (-want +got):\n%s", diff)
	}
	want = map[int]string{0: "", 1: "one\n"}
	if diff := cmp.Diff(want, contentsOf(t, repo, files[:4], 50, 7)); diff != "" {
		t.Errorf("over the total (-want +got):\n%s", diff)
	}
}

func TestMailmap(t *testing.T) {
	t.Parallel()
	f := newFixture(t)
	mailmap := f.feed("Ada Lovelace <ada@new> <ada@old>\nBob <bob@new> Robert <bob@old>\n", "hash-object", "-w", "--stdin")
	list := []gitrepo.Identity{
		{Name: "ada", Email: "ada@old"},
		{Name: "Robert", Email: "bob@old"},
		{Name: "Other", Email: "bob@old"},
		{Name: "x\ny", Email: "<broken>"},
		{Name: "", Email: "ada@old"},
		{Name: "Nobody", Email: ""},
	}
	want := []gitrepo.Identity{
		{Name: "Ada Lovelace", Email: "ada@new"},
		{Name: "Bob", Email: "bob@new"},
		{Name: "Other", Email: "bob@old"},
		{Name: "x\ny", Email: "<broken>"},
		{Name: "Ada Lovelace", Email: "ada@new"},
		{Name: "Nobody", Email: ""},
	}
	got, err := f.open().Mailmap(t.Context(), hash(t, mailmap), list)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

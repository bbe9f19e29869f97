package yamltree

import (
	"bytes"
	"io/fs"
	"os"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/testarchive"
)

// FuzzParse feeds any bytes. Whatever they are, Parse ends without a panic, says the same twice, returns a tree exactly
// when there is no error, leaves its input alone, and names only places that the file has.
func FuzzParse(f *testing.F) {
	for _, files := range []fs.FS{
		testarchive.Open(f, corpus, false), testarchive.Open(f, "../../testdata/answers/err.txtar", false),
		testarchive.Open(f, "../../testdata/questionnaire/err.txtar", false), os.DirFS("../../testdata/questionnaire/ok"),
		os.DirFS("../../testdata/answers"), os.DirFS("../../questionnaires"),
	} {
		for _, name := range inputs(f, files) {
			f.Add(contents(f, files, name), false)
			f.Add(contents(f, files, name), true)
		}
	}
	for _, source := range []string{
		"", "\ufeff", "a: &x [*x]\n", "<<: {a: 1}\n", "? {a: b}\n: c\n", "a: !t b\n---\n", "[[[[", "{a: {b: [", "a: \"\\ud83d\"\n",
		"%YAML 1.2\n---\na: 1\n...\n", "a: |+\n\n b\n\n\n", "- - - -\n ? : -", "\t- a", "x:\n  <<: {k: v}\n  ? {a: b}\n  : c\n", "a: 'x\r\n y'\r",
		`{"a": "\ud83d\ude00", "a": [1e400, null]}`, "\xff\xfea\x00", "a: \x00\u2028\n",
	} {
		f.Add([]byte(source), false)
		f.Add([]byte(source), true)
	}
	f.Fuzz(func(t *testing.T, source []byte, asJSON bool) {
		name := map[bool]string{true: "a.json", false: "a.yaml"}[asJSON]
		before := bytes.Clone(source)
		root, list := Parse(name, source)
		if !bytes.Equal(before, source) {
			t.Fatal("the source was changed")
		}
		if (root == nil) != list.HasErrors() {
			t.Fatalf("a tree: %t, diagnostics: %v", root != nil, list)
		}
		again, list2 := Parse(name, source)
		if diff := cmp.Diff(list, list2); diff != "" {
			t.Fatalf("two runs differ:\n%s", diff)
		}
		places := linesOf(source)
		for _, d := range list {
			places.check(t, d.Pos, d.Length, d.String())
		}
		if root != nil {
			if diff := cmp.Diff(outline(root), outline(again)); diff != "" {
				t.Fatalf("two runs differ:\n%s", diff)
			}
			places.checkTree(t, root, 1)
		}
	})
}

// lineLengths holds the number of code points in each line of a file.
type lineLengths []int

func linesOf(source []byte) lineLengths {
	text := bytes.TrimPrefix(source, []byte("\ufeff"))
	text = bytes.ReplaceAll(text, []byte("\r\n"), []byte("\n"))
	text = bytes.ReplaceAll(text, []byte("\r"), []byte("\n"))
	var lengths lineLengths
	for line := range bytes.SplitSeq(text, []byte("\n")) {
		lengths = append(lengths, len(bytes.Runes(line)))
	}
	return lengths
}

// check allows the place behind the end of a line: there a value can be missing.
func (l lineLengths) check(t *testing.T, pos diag.Pos, length int, what string) {
	t.Helper()
	if pos.Line < 1 || pos.Line > len(l) || pos.Column < 1 || length < 1 {
		t.Fatalf("%v+%d is no place: %s", pos, length, what)
	}
	if width := l[pos.Line-1]; pos.Column > width+1 || length > 1 && pos.Column-1+length > width {
		t.Fatalf("%v+%d is outside a line of %d: %s", pos, length, width, what)
	}
}

func (l lineLengths) checkTree(t *testing.T, n *Node, depth int) {
	t.Helper()
	if n.Kind == 0 {
		t.Fatalf("a node without a kind at %v", n.Pos)
	}
	if depth > MaxDepth && (n.Kind == Mapping || n.Kind == Sequence) {
		t.Fatalf("depth %d at %v", depth, n.Pos)
	}
	l.check(t, n.Pos, n.Length(), n.Text)
	keys := make(map[string]bool)
	for _, e := range n.Entries {
		if keys[e.Key] {
			t.Fatalf("the key %q is given twice", e.Key)
		}
		keys[e.Key] = true
		l.check(t, e.KeyPos, e.KeyLength(), e.Key)
		l.checkTree(t, e.Value, depth+1)
	}
	for _, item := range n.Items {
		l.checkTree(t, item, depth+1)
	}
}

package yamltree

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/opsfit/opsfit/internal/diag"
)

// genTree makes trees of at most the given depth. Places and lengths are left to the parser.
func genTree(depth int) *rapid.Generator[*Node] {
	return rapid.Custom(func(t *rapid.T) *Node {
		kinds := []Kind{Null, Scalar, Scalar, Scalar}
		if depth > 0 {
			kinds = append(kinds, Mapping, Mapping, Sequence)
		}
		n := &Node{Kind: rapid.SampledFrom(kinds).Draw(t, "kind")}
		switch n.Kind {
		case Null:
			n.Text = rapid.SampledFrom([]string{"", "~", "null"}).Draw(t, "null")
		case Scalar:
			n.Quoted = rapid.Bool().Draw(t, "quoted")
			n.Text = genText(n.Quoted).Draw(t, "text")
		case Sequence:
			n.Items = rapid.SliceOfN(genTree(depth-1), 0, 4).Draw(t, "items")
		case Mapping:
			for _, key := range rapid.SliceOfNDistinct(genKey(), 0, 20, rapid.ID[string]).Draw(t, "keys") {
				n.Entries = append(n.Entries, Entry{Key: key, Value: genTree(depth-1).Draw(t, "value")})
			}
		}
		return n
	})
}

// genText makes any text in quotes, and without quotes one that cannot be taken for something else.
func genText(quoted bool) *rapid.Generator[string] {
	if quoted {
		return rapid.String()
	}
	plain := rapid.StringMatching(`[a-zé日😀][a-z0-9é日😀 ]{0,12}[a-z0-9]`)
	return rapid.OneOf(plain, rapid.SampledFrom([]string{"no", "8.20", "2024-01", "-1", "0x10", "NULL", "a:b", "x#y", "-x"})).
		Filter(func(s string) bool { return s != "null" })
}

func genKey() *rapid.Generator[string] {
	return rapid.OneOf(rapid.StringMatching(`[a-z日]{1,8}`), rapid.String())
}

// quoted writes a text in double quotes, with the escapes that YAML and JSON share.
func quoted(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range s {
		switch {
		case r == '"' || r == '\\':
			b.WriteString(`\` + string(r))
		case r < ' ' || refusedName(r) != "":
			fmt.Fprintf(&b, `\u%04x`, r)
		default:
			b.WriteRune(r)
		}
	}
	return b.String() + `"`
}

func asJSON(n *Node) string {
	var parts []string
	switch n.Kind {
	case Null:
		return "null"
	case Scalar:
		return quoted(n.Text)
	case Sequence:
		for _, item := range n.Items {
			parts = append(parts, asJSON(item))
		}
		return "[" + strings.Join(parts, ", ") + "]"
	case Mapping:
		for _, e := range n.Entries {
			parts = append(parts, quoted(e.Key)+":\n "+asJSON(e.Value))
		}
		return "{" + strings.Join(parts, ",") + "}"
	}
	panic("invalid kind")
}

// yamlWriter writes trees as a person might: block or flow, with comments, in one of several line ends.
type yamlWriter struct {
	t *rapid.T
	b strings.Builder
}

func (w *yamlWriter) flow(n *Node) string {
	var parts []string
	switch n.Kind {
	case Null:
		if n.Text == "" {
			n.Text = "~"
		}
		return n.Text
	case Scalar:
		return w.scalar(n)
	case Sequence:
		for _, item := range n.Items {
			parts = append(parts, w.flow(item))
		}
		return "[" + strings.Join(parts, ", ") + "]"
	case Mapping:
		for _, e := range n.Entries {
			parts = append(parts, quoted(e.Key)+": "+w.flow(e.Value))
		}
		return "{" + strings.Join(parts, ", ") + "}"
	}
	panic("invalid kind")
}

func (w *yamlWriter) scalar(n *Node) string {
	if !n.Quoted {
		return n.Text
	}
	if single := "'" + strings.ReplaceAll(n.Text, "'", "''") + "'"; quoted(n.Text) == `"`+n.Text+`"` && rapid.Bool().Draw(w.t, "single") {
		return single
	}
	return quoted(n.Text)
}

// value writes what follows a key or a dash, up to the end of the line and the lines below.
func (w *yamlWriter) value(n *Node, indent string) {
	children := len(n.Items) + len(n.Entries)
	if children == 0 && (n.Kind == Mapping || n.Kind == Sequence) || rapid.IntRange(0, 3).Draw(w.t, "flow") == 0 {
		w.b.WriteString(" " + w.flow(n))
		w.lineEnd()
		return
	}
	switch n.Kind {
	case Null:
		w.b.WriteString(" " + n.Text)
		w.lineEnd()
	case Scalar:
		w.b.WriteString(" " + w.scalar(n))
		w.lineEnd()
	case Mapping, Sequence:
		w.lineEnd()
		w.block(n, indent+strings.Repeat(" ", rapid.IntRange(1, 4).Draw(w.t, "indent")))
	}
}

func (w *yamlWriter) block(n *Node, indent string) {
	for _, item := range n.Items {
		w.b.WriteString(indent + "-")
		w.value(item, indent)
	}
	for _, e := range n.Entries {
		w.b.WriteString(indent + quoted(e.Key) + ":")
		w.value(e.Value, indent)
	}
}

func (w *yamlWriter) lineEnd() {
	w.b.WriteString(rapid.SampledFrom([]string{"\n", "\n", "\n", " # comment\n", "\n\n", "\n# more\n"}).Draw(w.t, "line end"))
}

// content is a tree without places, for comparing.
type content struct {
	Kind    Kind
	Text    string
	Quoted  bool
	Entries []pair
	Items   []content
}

type pair struct {
	Key   string
	Value content
}

func contentOf(n *Node) content {
	c := content{Kind: n.Kind, Text: n.Text, Quoted: n.Quoted}
	for _, e := range n.Entries {
		c.Entries = append(c.Entries, pair{e.Key, contentOf(e.Value)})
	}
	for _, item := range n.Items {
		c.Items = append(c.Items, contentOf(item))
	}
	return c
}

// asInJSON is the content as JSON can carry it: one null, and every text in quotes.
func asInJSON(c content) content {
	switch c.Kind {
	case Null:
		c.Text = "null"
	case Scalar:
		c.Quoted = true
	case Mapping, Sequence:
		for i := range c.Entries {
			c.Entries[i].Value = asInJSON(c.Entries[i].Value)
		}
		for i := range c.Items {
			c.Items[i] = asInJSON(c.Items[i])
		}
	}
	return c
}

func TestYAMLRoundTrip(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		tree := &Node{Kind: Mapping, Entries: []Entry{{Key: "root", Value: genTree(3).Draw(t, "tree")}}}
		w := &yamlWriter{t: t}
		w.block(tree, "")
		source := strings.ReplaceAll(w.b.String(), "\n", rapid.SampledFrom([]string{"\n", "\r\n", "\r"}).Draw(t, "line ends"))
		source = rapid.SampledFrom([]string{"", "\ufeff"}).Draw(t, "mark") + source

		root, list := Parse("", []byte(source))
		if root == nil {
			t.Fatalf("%v\n%q", list, source)
		}
		if diff := cmp.Diff(contentOf(tree), contentOf(root)); diff != "" {
			t.Fatalf("(-want +got):\n%s\n%q", diff, source)
		}
		checkPlaces(t, root, source)
	})
}

func TestJSONRoundTrip(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		tree := genTree(3).Draw(t, "tree")
		source := asJSON(tree)
		root, list := Parse("a.json", []byte(source))
		if root == nil {
			t.Fatalf("%v\n%q", list, source)
		}
		if diff := cmp.Diff(asInJSON(contentOf(tree)), contentOf(root)); diff != "" {
			t.Fatalf("(-want +got):\n%s\n%q", diff, source)
		}
		checkPlaces(t, root, source)
	})
}

// Valid JSON is the same document whatever the file is called.
func TestJSONUnderAnyName(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		source := []byte(asJSON(&Node{Kind: Sequence, Items: []*Node{genTree(3).Draw(t, "tree")}}))
		named, _ := Parse("a.json", source)
		unnamed, _ := Parse("-", source)
		if diff := cmp.Diff(outline(named), outline(unnamed)); diff != "" {
			t.Fatalf("(-named +unnamed):\n%s", diff)
		}
	})
}

// checkPlaces fails unless every place of a tree points at what is written there.
func checkPlaces(t *rapid.T, root *Node, source string) {
	source = strings.TrimPrefix(source, "\ufeff")
	source = strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(source)
	lines := strings.Split(source, "\n")
	at := func(pos diag.Pos, length int) string {
		line := []rune(lines[pos.Line-1])
		return string(line[pos.Column-1 : pos.Column-1+length])
	}
	var walk func(n *Node)
	walk = func(n *Node) {
		switch n.Kind {
		case Null, Scalar:
			if n.Kind == Null && n.Text == "" {
				break
			}
			if written := at(n.Pos, n.Length()); written != n.Text && !inQuotes(written) {
				t.Fatalf("%v+%d points at %q, not at %q", n.Pos, n.Length(), written, n.Text)
			}
		case Mapping:
			if first := at(n.Pos, 1); first != "{" && n.Pos != n.Entries[0].KeyPos {
				t.Fatalf("a mapping at %v begins with %q", n.Pos, first)
			}
		case Sequence:
			if first := at(n.Pos, 1); first != "[" && first != "-" {
				t.Fatalf("a list at %v begins with %q", n.Pos, first)
			}
		}
		for _, e := range n.Entries {
			if written := at(e.KeyPos, e.KeyLength()); written != quoted(e.Key) {
				t.Fatalf("%v+%d points at %q, not at the key %q", e.KeyPos, e.KeyLength(), written, e.Key)
			}
			walk(e.Value)
		}
		for _, item := range n.Items {
			walk(item)
		}
	}
	walk(root)
}

// inQuotes reports whether a text is one whole quoted text and nothing more.
func inQuotes(s string) bool {
	if len(s) < 2 || s[0] != s[len(s)-1] {
		return false
	}
	inner := s[1 : len(s)-1]
	switch s[0] {
	case '\'':
		return !strings.Contains(strings.ReplaceAll(inner, "''", ""), "'")
	case '"':
		return !strings.Contains(strings.NewReplacer(`\\`, "", `\"`, "").Replace(inner), `"`)
	}
	return false
}

// The scan must find exactly the characters it refuses, at their places, in any text.
func TestScanFindsRefused(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		runes := rapid.SliceOfN(rapid.OneOf(
			rapid.SampledFrom([]rune("ab日é😀\n\r\t\x00\x1b\x7f\u0085\u2028\ufeff\uffff")), rapid.Rune()), 0, 40).Draw(t, "runes")
		var want []string
		line, column := 1, 1
		for i, r := range runes {
			if name := refusedName(r); name != "" {
				want = append(want, fmt.Sprintf("%d:%d: %s", line, column, name))
			}
			column++
			if r == '\n' || r == '\r' && (i+1 == len(runes) || runes[i+1] != '\n') {
				line, column = line+1, 1
			}
		}
		faults := NewReader("f")
		scanCharacters(faults, []byte(string(runes)))
		var got []string
		for _, d := range faults.Diagnostics() {
			got = append(got, fmt.Sprintf("%d:%d: %s", d.Pos.Line, d.Pos.Column, strings.TrimSuffix(d.Message, " is not allowed")))
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Fatalf("(-want +got):\n%s", diff)
		}
	})
}

package yamltree

import (
	"math/big"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/opsfit/opsfit/internal/diag"
)

func parsed(t *testing.T, source string) *Node {
	t.Helper()
	root, list := Parse("f", []byte(source))
	if root == nil {
		t.Fatal(list)
	}
	return root
}

// read runs a getter over a document and returns what it collected.
func read(t *testing.T, source string, get func(*Reader, *Node)) string {
	t.Helper()
	r := NewReader("f")
	get(r, parsed(t, source))
	return listing(r.Diagnostics())
}

func TestFieldsKeys(t *testing.T) {
	t.Parallel()
	tests := map[string]struct {
		source string
		known  []string
		want   string
	}{
		"all known":       {"id: a\ntext: b\n", []string{"id", "text"}, ""},
		"slip":            {"id: a\n日本: 1\n\"txet\": b\n", []string{"id", "text", "日本"}, "f:3:1: question: unknown key \"txet\"; did you mean \"text\"? [unknown-key] ^6\n"},
		"nothing near":    {"integration: 1\n", []string{"id", "text"}, "f:1:1: question: unknown key \"integration\"; known: id, text [unknown-key] ^11\n"},
		"no known key":    {"a: 1\n", nil, "f:1:1: question: unknown key \"a\" [unknown-key] ^1\n"},
		"split text":      {"{id: a, b c}\n", []string{"id"}, "f:1:9: question: unknown key \"b c\"; put the text before it into quotes if the comma belongs to that [unknown-key] ^3\n"},
		"quoted before":   {"{id: \"a\", b}\n", []string{"id"}, "f:1:11: question: unknown key \"b\"; known: id [unknown-key] ^1\n"},
		"empty key":       {"id: a\nb:\n", []string{"id"}, "f:2:1: question: unknown key \"b\"; known: id [unknown-key] ^1\n"},
		"hostile key":     {"\"\\e[31m\": 1\n", []string{"identity"}, "f:1:1: question: unknown key \"\\x1b[31m\"; known: identity [unknown-key] ^8\n"},
		"text":            {"hello\n", nil, "f:1:1: question must be a mapping of keys to values, not the text \"hello\" [wrong-type] ^5\n"},
		"list":            {"- a\n", nil, "f:1:1: question must be a mapping of keys to values, not a list [wrong-type] ^1\n"},
		"nothing":         {"~\n", nil, "f:1:1: question must be a mapping of keys to values, not an empty value [wrong-type] ^1\n"},
		"matching others": {"x_1: a\ny_1: b\n", []string{"id"}, "f:2:1: question: unknown key \"y_1\"; known: id [unknown-key] ^3\n"},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			got := read(t, test.source, func(r *Reader, n *Node) {
				r.FieldsMatching(n, "question", func(key string) bool { return strings.HasPrefix(key, "x_") }, test.known...)
			})
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestFieldsRequire(t *testing.T) {
	t.Parallel()
	got := read(t, "- 1\n- id: a\n  text:\n", func(r *Reader, n *Node) {
		f := r.Fields(n.Items[1], "question", "id", "text", "measures")
		f.Require("id", "text", "measures")
		if f.Pos() != (diag.Pos{Line: 2, Column: 3}) {
			t.Errorf("the mapping begins at %v", f.Pos())
		}
		if !f.Has("text") || f.Has("measures") {
			t.Error("a key without a value is in the file, an absent one is not")
		}
		if f.Node("text").Kind != Null || f.Node("measures") != nil {
			t.Errorf("nodes: %v, %v", f.Node("text"), f.Node("measures"))
		}
	})
	want := "f:2:3: question: \"measures\" is missing [missing] ^1\nf:3:3: question: \"text\" has no value [missing] ^4\n"
	lines := strings.SplitAfter(got, "\n")
	if diff := cmp.Diff(want, lines[1]+lines[0]); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// Whoever reads an absent or wrong mapping must not have to check: one message at most, and zero values.
func TestFieldsOfNothing(t *testing.T) {
	t.Parallel()
	for name, n := range map[string]*Node{"absent": nil, "no mapping": {Kind: Sequence}} {
		r := NewReader("f")
		f := r.Fields(n, "respondent", "name")
		f.Require("name")
		empty := f.Text("name") == "" && f.ID("name") == "" && !f.Bool("name") && f.Number("name") == nil &&
			f.Texts("name") == nil && f.Choice("name", "a") == "" && f.Items("name") == nil &&
			f.Node("name") == nil && !f.Has("name") && f.Pos() == diag.Pos{}
		if !empty {
			t.Errorf("%s: a getter returned something", name)
		}
		if got, want := len(r.Diagnostics()), map[string]int{"no mapping": 1}[name]; got != want {
			t.Errorf("%s: %d diagnostics, want %d", name, got, want)
		}
	}
}

func TestTexts(t *testing.T) {
	t.Parallel()
	tests := map[string]struct {
		value, text string
		texts       []string
		textFault   string
		textsFault  string
	}{
		"plain":     {value: "8.20", text: "8.20", texts: []string{"8.20"}},
		"boolean":   {value: "no", text: "no", texts: []string{"no"}},
		"quoted":    {value: `"null"`, text: "null", texts: []string{"null"}},
		"empty":     {value: ""},
		"tilde":     {value: "~"},
		"null":      {value: "null"},
		"blank":     {value: `""`, texts: []string{""}},
		"list":      {value: "[a, \"b\", 3]", texts: []string{"a", "b", "3"}, textFault: `f:1:4: question: "k" must be a text, not a list [wrong-type] ^1` + "\n"},
		"list hole": {value: "[a, ~]", texts: []string{"a"}, textFault: `f:1:4: question: "k" must be a text, not a list [wrong-type] ^1` + "\n", textsFault: `f:1:8: question: "k" item must be a text, not an empty value [wrong-type] ^1` + "\n"},
		"mapping":   {value: "{a: b}", textFault: `f:1:4: question: "k" must be a text, not a mapping [wrong-type] ^1` + "\n", textsFault: `f:1:4: question: "k" must be a list, not a mapping [wrong-type] ^1` + "\n"},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			fault := read(t, "k: "+test.value, func(r *Reader, n *Node) {
				if got := r.Fields(n, "question", "k").Text("k"); got != test.text {
					t.Errorf("text %q, want %q", got, test.text)
				}
			})
			if diff := cmp.Diff(test.textFault, fault); diff != "" {
				t.Errorf("text (-want +got):\n%s", diff)
			}
			fault = read(t, "k: "+test.value, func(r *Reader, n *Node) {
				if diff := cmp.Diff(test.texts, r.Fields(n, "question", "k").Texts("k")); diff != "" {
					t.Errorf("texts (-want +got):\n%s", diff)
				}
			})
			if diff := cmp.Diff(test.textsFault, fault); diff != "" {
				t.Errorf("texts (-want +got):\n%s", diff)
			}
		})
	}
}

func TestID(t *testing.T) {
	t.Parallel()
	long := strings.Repeat("a", 64)
	for _, id := range []string{"a", "A9", "0", "release_trigger", "a.b-c_d", "2024-01", "8.20", "no", long} {
		fault := read(t, "k: "+id, func(r *Reader, n *Node) {
			if got := r.Fields(n, "question", "k").ID("k"); got != id {
				t.Errorf("%q is read as %q", id, got)
			}
		})
		if fault != "" {
			t.Errorf("%q is refused: %s", id, fault)
		}
	}
	const hint = `use 1 to 64 letters, digits, "_", "." or "-", with a letter or digit first`
	for _, id := range []string{`""`, `"_a"`, `".a"`, `"-a"`, `"a b"`, `"é"`, `"a/b"`, `"日本"`, `"` + long + `a"`} {
		fault := read(t, "k: "+id, func(r *Reader, n *Node) {
			if got := r.Fields(n, "question", "k").ID("k"); got != "" {
				t.Errorf("%q is read as %q", id, got)
			}
		})
		if !strings.HasPrefix(fault, `f:1:4: question: "k" cannot be "`) || !strings.Contains(fault, hint+" [bad-id]") {
			t.Errorf("%q: %s", id, fault)
		}
	}
	want := `f:1:4: question: "k" must be a text, not a list [wrong-type] ^1` + "\n"
	if diff := cmp.Diff(want, read(t, "k: []", func(r *Reader, n *Node) { r.Fields(n, "question", "k").ID("k") })); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestBool(t *testing.T) {
	t.Parallel()
	tests := map[string]struct {
		want  bool
		fault string
	}{
		"true": {want: true}, "false": {}, "": {}, "~": {},
		"yes":    {fault: `not the text "yes"`},
		"on":     {fault: `not the text "on"`},
		"True":   {fault: `not the text "True"`},
		"1":      {fault: `not the text "1"`},
		`"true"`: {fault: `not the text "true"`},
		"[true]": {fault: "not a list"},
	}
	for value, test := range tests {
		fault := read(t, "k: "+value, func(r *Reader, n *Node) {
			if got := r.Fields(n, "question", "k").Bool("k"); got != test.want {
				t.Errorf("%q is %t", value, got)
			}
		})
		if test.fault != "" {
			test.fault = `f:1:4: question: "k" must be true or false, ` + test.fault + "; write true or false, without quotes [wrong-type]"
		}
		if head, _, _ := strings.Cut(fault, " ^"); head != test.fault {
			t.Errorf("%q: got %s, want %s", value, fault, test.fault)
		}
	}
}

func TestNumber(t *testing.T) {
	t.Parallel()
	valid := map[string]*big.Rat{
		"0": big.NewRat(0, 1), "-0": big.NewRat(0, 1), "1": big.NewRat(1, 1), "-1": big.NewRat(-1, 1), "007": big.NewRat(7, 1),
		"-0.75": big.NewRat(-3, 4), "8.20": big.NewRat(41, 5), "0.1": big.NewRat(1, 10),
		"1000000": big.NewRat(1000000, 1), "-1000000.000": big.NewRat(-1000000, 1),
		"0.333333333333": big.NewRat(333333333333, 1000000000000), "": nil, "~": nil,
		"1e3": big.NewRat(1000, 1), "-1E-1": big.NewRat(-1, 10), ".5": big.NewRat(1, 2), "5.": big.NewRat(5, 1), "+1": big.NewRat(1, 1),
		"-.5": big.NewRat(-1, 2), "0.3333333333333333": big.NewRat(3333333333333333, 10000000000000000),
		"1.0000000000000000": big.NewRat(1, 1), "1000000000000000": big.NewRat(1000000000000000, 1),
	}
	for text, want := range valid {
		fault := read(t, "k: "+text, func(r *Reader, n *Node) {
			got := r.Fields(n, "question", "k").Number("k")
			if (got == nil) != (want == nil) || got != nil && got.Cmp(want) != 0 {
				t.Errorf("%q is %v, want %v", text, got, want)
			}
		})
		if fault != "" {
			t.Errorf("%q is refused: %s", text, fault)
		}
	}
	invalid := map[string]string{
		"0x10": "wrong-type", ".": "wrong-type", "+": "wrong-type", "+-1": "wrong-type", "--1": "wrong-type", "1e": "wrong-type",
		"1/2": "wrong-type", "1_000": "wrong-type", "1,5": "wrong-type", ".inf": "wrong-type", ".nan": "wrong-type", "e3": "wrong-type",
		"1e1.5": "wrong-type",
		"much":  "wrong-type", `"1"`: "wrong-type", "[1]": "wrong-type", "1.2.3": "wrong-type", "٣": "wrong-type",
		"1000000000000001": "bad-value", "-1000000000000000.1": "bad-value", "1.23456789012345678901": "bad-value",
		"1e16": "bad-value", "1e999999999": "bad-value", "1e-999999999": "bad-value", strings.Repeat("9", 100000): "bad-value", strings.Repeat("0", 100000) + "1": "bad-value",
	}
	for text, code := range invalid {
		fault := read(t, "k: "+text, func(r *Reader, n *Node) {
			if got := r.Fields(n, "question", "k").Number("k"); got != nil {
				t.Errorf("%q is %v", text, got)
			}
		})
		if !strings.Contains(fault, "["+code+"]") {
			t.Errorf("%.40q: want %s, got %s", text, code, fault)
		}
	}
}

func TestChoice(t *testing.T) {
	t.Parallel()
	tests := map[string]struct{ value, want, fault string }{
		"allowed":      {"lean", "lean", ""},
		"quoted":       {`"context"`, "context", ""},
		"no value":     {"", "", ""},
		"slip":         {"leen", "", `f:1:4: question: "k" cannot be "leen"; did you mean "lean"? [bad-value] ^4` + "\n"},
		"nothing near": {"agility", "", `f:1:4: question: "k" cannot be "agility"; known: lean, context [bad-value] ^7` + "\n"},
		"blank":        {`""`, "", `f:1:4: question: "k" cannot be ""; known: lean, context [bad-value] ^2` + "\n"},
		"list":         {"[lean]", "", `f:1:4: question: "k" must be a text, not a list [wrong-type] ^1` + "\n"},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			fault := read(t, "k: "+test.value, func(r *Reader, n *Node) {
				if got := r.Fields(n, "question", "k").Choice("k", "lean", "context"); got != test.want {
					t.Errorf("got %q, want %q", got, test.want)
				}
			})
			if diff := cmp.Diff(test.fault, fault); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestItems(t *testing.T) {
	t.Parallel()
	tests := map[string]struct {
		value string
		want  int
		fault string
	}{
		"list":    {value: "[a, ~, {}]", want: 3},
		"empty":   {value: "[]"},
		"nothing": {value: ""},
		"text":    {value: "a", fault: `f:1:4: question: "k" must be a list, not the text "a" [wrong-type] ^1` + "\n"},
		"mapping": {value: "{}", fault: `f:1:4: question: "k" must be a list, not a mapping [wrong-type] ^1` + "\n"},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			fault := read(t, "k: "+test.value, func(r *Reader, n *Node) {
				if got := len(r.Fields(n, "question", "k").Items("k")); got != test.want {
					t.Errorf("%d items, want %d", got, test.want)
				}
			})
			if diff := cmp.Diff(test.fault, fault); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// The getters for values without a key name the thing alone.
func TestReaderValues(t *testing.T) {
	t.Parallel()
	r := NewReader("f")
	list := parsed(t, "[a, [b]]")
	if diff := cmp.Diff([]string{"b"}, r.Texts(list.Items[1], "sources")); diff != "" {
		t.Error(diff)
	}
	if got := r.Items(list, "options"); len(got) != 2 {
		t.Errorf("%d items", len(got))
	}
	if len(r.Diagnostics()) != 0 {
		t.Errorf("faults: %v", r.Diagnostics())
	}
	r.Texts(parsed(t, "[[]]"), "sources")
	r.Items(list.Items[0], "options")
	want := `f:1:2: sources item must be a text, not a list [wrong-type] ^1
f:1:2: options must be a list, not the text "a" [wrong-type] ^1
`
	if diff := cmp.Diff(want, listing(r.Diagnostics())); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

package yamltree

import (
	"fmt"
	"math/big"
	"slices"
	"strings"

	"github.com/opsfit/opsfit/internal/diag"
)

// Fields returns the values of a mapping by key and reports those of the wrong type. The zero value has no keys.
type Fields struct {
	reader *Reader
	node   *Node
	what   string
}

// Fields checks that n is a mapping whose keys are all known, and reports the others as "unknown-key"; what names the
// thing in messages, such as "question". When n is nil (absent) or no mapping (reported as "wrong-type"), the getters of
// the result return zero values and Require is silent.
func (r *Reader) Fields(n *Node, what string, known ...string) Fields {
	return r.FieldsMatching(n, what, func(string) bool { return false }, known...)
}

// FieldsMatching is Fields for mappings that also allow every key for which also returns true.
func (r *Reader) FieldsMatching(n *Node, what string, also func(key string) bool, known ...string) Fields {
	if n == nil {
		return Fields{}
	}
	if n.Kind != Mapping {
		r.Errorf(n.Pos, n.Length(), "wrong-type", "", "%s must be a mapping of keys to values, not %s", what, describeNode(n))
		return Fields{}
	}
	for i, entry := range n.Entries {
		if r.Full() {
			break
		}
		if !slices.Contains(known, entry.Key) && !also(entry.Key) {
			hint := nearestKey(entry.Key, known)
			if n.splitsText(i) {
				hint = "put the text before it into quotes if the comma belongs to that"
			}
			r.Errorf(entry.KeyPos, entry.KeyLength(), "unknown-key", hint, "%s: unknown key %s", what, diag.Quote(entry.Key))
		}
	}
	return Fields{reader: r, node: n, what: what}
}

// Node returns the value of a key, or nil when the key is absent. A value left empty is a node of Kind Null.
func (f Fields) Node(key string) *Node {
	return f.node.Get(key)
}

// Entries returns the keys with their values in file order; nil when there is no mapping.
func (f Fields) Entries() []Entry {
	if f.node == nil {
		return nil
	}
	return f.node.Entries
}

// Has reports whether the key is in the file, with or without a value.
func (f Fields) Has(key string) bool {
	return f.node.entryOf(key) != nil
}

// Pos returns the position of the mapping; the zero value when there is none.
func (f Fields) Pos() diag.Pos {
	if f.node == nil {
		return diag.Pos{}
	}
	return f.node.Pos
}

// Require reports each of the keys that is absent or has no value as "missing".
func (f Fields) Require(keys ...string) {
	if f.node == nil {
		return
	}
	for _, key := range keys {
		switch entry := f.node.entryOf(key); {
		case entry == nil:
			f.reader.Errorf(f.node.Pos, 1, "missing", "", "%s: %s is missing", f.what, diag.Quote(key))
		case entry.Value.Kind == Null:
			f.reader.Errorf(entry.KeyPos, entry.KeyLength(), "missing", "", "%s: %s has no value", f.what, diag.Quote(key))
		}
	}
}

// Text returns the content of a scalar, and "" when the key is absent, has no value or is no scalar ("wrong-type").
func (f Fields) Text(key string) string {
	return f.reader.readText(f.Node(key), f.labelOf(key))
}

// ID returns a text that is made of 1 to 64 letters, digits, "_", "." or "-" and starts with a letter or digit.
// Another text is reported as "bad-id".
func (f Fields) ID(key string) string {
	return f.reader.readID(f.Node(key), f.labelOf(key))
}

// Bool returns true for a plain true, and false for a plain false and an absent key. Every other form, such as yes or
// "true", is reported as "wrong-type".
func (f Fields) Bool(key string) bool {
	return f.reader.readBool(f.Node(key), f.labelOf(key))
}

// Number returns the exact value of a plain decimal such as -0.75, with at most 20 digits and between -1e15 and 1e15.
// It returns nil when the key is absent, has no value or is anything else ("wrong-type" or "bad-value").
func (f Fields) Number(key string) *big.Rat {
	return f.reader.readNumber(f.Node(key), f.labelOf(key))
}

// Texts returns the scalars of a list; a single scalar counts as a list of one.
func (f Fields) Texts(key string) []string {
	return f.reader.readTexts(f.Node(key), f.labelOf(key))
}

// Choice returns a text that is one of allowed; another is reported as "bad-value".
func (f Fields) Choice(key string, allowed ...string) string {
	return f.reader.readChoice(f.Node(key), f.labelOf(key), allowed)
}

// Items returns the values of a list, and nil when the key is absent, has no value or is no list ("wrong-type").
func (f Fields) Items(key string) []*Node {
	return f.reader.readItems(f.Node(key), f.labelOf(key))
}

// Words returns the scalars of a list as nodes, for callers that report faults in them; other items are reported as
// "wrong-type".
func (f Fields) Words(key string) []*Node {
	var words []*Node
	for _, item := range f.Items(key) {
		if item.Kind == Scalar {
			words = append(words, item)
			continue
		}
		f.reader.Errorf(item.Pos, item.Length(), "wrong-type", "",
			"%s: an item of %s must be a text, not %s", f.what, diag.Quote(key), item.Kind)
	}
	return words
}

// WordOrWords is Words for a key whose list may be written as a single scalar.
func (f Fields) WordOrWords(key string) []*Node {
	if n := f.Node(key); n != nil && n.Kind == Scalar {
		return []*Node{n}
	}
	return f.Words(key)
}

// Errorf records an error at the value of a key, or at the mapping when the key is absent, like Reader.Errorf. The message
// begins with the label of the mapping.
func (f Fields) Errorf(key, code, hint, format string, args ...any) {
	at := f.Node(key)
	if at == nil {
		at = f.node
	}
	f.reader.Errorf(at.Pos, at.Length(), code, hint, "%s: %s", f.what, fmt.Sprintf(format, args...))
}

// Label names the mapping in messages.
func (f Fields) Label() string { return f.what }

func (f Fields) labelOf(key string) label {
	return label{what: f.what, key: key}
}

// splitsText reports whether the key i looks like the rest of an unquoted text: in {note: yes, mostly} the comma makes
// "mostly" a key without a value.
func (n *Node) splitsText(i int) bool {
	if i == 0 {
		return false
	}
	before, entry := n.Entries[i-1], n.Entries[i]
	return entry.Value.Kind == Null && entry.Value.Text == "" && entry.KeyPos.Line == before.KeyPos.Line &&
		!before.Value.Quoted && (before.Value.Kind == Scalar || n.splitsText(i-1))
}

func nearestKey(name string, known []string) string {
	if near := diag.DidYouMean(name, known); near != "" {
		return near
	}
	if len(known) == 0 {
		return ""
	}
	return "known: " + strings.Join(known, ", ")
}

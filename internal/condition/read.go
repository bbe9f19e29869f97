package condition

import (
	"slices"
	"strings"

	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/yamltree"
)

// Reader reads the conditions of a catalogue.
type Reader struct {
	*yamltree.Reader
	// Named are the questions that conditions name, for those to check who know them.
	Named []NamedQuestion

	forms []form
	heads []string
}

// NamedQuestion is the place where a condition names a question.
type NamedQuestion struct {
	// Label names the rule in messages.
	Label string
	At    *yamltree.Node
	// Options are the places where it names options of the question.
	Options []*yamltree.Node
}

// NewReader returns a reader of conditions that reports through r.
func NewReader(r *yamltree.Reader) *Reader {
	reader := &Reader{Reader: r, forms: forms()}
	for _, f := range reader.forms {
		reader.heads = append(reader.heads, f.head)
	}
	return reader
}

// Read reads one condition; label names its rule in messages. An absent one always holds.
func (r *Reader) Read(n *yamltree.Node, label string) Condition {
	if n == nil || n.Kind == yamltree.Null {
		return Condition{}
	}
	if n.Kind != yamltree.Mapping {
		r.Errorf(n.Pos, n.Length(), "wrong-type", "write for example {unknown: backout}",
			"%s: a condition must be a mapping, not %s", label, n.Kind)
		return Condition{}
	}
	var found []yamltree.Entry
	for _, entry := range n.Entries {
		if slices.Contains(r.heads, entry.Key) {
			found = append(found, entry)
		}
	}
	if len(found) == 0 {
		r.headless(n, label)
		return Condition{}
	}
	if r.formOf(found[0].Key).read == nil {
		return r.combination(n, label, found)
	}
	r.alone(found, label)
	return r.test(n, found, label)
}

func (r *Reader) formOf(head string) *form { return &r.forms[slices.Index(r.heads, head)] }

// headless reports a condition that says nothing.
func (r *Reader) headless(n *yamltree.Node, label string) {
	known := "known: " + strings.Join(r.heads, ", ")
	if len(n.Entries) == 0 {
		r.Errorf(n.Pos, 1, "empty-condition", known, "%s: the condition is empty", label)
		return
	}
	first := n.Entries[0]
	hint := r.DidYouMean(first.Key, r.heads)
	if hint == "" {
		hint = known
	}
	r.Errorf(first.KeyPos, first.KeyLength(), "unknown-condition", hint, "%s: %s begins no condition", label, diag.Quote(first.Key))
}

// alone reports a second test beside a first one.
func (r *Reader) alone(found []yamltree.Entry, label string) {
	for _, entry := range found[1:] {
		r.Errorf(entry.KeyPos, entry.KeyLength(), "mixed-condition", "put both into a list: {all: [{…}, {…}]}",
			"%s: %s cannot stand beside %s in one condition", label, diag.Quote(entry.Key), diag.Quote(found[0].Key))
	}
}

func (r *Reader) combination(n *yamltree.Node, label string, found []yamltree.Entry) Condition {
	fields := r.FieldsMatching(n, label, r.alsoIn(found), "all", "any", "none")
	whole := Condition{Kind: All, Pos: n.Pos}
	for _, entry := range found {
		form := r.formOf(entry.Key)
		if form.read != nil {
			r.alone([]yamltree.Entry{found[0], entry}, label)
			continue
		}
		whole.Of = append(whole.Of, r.list(form.kind, fields, entry, label))
	}
	if len(found) == 1 {
		return whole.Of[0]
	}
	return whole
}

func (r *Reader) list(kind Kind, fields yamltree.Fields, entry yamltree.Entry, label string) Condition {
	c := Condition{Kind: kind, Pos: fields.Pos()}
	for _, item := range fields.Items(entry.Key) {
		if item.Kind == yamltree.Null {
			r.Errorf(item.Pos, 1, "empty-condition", "remove it", "%s: the condition is empty", label)
			continue
		}
		c.Of = append(c.Of, r.Read(item, label))
	}
	if entry.Value.Kind == yamltree.Null || entry.Value.Kind == yamltree.Sequence && len(entry.Value.Items) == 0 {
		r.Errorf(entry.KeyPos, entry.KeyLength(), "empty-condition", "list at least one condition", "%s: %s lists no condition",
			label, diag.Quote(entry.Key))
	}
	return c
}

// test reads a condition that looks at the assessment.
func (r *Reader) test(n *yamltree.Node, found []yamltree.Entry, label string) Condition {
	form := r.formOf(found[0].Key)
	fields := r.FieldsMatching(n, label, r.alsoIn(found), append(slices.Clip(form.beside), form.head)...)
	fields.Require(form.head)
	c := Condition{Kind: form.kind, Pos: n.Pos}
	form.read(r, fields, &c)
	return c
}

// alsoIn accepts the keys of the other conditions in a mapping: alone has reported their heads.
func (r *Reader) alsoIn(found []yamltree.Entry) func(key string) bool {
	return func(key string) bool {
		return slices.ContainsFunc(found, func(e yamltree.Entry) bool {
			return key == e.Key || slices.Contains(r.formOf(e.Key).beside, key)
		})
	}
}

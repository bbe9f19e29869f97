package questionnaire

import (
	"bytes"
	"errors"

	"github.com/opsfit/opsfit/internal/condition"
	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/yamltree"
)

// Source is the bytes of one file and the name it is known by.
type Source struct {
	Name  string
	Bytes []byte
}

// Finder returns the file that a reference in the file named from means: the questionnaire of `extends: full`, or the
// catalogue of `catalogue: recommendations.yaml`. The text of an error is shown to the user at the reference's place.
type Finder func(from, reference string) (Source, error)

// MaxExtends is how many questionnaires may extend one another in a row.
const MaxExtends = 8

// Load reads a questionnaire with everything it refers to. The diagnostics are sorted and may concern several files; the
// questionnaire is nil if and only if they hold an error. A nil finder finds nothing.
//
// Names in the catalogue that the questionnaire does not have are no fault, because a catalogue serves several
// questionnaires; an option that a question of this questionnaire does not have is one.
func Load(src Source, find Finder) (*Questionnaire, diag.List) {
	l := &loader{find: find}
	d := l.read(src)
	if d == nil {
		return nil, l.found.Sorted()
	}
	l.found = append(l.found, d.checkReferences()...)
	if l.found.HasErrors() {
		return nil, l.found.Sorted()
	}
	return d.finish(), l.found.Sorted()
}

// draft is a questionnaire as its files give it. It still has the axes without questions, because a questionnaire that
// extends it may need them.
type draft struct {
	Questionnaire
	// references are the questions that the catalogue names.
	references []condition.NamedQuestion
	// impliedVerdict is set where no file says which verdict the questions lead to.
	impliedVerdict bool
	// partial is set when the files have faults, so that a name which is not in it may only have been misread.
	partial bool
}

// loader follows the references of one file and gathers the findings of all of them.
type loader struct {
	find Finder
	// chain holds the files that are being read, each extending the next.
	chain []Source
	found diag.List
}

// read returns nil when the file could not be read at all.
func (l *loader) read(src Source) *draft {
	l.chain = append(l.chain, src)
	defer func() { l.chain = l.chain[:len(l.chain)-1] }()
	before := len(l.found)
	root, found := yamltree.Salvage(src.Name, src.Bytes)
	l.keep(found)
	if root == nil {
		return nil
	}
	f := &file{Reader: yamltree.NewReader(src.Name), loader: l}
	d := f.questionnaire(root)
	l.keep(f.Diagnostics())
	if d != nil {
		d.partial = l.found[before:].HasErrors()
	}
	return d
}

// keep leaves out warnings about a questionnaire that is only extended: they are for those who mend that one.
func (l *loader) keep(found diag.List) {
	for _, d := range found {
		if d.Severity == diag.Error || len(l.chain) == 1 {
			l.found = append(l.found, d)
		}
	}
}

// follow returns the file that a reference means.
func (l *loader) follow(reference string) (Source, error) {
	if l.find == nil {
		return Source{}, errors.New("a file on its own cannot name another one")
	}
	return l.find(l.chain[len(l.chain)-1].Name, reference)
}

// reading reports whether a file is being read already. Names alone do not tell: a person may keep an own full.yaml that
// extends the one of the same name that comes with the program.
func (l *loader) reading(src Source) bool {
	for _, open := range l.chain {
		if open.Name == src.Name && bytes.Equal(open.Bytes, src.Bytes) {
			return true
		}
	}
	return false
}

// finish drops the axes of which a questionnaire made from another one kept no question, and what refers to them. A
// questionnaire of its own keeps every axis: one may hold nothing but what the situation calls for.
func (d *draft) finish() *Questionnaire {
	q := d.Questionnaire
	if q.Extends == "" {
		return &q
	}
	used := q.usedAxes()
	q.Dropped = filter(q.Axes, func(a Axis) bool { return !used[a.ID] })
	q.Axes = filter(q.Axes, func(a Axis) bool { return used[a.ID] })
	for i := range q.Questions {
		question := &q.Questions[i]
		question.Affects = filter(question.Affects, func(a Affect) bool { return used[a.Axis] })
		for j := range question.Options {
			option := &question.Options[j]
			option.Floors = filter(option.Floors, func(f Floor) bool { return used[f.Axis] })
			option.Allows = filter(option.Allows, func(a Allowance) bool { return used[a.Axis] })
		}
	}
	return &q
}

// usedAxes returns the ids of the axes that a question belongs to.
func (q *Questionnaire) usedAxes() map[string]bool {
	used := map[string]bool{}
	for i := range q.Questions {
		used[q.Questions[i].Axis] = true
	}
	return used
}

// filter returns the items that are kept, in their order, and nil for none.
func filter[T any](items []T, keep func(T) bool) []T {
	var kept []T
	for _, item := range items {
		if keep(item) {
			kept = append(kept, item)
		}
	}
	return kept
}

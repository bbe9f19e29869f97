package saved

import (
	"encoding/json"
	"reflect"
	"sync"

	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/report"
	"github.com/opsfit/opsfit/internal/schema"
)

// Known is the questionnaire that a result was scored with.
type Known struct {
	Questionnaire *questionnaire.Questionnaire
	// SameAdvice: its catalogue is that of the result, too, which no digest tells.
	SameAdvice bool
	// JudgesWarnings: a gate is about the warnings, so that none of those that the answers give today may be missing.
	JudgesWarnings bool
	// LeaveTips leaves the tips of the result as they are: nearly all of the time goes into them, and not everybody shows them.
	LeaveTips bool
}

// compares reports whether a member follows from the answers in a way that is known.
func (k *Known) compares(m *member) bool {
	switch m.kept {
	case "":
		return true
	case ofTheCatalogue:
		return k.SameAdvice
	case slow:
		return !k.LeaveTips
	}
	return false
}

// Reader reads saved results. It is never changed, so that several files can be read at once.
type Reader struct {
	// form is read with the first result: most runs read none.
	form    func() (*schema.Form, error)
	members func() members
	find    func(*report.Document) *Known
}

// NewReader returns a reader. find returns the questionnaire that a result was scored with, by its id and digest; nil where it is not
// known.
func NewReader(find func(*report.Document) *Known) *Reader {
	return &Reader{
		form:    sync.OnceValues(func() (*schema.Form, error) { return schema.FormOf("assessment") }),
		find:    find,
		members: sync.OnceValue(func() members { return membersOf(reflect.TypeFor[report.Document]()) }),
	}
}

// Decode reads a saved result. One that is no result, or that cannot be what a run wrote, gives diagnostics with places.
func (r *Reader) Decode(name string, data []byte) (*report.Document, diag.List) {
	doc, found := report.Decode(name, data)
	if doc == nil {
		return nil, found
	}
	form, err := r.form()
	if err != nil {
		return nil, unchecked(name, err)
	}
	if found := form.Check(name, data); len(found) > 0 {
		return nil, withHint(found)
	}
	c := &check{doc: doc, name: name, data: data, members: r.members()}
	c.findRepeated()
	known := r.find(doc)
	if known != nil && len(c.found) == 0 {
		c.scoreAgain(known)
	}
	if len(c.found) == 0 {
		c.judgeAgain()
		c.checkFindings()
	}
	if len(c.found) > 0 {
		return nil, withHint(c.found)
	}
	if known != nil {
		doc.NameWarnings(known.Questionnaire)
	}
	return doc, nil
}

// EarlierAnswers is report.EarlierAnswers for a result that does not say anything twice.
func (r *Reader) EarlierAnswers(name string, data []byte) ([]byte, diag.List) {
	given, found := report.EarlierAnswers(name, data)
	if found != nil {
		return nil, found
	}
	form, err := r.form()
	if err != nil {
		return nil, unchecked(name, err)
	}
	found = form.CheckNames(name, data)
	if found == nil {
		found = repeatedQuestions(name, data)
	}
	if found != nil {
		return nil, withHint(found)
	}
	return given, nil
}

// repeatedQuestions reports questions that an earlier result answers twice, of which only one answer could count.
func repeatedQuestions(name string, data []byte) diag.List {
	var result struct {
		Answers []report.Answer `json:"answers"`
	}
	if err := json.Unmarshal(data, &result); err != nil {
		return nil // It is no result, which its reader has said.
	}
	c := &check{name: name, data: data}
	findRepeated(c, "answers", "question", result.Answers, func(a *report.Answer) string { return a.Question })
	return c.found
}

// unchecked says that a result could not be checked, which is a fault of the program.
func unchecked(name string, err error) diag.List {
	return diag.List{{Severity: diag.Error, Code: "internal", File: name, Message: err.Error()}}
}

func withHint(found diag.List) diag.List {
	for i := range found {
		found[i].Hint = "assess its answers again: opsfit assess -a ANSWERS -f json"
	}
	return found
}

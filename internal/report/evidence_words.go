package report

import (
	"fmt"
	"strings"

	"github.com/opsfit/opsfit/internal/english"
	"github.com/opsfit/opsfit/internal/questionnaire"
)

// DayIn is the date in a time as RFC 3339 has it; what is none stays as it is.
func DayIn(time Text) string {
	day, _, _ := strings.Cut(string(time), "T")
	return day
}

// ShortHash is as much of a hash as tells commits apart.
func ShortHash(hash string) string {
	const length = 12
	if len(hash) <= length || strings.Trim(hash, "0123456789abcdef") != "" {
		return hash
	}
	return hash[:length]
}

// Facts are what was answered, what the repository shows, why that goes no further, and what it rests on; each where there is
// something to say.
func (f *Finding) Facts(doc *Document, said func(string) string) []Fact {
	answer := string(f.Answer)
	if a := doc.AnswerTo(f.Question); a != nil && a.Option == f.Answer && a.Text != "" {
		answer = string(a.Text)
	}
	source := "Repository"
	if questionnaire.IsOfExports(string(f.Measure)) {
		source = "Exports"
	}
	var facts []Fact
	for _, fact := range []Fact{
		{"Answer", said(answer)}, {source, said(f.Shows())}, {"Limit", sentence(string(f.Reason), said)}, {"See", proofs(f.Proof, said)},
	} {
		if fact.Value != "" {
			facts = append(facts, fact)
		}
	}
	return facts
}

// AnswerTo returns the answer to a question; nil where a document has none.
func (d *Document) AnswerTo(question string) *Answer {
	for i := range d.Answers {
		if d.Answers[i].Question == question {
			return &d.Answers[i]
		}
	}
	return nil
}

// Shows is what the repository shows, with how many things that was taken from.
func (f *Finding) Shows() string {
	if f.Text == "" || f.N == nil || f.Value == nil {
		return string(f.Text)
	}
	return fmt.Sprintf("%s; n = %d.", strings.TrimSuffix(string(f.Text), "."), *f.N)
}

func proofs(list []Proof, said func(string) string) string {
	var parts []string
	for _, p := range list {
		name := said(p.Name)
		if p.Kind == "commit" {
			name = "commit " + said(ShortHash(p.Name))
		}
		if p.Text != "" {
			name += " (" + said(string(p.Text)) + ")"
		}
		parts = append(parts, name)
	}
	return strings.Join(parts, ", ")
}

// sentence makes one of a reason; the empty text stays empty.
func sentence(reason string, said func(string) string) string {
	if reason == "" {
		return ""
	}
	return said(english.Capital(strings.TrimSuffix(reason, "."))) + "."
}

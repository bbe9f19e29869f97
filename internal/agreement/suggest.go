package agreement

import (
	"math/big"

	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/evidence"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/report"
)

// suggestion is an option that a repository speaks for, and by what.
type suggestion struct {
	option string
	by     report.Finding
}

// suggestion looks for the first figure that can be trusted, is strong enough to contradict, and agrees with one option alone.
// Files suggest nothing.
func (l look) suggestion() suggestion {
	for i := range l.question.Evidence.Mappings {
		m := &l.question.Evidence.Mappings[i]
		if m.Measure == "" || m.Contradicts == questionnaire.Never {
			continue
		}
		seen := l.seen(m)
		if seen.Trust != report.Text(evidence.Usable) {
			continue
		}
		if option := only(m, *seen.Value); option != "" {
			return suggestion{option, seen}
		}
	}
	return suggestion{}
}

// only returns the option that alone agrees with a value; empty for none or several.
func only(m *questionnaire.Mapping, value float64) string {
	found := ""
	exact := new(big.Rat).SetFloat64(value)
	for i := range m.Ranges {
		if exact == nil || !m.Ranges[i].Holds(exact) {
			continue
		}
		if found != "" {
			return ""
		}
		found = m.Ranges[i].Option
	}
	return found
}

// Suggest returns a sheet with the answers that a repository suggests. Each is marked as such, for a person to confirm, and
// has the measured figure beside it in a note.
func Suggest(q *questionnaire.Questionnaire, scan *evidence.Scan) *answers.Sheet {
	sheet := &answers.Sheet{Questionnaire: q.ID, QuestionnaireVersion: q.Version, Answers: map[string]answers.Answer{}}
	for i := range q.Questions {
		l := look{question: &q.Questions[i], scan: scan, judged: Judged()}
		s := l.suggestion()
		if s.option == "" {
			continue
		}
		sheet.Answers[l.question.ID] = answers.Answer{
			Status: answers.Answered, Option: s.option, Source: answers.Repository,
			Note: "The repository shows: " + s.by.Shows(),
		}
	}
	return sheet
}

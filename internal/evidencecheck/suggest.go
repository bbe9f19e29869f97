package evidencecheck

import (
	"math/big"

	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/evidence"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/report"
)

// suggestion is an option that a repository suggests, and why.
type suggestion struct {
	option string
	by     report.Finding
}

// suggestOption returns the first figure that is trusted, strong enough to contradict, and agrees with exactly one
// option. Files suggest nothing, and nothing suggests all that apply.
func (c answerCheck) suggestOption() suggestion {
	if c.question.Many {
		return suggestion{}
	}
	for _, m := range c.mappings() {
		if m.Measure == "" || m.Contradicts == questionnaire.Never {
			continue
		}
		seen := c.describeMapping(m)
		if seen.Trust != report.Text(evidence.Usable) {
			continue
		}
		if option := onlyOption(m, *seen.Value); option != "" {
			return suggestion{option, seen}
		}
	}
	return suggestion{}
}

// onlyOption returns the option that alone agrees with a value; "" for none or several.
func onlyOption(m *questionnaire.Mapping, value float64) string {
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

// sourceOf begins a note by what shows a figure.
func sourceOf(finding report.Finding) string {
	if questionnaire.IsOfExports(string(finding.Measure)) {
		return "The exports show: "
	}
	return "The repository shows: "
}

// SuggestAnswers returns a sheet with the answers that a repository suggests. Each is marked for a person to confirm,
// and its note has the measured figure.
func SuggestAnswers(q *questionnaire.Questionnaire, scan *evidence.Scan) *answers.Sheet {
	sheet := &answers.Sheet{Questionnaire: q.ID, QuestionnaireVersion: q.Version, Answers: map[string]answers.Answer{}}
	for i := range q.Questions {
		c := answerCheck{question: &q.Questions[i], scan: scan, judged: DefaultJudgement()}
		s := c.suggestOption()
		if s.option == "" {
			continue
		}
		sheet.Answers[c.question.ID] = answers.Answer{
			Status: answers.Answered, Option: s.option, Source: answers.Repository,
			Note: sourceOf(s.by) + s.by.Shows(),
		}
	}
	return sheet
}

package lint

import (
	"slices"

	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/questionnaire"
)

func deadQuestion() Rule {
	return Rule{
		Code: "dead-question", Severity: diag.Warning,
		Summary: "The answer to a question changes nothing.",
		Why: "The question moves no figure and sets no floor, and no rule of the catalogue looks at it. It costs everybody who answers a " +
			"little patience. Give its options positions or floors, let a rule use it, or leave it out.",
		Bad: `
id: size
measures: context
options:
  - id: small
    text: "Fewer than ten"
  - id: large
    text: "Ten or more"`,
		Good: `
id: teams
measures: context
options:
  - id: one
    text: "One"
  - id: several
    text: "Two or more"`,
		check: func(s *subject) {
			for _, q := range s.ownQuestions() {
				if q.Measures == questionnaire.Context && !s.counts(q) && !s.isLookedAt(q.ID) {
					s.report(s.placeOf(q), "let a rule use it, give its options positions or floors, or leave it out",
						"question %s moves no figure, and no rule looks at it", diag.Quote(q.ID))
				}
			}
		},
	}
}

// counts reports that some option moves the situation or names a floor.
func (s *subject) counts(q *questionnaire.Question) bool {
	if len(q.Affects) > 0 && isPlaced(q) {
		return true
	}
	return slices.ContainsFunc(q.Options, func(o questionnaire.Option) bool { return len(o.Floors) > 0 })
}

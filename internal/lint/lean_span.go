package lint

import (
	"math/big"

	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/questionnaire"
)

func leanSpan() Rule {
	return Rule{
		Code: "lean-span", Severity: diag.Error,
		Summary: "The options of a question about style do not reach both poles.",
		Why: "An unknown answer counts, in the range of what is possible, at its lowest and at its highest option. Where these are not " +
			"-1 and 1, the range leaves out practices that the team may have, and can even miss the value itself. Give the option at " +
			"each end the pole as its position, and describe that end so that a team which works that way recognises itself.",
		Bad: `
id: rhythm
options:
  - id: yearly
    position: -0.5
  - id: daily
    position: 1`,
		Good: `
id: rhythm
options:
  - id: yearly
    position: -1
  - id: daily
    position: 1`,
		check: func(s *subject) {
			for _, q := range s.ownQuestions() {
				s.leanSpan(q)
			}
		},
	}
}

func (s *subject) leanSpan(q *questionnaire.Question) {
	if q.Measures != questionnaire.Lean {
		return
	}
	low, high := q.Options[0].Position, q.Options[0].Position
	for _, o := range q.Options {
		if o.Position.Cmp(low) < 0 {
			low = o.Position
		}
		if o.Position.Cmp(high) > 0 {
			high = o.Position
		}
	}
	if one := big.NewRat(1, 1); low.Cmp(new(big.Rat).Neg(one)) > 0 || high.Cmp(one) < 0 {
		s.report(s.placeOf(q), "give the ends the positions -1 and 1",
			"question %s: the positions go from %s to %s, not from -1 to 1", diag.Quote(q.ID), decimal(low), decimal(high))
	}
}

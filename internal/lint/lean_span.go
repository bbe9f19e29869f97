package lint

import (
	"math/big"

	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/exact"
	"github.com/opsfit/opsfit/internal/questionnaire"
)

func checkLeanSpan(s *subject) {
	for _, q := range s.ownQuestions() {
		s.checkSpan(q)
	}
}

func (s *subject) checkSpan(q *questionnaire.Question) {
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
		s.addFinding(s.placeOf(q), "give the ends the positions -1 and 1",
			"question %s: the positions go from %s to %s, not from -1 to 1", diag.Quote(q.ID), exact.Text(low), exact.Text(high))
	}
}

package lint

import (
	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/exact"
	"github.com/opsfit/opsfit/internal/questionnaire"
)

func checkReadinessOrder(s *subject) {
	for _, q := range s.ownQuestions() {
		s.checkOrder(q)
	}
}

// checkOrder also accepts a list that falls all the way, which is a ladder read from above.
func (s *subject) checkOrder(q *questionnaire.Question) {
	if q.Measures != questionnaire.Readiness || q.Many {
		return
	}
	last := len(q.Options) - 1
	direction := q.Options[last].Readiness.Cmp(q.Options[0].Readiness)
	for i := range last {
		before, after := &q.Options[i], &q.Options[i+1]
		turn := after.Readiness.Cmp(before.Readiness)
		if turn == 0 || turn == direction {
			continue
		}
		s.addFinding(s.placeOfOption(q, after), "let the readiness rise along the list",
			"question %s: the readiness goes from %s to %s at option %s, against the rest of the list",
			diag.Quote(q.ID), exact.Text(before.Readiness), exact.Text(after.Readiness), diag.Quote(after.ID))
		return
	}
}

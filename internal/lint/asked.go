package lint

import (
	"github.com/opsfit/opsfit/internal/condition"
	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/satisfy"
)

// eachDependent visits the questions of the file that are asked only where a condition holds.
func (s *subject) eachDependent(visit func(*questionnaire.Question)) {
	for _, q := range s.ownQuestions() {
		if q.AskIf != nil {
			visit(q)
		}
	}
}

func checkAskedNever(s *subject) {
	s.eachDependent(func(q *questionnaire.Question) {
		if s.isUnsat(satisfy.Holds(*q.AskIf)) {
			s.addFinding(place{q.File, q.AskIf.Pos}, "fix the condition, or leave the question out",
				"question %s is never asked: %s never holds", diag.Quote(q.ID), quoteCondition(*q.AskIf))
		}
	})
}

func checkAskedAlways(s *subject) {
	s.eachDependent(func(q *questionnaire.Question) {
		if s.isUnsat(satisfy.Fails(*q.AskIf)) {
			s.addFinding(place{q.File, q.AskIf.Pos}, `fix the condition, or leave out "ask_if"`,
				"question %s is always asked: %s always holds", diag.Quote(q.ID), quoteCondition(*q.AskIf))
		}
	})
}

// checkUnknownDropsPoint is about points only: what is asked of the situation may well depend on what is known. A point that is
// never asked is reported as that.
func checkUnknownDropsPoint(s *subject) {
	s.eachDependent(func(q *questionnaire.Question) {
		if q.Measures == questionnaire.Readiness && !q.AskIf.Holds(nothingKnown{}) && !s.isUnsat(satisfy.Holds(*q.AskIf)) {
			s.addFinding(place{q.File, q.AskIf.Pos}, "say where it is not asked: none: [...]",
				"question %s is not asked where nobody knows the answers that %s is about", diag.Quote(q.ID), quoteCondition(*q.AskIf))
		}
	})
}

// nothingKnown are the facts of a sheet on which every question is open.
type nothingKnown struct{}

func (nothingKnown) Figures() *condition.Figures { return &condition.Figures{} }

func (nothingKnown) Answer(string) condition.Answer { return condition.Answer{Unknown: true} }

package lint

import (
	"slices"

	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/questionnaire"
)

func checkDeadQuestion(s *subject) {
	for _, q := range s.ownQuestions() {
		if q.Measures == questionnaire.Context && !s.movesSituation(q) && !s.isTested(q.ID) && !s.decidesAsking(q.ID) {
			s.addFinding(s.placeOf(q), "let a rule use it, give its options positions, bounds or floors, or leave it out",
				"question %s moves no figure, and no rule looks at it", diag.Quote(q.ID))
		}
	}
}

// decidesAsking reports whether the answer to a question decides whether another one is asked.
func (s *subject) decidesAsking(question string) bool {
	return slices.ContainsFunc(s.Questions, func(other questionnaire.Question) bool {
		return slices.Contains(other.DependsOn(), question)
	})
}

// movesSituation reports whether an option moves or limits the situation, or names a floor.
func (s *subject) movesSituation(q *questionnaire.Question) bool {
	if len(q.Affects) > 0 && isPlaced(q) {
		return true
	}
	return slices.ContainsFunc(q.Options, func(o questionnaire.Option) bool { return len(o.Floors)+len(o.Allows) > 0 })
}

package lint

import (
	"math/big"

	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/exact"
	"github.com/opsfit/opsfit/internal/questionnaire"
)

func checkFloorWithoutReadiness(s *subject) {
	s.eachFloor(func(q *questionnaire.Question, o *questionnaire.Option, floor questionnaire.Floor) {
		if len(s.questionsOn(questionnaire.Readiness, floor.Axis)) == 0 {
			s.addFinding(s.placeOfOption(q, o), "ask for readiness there, or take the floor away",
				"question %s, option %s calls for readiness %s on axis %s, where no question measures it",
				diag.Quote(q.ID), diag.Quote(o.ID), exact.Text(floor.Level), diag.Quote(floor.Axis))
		}
	})
}

func checkFloorOutOfReach(s *subject) {
	s.eachFloor(func(q *questionnaire.Question, o *questionnaire.Option, floor questionnaire.Floor) {
		if best := highestLevel(s.questionsOn(questionnaire.Readiness, floor.Axis)); best != nil && best.Cmp(floor.Level) < 0 {
			s.addFinding(s.placeOfOption(q, o), "lower the floor, or let the options reach it",
				"question %s, option %s calls for readiness %s on axis %s, and the best answers give %s",
				diag.Quote(q.ID), diag.Quote(o.ID), exact.Text(floor.Level), diag.Quote(floor.Axis), exact.Text(best))
		}
	})
}

// highestLevel is the highest readiness that answers can give an axis; nil if none is asked. It is that of the question
// that reaches highest, because the others may be left open.
func highestLevel(questions []*questionnaire.Question) *big.Rat {
	var best *big.Rat
	for _, q := range questions {
		if q.Many {
			return big.NewRat(questionnaire.TopLevel, 1) // All options together.
		}
		for _, o := range q.Options {
			if best == nil || o.Readiness.Cmp(best) > 0 {
				best = o.Readiness
			}
		}
	}
	return best
}

func (s *subject) eachFloor(visit func(*questionnaire.Question, *questionnaire.Option, questionnaire.Floor)) {
	for _, q := range s.ownQuestions() {
		for i := range q.Options {
			for _, floor := range q.Options[i].Floors {
				visit(q, &q.Options[i], floor)
			}
		}
	}
}

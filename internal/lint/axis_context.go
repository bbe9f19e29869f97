package lint

import (
	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/questionnaire"
)

// checkAxisWithoutContext is silent if a questionnaire asks nothing about the situation at all: that is deliberate.
func checkAxisWithoutContext(s *subject) {
	if !s.asksAbout(questionnaire.Context) {
		return
	}
	for _, axis := range s.ownAxes() {
		if len(s.situationShares(axis.ID)) == 0 {
			s.addFinding(place{axis.File, axis.Pos}, `name it under "affects" of a context question`,
				"no context question counts on axis %s, so its situation is never known", diag.Quote(axis.ID))
		}
	}
}

func (s *subject) asksAbout(measure questionnaire.Measure) bool {
	for i := range s.Questions {
		if s.Questions[i].Measures == measure {
			return true
		}
	}
	return false
}

// checkContextWithoutStyle leaves axes of the file itself to axis-without-style.
func checkContextWithoutStyle(s *subject) {
	for _, q := range s.ownQuestions() {
		for _, affect := range q.Affects {
			axis := s.Axis(affect.Axis)
			if axis != nil && !s.isOwn(axis.File) && len(s.questionsOn(questionnaire.Lean, axis.ID)) == 0 {
				s.addFinding(s.placeOf(q), `take up a question that measures lean on that axis, or leave it out of "affects"`,
					"question %s counts on axis %s, whose practice is never scored", diag.Quote(q.ID), diag.Quote(axis.ID))
			}
		}
	}
}

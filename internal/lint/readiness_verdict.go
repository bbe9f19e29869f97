package lint

import (
	"slices"

	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/questionnaire"
)

func checkAxisWithoutReadiness(s *subject) {
	if s.Verdict != questionnaire.ReadinessState {
		return
	}
	for _, axis := range s.ownAxes() {
		if len(s.questionsOn(questionnaire.Readiness, axis.ID)) == 0 {
			s.addFinding(place{axis.File, axis.Pos}, "ask about a point there, or leave the axis out",
				"axis %s has no question that measures readiness, so nothing is ever found there", diag.Quote(axis.ID))
		}
	}
}

func checkNoFloor(s *subject) {
	if s.Verdict != questionnaire.ReadinessState {
		return
	}
	for i := range s.Questions {
		if slices.ContainsFunc(s.Questions[i].Options, func(o questionnaire.Option) bool { return len(o.Floors) > 0 }) {
			return
		}
	}
	s.addFinding(place{file: s.File}, `ask how much is at stake, and give the answers a "floor"`,
		"no answer calls for a level on any axis, so nobody is ever told whether the service is ready")
}

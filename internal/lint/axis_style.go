package lint

import (
	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/questionnaire"
)

func checkAxisWithoutStyle(s *subject) {
	for _, axis := range s.ownAxes() {
		if len(s.questionsOn(questionnaire.Lean, axis.ID)) == 0 && s.Verdict == questionnaire.Leaning {
			s.addFinding(place{axis.File, axis.Pos}, askThere,
				"axis %s has no question that measures lean, so its practice is never scored", diag.Quote(axis.ID))
		}
	}
	for _, axis := range s.Dropped {
		if s.isOwn(axis.File) {
			s.addFinding(place{axis.File, axis.Pos}, askThere,
				"axis %s has no question that measures lean or readiness, so it drops out of this selection", diag.Quote(axis.ID))
		}
	}
}

const askThere = "ask how the team works there, or leave the axis out"

func checkAxisOneStyle(s *subject) {
	for _, axis := range s.ownAxes() {
		if len(s.questionsOn(questionnaire.Lean, axis.ID)) == 1 {
			s.addFinding(place{axis.File, axis.Pos}, "ask a second one",
				"axis %s has a single question that measures lean, so confidence is never high", diag.Quote(axis.ID))
		}
	}
}

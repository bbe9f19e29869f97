package lint

import (
	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/questionnaire"
)

func axisWithoutStyle() Rule {
	return Rule{
		Code: "axis-without-style", Severity: diag.Warning,
		Summary: "No question asks about style on an axis.",
		Why: "An axis without a question that measures lean never gets a practice value: the report shows it as not scored, there is no " +
			"gap and no fit on it, and what the situation calls for there is held against nothing. Ask how the team works, twice at " +
			"least, or leave the axis out.",
		check: func(s *subject) {
			for _, axis := range s.ownAxes() {
				if len(s.on(questionnaire.Lean, axis.ID)) == 0 && s.Verdict != questionnaire.Quadrant {
					s.report(place{axis.File, axis.Pos}, askThere,
						"axis %s has no question that measures lean, so its practice is never scored", diag.Quote(axis.ID))
				}
			}
			for _, axis := range s.Dropped {
				if s.own(axis.File) {
					s.report(place{axis.File, axis.Pos}, askThere,
						"axis %s has no question that measures lean or readiness, so it drops out of this selection", diag.Quote(axis.ID))
				}
			}
		},
	}
}

const askThere = "ask how the team works there, or leave the axis out"

func axisOneStyle() Rule {
	return Rule{
		Code: "axis-one-style", Severity: diag.Note,
		Summary: "The practice on an axis rests on a single question.",
		Why: "One misread question then is the whole axis, and the confidence of the verdict is never high, because that takes two answers " +
			"on each scored axis. That may be the price of a short questionnaire: one that is made with \"extends\" and \"only\" is not " +
			"told. In others, ask a second question about the same thing from another side.",
		check: func(s *subject) {
			for _, axis := range s.ownAxes() {
				if len(s.on(questionnaire.Lean, axis.ID)) == 1 {
					s.report(place{axis.File, axis.Pos}, "ask a second one",
						"axis %s has a single question that measures lean, so confidence is never high", diag.Quote(axis.ID))
				}
			}
		},
	}
}

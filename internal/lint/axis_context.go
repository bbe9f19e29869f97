package lint

import (
	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/questionnaire"
)

func axisWithoutContext() Rule {
	return Rule{
		Code: "axis-without-context", Severity: diag.Warning,
		Summary: "No question about the situation counts on an axis.",
		Why: "What the service calls for on this axis stays unknown, so there is no gap and no fit on it, and no advice to shift or to stay. " +
			"Name the axis under \"affects\" of a question that measures context.",
		Bad: `
id: money
affects:
  pace: 0.5
  team: 0.5`,
		Good: `
id: money
affects:
  pace: 0.5
  care: 0.5
  team: 0.5`,
		check: checkAxisContext,
	}
}

// checkAxisContext is silent where a questionnaire asks nothing about the situation at all: that is a choice, not a slip.
func checkAxisContext(s *subject) {
	if !s.asks(questionnaire.Context) {
		return
	}
	for _, axis := range s.ownAxes() {
		if len(s.needs(axis.ID)) == 0 {
			s.report(place{axis.File, axis.Pos}, `name it under "affects" of a context question`,
				"no context question counts on axis %s, so its situation is never known", diag.Quote(axis.ID))
		}
	}
}

func (s *subject) asks(measure questionnaire.Measure) bool {
	for i := range s.Questions {
		if s.Questions[i].Measures == measure {
			return true
		}
	}
	return false
}

func contextWithoutStyle() Rule {
	return Rule{
		Code: "context-without-style", Severity: diag.Warning,
		Summary: "A question about the situation counts on an axis whose style is not asked.",
		Why: "The situation on an axis says something only beside the practice there. On an axis without a question that measures lean it is " +
			"held against nothing. Take up such a question of the axis with \"only\", or leave the axis out of \"affects\".",
		check: checkContextStyle,
	}
}

// checkContextStyle leaves axes of the own file to axis-without-style.
func checkContextStyle(s *subject) {
	for _, q := range s.ownQuestions() {
		for _, affect := range q.Affects {
			axis := s.Axis(affect.Axis)
			if axis != nil && !s.own(axis.File) && len(s.on(questionnaire.Lean, axis.ID)) == 0 {
				s.report(s.placeOf(q), `take up a question that measures lean on that axis, or leave it out of "affects"`,
					"question %s counts on axis %s, whose practice is never scored", diag.Quote(q.ID), diag.Quote(axis.ID))
			}
		}
	}
}

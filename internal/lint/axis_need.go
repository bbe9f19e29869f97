package lint

import (
	"slices"

	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/questionnaire"
)

// checkAxisWithoutNeed is silent where a questionnaire asks nothing about the situation at all: that is a choice, not a slip. A checklist
// has no needs.
func checkAxisWithoutNeed(s *subject) {
	if s.Verdict != questionnaire.Leaning || !s.asksAbout(questionnaire.Context) {
		return
	}
	for _, axis := range s.ownAxes() {
		if len(s.situationShares(axis.ID)) == 0 {
			s.addFinding(place{axis.File, axis.Pos}, `name it under "affects" of a question of the kind "need"`,
				"no question about a need counts on axis %s, so its situation is never known", diag.Quote(axis.ID))
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
		for _, id := range axesOf(q) {
			axis := s.Axis(id)
			if axis != nil && !s.isOwn(axis.File) && len(s.questionsOn(questionnaire.Lean, id)) == 0 {
				s.addFinding(s.placeOf(q), `take up a question that measures lean on that axis, or leave it out here`,
					"question %s counts on axis %s, whose practice is never scored", diag.Quote(q.ID), diag.Quote(id))
			}
		}
	}
}

// axesOf are the axes that a context question moves or limits, sorted.
func axesOf(q *questionnaire.Question) []string {
	var axes []string
	for _, affect := range q.Affects {
		axes = append(axes, affect.Axis)
	}
	for i := range q.Options {
		for _, bound := range q.Options[i].Allows {
			axes = append(axes, bound.Axis)
		}
	}
	slices.Sort(axes)
	return slices.Compact(axes)
}

package reach

import (
	"cmp"

	"github.com/opsfit/opsfit/internal/advice"
	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/condition"
	"github.com/opsfit/opsfit/internal/score"
)

// evaluation is a sheet with what the score and advice rooms say of it.
type evaluation struct {
	sheet *answers.Sheet
	facts *advice.Facts
}

// evaluate scores a sheet; deep includes robustness, which takes long and which few conditions look at.
func (s *Space) evaluate(sheet *answers.Sheet, deep bool) *evaluation {
	leaning := score.Figures(s.source, sheet)
	if deep {
		leaning = score.Score(s.source, sheet).Leaning
	}
	return &evaluation{sheet, advice.NewFacts(s.source, sheet, leaning)}
}

// meets reports that the sheet fulfils every part.
func (e *evaluation) meets(parts []Part) bool {
	for i := range parts {
		c := &parts[i].condition
		var met bool
		switch parts[i].want {
		case wantHolds:
			met = c.Holds(e.facts)
		case wantFails:
			met = !c.Holds(e.facts)
		case wantKnown:
			met = e.knows(c)
		}
		if !met {
			return false
		}
	}
	return true
}

// knows reports that nothing which the condition looks at is missing.
func (e *evaluation) knows(c *condition.Condition) bool {
	switch c.Kind {
	case condition.AnswerTest, condition.LevelTest:
		return e.sheet.Get(c.Question).Status == answers.Answered
	case condition.MetricTest:
		return e.facts.Figures().Value(c.Metric, cmp.Or(c.Axis, condition.Overall)) != nil
	case condition.ShiftTest, condition.NotShiftTest:
		return e.facts.Figures().Value(condition.Gap, c.Axis) != nil
	default:
		for i := range c.Of {
			if !e.knows(&c.Of[i]) {
				return false
			}
		}
		return true
	}
}

// sheet writes one state a question into a sheet.
func (s *Space) sheet(states []int) *answers.Sheet {
	sheet := &answers.Sheet{Questionnaire: s.source.ID, Answers: make(map[string]answers.Answer, len(states))}
	for i, chosen := range states {
		q := &s.questions[i]
		given := answers.Answer{Status: q.states[chosen].status, Source: answers.Person}
		if option := q.states[chosen].option; option != nil {
			given.Option = option.ID
		}
		if given.Status != answers.Skipped {
			sheet.Answers[q.ID] = given
		}
	}
	return sheet
}

package reach

import (
	"cmp"
	"math/big"
	"slices"

	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/score"
)

// compile brings what is asked of a sheet into the form that the search works on.
func (s *Space) compile(parts []Part) *goal {
	goals := make([]*goal, 0, len(parts))
	for i := range parts {
		c := &parts[i].condition
		switch parts[i].want {
		case wantHolds:
			goals = append(goals, s.truth(c, true))
		case wantFails:
			goals = append(goals, s.truth(c, false))
		case wantKnown:
			goals = append(goals, s.allOf(s.known(c, nil)))
		}
	}
	return s.allOf(goals)
}

// truth is the goal that a condition holds, or that it does not.
func (s *Space) truth(c *questionnaire.Condition, holds bool) *goal {
	switch c.Kind {
	case questionnaire.Always:
		return decided(holds)
	case questionnaire.All:
		return s.join(c.Of, holds, holds)
	case questionnaire.Any:
		return s.join(c.Of, !holds, holds)
	case questionnaire.None:
		return s.join(c.Of, holds, !holds)
	default:
		return s.test(c, holds)
	}
}

// join asks that all of the conditions, or one of them, hold or fail.
func (s *Space) join(of []questionnaire.Condition, all, holds bool) *goal {
	parts := make([]*goal, 0, len(of))
	for i := range of {
		parts = append(parts, s.truth(&of[i], holds))
	}
	if all {
		return s.allOf(parts)
	}
	return s.anyOf(parts)
}

func decided(holds bool) *goal {
	if holds {
		return &goal{kind: certain}
	}
	return &goal{kind: impossible}
}

func (s *Space) test(c *questionnaire.Condition, holds bool) *goal {
	switch c.Kind {
	case questionnaire.MetricTest:
		return s.figureTest(c, holds)
	case questionnaire.ShiftTest:
		return s.shift(c, holds)
	case questionnaire.NotShiftTest:
		return s.shift(c, !holds)
	case questionnaire.AnswerTest, questionnaire.LevelTest, questionnaire.UnknownTest:
		return s.answerTest(c, holds)
	default:
		return decided(!holds)
	}
}

func (s *Space) answerTest(c *questionnaire.Condition, holds bool) *goal {
	place, asked := s.place[c.Question]
	if !asked {
		return decided(!holds)
	}
	q := &s.questions[place]
	var passing set
	for i, state := range q.states {
		if passes(c, state) {
			passing |= only(i)
		}
	}
	if !holds {
		passing = q.whole &^ passing
	}
	return choose(place, passing, q.whole)
}

// passes is what the advice room says of a test on the answer to one question.
func passes(c *questionnaire.Condition, s state) bool {
	switch {
	case c.Kind == questionnaire.UnknownTest:
		return s.status == answers.DontKnow
	case s.option == nil:
		return false
	case c.Kind == questionnaire.AnswerTest:
		return slices.Contains(c.Options, s.option.ID)
	}
	return s.option.Readiness != nil && !slices.ContainsFunc(c.Bounds, func(b questionnaire.Bound) bool {
		return !b.Holds(s.option.Readiness)
	})
}

func (s *Space) figureTest(c *questionnaire.Condition, holds bool) *goal {
	f := figure{c.Metric, cmp.Or(c.Axis, questionnaire.Overall)}
	l := within(c.Bounds)
	if !holds {
		l = l.opposite()
	}
	if f.metric == questionnaire.MetricDontKnows || f.metric == questionnaire.MetricSteps {
		l = l.whole()
	}
	return limited(f, l)
}

func (s *Space) shift(c *questionnaire.Condition, holds bool) *goal {
	if _, found := s.onAxis[c.Axis]; !found {
		return decided(!holds)
	}
	inFigures := s.judged.shift(c.Axis, c.Towards)
	return s.truth(&inFigures, holds)
}

// shift writes out what makes the score room give an axis a direction: a gap that is large enough, and different sides.
func (j judged) shift(axis, towards string) questionnaire.Condition {
	const practice, situation = questionnaire.MetricPractice, questionnaire.MetricSituation
	below, above := new(big.Rat).Neg(j.leaning), j.leaning
	upward := all(
		test(questionnaire.MetricGap, axis, questionnaire.GTE, j.aligned),
		questionnaire.Condition{Kind: questionnaire.Any, Of: []questionnaire.Condition{
			all(test(practice, axis, questionnaire.LTE, below), test(situation, axis, questionnaire.GT, below)),
			all(test(practice, axis, questionnaire.LT, above), test(situation, axis, questionnaire.GTE, above)),
		}},
	)
	if towards == string(score.SysOps) {
		return mirrored(upward)
	}
	return upward
}

func all(of ...questionnaire.Condition) questionnaire.Condition {
	return questionnaire.Condition{Kind: questionnaire.All, Of: of}
}

func test(metric, axis string, op questionnaire.Op, value *big.Rat) questionnaire.Condition {
	return questionnaire.Condition{
		Kind: questionnaire.MetricTest, Metric: metric, Axis: axis, Bounds: []questionnaire.Bound{{Op: op, Value: value}},
	}
}

// mirrored exchanges the poles in a condition on figures that lie on the line.
func mirrored(c questionnaire.Condition) questionnaire.Condition {
	c.Of, c.Bounds = slices.Clone(c.Of), slices.Clone(c.Bounds)
	for i := range c.Of {
		c.Of[i] = mirrored(c.Of[i])
	}
	for i, bound := range c.Bounds {
		c.Bounds[i] = questionnaire.Bound{Op: opposite(bound.Op), Value: new(big.Rat).Neg(bound.Value)}
	}
	return c
}

func opposite(op questionnaire.Op) questionnaire.Op {
	switch op {
	case questionnaire.LT:
		return questionnaire.GT
	case questionnaire.LTE:
		return questionnaire.GTE
	case questionnaire.GTE:
		return questionnaire.LTE
	case questionnaire.GT:
		return questionnaire.LT
	case questionnaire.EQ:
	}
	return op
}

// known appends what makes the tests of a condition lack nothing.
func (s *Space) known(c *questionnaire.Condition, goals []*goal) []*goal {
	switch c.Kind {
	case questionnaire.AnswerTest, questionnaire.LevelTest:
		place, asked := s.place[c.Question]
		if !asked {
			return append(goals, decided(false))
		}
		q := &s.questions[place]
		return append(goals, choose(place, q.answered, q.whole))
	case questionnaire.MetricTest:
		return append(goals, limited(figure{c.Metric, cmp.Or(c.Axis, questionnaire.Overall)}, anyNumber()))
	case questionnaire.ShiftTest, questionnaire.NotShiftTest:
		return append(goals, limited(figure{questionnaire.MetricGap, c.Axis}, anyNumber()))
	default:
		for i := range c.Of {
			goals = s.known(&c.Of[i], goals)
		}
		return goals
	}
}

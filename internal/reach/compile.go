package reach

import (
	"cmp"
	"math/big"
	"slices"

	"github.com/opsfit/opsfit/internal/condition"
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
func (s *Space) truth(c *condition.Condition, holds bool) *goal {
	switch c.Kind {
	case condition.Always:
		return decided(holds)
	case condition.All:
		return s.join(c.Of, holds, holds)
	case condition.Any:
		return s.join(c.Of, !holds, holds)
	case condition.None:
		return s.join(c.Of, holds, !holds)
	default:
		return s.test(c, holds)
	}
}

// join asks that all of the conditions, or one of them, hold or fail.
func (s *Space) join(of []condition.Condition, all, holds bool) *goal {
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

func (s *Space) test(c *condition.Condition, holds bool) *goal {
	switch c.Kind {
	case condition.MetricTest:
		return s.figureTest(c, holds)
	case condition.ShiftTest:
		return s.shift(c, holds)
	case condition.NotShiftTest:
		return s.shift(c, !holds)
	case condition.AnswerTest, condition.LevelTest, condition.UnknownTest:
		return s.answerTest(c, holds)
	default:
		return decided(!holds)
	}
}

func (s *Space) answerTest(c *condition.Condition, holds bool) *goal {
	place, asked := s.place[c.Question]
	if !asked {
		return decided(!holds)
	}
	q := &s.questions[place]
	var passing set
	for i, state := range q.states {
		if c.Accepts(state.answer()) {
			passing |= only(i)
		}
	}
	if !holds {
		passing = q.whole &^ passing
	}
	return choose(place, passing, q.whole)
}

func (s *Space) figureTest(c *condition.Condition, holds bool) *goal {
	f := figure{c.Metric, cmp.Or(c.Axis, condition.Overall)}
	l := within(c.Bounds)
	if !holds {
		l = l.opposite()
	}
	if f.metric == condition.DontKnows || f.metric == condition.Steps {
		l = l.whole()
	}
	return limited(f, l)
}

func (s *Space) shift(c *condition.Condition, holds bool) *goal {
	if _, found := s.onAxis[c.Axis]; !found {
		return decided(!holds)
	}
	inFigures := s.judged.shift(c.Axis, c.Towards)
	return s.truth(&inFigures, holds)
}

// shift writes out what makes the score room give an axis a direction: a gap that is large enough, and different sides.
func (j judged) shift(axis, towards string) condition.Condition {
	const practice, situation = condition.Practice, condition.Situation
	below, above := new(big.Rat).Neg(j.leaning), j.leaning
	upward := all(
		test(condition.Gap, axis, condition.GTE, j.aligned),
		condition.Condition{Kind: condition.Any, Of: []condition.Condition{
			all(test(practice, axis, condition.LTE, below), test(situation, axis, condition.GT, below)),
			all(test(practice, axis, condition.LT, above), test(situation, axis, condition.GTE, above)),
		}},
	)
	if towards == string(score.SysOps) {
		return mirrored(upward)
	}
	return upward
}

func all(of ...condition.Condition) condition.Condition {
	return condition.Condition{Kind: condition.All, Of: of}
}

func test(metric condition.Metric, axis string, op condition.Op, value *big.Rat) condition.Condition {
	return condition.Condition{
		Kind: condition.MetricTest, Metric: metric, Axis: axis, Bounds: []condition.Bound{{Op: op, Value: value}},
	}
}

// mirrored exchanges the poles in a condition on figures that lie on the line.
func mirrored(c condition.Condition) condition.Condition {
	c.Of, c.Bounds = slices.Clone(c.Of), slices.Clone(c.Bounds)
	for i := range c.Of {
		c.Of[i] = mirrored(c.Of[i])
	}
	for i, bound := range c.Bounds {
		c.Bounds[i] = condition.Bound{Op: opposite(bound.Op), Value: new(big.Rat).Neg(bound.Value)}
	}
	return c
}

func opposite(op condition.Op) condition.Op {
	switch op {
	case condition.LT:
		return condition.GT
	case condition.LTE:
		return condition.GTE
	case condition.GTE:
		return condition.LTE
	case condition.GT:
		return condition.LT
	case condition.EQ:
	}
	return op
}

// known appends what makes the tests of a condition lack nothing.
func (s *Space) known(c *condition.Condition, goals []*goal) []*goal {
	switch c.Kind {
	case condition.AnswerTest, condition.LevelTest:
		place, asked := s.place[c.Question]
		if !asked {
			return append(goals, decided(false))
		}
		q := &s.questions[place]
		return append(goals, choose(place, q.answered, q.whole))
	case condition.MetricTest:
		return append(goals, limited(figure{c.Metric, cmp.Or(c.Axis, condition.Overall)}, anyNumber()))
	case condition.ShiftTest, condition.NotShiftTest:
		return append(goals, limited(figure{condition.Gap, c.Axis}, anyNumber()))
	default:
		for i := range c.Of {
			goals = s.known(&c.Of[i], goals)
		}
		return goals
	}
}

package satisfy

import (
	"cmp"
	"math/big"
	"slices"

	"github.com/opsfit/opsfit/internal/condition"
	"github.com/opsfit/opsfit/internal/score"
)

// goal is a requirement on the sheets of a region: a condition has to hold, to fail or to be known, or, if ways are
// given, one of them has to be met.
type goal struct {
	want      want
	condition *condition.Condition
	ways      []goal
}

func mustHold(c condition.Condition) goal { return goal{want: holds, condition: &c} }

func mustFail(c condition.Condition) goal { return goal{want: fails, condition: &c} }

// assumeGoals restricts the region by the goals that leave no choice, and returns the choices. It returns false when no
// sheet is left.
//
// A test that it cannot express is left out. The region then holds more sheets than it should, which is safe: it may still be
// proven empty, and a sheet that is found has to meet the constraints themselves.
func (r *region) assumeGoals(goals []goal) (choices [][]goal, ok bool) {
	for len(goals) > 0 {
		g := goals[0]
		goals = goals[1:]
		switch {
		case g.condition == nil:
			choices = append(choices, g.ways)
		case g.condition.IsTest():
			more, possible := r.assumeTest(g)
			if !possible {
				return nil, false
			}
			goals = append(goals, more...)
		default:
			all, parts := g.splitGoal()
			if all {
				goals = append(goals, parts...)
			} else {
				choices = append(choices, parts)
			}
		}
	}
	return choices, true
}

// splitGoal splits a compound condition: all goals have to be met, or one of them.
func (g goal) splitGoal() (all bool, parts []goal) {
	want := g.want
	if g.condition.Kind == condition.None {
		want = want.negated()
	}
	for i := range g.condition.Of {
		parts = append(parts, goal{want: want, condition: &g.condition.Of[i]})
	}
	switch {
	case g.want == known:
		return true, parts
	case g.condition.Kind == condition.Any:
		return g.want == fails, parts
	default:
		return g.want == holds, parts
	}
}

// assumeTest restricts the region by a test. It returns equivalent goals if that is not possible as a whole, and false
// when no sheet is left.
func (r *region) assumeTest(g goal) (more []goal, possible bool) {
	switch g.condition.Kind {
	case condition.AnswerTest, condition.LevelTest, condition.UnknownTest:
		return r.assumeAnswer(g)
	case condition.MetricTest:
		return r.assumeMetric(g)
	case condition.ShiftTest:
		return r.assumeShift(g)
	case condition.NotShiftTest:
		return r.assumeShift(goal{want: g.want.negated(), condition: g.condition})
	case condition.UnmetTest:
		return r.assumeUnmet(g)
	case condition.HeldTest:
		return r.assumeHeld(g)
	case condition.AdviceTest:
		return r.assumeAdvice(g)
	default:
		return nil, true
	}
}

// negated swaps holding and failing.
func (w want) negated() want {
	if w == known {
		return known
	}
	return holds + fails - w
}

func (r *region) assumeMetric(g goal) (more []goal, possible bool) {
	switch f := figureOf(g.condition); g.want {
	case holds:
		return nil, r.demandFigure(f, passingAll(g.condition.Bounds))
	case known:
		return nil, r.demandFigure(f, allNumbers())
	default:
		return r.assumeFailing(g.condition)
	}
}

func (r *region) assumeShift(g goal) (more []goal, possible bool) {
	axis := g.condition.Axis
	switch {
	case g.want == known:
		return nil, r.demandFigure(figure{condition.Gap, axis}, allNumbers())
	case r.source.Axis(axis) == nil:
		return nil, g.want == fails
	}
	shift := r.shiftCondition(axis, g.condition.Towards)
	return []goal{{want: g.want, condition: &shift}}, true
}

func figureOf(c *condition.Condition) figure {
	return figure{c.Metric, cmp.Or(c.Axis, condition.Overall)}
}

// assumeAnswer keeps the states of a question that pass a test on it.
func (r *region) assumeAnswer(g goal) (more []goal, possible bool) {
	place, asked := r.place[g.condition.Question]
	switch {
	case g.want == known && g.condition.Kind == condition.UnknownTest:
		return nil, true
	case !asked:
		return nil, g.want == fails
	}
	return r.keepStates(place, r.questions[place].passingStates(g))
}

// keepStates keeps some states of a question. Where it is asked in all that are left, its condition for asking has to hold, and
// where it is asked in none of them that condition has to fail. That is said once: conditions may lead to each other many times.
func (r *region) keepStates(place int, states set) (more []goal, possible bool) {
	q, before := &r.questions[place], r.states[place]
	if !r.restrictQuestion(place, states) {
		return nil, false
	}
	if q.AskIf == nil {
		return nil, true
	}
	leftOut := singleState(len(q.states) - 1)
	switch after := r.states[place]; {
	case before&leftOut != 0 && after&leftOut == 0:
		return []goal{mustHold(*q.AskIf)}, true
	case before != leftOut && after == leftOut && !q.AllowNA:
		return []goal{mustFail(*q.AskIf)}, true
	}
	return nil, true
}

// passingStates are the states that a test on the question can have.
func (q *question) passingStates(g goal) set {
	if g.want == known {
		return q.answered
	}
	var passing set
	for i, state := range q.states {
		if q.mayPass(state, g) {
			passing |= singleState(i)
		}
	}
	return passing
}

// mayPass reports whether one of the answers that a state stands for passes the test.
func (q *question) mayPass(s state, g goal) bool {
	test := g.condition
	if s.list == nil || test.Kind == condition.UnknownTest {
		return test.Accepts(s.conditionAnswer()) == (g.want == holds)
	}
	switch {
	case q.partial:
		return true
	case test.Kind == condition.AnswerTest:
		isTold := !slices.ContainsFunc(test.Options, func(id string) bool { return !slices.Contains(q.tested, id) })
		return !isTold || test.Accepts(s.conditionAnswer()) == (g.want == holds)
	case g.want == holds:
		return !passingAll(test.Bounds).intersect(closedInterval(s.low, s.high)).isEmpty()
	}
	return !condition.Within(s.low, test.Bounds) || !condition.Within(s.high, test.Bounds)
}

// assumeFailing restricts the region by a test on a metric that has to fail: the figure is missing, or it is beyond a
// bound.
func (r *region) assumeFailing(c *condition.Condition) (more []goal, possible bool) {
	bound := c.Bounds[0]
	with := func(bounds ...condition.Bound) condition.Condition {
		one := *c
		one.Bounds = bounds
		return one
	}
	switch {
	case len(c.Bounds) > 1:
		return []goal{{ways: []goal{mustFail(with(bound)), mustFail(with(c.Bounds[1:]...))}}}, true
	case bound.Op == condition.EQ:
		return []goal{{ways: []goal{
			mustFail(with(condition.Bound{Op: condition.GTE, Value: bound.Value})),
			mustHold(with(condition.Bound{Op: condition.GT, Value: bound.Value})),
		}}}, true
	}
	return nil, r.demandFigure(figureOf(c), failingBound(bound))
}

// shiftCondition returns the condition by which the score gives an axis a direction: a gap that is large enough, and
// different sides.
func (s *Solver) shiftCondition(axis, towards string) condition.Condition {
	test := func(metric condition.Metric, op condition.Op, value *big.Rat) condition.Condition {
		return measuredBy(metric, axis, op, value)
	}
	const practice, situation = condition.Practice, condition.Situation
	gap, high := s.thresholds["aligned_gap"], s.thresholds["leaning_edge"]
	low := new(big.Rat).Neg(high)
	wide := test(condition.Gap, condition.GTE, gap)
	fromPole := allOf(test(practice, condition.LTE, low), test(situation, condition.GT, low))
	toPole := allOf(test(practice, condition.LT, high), test(situation, condition.GTE, high))
	if towards == string(score.SysOps) {
		wide = test(condition.Gap, condition.LTE, new(big.Rat).Neg(gap))
		fromPole = allOf(test(practice, condition.GTE, high), test(situation, condition.LT, high))
		toPole = allOf(test(practice, condition.GT, low), test(situation, condition.LTE, low))
	}
	return allOf(wide, anyOf([]condition.Condition{fromPole, toPole}))
}

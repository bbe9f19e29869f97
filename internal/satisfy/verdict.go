package satisfy

import (
	"math/big"
	"slices"

	"github.com/opsfit/opsfit/internal/condition"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/score"
)

func measuredBy(metric condition.Metric, axis string, op condition.Op, value *big.Rat) condition.Condition {
	return condition.Condition{
		Kind: condition.MetricTest, Metric: metric, Axis: axis, Bounds: []condition.Bound{{Op: op, Value: value}},
	}
}

func allOf(parts ...condition.Condition) condition.Condition {
	return condition.Condition{Kind: condition.All, Of: parts}
}

func anyOf(parts []condition.Condition) condition.Condition {
	return condition.Condition{Kind: condition.Any, Of: parts}
}

// isSo and isNot are what a test can be on a sheet.
const (
	isSo set = 1 << iota
	isNot
)

// assumeUnmet writes out that an answer lies below the floor of its axis: for one of its levels the floor is higher. That it does
// not, or is unknown, says little that the bounds could use.
func (r *region) assumeUnmet(g goal) (more []goal, possible bool) {
	place, asked := r.place[g.condition.Question]
	if !asked {
		return nil, g.want == fails
	}
	q := &r.questions[place]
	switch {
	case g.want == known:
		return r.keepStates(place, q.answered)
	case q.Measures != questionnaire.Readiness:
		return nil, g.want == fails
	case g.want == fails:
		r.unmet[place] &= isNot
		return nil, r.unmet[place] != 0
	}
	if r.unmet[place] &= isSo; r.unmet[place] == 0 {
		return nil, false
	}
	if q.partial {
		return nil, true
	}
	var ways []condition.Condition
	for _, state := range q.states[:q.choices] {
		answered := condition.Condition{Kind: condition.LevelTest, Question: q.ID, Bounds: []condition.Bound{
			{Op: condition.GTE, Value: state.low}, {Op: condition.LTE, Value: state.high},
		}}
		ways = append(ways, allOf(answered, measuredBy(condition.Floor, q.Axis, condition.GT, state.low)))
	}
	return []goal{mustHold(anyOf(ways))}, true
}

// assumeHeld takes what has to be so where a limit holds an axis: its situation is known, and an answer allows less than
// everything. That it is not held says nothing that the bounds could use.
func (r *region) assumeHeld(g goal) (more []goal, possible bool) {
	axis := g.condition.Axis
	place := slices.IndexFunc(r.source.Axes, func(a questionnaire.Axis) bool { return a.ID == axis })
	switch {
	case g.want == known:
		return nil, r.demandFigure(figure{condition.Gap, axis}, allNumbers())
	case place < 0:
		return nil, g.want == fails
	case g.want == fails:
		r.held[place] &= isNot
		return nil, r.held[place] != 0
	}
	r.held[place] &= isSo
	if r.held[place] == 0 || !r.demandFigure(figure{condition.Situation, axis}, allNumbers()) {
		return nil, false
	}
	var ways []condition.Condition
	for i := range r.questions {
		if limiting := r.questions[i].limiting(axis); len(limiting) > 0 {
			ways = append(ways, condition.Condition{Kind: condition.AnswerTest, Question: r.questions[i].ID, Options: limiting})
		}
	}
	return []goal{mustHold(anyOf(ways))}, true
}

// limiting are the options of a limit that set a bound on an axis.
func (q *question) limiting(axis string) []string {
	var options []string
	for i := range q.Options {
		atLeast, atMost := state{option: &q.Options[i]}.allowed(axis)
		if atLeast != nil || atMost != nil {
			options = append(options, q.Options[i].ID)
		}
	}
	return options
}

// assumeAdvice takes what has to be so for one of several verdicts: both sides are known, and the overall figures are those that
// lead there. Combining has several reasons and is left open, and so is a verdict that is none of those named.
func (r *region) assumeAdvice(g goal) (more []goal, possible bool) {
	if r.verdicts &= advicesOf(g); r.verdicts == 0 {
		return nil, false
	}
	if g.want == fails {
		return nil, true
	}
	for _, metric := range []condition.Metric{condition.Practice, condition.Situation} {
		if !r.demandFigure(figure{metric, condition.Overall}, allNumbers()) {
			return nil, false
		}
	}
	if g.want == known {
		return nil, true
	}
	var ways []condition.Condition
	for _, word := range g.condition.Options {
		ways = append(ways, r.advice(score.Advice(word)))
	}
	return []goal{mustHold(anyOf(ways))}, true
}

// advices are those that there are; a sheet without one has the place after them.
func advices() []string {
	return []string{
		string(score.StaySysOps), string(score.StayHybrid), string(score.StayDevOps), string(score.ShiftSysOps),
		string(score.ShiftDevOps), string(score.Combine),
	}
}

// advicesOf are the advices that meet a goal.
func advicesOf(g goal) set {
	all := advices()
	some := singleState(len(all)) - 1
	if g.want == known {
		return some
	}
	var named set
	for _, word := range g.condition.Options {
		if place := slices.Index(all, word); place >= 0 {
			named |= singleState(place)
		}
	}
	if g.want == fails {
		return (some | singleState(len(all))) &^ named
	}
	return named
}

// advice is what the overall figures are where the verdict is the advice; not everything that leads to it.
func (s *Solver) advice(advice score.Advice) condition.Condition {
	edge, gap := s.thresholds["leaning_edge"], s.thresholds["stay_gap"]
	test := func(metric condition.Metric, op condition.Op, value *big.Rat) condition.Condition {
		return measuredBy(metric, condition.Overall, op, value)
	}
	switch advice {
	case score.StaySysOps:
		return test(condition.Practice, condition.LTE, negative(edge))
	case score.StayDevOps:
		return test(condition.Practice, condition.GTE, edge)
	case score.StayHybrid:
		return allOf(test(condition.Practice, condition.GT, negative(edge)), test(condition.Practice, condition.LT, edge))
	case score.ShiftDevOps:
		return test(condition.Gap, condition.GTE, gap)
	case score.ShiftSysOps:
		return test(condition.Gap, condition.LTE, negative(gap))
	default:
		return allOf()
	}
}

package reach

import (
	"math"
	"math/big"
	"slices"
	"strings"

	"github.com/opsfit/opsfit/internal/condition"
	"github.com/opsfit/opsfit/internal/questionnaire"
)

// A guess is a sheet of the box that is likely to meet its demands. Guesses only save work: what is concluded never rests
// on them, so here, and here alone, numbers need not be exact.

// aim is where a guess would like a question to be.
type aim struct {
	// value is the position or level to come near to, where placed is set; else it is the middle of what is possible.
	value  float64
	placed bool
	// open asks for no answer.
	open bool
	// floors asks for an option with high (1) or low (-1) floors.
	floors float64
}

func near(value float64) aim { return aim{value: value, placed: true} }

// guesses are two sheets: one that goes as far as the demands ask, one that stays in the middle of what they allow.
func (b *box) guesses() [][]int {
	if len(b.demands) == 0 {
		return [][]int{b.pick(make([]aim, len(b.domains)))}
	}
	return [][]int{b.guess(true), b.guess(false)}
}

// guess first chooses the needs, and then the practice that stands as far from them as demanded.
func (b *box) guess(far bool) []int {
	aims := make([]aim, len(b.domains))
	for _, d := range b.ordered() {
		b.aim(aims, d, far)
	}
	states := b.pick(aims)
	for _, d := range b.ordered() {
		apart, demanded := b.apart(d, far)
		for i := range b.space.axes {
			a := &b.space.axes[i]
			if demanded && (d.figure.axis == condition.Overall || d.figure.axis == a.id) {
				b.follow(aims, states, a, apart)
			}
		}
	}
	return b.pick(aims)
}

// ordered returns the demands on all axes before those on one, so that these have the last word.
func (b *box) ordered() []demand {
	rank := func(f figure) string {
		if f.axis == condition.Overall {
			return ""
		}
		return f.axis
	}
	return slices.SortedStableFunc(slices.Values(b.demands), func(x, y demand) int {
		return strings.Compare(rank(x.figure), rank(y.figure))
	})
}

// aim sets the questions that a figure is computed from so that it comes out as demanded.
func (b *box) aim(aims []aim, d demand, far bool) {
	target, known := b.target(d, far)
	if !known {
		b.leaveOpen(aims, d.figure)
		return
	}
	switch d.figure.metric {
	case condition.Practice:
		b.set(aims, d.figure.axis, questionnaire.Lean, target)
	case condition.Situation:
		b.set(aims, d.figure.axis, questionnaire.Context, target)
	case condition.Readiness:
		b.set(aims, d.figure.axis, questionnaire.Readiness, target)
	case condition.Gap:
		b.set(aims, d.figure.axis, questionnaire.Context, target/2)
	case condition.Shortfall:
		b.aimShortfall(aims, d.figure.axis, target > 0)
	case condition.Tension:
		b.aimTension(aims, d.figure.axis, target > 0)
	case condition.Coverage, condition.DontKnows:
		b.aimOpen(aims, d.figure, target)
	default:
	}
}

// target is a number within the limit: the middle of the first part of it that the figure can reach, or, going far, the end
// of that part which is an end of all that the figure can be. It is not known when only an unknown figure will do.
func (b *box) target(d demand, far bool) (target float64, known bool) {
	reachable := b.enclose(d.figure)
	if !reachable.known {
		return 0, false
	}
	lowest, highest := float(reachable.low), float(reachable.high)
	for _, part := range d.limit.parts {
		met := interval{low: reachable.low, high: reachable.high}.meet(part)
		if met.empty() {
			continue
		}
		low, high := float(met.low), float(met.high)
		switch {
		case far && high == highest && low > lowest:
			return high, true
		case far && low == lowest && high < highest:
			return low, true
		}
		return (low + high) / 2, true
	}
	return 0, false
}

func float(x *big.Rat) float64 {
	value, _ := x.Float64()
	return value
}

// apart is how far the situation has to lie above the practice, where that is demanded.
func (b *box) apart(d demand, far bool) (apart float64, demanded bool) {
	target, known := b.target(d, far)
	switch {
	case known && d.figure.metric == condition.Gap:
		return target, true
	case known && d.figure.metric == condition.Fit:
		return (100 - target) / 50, true
	}
	return 0, false
}

// follow aims the practice of an axis at its situation on a sheet, less the distance.
func (b *box) follow(aims []aim, states []int, a *axis, apart float64) {
	sum, weight := 0.0, 0.0
	for _, n := range a.needs {
		q := &b.space.questions[n.question]
		if value := q.value(q.states[states[n.question]]); value != nil {
			sum += float(value) * float(n.weight)
			weight += float(n.weight)
		}
	}
	if weight > 0 {
		b.set(aims, a.id, questionnaire.Lean, sum/weight-apart)
	}
}

func (b *box) set(aims []aim, axis string, m questionnaire.Measure, value float64) {
	b.each(axis, m, func(place int) { aims[place] = near(value) })
}

// each visits the questions of a measure that bear on an axis, or all of that measure.
func (b *box) each(axis string, m questionnaire.Measure, visit func(place int)) {
	for i := range b.space.questions {
		q := &b.space.questions[i]
		if q.Measures == m && (axis == condition.Overall || q.Axis == axis || q.affects(axis)) {
			visit(i)
		}
	}
}

func (q *question) affects(axis string) bool {
	return slices.ContainsFunc(q.Affects, func(affect questionnaire.Affect) bool { return affect.Axis == axis })
}

func (b *box) leaveOpen(aims []aim, f figure) {
	measure := questionnaire.Lean
	switch f.metric {
	case condition.Situation, condition.Tension:
		measure = questionnaire.Context
	case condition.Readiness, condition.Shortfall:
		measure = questionnaire.Readiness
	default:
	}
	b.each(f.axis, measure, func(place int) { aims[place].open = true })
}

func (b *box) aimShortfall(aims []aim, axis string, large bool) {
	level, floors := 4.0, -1.0
	if large {
		level, floors = 0, 1
	}
	b.set(aims, axis, questionnaire.Readiness, level)
	b.each(condition.Overall, questionnaire.Context, func(place int) { aims[place].floors = floors })
}

// aimTension sends the needs to both poles in turn, or all to one. Over all axes it is these that take turns.
func (b *box) aimTension(aims []aim, axis string, large bool) {
	turn := 0
	b.each(axis, questionnaire.Context, func(place int) {
		if axis == condition.Overall {
			turn = b.mainAxis(place)
		}
		aims[place] = near(1)
		if large && turn%2 == 1 {
			aims[place] = near(-1)
		}
		turn++
	})
}

// mainAxis is the axis that a question affects most.
func (b *box) mainAxis(place int) int {
	main, most := 0, 0.0
	for _, affect := range b.space.questions[place].Affects {
		if weight := float(affect.Weight); weight > most {
			main, most = b.space.onAxis[affect.Axis], weight
		}
	}
	return main
}

// aimOpen leaves as many questions open as the figure asks for.
func (b *box) aimOpen(aims []aim, f figure, target float64) {
	var counted []int
	total := 0.0
	for i := range b.space.questions {
		if q := &b.space.questions[i]; q.bearsOn(f) {
			counted = append(counted, i)
			total += float(q.Weight)
		}
	}
	left := target
	if f.metric == condition.Coverage {
		left = (1 - target) * total
	}
	for _, place := range counted {
		weight := 1.0
		if f.metric == condition.Coverage {
			weight = float(b.space.questions[place].Weight)
		}
		if left < weight {
			return
		}
		left -= weight
		aims[place].open = true
	}
}

// pick chooses for each question the state that comes nearest to its aim.
func (b *box) pick(aims []aim) []int {
	states := make([]int, len(b.domains))
	for i := range states {
		states[i] = b.nearest(i, aims[i])
	}
	return states
}

func (b *box) nearest(place int, wanted aim) int {
	q := &b.space.questions[place]
	domain := b.domains[place]
	if open := domain & (q.dontKnow | q.skipped); open != 0 && (wanted.open || domain&q.answered == 0) {
		domain = open
	} else if domain&q.answered != 0 {
		domain &= q.answered
	}
	if !wanted.placed {
		wanted.value = q.middle(domain)
	}
	best, least := -1, math.Inf(1)
	for state := range domain.all() {
		if away := math.Abs(q.at[state]-wanted.value) - 10*wanted.floors*q.heights[state]; best < 0 || away < least {
			best, least = state, away
		}
	}
	return best
}

// middle is half way between the lowest and the highest of some states.
func (q *question) middle(states set) float64 {
	low, high := math.Inf(1), math.Inf(-1)
	for state := range states.all() {
		low, high = math.Min(low, q.at[state]), math.Max(high, q.at[state])
	}
	return (low + high) / 2
}

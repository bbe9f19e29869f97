package reach

import (
	"math/big"
	"slices"
	"strings"

	"github.com/opsfit/opsfit/internal/questionnaire"
)

// A guess is a sheet of the box that is likely to meet its demands. Guesses only save work: what is concluded never rests
// on them.

// aim is where a guess would like a question to be.
type aim struct {
	// value is the position or level to come near to; nil for the middle of what is possible.
	value *big.Rat
	// open asks for no answer.
	open bool
	// floors asks for an option with high (1) or low (-1) floors.
	floors int
}

// guesses are two sheets: one that goes as far as the demands ask, one that stays in the middle of what they allow.
func (b *box) guesses() [][]int {
	if len(b.demands) == 0 {
		return [][]int{b.pick(make([]aim, len(b.domains)))}
	}
	return [][]int{b.guess(true), b.guess(false)}
}

// guess first chooses the needs, and then the practice that stands as far from them as demanded.
func (b *box) guess(far bool) []int {
	aims := b.aims(far)
	states := b.pick(aims)
	for _, d := range b.ordered() {
		apart := b.apart(d, far)
		for i := range b.space.axes {
			a := &b.space.axes[i]
			if apart != nil && (d.figure.axis == questionnaire.Overall || d.figure.axis == a.id) {
				b.follow(aims, states, a, apart)
			}
		}
	}
	return b.pick(aims)
}

// apart is how far the situation has to lie above the practice; nil where that is not demanded.
func (b *box) apart(d demand, far bool) *big.Rat {
	target := b.target(d, far)
	switch {
	case target == nil:
		return nil
	case d.figure.metric == "gap":
		return target
	case d.figure.metric == "fit":
		apart := new(big.Rat).Sub(big.NewRat(100, 1), target)
		return apart.Quo(apart, big.NewRat(50, 1))
	}
	return nil
}

// follow aims the practice of an axis at its situation on a sheet, less the distance.
func (b *box) follow(aims []aim, states []int, a *axis, apart *big.Rat) {
	sum, weight := new(big.Rat), new(big.Rat)
	for _, n := range a.needs {
		q := &b.space.questions[n.question]
		if value := q.value(q.states[states[n.question]]); value != nil {
			sum.Add(sum, new(big.Rat).Mul(value, n.weight))
			weight.Add(weight, n.weight)
		}
	}
	if weight.Sign() == 0 {
		return
	}
	value := sum.Quo(sum, weight)
	b.set(aims, a.id, questionnaire.Lean, value.Sub(value, apart))
}

func (b *box) aims(far bool) []aim {
	aims := make([]aim, len(b.domains))
	for _, d := range b.ordered() {
		b.aim(aims, d, far)
	}
	return aims
}

// ordered returns the demands on all axes before those on one, so that these have the last word.
func (b *box) ordered() []demand {
	demands := slices.Clone(b.demands)
	slices.SortStableFunc(demands, func(x, y demand) int {
		return strings.Compare(rank(x.figure), rank(y.figure))
	})
	return demands
}

func rank(f figure) string {
	if f.axis == questionnaire.Overall {
		return ""
	}
	return f.axis
}

// aim sets the questions that a figure is computed from so that it comes out as demanded.
func (b *box) aim(aims []aim, d demand, far bool) {
	target := b.target(d, far)
	lean, ready, context := questionnaire.Lean, questionnaire.Readiness, questionnaire.Context
	if target == nil {
		b.leaveOpen(aims, d.figure, lean)
		return
	}
	half := new(big.Rat).Quo(target, big.NewRat(2, 1))
	switch d.figure.metric {
	case "practice":
		b.set(aims, d.figure.axis, lean, target)
	case "situation":
		b.set(aims, d.figure.axis, context, target)
	case "readiness":
		b.set(aims, d.figure.axis, ready, target)
	case "gap":
		b.set(aims, d.figure.axis, lean, new(big.Rat).Neg(half))
		b.set(aims, d.figure.axis, context, half)
	case "shortfall":
		b.aimShortfall(aims, d.figure.axis, target.Sign() > 0)
	case "tension":
		b.aimTension(aims, d.figure.axis, target.Sign() > 0)
	case "coverage", dontKnowCount:
		b.aimOpen(aims, d.figure, target)
	}
}

// target is a number within the limit: the middle of the first part of it that the figure can reach, or, going far, the end
// of that part which is an end of all that the figure can be. It is nil when only an unknown figure will do.
func (b *box) target(d demand, far bool) *big.Rat {
	reachable := b.enclose(d.figure)
	if !reachable.known {
		return nil
	}
	for _, part := range d.limit.parts {
		met := interval{low: reachable.low, high: reachable.high}.meet(part)
		switch {
		case met.empty():
			continue
		case far && met.high.Cmp(reachable.high) == 0 && met.low.Cmp(reachable.low) > 0:
			return met.high
		case far && met.low.Cmp(reachable.low) == 0 && met.high.Cmp(reachable.high) < 0:
			return met.low
		}
		middle := new(big.Rat).Add(met.low, met.high)
		return middle.Quo(middle, big.NewRat(2, 1))
	}
	return nil
}

func (b *box) set(aims []aim, axis string, m questionnaire.Measure, value *big.Rat) {
	b.each(axis, m, func(place int) { aims[place].value = value })
}

// each visits the questions of a measure that bear on an axis, or all of that measure.
func (b *box) each(axis string, m questionnaire.Measure, visit func(place int)) {
	for i := range b.space.questions {
		q := &b.space.questions[i]
		if q.Measures == m && (axis == questionnaire.Overall || q.Axis == axis || q.affects(axis)) {
			visit(i)
		}
	}
}

func (q *question) affects(axis string) bool {
	for _, affect := range q.Affects {
		if affect.Axis == axis {
			return true
		}
	}
	return false
}

func (b *box) leaveOpen(aims []aim, f figure, lean questionnaire.Measure) {
	measure := lean
	switch f.metric {
	case "situation", "tension":
		measure = questionnaire.Context
	case "readiness", "shortfall":
		measure = questionnaire.Readiness
	}
	b.each(f.axis, measure, func(place int) { aims[place].open = true })
}

func (b *box) aimShortfall(aims []aim, axis string, large bool) {
	level, floors := big.NewRat(4, 1), -1
	if large {
		level, floors = new(big.Rat), 1
	}
	b.set(aims, axis, questionnaire.Readiness, level)
	for i := range b.space.questions {
		if b.space.questions[i].Measures == questionnaire.Context {
			aims[i].floors = floors
		}
	}
}

// aimTension sends the needs to both poles in turn, or all to one.
func (b *box) aimTension(aims []aim, axis string, large bool) {
	pole := big.NewRat(1, 1)
	b.each(axis, questionnaire.Context, func(place int) {
		aims[place].value = pole
		if large {
			pole = new(big.Rat).Neg(pole)
		}
	})
}

// aimOpen leaves as many questions open as the figure asks for.
func (b *box) aimOpen(aims []aim, f figure, target *big.Rat) {
	var weights []int
	total := new(big.Rat)
	for i := range b.space.questions {
		q := &b.space.questions[i]
		counts := f.metric == dontKnowCount || q.Measures == questionnaire.Lean
		if counts && (f.axis == questionnaire.Overall || q.Axis == f.axis) {
			weights = append(weights, i)
			total.Add(total, q.Weight)
		}
	}
	openShare := new(big.Rat).Set(target)
	if f.metric == "coverage" {
		openShare.Mul(openShare.Sub(big.NewRat(1, 1), target), total)
	}
	for _, place := range weights {
		weight := big.NewRat(1, 1)
		if f.metric == "coverage" {
			weight = b.space.questions[place].Weight
		}
		if openShare.Cmp(weight) < 0 {
			return
		}
		openShare.Sub(openShare, weight)
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
	value := wanted.value
	if value == nil {
		if s := b.valued(place); s.known {
			value = new(big.Rat).Add(s.low, s.high)
			value.Quo(value, big.NewRat(2, 1))
		}
	}
	best := -1
	var least *big.Rat
	for state := range domain.all() {
		away := q.away(q.states[state], value, wanted.floors)
		if best < 0 || away.Cmp(least) < 0 {
			best, least = state, away
		}
	}
	return best
}

// away is how far a state lies from what is wanted.
func (q *question) away(s state, value *big.Rat, floors int) *big.Rat {
	distance := new(big.Rat)
	if at := q.value(s); at != nil && value != nil {
		distance.Abs(distance.Sub(at, value))
	}
	if floors != 0 && s.option != nil {
		for _, floor := range s.option.Floors {
			weighed := new(big.Rat).Mul(floor.Level, big.NewRat(int64(-10*floors), 1))
			distance.Add(distance, weighed)
		}
	}
	return distance
}

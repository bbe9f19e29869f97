package reach

import (
	"math/big"

	"github.com/opsfit/opsfit/internal/condition"
	"github.com/opsfit/opsfit/internal/score"
)

// compute encloses a figure by the formulas of the score room, each over all that the box leaves open.
func (b *box) compute(f figure) span {
	if f.metric == condition.DontKnows {
		return b.countDontKnow(f.axis)
	}
	if f.axis == condition.Overall {
		return b.overall(f.metric)
	}
	place, found := b.space.onAxis[f.axis]
	if !found {
		return none()
	}
	return b.onAxis(f.metric, &b.space.axes[place])
}

func (b *box) onAxis(metric condition.Metric, a *axis) span {
	on := func(metric condition.Metric) span { return b.value(figure{metric, a.id}) }
	switch metric {
	case condition.Practice:
		return b.practice(a)
	case condition.Coverage:
		return b.coverage(a.lean)
	case condition.Situation:
		return meanOf(b.needs(a, func(x span) span { return x }))
	case condition.Tension:
		return b.tension(a)
	case condition.Readiness:
		return meanOf(b.levels(a.ready))
	case condition.Gap:
		return on(condition.Situation).less(on(condition.Practice))
	case condition.Fit:
		return fitOf(on(condition.Gap))
	case condition.Floor:
		return b.floor(a)
	case condition.Shortfall:
		return on(condition.Floor).less(on(condition.Readiness)).atLeastZero()
	default:
		return none()
	}
}

// valued is the span of what a question adds to its mean; it is unknown where a state adds nothing.
func (b *box) valued(place int) span {
	q := &b.space.questions[place]
	var s span
	for i := range b.domains[place].all() {
		s = s.with(q.value(q.states[i]))
	}
	return s
}

func (b *box) levels(questions []int) []item {
	items := make([]item, 0, len(questions))
	for _, place := range questions {
		items = append(items, item{b.space.questions[place].Weight, b.valued(place)})
	}
	return items
}

func (b *box) needs(a *axis, of func(span) span) []item {
	items := make([]item, 0, len(a.needs))
	for _, n := range a.needs {
		items = append(items, item{n.weight, of(b.valued(n.question))})
	}
	return items
}

// practice is scored where the coverage is enough, which the range of the mean leaves aside.
func (b *box) practice(a *axis) span {
	covered := b.value(figure{condition.Coverage, a.id})
	p := meanOf(b.levels(a.lean))
	enough := covered.known && covered.high.Cmp(b.space.judged.axisCoverage) >= 0
	if !p.known || !enough {
		return none()
	}
	p.unknown = covered.unknown || covered.low.Cmp(b.space.judged.axisCoverage) < 0
	return p
}

// coverage is the answered share of the weight that applies. Both ends are reached: by leaving open, or answering, all that
// can be, with the rest not applicable.
func (b *box) coverage(questions []int) span {
	least, most, some := new(coverage), new(coverage), false
	s := span{unknown: true}
	for _, place := range questions {
		q, domain := &b.space.questions[place], b.domains[place]
		open := domain & (q.dontKnow | q.skipped)
		switch {
		case open != 0:
			least.open.Add(&least.open, q.Weight)
		case domain.within(q.answered):
			least.answered.Add(&least.answered, q.Weight)
		}
		switch {
		case domain&q.answered != 0:
			most.answered.Add(&most.answered, q.Weight)
			some = true
		case domain.within(q.dontKnow | q.skipped):
			most.open.Add(&most.open, q.Weight)
		}
		s.known = s.known || domain&^q.notApplicable != 0
		s.unknown = s.unknown && domain&q.notApplicable != 0
	}
	if s.known {
		// Nothing open and nothing that must be answered: what can be answered is answered, or does not apply.
		s.low, s.high = least.share(some), most.share(false)
	}
	return s
}

// coverage is the weight of what is answered and of what is left open.
type coverage struct {
	answered, open big.Rat
}

// share is the answered share; where nothing applies it is 1 if something could be answered and 0 otherwise.
func (c *coverage) share(some bool) *big.Rat {
	whole := new(big.Rat).Add(&c.answered, &c.open)
	switch {
	case whole.Sign() > 0:
		return whole.Quo(&c.answered, whole)
	case some:
		return big.NewRat(1, 1)
	}
	return new(big.Rat)
}

// tension is twice the weaker of the pulls to both poles; together they are at most the mean distance from the middle.
func (b *box) tension(a *axis) span {
	return tensionOf(
		meanOf(b.needs(a, span.atLeastZero)),
		meanOf(b.needs(a, func(x span) span { return x.negative().atLeastZero() })),
		meanOf(b.needs(a, span.size)),
	)
}

func tensionOf(devOps, sysOps, both span) span {
	if !both.known {
		return none()
	}
	two := big.NewRat(2, 1)
	t := between(lesser(devOps.low, sysOps.low), lesser(devOps.high, sysOps.high)).times(two)
	t.high, t.unknown = lesser(t.high, both.high), both.unknown
	return t
}

// fitOf is 100 - 50*|gap|.
func fitOf(gap span) span {
	fit := gap.size().times(big.NewRat(50, 1)).negative()
	if fit.known {
		hundred := big.NewRat(100, 1)
		fit.low, fit.high = new(big.Rat).Add(fit.low, hundred), new(big.Rat).Add(fit.high, hundred)
	}
	return fit
}

// floor is the largest of the floors that answers name, and of what fast delivery calls for.
func (b *box) floor(a *axis) span {
	var sources []span
	for _, place := range a.floors {
		sources = append(sources, b.floors(place, a.id))
	}
	if a.id == score.StabilityAxis {
		pace := b.value(figure{condition.Practice, score.DeliveryAxis})
		sources = append(sources, pace.atLeastZero().times(b.space.judged.speed))
	}
	return largest(sources)
}

func (b *box) floors(place int, axis string) span {
	var s span
	for i := range b.domains[place].all() {
		s = s.with(floorOn(b.space.questions[place].states[i], axis))
	}
	return s
}

// largest is the span of the largest of several figures, of which some may be unknown.
func largest(sources []span) span {
	top := span{unknown: true}
	var forced *big.Rat
	for _, s := range sources {
		if !s.known {
			continue
		}
		if !top.known {
			top.low, top.high, top.known = s.low, s.high, true
		}
		top.low, top.high = lesser(top.low, s.low), greater(top.high, s.high)
		if !s.unknown {
			top.unknown = false
			if forced == nil || s.low.Cmp(forced) > 0 {
				forced = s.low
			}
		}
	}
	if forced != nil {
		top.low = forced
	}
	return top
}

// countDontKnow counts the questions answered "don't know" on an axis, or all.
func (b *box) countDontKnow(on string) span {
	if _, found := b.space.onAxis[on]; !found && on != condition.Overall {
		return none()
	}
	least, most := int64(0), int64(0)
	for i := range b.space.questions {
		q := &b.space.questions[i]
		if on != condition.Overall && q.Axis != on {
			continue
		}
		if b.domains[i]&q.dontKnow != 0 {
			most++
			if b.domains[i].within(q.dontKnow) {
				least++
			}
		}
	}
	return between(big.NewRat(least, 1), big.NewRat(most, 1))
}

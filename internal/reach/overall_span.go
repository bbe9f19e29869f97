package reach

import (
	"math/big"

	"github.com/opsfit/opsfit/internal/condition"
	"github.com/opsfit/opsfit/internal/questionnaire"
)

// overall encloses a figure over all axes.
func (b *box) overall(metric condition.Metric) span {
	switch metric {
	case condition.Practice:
		return b.overallPractice()
	case condition.Coverage:
		return b.overallCoverage()
	case condition.Situation, condition.Gap, condition.Fit, condition.Readiness:
		return meanOf(b.acrossAxes(metric, func(x span) span { return x }))
	case condition.Tension:
		return tensionOf(
			meanOf(b.acrossAxes(condition.Situation, span.atLeastZero)),
			meanOf(b.acrossAxes(condition.Situation, func(x span) span { return x.negative().atLeastZero() })),
			meanOf(b.acrossAxes(condition.Situation, span.size)),
		)
	case condition.Shortfall:
		var sources []span
		for i := range b.space.axes {
			sources = append(sources, b.value(figure{metric, b.space.axes[i].id}))
		}
		return largest(sources)
	case condition.Steps:
		return b.steps()
	default:
		return none()
	}
}

func (b *box) acrossAxes(metric condition.Metric, of func(span) span) []item {
	items := make([]item, 0, len(b.space.axes))
	for i := range b.space.axes {
		a := &b.space.axes[i]
		items = append(items, item{a.weight, of(b.value(figure{metric, a.id}))})
	}
	return items
}

// overallCoverage is 0 where nothing applies.
func (b *box) overallCoverage() span {
	var lean []int
	for i := range b.space.questions {
		if b.space.questions[i].Measures == questionnaire.Lean {
			lean = append(lean, i)
		}
	}
	s := b.coverage(lean)
	zero := new(big.Rat)
	switch {
	case !s.known:
		return between(zero, zero)
	case s.unknown:
		s.low, s.unknown = zero, false
	}
	return s
}

// overallPractice is scored where the coverage and the weight of the scored axes are enough.
func (b *box) overallPractice() span {
	covered := b.value(figure{condition.Coverage, condition.Overall})
	p := meanOf(b.acrossAxes(condition.Practice, func(x span) span { return x }))
	least, most := b.scoredShare()
	if !p.known || !covered.known ||
		covered.high.Cmp(b.space.judged.overallCoverage) < 0 || most.Cmp(b.space.judged.overallAxes) < 0 {
		return none()
	}
	p.unknown = covered.low.Cmp(b.space.judged.overallCoverage) < 0 || least.Cmp(b.space.judged.overallAxes) < 0
	return p
}

// scoredShare encloses the share of the axis weight that scored axes hold, among the axes to which a question applies.
func (b *box) scoredShare() (least, most *big.Rat) {
	low, high := new(coverage), new(coverage)
	for i := range b.space.axes {
		a := &b.space.axes[i]
		p, covered := b.value(figure{condition.Practice, a.id}), b.value(figure{condition.Coverage, a.id})
		switch {
		case p.known && !p.unknown:
			low.answered.Add(&low.answered, a.weight)
		case p.unknown && covered.known:
			low.open.Add(&low.open, a.weight)
		}
		switch {
		case p.known:
			high.answered.Add(&high.answered, a.weight)
		case covered.known && !covered.unknown:
			high.open.Add(&high.open, a.weight)
		}
	}
	return low.share(false), high.share(false)
}

// steps is enclosed loosely: at least one, at most all steps that all answers can go, and perhaps no number of steps.
func (b *box) steps() span {
	if !b.value(figure{condition.Practice, condition.Overall}).known {
		return none()
	}
	most := int64(0)
	for i := range b.space.questions {
		if q := &b.space.questions[i]; q.Measures == questionnaire.Lean {
			most += int64(q.answered.size() - 1)
		}
	}
	s := between(big.NewRat(1, 1), big.NewRat(max(most, 1), 1))
	s.unknown = true
	return s
}

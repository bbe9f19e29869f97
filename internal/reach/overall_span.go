package reach

import (
	"math/big"

	"github.com/opsfit/opsfit/internal/questionnaire"
)

// overall encloses a figure over all axes.
func (b *box) overall(metric string) span {
	switch metric {
	case questionnaire.MetricPractice:
		return b.overallPractice()
	case questionnaire.MetricCoverage:
		return b.overallCoverage()
	case questionnaire.MetricSituation, questionnaire.MetricGap, questionnaire.MetricFit, questionnaire.MetricReadiness:
		return meanOf(b.acrossAxes(metric, func(x span) span { return x }))
	case questionnaire.MetricTension:
		return tensionOf(
			meanOf(b.acrossAxes(questionnaire.MetricSituation, span.atLeastZero)),
			meanOf(b.acrossAxes(questionnaire.MetricSituation, func(x span) span { return x.negative().atLeastZero() })),
			meanOf(b.acrossAxes(questionnaire.MetricSituation, span.size)),
		)
	case questionnaire.MetricShortfall:
		var sources []span
		for i := range b.space.axes {
			sources = append(sources, b.value(figure{metric, b.space.axes[i].id}))
		}
		return largest(sources)
	case questionnaire.MetricSteps:
		return b.steps()
	}
	return none()
}

func (b *box) acrossAxes(metric string, of func(span) span) []item {
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
	covered := b.value(figure{questionnaire.MetricCoverage, questionnaire.Overall})
	p := meanOf(b.acrossAxes(questionnaire.MetricPractice, func(x span) span { return x }))
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
		p, covered := b.value(figure{questionnaire.MetricPractice, a.id}), b.value(figure{questionnaire.MetricCoverage, a.id})
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
	if !b.value(figure{questionnaire.MetricPractice, questionnaire.Overall}).known {
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

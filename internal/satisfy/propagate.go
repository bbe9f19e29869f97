package satisfy

import (
	"math/big"

	"github.com/opsfit/opsfit/internal/condition"
	"github.com/opsfit/opsfit/internal/exact"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/score"
)

// enclose bounds a figure on the sheets of the region, the demand on it apart. It may enclose more than there is, never less.
func (r *region) enclose(f figure) interval {
	enclosed, found := r.enclosures[f]
	if !found {
		enclosed = r.compute(f)
		r.enclosures[f] = enclosed
	}
	return enclosed
}

// compute follows the formulas of the score. Of a metric that it has no formula for it knows the scale.
func (r *region) compute(f figure) interval {
	if f.axis != condition.Overall && r.source.Axis(f.axis) == nil {
		return missing()
	}
	switch f.metric {
	case condition.Practice, condition.Situation, condition.Readiness:
		return r.mean(f)
	case condition.Gap, condition.Fit, condition.Shortfall:
		if f.axis == condition.Overall {
			return r.acrossAxes(f.metric)
		}
		return r.derive(f)
	case condition.Floor:
		return r.floor(f.axis)
	default:
		scale := f.metric.Definition()
		all := between(big.NewRat(scale.Low, 1), big.NewRat(scale.High, 1))
		// What counts answers, or their share, is there for every sheet as a whole.
		all.missing = f.axis != condition.Overall || !scale.Completeness
		return all
	}
}

// mean encloses the mean of what the questions of a metric say, or, overall, of its axes.
func (r *region) mean(f figure) interval {
	if f.axis == condition.Overall {
		return r.acrossAxes(f.metric)
	}
	var items []item
	metric := f.metric.Definition()
	for i := range r.questions {
		q := &r.questions[i]
		if !metric.RestsOn(string(q.Measures)) {
			continue
		}
		if weight := q.WeightOn(f.axis); weight != nil {
			items = append(items, item{weight, r.hull(i, state.value)})
		}
	}
	return mean(items)
}

// hull encloses what the states of a question have for a value.
func (r *region) hull(question int, value func(state) *big.Rat) interval {
	var all interval
	for i := range r.states[question].all() {
		all = all.with(value(r.questions[question].states[i]))
	}
	return all
}

func (r *region) acrossAxes(metric condition.Metric) interval {
	items := make([]item, 0, len(r.source.Axes))
	for i := range r.source.Axes {
		axis := &r.source.Axes[i]
		items = append(items, item{axis.Weight, r.value(figure{metric, axis.ID})})
	}
	if metric == condition.Shortfall {
		return largest(items)
	}
	return mean(items)
}

// derive encloses what follows from other figures on an axis.
func (r *region) derive(f figure) interval {
	on := func(metric condition.Metric) interval { return r.value(figure{metric, f.axis}) }
	switch f.metric {
	case condition.Fit:
		hundred := big.NewRat(100, 1)
		return between(hundred, hundred).minus(on(condition.Gap).abs().times(big.NewRat(50, 1)))
	case condition.Shortfall:
		return on(condition.Floor).minus(on(condition.Readiness)).max(new(big.Rat))
	default:
		return on(condition.Situation).minus(on(condition.Practice))
	}
}

// floor is the largest of the floors that answers name, and of what fast delivery calls for.
func (r *region) floor(axis string) interval {
	var sources []item
	for i := range r.questions {
		if r.questions[i].Measures == questionnaire.Context {
			sources = append(sources, item{interval: r.hull(i, func(s state) *big.Rat { return s.floorOn(axis) })})
		}
	}
	if axis == score.StabilityAxis {
		pace := r.value(figure{condition.Practice, score.DeliveryAxis})
		sources = append(sources, item{interval: pace.max(new(big.Rat)).times(r.thresholds["speed_floor"])})
	}
	return largest(sources)
}

// largest encloses the largest of several figures, of which some may be missing.
func largest(sources []item) interval {
	top := missing()
	var forced *big.Rat
	for _, s := range sources {
		if !s.number {
			continue
		}
		top = top.with(s.low).with(s.high)
		if !s.missing {
			top.missing = false
			if forced == nil || s.low.Cmp(forced) > 0 {
				forced = s.low
			}
		}
	}
	if forced != nil {
		top.low = exact.Max(top.low, forced)
	}
	return top
}

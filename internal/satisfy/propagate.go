package satisfy

import (
	"math/big"

	"github.com/opsfit/opsfit/internal/condition"
	"github.com/opsfit/opsfit/internal/exact"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/score"
)

// encloseFigure bounds a figure on the sheets of the region, ignoring the demand on it. The result may be too large,
// never too small.
func (r *region) encloseFigure(f figure) interval {
	enclosed, found := r.enclosures[f]
	if !found {
		enclosed = r.computeFigure(f)
		r.enclosures[f] = enclosed
	}
	return enclosed
}

// computeFigure follows the formulas of the score. For a metric without a formula here it returns the scale.
func (r *region) computeFigure(f figure) interval {
	if f.axis != condition.Overall && r.source.Axis(f.axis) == nil {
		return missingOnly()
	}
	switch f.metric {
	case condition.Practice, condition.Situation, condition.Readiness:
		return r.meanOf(f)
	case condition.Gap, condition.Fit, condition.Shortfall, condition.BeyondLimit:
		if f.axis == condition.Overall {
			return r.acrossAxes(f.metric)
		}
		return r.deriveFigure(f)
	case condition.Weakest:
		return r.weakest(f.axis)
	case condition.Floor:
		return r.largestFloor(f.axis)
	default:
		scale := f.metric.Definition()
		all := closedInterval(big.NewRat(scale.Low, 1), big.NewRat(scale.High, 1))
		// Counts and shares of answers exist for every sheet as a whole.
		all.missing = f.axis != condition.Overall || !scale.Completeness || f.metric == condition.NeedCoverage
		return all
	}
}

// meanOf encloses the mean of the questions of a metric or, overall, of its axes.
func (r *region) meanOf(f figure) interval {
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
			items = append(items, item{weight, r.stateValues(i, state.meanValue)})
		}
	}
	enclosed := encloseMean(items)
	if f.metric == condition.Situation {
		return r.limits(f.axis).clamp(enclosed)
	}
	if weakest := r.valueOf(figure{condition.Weakest, f.axis}); f.metric == condition.Readiness && weakest.number && enclosed.number {
		// No mean lies below the lowest of its answers.
		enclosed.low = exact.Max(enclosed.low, weakest.low)
	}
	return enclosed
}

// weakest is the lowest level that an answer about readiness has, on an axis or on all of them.
func (r *region) weakest(axis string) interval {
	var levels []item
	for i := range r.questions {
		q := &r.questions[i]
		if q.Measures == questionnaire.Readiness && (axis == condition.Overall || q.Axis == axis) {
			levels = append(levels, item{interval: r.stateValues(i, state.meanValue).negate()})
		}
	}
	return encloseLargest(levels).negate()
}

// stateValues encloses the values of the possible states of a question.
func (r *region) stateValues(question int, value func(state) *big.Rat) interval {
	var all interval
	if q := &r.questions[question]; q.partial && r.states[question]&q.answered != 0 {
		all = closedInterval(new(big.Rat), big.NewRat(questionnaire.TopLevel, 1))
	}
	for i := range r.states[question].allStates() {
		all = all.addValue(value(r.questions[question].states[i]))
	}
	return all
}

func (r *region) acrossAxes(metric condition.Metric) interval {
	items := make([]item, 0, len(r.source.Axes))
	for i := range r.source.Axes {
		axis := &r.source.Axes[i]
		items = append(items, item{axis.Weight, r.valueOf(figure{metric, axis.ID})})
	}
	if metric == condition.Shortfall || metric == condition.BeyondLimit {
		return encloseLargest(items)
	}
	return encloseMean(items)
}

// deriveFigure encloses what follows from other figures on an axis.
func (r *region) deriveFigure(f figure) interval {
	on := func(metric condition.Metric) interval { return r.valueOf(figure{metric, f.axis}) }
	switch f.metric {
	case condition.Fit:
		hundred := big.NewRat(100, 1)
		return closedInterval(hundred, hundred).subtract(on(condition.Gap).abs().multiplyBy(big.NewRat(50, 1)))
	case condition.Shortfall:
		return on(condition.Floor).subtract(on(condition.Readiness)).maxWith(new(big.Rat))
	case condition.BeyondLimit:
		return r.limits(f.axis).passedBy(on(condition.Practice))
	default:
		return on(condition.Situation).subtract(on(condition.Practice))
	}
}

// largestFloor is the largest of the floors that answers name and of what fast delivery calls for.
func (r *region) largestFloor(axis string) interval {
	var sources []item
	for i := range r.questions {
		if r.questions[i].Measures == questionnaire.Context {
			sources = append(sources, item{interval: r.stateValues(i, func(s state) *big.Rat { return s.floorOn(axis) })})
		}
	}
	if axis == score.StabilityAxis {
		pace := r.valueOf(figure{condition.Practice, score.DeliveryAxis})
		sources = append(sources, item{interval: pace.maxWith(new(big.Rat)).multiplyBy(r.thresholds["speed_floor"])})
	}
	return encloseLargest(sources)
}

// encloseLargest encloses the largest of several figures, some of which may be missing.
func encloseLargest(sources []item) interval {
	top := missingOnly()
	var forced *big.Rat
	for _, s := range sources {
		if !s.number {
			continue
		}
		top = top.addValue(s.low).addValue(s.high)
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

package comparison

import "slices"

// Moved reports whether an answer, a figure or word of the verdict, an axis, a metric, a step or a warning changed.
func Moved(c *Comparison) bool {
	steps, warnings := &c.Recommendations, &c.Warnings
	listed := len(steps.Done) + len(steps.Dropped) + len(steps.New) + len(steps.Unblocked) + len(steps.HeldBack) +
		len(warnings.Gone) + len(warnings.New)
	switch l, q, r := c.Verdict.Leaning, c.Verdict.Quadrant, c.Verdict.Readiness; {
	case len(c.Answers.Changed)+listed > 0, l != nil && l.hasMoved(), q != nil && q.hasMoved(), r != nil && r.hasMoved():
		return true
	}
	return slices.ContainsFunc(c.Checked, func(axis ReadinessAxis) bool { return axis.Moved() }) ||
		slices.ContainsFunc(c.Axes, func(axis Axis) bool { return axis.Moved() }) ||
		slices.ContainsFunc(c.Metrics, func(metric Metric) bool { return metric.Moved() })
}

func (q *Quadrant) hasMoved() bool {
	return q.Throughput.Moved() || q.Stability.Moved() || q.Overall.Moved() || !q.Quadrant.Same()
}

func (r *ReadinessVerdict) hasMoved() bool {
	return !r.State.Same() || r.Readiness.Figure().Moved() || r.Shortfall.Moved() || r.Coverage.Moved() ||
		len(r.NowMet)+len(r.NowUnmet)+len(r.Tiers) > 0
}

func (l *Leaning) hasMoved() bool {
	return l.Practice.Figure().Moved() || l.Situation.Figure().Moved() || l.Readiness.Figure().Moved() || l.Gap.Moved() ||
		l.Fit.Moved() || l.Tension.Moved() || l.Coverage.Moved() || !l.Advice.Same() || !l.Confidence.Same()
}

// Moved reports whether a value of the axis changed, or only one result has it.
func (a *Axis) Moved() bool {
	return a.In != InBoth || a.Practice.Figure().Moved() || a.Situation.Figure().Moved() || a.Readiness.Figure().Moved() ||
		a.Gap.Moved() || a.Coverage.Moved() || a.Floor.Moved() || a.Shortfall.Moved()
}

// SituationMoved reports whether the situation changed, overall or on an axis.
func SituationMoved(c *Comparison) bool {
	return c.Verdict.Leaning.Situation.Figure().Moved() ||
		slices.ContainsFunc(c.Axes, func(axis Axis) bool { return axis.Situation.Figure().Moved() })
}

// ReadinessMoved reports whether the readiness, or the level called for, changed, overall or on an axis.
func ReadinessMoved(c *Comparison) bool {
	return c.Verdict.OverallReadiness().Figure().Moved() ||
		slices.ContainsFunc(c.Levels(), func(axis ReadinessAxis) bool { return axis.Readiness.Figure().Moved() || axis.Floor.Moved() })
}

// Figure is the practice as a figure, without values that are not scored.
func (p Practice) Figure() Figure { return NewFigure(scoredValue(p.Before), scoredValue(p.After)) }

// Figure is the situation as a figure.
func (s Situation) Figure() Figure { return NewFigure(s.Before.Value, s.After.Value) }

// Figure is the readiness as a figure.
func (r Readiness) Figure() Figure { return NewFigure(r.Before.Value, r.After.Value) }

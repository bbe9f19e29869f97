package comparison

import "slices"

// Moved reports that an answer, a figure or word of the verdict, an axis, a metric, a step or a warning changed.
func Moved(c *Comparison) bool {
	steps, warnings := &c.Recommendations, &c.Warnings
	listed := len(steps.Done) + len(steps.Dropped) + len(steps.New) + len(steps.Unblocked) + len(steps.HeldBack) +
		len(warnings.Gone) + len(warnings.New)
	switch l, q := c.Verdict.Leaning, c.Verdict.Quadrant; {
	case len(c.Answers.Changed)+listed > 0, l != nil && l.hasMoved(), q != nil && q.hasMoved():
		return true
	}
	return slices.ContainsFunc(c.Axes, func(axis Axis) bool { return axis.hasMoved() }) ||
		slices.ContainsFunc(c.Metrics, func(metric Metric) bool { return metric.Moved() })
}

func (q *Quadrant) hasMoved() bool {
	return q.Throughput.Moved() || q.Stability.Moved() || q.Overall.Moved() || !q.Quadrant.Same()
}

func (l *Leaning) hasMoved() bool {
	return l.Practice.figure().Moved() || l.Situation.figure().Moved() || l.Readiness.figure().Moved() || l.Gap.Moved() ||
		l.Fit.Moved() || l.Tension.Moved() || l.Coverage.Moved() || !l.Advice.Same() || !l.Confidence.Same()
}

func (a *Axis) hasMoved() bool {
	return a.In != inBoth || a.Practice.figure().Moved() || a.Situation.figure().Moved() || a.Readiness.figure().Moved() ||
		a.Gap.Moved() || a.Coverage.Moved() || a.Floor.Moved() || a.Shortfall.Moved()
}

// SituationMoved reports that the situation changed, overall or on an axis.
func SituationMoved(c *Comparison) bool {
	return c.Verdict.Leaning.Situation.figure().Moved() ||
		slices.ContainsFunc(c.Axes, func(axis Axis) bool { return axis.Situation.figure().Moved() })
}

// ReadinessMoved reports that the readiness, or what is called for, changed, overall or on an axis.
func ReadinessMoved(c *Comparison) bool {
	return c.Verdict.Leaning.Readiness.figure().Moved() ||
		slices.ContainsFunc(c.Axes, func(axis Axis) bool { return axis.Readiness.figure().Moved() || axis.Floor.Moved() })
}

// figure is the practice that counts as a figure.
func (p Practice) figure() Figure { return figureOf(scored(p.Before), scored(p.After)) }

func (s Situation) figure() Figure { return figureOf(s.Before.Value, s.After.Value) }

func (r Readiness) figure() Figure { return figureOf(r.Before.Value, r.After.Value) }

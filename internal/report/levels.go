package report

// Levels are the axes of a result as far as readiness goes, in their order: those of a readiness document, or those of a leaning
// one without what is about the poles. A quadrant has none.
func (d *Document) Levels() []ReadinessAxis {
	if d.Verdict.Readiness != nil {
		return d.Checked
	}
	levels := make([]ReadinessAxis, len(d.Axes))
	for i := range d.Axes {
		axis := &d.Axes[i]
		levels[i] = ReadinessAxis{
			ID: axis.ID, Title: axis.Title, Weight: axis.Weight, Readiness: axis.Readiness, Floor: axis.Floor, Shortfall: axis.Shortfall,
		}
	}
	return levels
}

// OverallReadiness is that of a verdict, with what is unmet; nil for a quadrant.
func (v *Verdict) OverallReadiness() *OverallReadiness {
	switch {
	case v.Readiness != nil:
		return &v.Readiness.Readiness
	case v.Leaning != nil:
		return &v.Leaning.Readiness
	}
	return nil
}

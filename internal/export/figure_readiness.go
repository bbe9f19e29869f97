package export

import "github.com/opsfit/opsfit/internal/report"

// readinessFigures are those of a leaning and of a checklist.
func readinessFigures() []figure {
	return []figure{
		{
			name: "readiness", help: "Mean level of what is asked about readiness, from 0 to 4.",
			whole:   func(d *report.Document) *float64 { return d.Verdict.OverallReadiness().Value },
			onLevel: func(_ *report.Document, a *report.ReadinessAxis) *float64 { return a.Readiness.Value },
		},
		{
			name: "readiness_lower_bound", help: "Readiness if everything unknown were at level 0.",
			whole:   func(d *report.Document) *float64 { return d.Verdict.OverallReadiness().LowerBound },
			onLevel: func(_ *report.Document, a *report.ReadinessAxis) *float64 { return a.Readiness.LowerBound },
		},
		{
			name: "weakest", help: "Lowest level among the readiness answers, from 0 to 4.",
			whole:   func(d *report.Document) *float64 { return level(d.Verdict.OverallReadiness().Weakest) },
			onLevel: func(_ *report.Document, a *report.ReadinessAxis) *float64 { return level(a.Readiness.Weakest) },
		},
		{
			name: "floor", help: "Readiness that is called for, from 0 to 4.",
			onLevel: func(_ *report.Document, a *report.ReadinessAxis) *float64 { return a.Floor },
		},
		{
			name: "unmet", help: "Readiness answers below the floor of their axis, unknown ones included.",
			whole: unmetOverall, onLevel: unmetOn,
		},
		{
			name: "shortfall", help: "How far readiness is below what is called for, from 0 to 4.",
			onLevel: func(_ *report.Document, a *report.ReadinessAxis) *float64 { return a.Shortfall.Value },
		},
		{
			name: "shortfall_worst", help: "Shortfall if everything unknown were at level 0.",
			onLevel: func(_ *report.Document, a *report.ReadinessAxis) *float64 { return a.Shortfall.Worst },
		},
	}
}

// stateFigures are those that only a checklist has.
func stateFigures() []figure {
	return []figure{{
		name: "coverage", unit: "ratio", help: answeredHelp,
		whole:   func(d *report.Document) *float64 { return d.Verdict.Readiness.Coverage },
		onLevel: func(_ *report.Document, a *report.ReadinessAxis) *float64 { return a.Coverage },
	}}
}

func level(weakest *report.Weakest) *float64 {
	if weakest == nil {
		return nil
	}
	return &weakest.Level
}

// unmetOn is nil on an axis without a floor: nothing can miss it.
func unmetOn(d *report.Document, a *report.ReadinessAxis) *float64 {
	if a.Floor == nil {
		return nil
	}
	n := 0.0
	for _, unmet := range d.Verdict.OverallReadiness().Unmet {
		if unmet.Axis == a.ID {
			n++
		}
	}
	return &n
}

func unmetOverall(d *report.Document) *float64 {
	for _, axis := range d.Levels() {
		if axis.Floor != nil {
			return new(float64(len(d.Verdict.OverallReadiness().Unmet)))
		}
	}
	return nil
}

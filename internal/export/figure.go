package export

import "github.com/opsfit/opsfit/internal/report"

// wholeAxis is what conditions on metrics call the whole where they name an axis.
const wholeAxis = "overall"

// figure is a number that the whole has and each axis; whole is nil for one that only axes have. The name is that of conditions
// on metrics where these have it.
type figure struct {
	name, unit, help string
	whole            func(*report.Document) *float64
	axis             func(*report.Document, *report.Axis) *float64
}

func leaningFigures() []figure {
	figures := append(practiceFigures(), situationFigures()...)
	return append(append(figures, comparedFigures()...), readinessFigures()...)
}

func practiceFigures() []figure {
	return []figure{
		{
			"practice", "", "How the team works, from -1 (SysOps) to +1 (DevOps).",
			func(d *report.Document) *float64 { return d.Verdict.Leaning.Practice.Value },
			func(_ *report.Document, a *report.Axis) *float64 { return a.Practice.Value },
		},
		{
			"practice_low", "", "Lowest practice value that the unknown answers leave possible.",
			func(d *report.Document) *float64 { return d.Verdict.Leaning.Practice.Low },
			func(_ *report.Document, a *report.Axis) *float64 { return a.Practice.Low },
		},
		{
			"practice_high", "", "Highest practice value that the unknown answers leave possible.",
			func(d *report.Document) *float64 { return d.Verdict.Leaning.Practice.High },
			func(_ *report.Document, a *report.Axis) *float64 { return a.Practice.High },
		},
		{
			"coverage", "ratio", "Share of the weight of the style questions that is answered.",
			func(d *report.Document) *float64 { return d.Verdict.Leaning.Coverage },
			func(_ *report.Document, a *report.Axis) *float64 { return a.Coverage },
		},
	}
}

func situationFigures() []figure {
	return []figure{
		{
			"situation", "", "What the service calls for within its limits, from -1 (SysOps) to +1 (DevOps).",
			func(d *report.Document) *float64 { return d.Verdict.Leaning.Situation.Value },
			func(_ *report.Document, a *report.Axis) *float64 { return a.Situation.Value },
		},
		{
			"situation_low", "", "Lowest situation value that the unknown answers leave possible.",
			func(d *report.Document) *float64 { return d.Verdict.Leaning.Situation.Low },
			func(_ *report.Document, a *report.Axis) *float64 { return a.Situation.Low },
		},
		{
			"situation_high", "", "Highest situation value that the unknown answers leave possible.",
			func(d *report.Document) *float64 { return d.Verdict.Leaning.Situation.High },
			func(_ *report.Document, a *report.Axis) *float64 { return a.Situation.High },
		},
		{
			"wanted", "", "What the needs ask for without regard to limits, from -1 (SysOps) to +1 (DevOps).",
			func(d *report.Document) *float64 { return d.Verdict.Leaning.Situation.Wanted.Value },
			func(_ *report.Document, a *report.Axis) *float64 { return a.Situation.Wanted.Value },
		},
		{
			"allowed_at_least", "", "The bound of a limit below: practice may not lie under it.",
			nil, func(_ *report.Document, a *report.Axis) *float64 { return a.Situation.Allowed.AtLeast },
		},
		{
			"allowed_at_most", "", "The bound of a limit above: practice may not lie over it.",
			nil, func(_ *report.Document, a *report.Axis) *float64 { return a.Situation.Allowed.AtMost },
		},
		{"held", "", "1 where limits change the advice, or what is called for on an axis; else 0.", heldAdvice, heldAxis},
		{
			"need_coverage", "ratio", "Share of the weight of the questions about needs that is answered.",
			func(d *report.Document) *float64 { return d.Verdict.Leaning.Situation.Coverage },
			func(_ *report.Document, a *report.Axis) *float64 { return a.Situation.Wanted.Coverage },
		},
		{
			"tension", "", "Opposed needs that a mean would hide, from 0 to 1.",
			func(d *report.Document) *float64 { return d.Verdict.Leaning.Tension },
			func(_ *report.Document, a *report.Axis) *float64 { return a.Tension },
		},
	}
}

func comparedFigures() []figure {
	return []figure{
		{
			"gap", "", "Way from practice to the situation: above 0 towards DevOps, below 0 towards SysOps.",
			func(d *report.Document) *float64 { return d.Verdict.Leaning.Gap },
			func(_ *report.Document, a *report.Axis) *float64 { return a.Gap },
		},
		{
			"fit", "", "How well practice fits the situation, from 0 to 100.",
			func(d *report.Document) *float64 { return d.Verdict.Leaning.Fit.Value },
			func(_ *report.Document, a *report.Axis) *float64 { return a.Fit },
		},
		{"beyond_limit", "", "How far practice lies outside of what limits allow; overall the largest.", farthestBeyond, beyondLimit},
	}
}

func readinessFigures() []figure {
	return []figure{
		{
			"readiness", "", "Mean level of what is good under either model, from 0 to 4.",
			func(d *report.Document) *float64 { return d.Verdict.Leaning.Readiness.Value },
			func(_ *report.Document, a *report.Axis) *float64 { return a.Readiness.Value },
		},
		{
			"readiness_lower_bound", "", "Readiness if everything unknown were at level 0.",
			func(d *report.Document) *float64 { return d.Verdict.Leaning.Readiness.LowerBound },
			func(_ *report.Document, a *report.Axis) *float64 { return a.Readiness.LowerBound },
		},
		{
			"weakest", "", "Lowest level among the readiness answers, from 0 to 4.",
			func(d *report.Document) *float64 { return level(d.Verdict.Leaning.Readiness.Weakest) },
			func(_ *report.Document, a *report.Axis) *float64 { return level(a.Readiness.Weakest) },
		},
		{
			"floor", "", "Readiness that the situation calls for, from 0 to 4.",
			nil, func(_ *report.Document, a *report.Axis) *float64 { return a.Floor },
		},
		{"unmet", "", "Readiness answers below the floor of their axis, unknown ones included.", unmetOverall, unmetOn},
		{
			"shortfall", "", "How far readiness is below what the situation demands, from 0 to 4.",
			nil, func(_ *report.Document, a *report.Axis) *float64 { return a.Shortfall.Value },
		},
		{
			"shortfall_worst", "", "Shortfall if everything unknown were at level 0.",
			nil, func(_ *report.Document, a *report.Axis) *float64 { return a.Shortfall.Worst },
		},
	}
}

// heldAdvice is nil where there is not a kind of advice that limits could change.
func heldAdvice(d *report.Document) *float64 {
	v := d.Verdict.Leaning
	if v.Advice == "" {
		return nil
	}
	return zeroOrOne(v.Held != nil)
}

func heldAxis(_ *report.Document, a *report.Axis) *float64 {
	if a.Situation.Wanted.Value == nil {
		return nil
	}
	return zeroOrOne(len(a.Situation.HeldBy) > 0)
}

func zeroOrOne(is bool) *float64 {
	if is {
		return new(1.0)
	}
	return new(0.0)
}

func level(weakest *report.Weakest) *float64 {
	if weakest == nil {
		return nil
	}
	return &weakest.Level
}

// beyondLimit is 0 for practice within the limits, and nil where it is not known how people work.
func beyondLimit(_ *report.Document, a *report.Axis) *float64 {
	switch {
	case a.BeyondLimit != nil:
		return &a.BeyondLimit.Amount
	case a.Practice.Value == nil:
		return nil
	}
	return new(0.0)
}

func farthestBeyond(d *report.Document) *float64 {
	var farthest *float64
	for i := range d.Axes {
		if far := beyondLimit(d, &d.Axes[i]); far != nil && (farthest == nil || *far > *farthest) {
			farthest = far
		}
	}
	return farthest
}

// unmetOn is nil on an axis without a floor: nothing can miss it.
func unmetOn(d *report.Document, a *report.Axis) *float64 {
	if a.Floor == nil {
		return nil
	}
	n := 0.0
	for _, unmet := range d.Verdict.Leaning.Readiness.Unmet {
		if unmet.Axis == a.ID {
			n++
		}
	}
	return &n
}

func unmetOverall(d *report.Document) *float64 {
	for i := range d.Axes {
		if d.Axes[i].Floor != nil {
			return new(float64(len(d.Verdict.Leaning.Readiness.Unmet)))
		}
	}
	return nil
}

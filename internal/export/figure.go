package export

import "github.com/opsfit/opsfit/internal/report"

// wholeAxis is what conditions on metrics call the whole where they name an axis.
const wholeAxis = "overall"

// figure is a number that the whole has and each axis; whole is nil for one that only axes have. The name is that of conditions
// on metrics where these have it.
type figure struct {
	name, unit, help string
	whole            func(*report.Leaning) *float64
	axis             func(*report.Axis) *float64
}

func leaningFigures() []figure {
	type l = report.Leaning
	type a = report.Axis
	return []figure{
		{
			"practice", "", "How the team works, from -1 (SysOps) to +1 (DevOps).",
			func(v *l) *float64 { return v.Practice.Value }, func(x *a) *float64 { return x.Practice.Value },
		},
		{
			"practice_low", "", "Lowest practice value that the unknown answers leave possible.",
			func(v *l) *float64 { return v.Practice.Low }, func(x *a) *float64 { return x.Practice.Low },
		},
		{
			"practice_high", "", "Highest practice value that the unknown answers leave possible.",
			func(v *l) *float64 { return v.Practice.High }, func(x *a) *float64 { return x.Practice.High },
		},
		{
			"situation", "", "What the service calls for, from -1 (SysOps) to +1 (DevOps).",
			func(v *l) *float64 { return v.Situation.Value }, func(x *a) *float64 { return x.Situation.Value },
		},
		{
			"gap", "", "Way from practice to the situation: above 0 towards DevOps, below 0 towards SysOps.",
			func(v *l) *float64 { return v.Gap }, func(x *a) *float64 { return x.Gap },
		},
		{
			"fit", "", "How well practice fits the situation, from 0 to 100.",
			func(v *l) *float64 { return v.Fit.Value }, func(x *a) *float64 { return x.Fit },
		},
		{
			"tension", "", "Opposed needs that a mean would hide, from 0 to 1.",
			func(v *l) *float64 { return v.Tension }, func(x *a) *float64 { return x.Tension },
		},
		{
			"coverage", "ratio", "Share of the weight of the style questions that is answered.",
			func(v *l) *float64 { return v.Coverage }, func(x *a) *float64 { return x.Coverage },
		},
		{
			"readiness", "", "Mean level of what is good under either model, from 0 to 4.",
			func(v *l) *float64 { return v.Readiness.Value }, func(x *a) *float64 { return x.Readiness.Value },
		},
		{
			"readiness_lower_bound", "", "Readiness if everything unknown were at level 0.",
			func(v *l) *float64 { return v.Readiness.LowerBound }, func(x *a) *float64 { return x.Readiness.LowerBound },
		},
		{
			"shortfall", "", "How far readiness is below what the situation demands, from 0 to 4.",
			nil, func(x *a) *float64 { return x.Shortfall.Value },
		},
		{
			"shortfall_worst", "", "Shortfall if everything unknown were at level 0.",
			nil, func(x *a) *float64 { return x.Shortfall.Worst },
		},
	}
}

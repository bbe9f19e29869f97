package export

import (
	"slices"

	"github.com/opsfit/opsfit/internal/report"
)

// wholeAxis is what conditions on metrics call the whole where they name an axis.
const wholeAxis = "overall"

// figure is a number that the whole has and each axis; whole is nil for one that only axes have. The name is that of conditions
// on metrics where these have it.
type figure struct {
	name, unit, help string
	whole            func(*report.Document) *float64
	// axis is for figures of a leaning, onLevel for those of readiness, which a checklist has too; one of them is nil.
	axis    func(*report.Document, *report.Axis) *float64
	onLevel func(*report.Document, *report.ReadinessAxis) *float64
}

// figuresOf are those of a verdict; none of a quadrant, whose numbers are about metrics.
func figuresOf(v report.Verdict) []figure {
	switch {
	case v.Readiness != nil:
		return append(stateFigures(), readinessFigures()...)
	case v.Leaning != nil:
		return leaningFigures()
	}
	return nil
}

// leaningFigures are all figures: those of a checklist are among them.
func leaningFigures() []figure {
	return slices.Concat(practiceFigures(), situationFigures(), comparedFigures(), readinessFigures())
}

// answeredHelp is that of a share which a leaning has of its style questions and a checklist of its points.
const answeredHelp = "Share of the weight of the style questions, or of the points of a checklist, that is answered."

// sample is a figure of the whole or of one axis.
type sample struct {
	// axis is wholeAxis or the id of an axis, title the axis in words; empty for the whole.
	axis, title string
	value       *float64
	// word is the name of the band that the value lies in; empty for none.
	word string
}

// samples are the figure of the whole, where there is one, and of each axis.
func (f *figure) samples(doc *report.Document) []sample {
	var samples []sample
	if f.whole != nil {
		s := sample{axis: wholeAxis, value: f.whole(doc)}
		if v := doc.Verdict.Leaning; v != nil {
			s.word = bandOf(f.name, v.Practice, v.Situation.Situation, v.Situation.Wanted.Band)
		}
		samples = append(samples, s)
	}
	if f.onLevel != nil {
		for _, axis := range doc.Levels() {
			samples = append(samples, sample{axis: axis.ID, title: axis.Title, value: f.onLevel(doc, &axis)})
		}
		return samples
	}
	for i := range doc.Axes {
		axis := &doc.Axes[i]
		samples = append(samples, sample{
			axis: axis.ID, title: axis.Title, value: f.axis(doc, axis),
			word: bandOf(f.name, axis.Practice, axis.Situation.Situation, axis.Situation.Wanted.Band),
		})
	}
	return samples
}

func practiceFigures() []figure {
	return []figure{
		{
			"practice", "", "How the team works, from -1 (SysOps) to +1 (DevOps).",
			func(d *report.Document) *float64 { return d.Verdict.Leaning.Practice.Value },
			func(_ *report.Document, a *report.Axis) *float64 { return a.Practice.Value }, nil,
		},
		{
			"practice_low", "", "Lowest practice value that the unknown answers leave possible.",
			func(d *report.Document) *float64 { return d.Verdict.Leaning.Practice.Low },
			func(_ *report.Document, a *report.Axis) *float64 { return a.Practice.Low }, nil,
		},
		{
			"practice_high", "", "Highest practice value that the unknown answers leave possible.",
			func(d *report.Document) *float64 { return d.Verdict.Leaning.Practice.High },
			func(_ *report.Document, a *report.Axis) *float64 { return a.Practice.High }, nil,
		},
		{
			"coverage", "ratio", answeredHelp,
			func(d *report.Document) *float64 { return d.Verdict.Leaning.Coverage },
			func(_ *report.Document, a *report.Axis) *float64 { return a.Coverage }, nil,
		},
	}
}

func situationFigures() []figure {
	return []figure{
		{
			"situation", "", "What the service calls for within its limits, from -1 (SysOps) to +1 (DevOps).",
			func(d *report.Document) *float64 { return d.Verdict.Leaning.Situation.Value },
			func(_ *report.Document, a *report.Axis) *float64 { return a.Situation.Value }, nil,
		},
		{
			"situation_low", "", "Lowest situation value that the unknown answers leave possible.",
			func(d *report.Document) *float64 { return d.Verdict.Leaning.Situation.Low },
			func(_ *report.Document, a *report.Axis) *float64 { return a.Situation.Low }, nil,
		},
		{
			"situation_high", "", "Highest situation value that the unknown answers leave possible.",
			func(d *report.Document) *float64 { return d.Verdict.Leaning.Situation.High },
			func(_ *report.Document, a *report.Axis) *float64 { return a.Situation.High }, nil,
		},
		{
			"wanted", "", "What the needs ask for without regard to limits, from -1 (SysOps) to +1 (DevOps).",
			func(d *report.Document) *float64 { return d.Verdict.Leaning.Situation.Wanted.Value },
			func(_ *report.Document, a *report.Axis) *float64 { return a.Situation.Wanted.Value }, nil,
		},
		{
			"allowed_at_least", "", "The bound of a limit below: practice may not lie under it.",
			nil, func(_ *report.Document, a *report.Axis) *float64 { return a.Situation.Allowed.AtLeast }, nil,
		},
		{
			"allowed_at_most", "", "The bound of a limit above: practice may not lie over it.",
			nil, func(_ *report.Document, a *report.Axis) *float64 { return a.Situation.Allowed.AtMost }, nil,
		},
		{"held", "", "1 where limits change the advice, or what is called for on an axis; else 0.", heldAdvice, heldAxis, nil},
		{
			"need_coverage", "ratio", "Share of the weight of the questions about needs that is answered.",
			func(d *report.Document) *float64 { return d.Verdict.Leaning.Situation.Coverage },
			func(_ *report.Document, a *report.Axis) *float64 { return a.Situation.Wanted.Coverage }, nil,
		},
		{
			"tension", "", "Opposed needs that a mean would hide, from 0 to 1.",
			func(d *report.Document) *float64 { return d.Verdict.Leaning.Tension },
			func(_ *report.Document, a *report.Axis) *float64 { return a.Tension }, nil,
		},
	}
}

func comparedFigures() []figure {
	return []figure{
		{
			"gap", "", "Way from practice to the situation: above 0 towards DevOps, below 0 towards SysOps.",
			func(d *report.Document) *float64 { return d.Verdict.Leaning.Gap },
			func(_ *report.Document, a *report.Axis) *float64 { return a.Gap }, nil,
		},
		{
			"fit", "", "How well practice fits the situation, from 0 to 100.",
			func(d *report.Document) *float64 { return d.Verdict.Leaning.Fit.Value },
			func(_ *report.Document, a *report.Axis) *float64 { return a.Fit }, nil,
		},
		{"beyond_limit", "", "How far practice lies outside of what limits allow; overall the largest.", farthestBeyond, beyondLimit, nil},
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

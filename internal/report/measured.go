package report

import (
	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/condition"
)

// Measured gives the figures of a result to conditions, as advice.Facts gives those of a run. A quadrant has no figure but the
// count of what is not known.
func Measured(doc *Document) *condition.Figures {
	figures := &condition.Figures{Axes: make([]condition.AxisFigures, len(doc.Axes))}
	if v := doc.Verdict.Leaning; v != nil {
		figures.Overall = condition.Numbers{
			condition.Practice:  condition.Float(v.Practice.Value),
			condition.Situation: condition.Float(v.Situation.Value),
			condition.Gap:       condition.Float(v.Gap),
			condition.Fit:       condition.Float(v.Fit.Value),
			condition.Coverage:  condition.Float(v.Coverage),
			condition.Readiness: condition.Float(v.Readiness.Value),
			condition.Shortfall: condition.Float(doc.LargestShortfall()),
			condition.Tension:   condition.Float(v.Tension),

			condition.NeedCoverage: condition.Float(v.Situation.Coverage),
			condition.Weakest:      condition.Float(v.Readiness.Weakest.level()),
			condition.Unmet:        condition.Count(doc.countUnmet(condition.Overall)),
			condition.BeyondLimit:  condition.Float(doc.farthestBeyond()),
		}
		figures.Advice = string(v.Advice)
		if v.Robustness != nil {
			figures.Overall[condition.Steps] = condition.Count(v.Robustness.Side.Steps)
		}
	}
	figures.Overall[condition.DontKnows] = doc.dontKnows(condition.Overall)
	for i := range doc.Axes {
		figures.Axes[i] = doc.Axes[i].measured()
		figures.Axes[i].Numbers[condition.Unmet] = condition.Count(doc.countUnmet(doc.Axes[i].ID))
		figures.Axes[i].Numbers[condition.DontKnows] = doc.dontKnows(doc.Axes[i].ID)
	}
	return figures
}

func (a *Axis) measured() condition.AxisFigures {
	return condition.AxisFigures{
		ID:   a.ID,
		Held: len(a.Situation.HeldBy) > 0,
		Numbers: condition.Numbers{
			condition.Practice:  condition.Float(a.Practice.Value),
			condition.Situation: condition.Float(a.Situation.Value),
			condition.Gap:       condition.Float(a.Gap),
			condition.Fit:       condition.Float(a.Fit),
			condition.Coverage:  condition.Float(a.Coverage),
			condition.Readiness: condition.Float(a.Readiness.Value),
			condition.Floor:     condition.Float(a.Floor),
			condition.Shortfall: condition.Float(a.Shortfall.Value),
			condition.Tension:   condition.Float(a.Tension),

			condition.NeedCoverage: condition.Float(a.Situation.Wanted.Coverage),
			condition.Weakest:      condition.Float(a.Readiness.Weakest.level()),
			condition.BeyondLimit:  condition.Float(a.beyond()),
		},
	}
}

// level is nil where there is no answer.
func (w *Weakest) level() *float64 {
	if w == nil {
		return nil
	}
	return &w.Level
}

// beyond is 0 where practice is scored and passes no limit, and nil where it is not scored.
func (a *Axis) beyond() *float64 {
	switch {
	case !a.Practice.Scored:
		return nil
	case a.BeyondLimit == nil:
		return new(float64)
	}
	return &a.BeyondLimit.Amount
}

// farthestBeyond is the largest of the axes; nil where none has a practice.
func (d *Document) farthestBeyond() *float64 {
	var largest *float64
	for i := range d.Axes {
		if amount := d.Axes[i].beyond(); amount != nil && (largest == nil || *amount > *largest) {
			largest = amount
		}
	}
	return largest
}

// countUnmet counts the unmet answers on an axis, or all; nil where no floor is set, or none on an axis with a question about
// readiness that applies.
func (d *Document) countUnmet(axis string) *int {
	canMiss, count := false, 0
	for i := range d.Axes {
		on := &d.Axes[i]
		canMiss = canMiss || (axis == condition.Overall || on.ID == axis) && on.Floor != nil && on.Readiness.LowerBound != nil
	}
	if !canMiss {
		return nil
	}
	for _, unmet := range d.Verdict.Leaning.Readiness.Unmet {
		if axis == condition.Overall || unmet.Axis == axis {
			count++
		}
	}
	return &count
}

// LargestShortfall is the largest shortfall of the axes; nil where none has one.
func (d *Document) LargestShortfall() *float64 {
	var largest *float64
	for i := range d.Axes {
		if value := d.Axes[i].Shortfall.Value; value != nil && (largest == nil || *value > *largest) {
			largest = value
		}
	}
	return largest
}

// dontKnows counts the questions answered "don't know" on an axis, or all.
func (d *Document) dontKnows(axis string) condition.Number {
	count := 0
	for i := range d.Answers {
		answer := &d.Answers[i]
		if (axis == condition.Overall || string(answer.Axis) == axis) && answer.Status == string(answers.DontKnow) {
			count++
		}
	}
	return condition.Count(&count)
}

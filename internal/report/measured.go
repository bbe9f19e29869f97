package report

import (
	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/condition"
)

// Measured gives the figures of a result to conditions, as advice.Facts gives those of a run. A quadrant has no figure but the
// count of what is not known.
func Measured(doc *Document) *condition.Figures {
	levels := doc.Levels()
	figures := &condition.Figures{Axes: make([]condition.AxisFigures, len(levels))}
	doc.measureLeaning(figures)
	overall := &figures.Overall
	if r := doc.Verdict.Readiness; r != nil {
		overall[condition.Coverage] = condition.Float(r.Coverage)
	}
	if r := doc.Verdict.OverallReadiness(); r != nil {
		overall[condition.Readiness] = condition.Float(r.Value)
		overall[condition.Weakest] = condition.Float(r.Weakest.level())
		overall[condition.Shortfall] = condition.Float(doc.LargestShortfall())
		overall[condition.Unmet] = condition.Count(doc.countUnmet(condition.Overall))
	}
	overall[condition.DontKnows] = doc.dontKnows(condition.Overall)
	for i := range levels {
		axis, on := &levels[i], &figures.Axes[i]
		on.ID = axis.ID
		if doc.Verdict.Readiness != nil {
			on.Numbers[condition.Coverage] = condition.Float(axis.Coverage)
		}
		on.Numbers[condition.Readiness] = condition.Float(axis.Readiness.Value)
		on.Numbers[condition.Weakest] = condition.Float(axis.Readiness.Weakest.level())
		on.Numbers[condition.Floor] = condition.Float(axis.Floor)
		on.Numbers[condition.Shortfall] = condition.Float(axis.Shortfall.Value)
		on.Numbers[condition.Unmet] = condition.Count(doc.countUnmet(axis.ID))
		on.Numbers[condition.DontKnows] = doc.dontKnows(axis.ID)
	}
	return figures
}

// measureLeaning adds the figures of a leaning, apart from what readiness has everywhere.
func (d *Document) measureLeaning(figures *condition.Figures) {
	v := d.Verdict.Leaning
	if v == nil {
		return
	}
	figures.Overall = condition.Numbers{
		condition.Practice:  condition.Float(v.Practice.Value),
		condition.Situation: condition.Float(v.Situation.Value),
		condition.Gap:       condition.Float(v.Gap),
		condition.Fit:       condition.Float(v.Fit.Value),
		condition.Coverage:  condition.Float(v.Coverage),
		condition.Tension:   condition.Float(v.Tension),

		condition.NeedCoverage: condition.Float(v.Situation.Coverage),
		condition.BeyondLimit:  condition.Float(d.farthestBeyond()),
	}
	figures.Advice = string(v.Advice)
	if v.Robustness != nil {
		figures.Overall[condition.Steps] = condition.Count(v.Robustness.Side.Steps)
	}
	for i := range d.Axes {
		figures.Axes[i] = d.Axes[i].measured()
	}
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
			condition.Tension:   condition.Float(a.Tension),

			condition.NeedCoverage: condition.Float(a.Situation.Wanted.Coverage),
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
	for _, on := range d.Levels() {
		canMiss = canMiss || (axis == condition.Overall || on.ID == axis) && on.Floor != nil && on.Readiness.LowerBound != nil
	}
	if !canMiss {
		return nil
	}
	for _, unmet := range d.Verdict.OverallReadiness().Unmet {
		if axis == condition.Overall || unmet.Axis == axis {
			count++
		}
	}
	return &count
}

// LargestShortfall is the largest shortfall of the axes; nil where none has one.
func (d *Document) LargestShortfall() *float64 {
	var largest *float64
	for _, on := range d.Levels() {
		if value := on.Shortfall.Value; value != nil && (largest == nil || *value > *largest) {
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

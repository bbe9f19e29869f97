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
		}
		if v.Robustness != nil {
			figures.Overall[condition.Steps] = condition.Count(v.Robustness.Side.Steps)
		}
	}
	figures.Overall[condition.DontKnows] = doc.dontKnows(condition.Overall)
	for i := range doc.Axes {
		figures.Axes[i] = doc.Axes[i].measured()
		figures.Axes[i].Numbers[condition.DontKnows] = doc.dontKnows(doc.Axes[i].ID)
	}
	return figures
}

func (a *Axis) measured() condition.AxisFigures {
	return condition.AxisFigures{
		ID: a.ID,
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
		},
	}
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

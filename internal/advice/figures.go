package advice

import (
	"math/big"

	"github.com/opsfit/opsfit/internal/condition"
	"github.com/opsfit/opsfit/internal/exact"
	"github.com/opsfit/opsfit/internal/score"
)

// figuresOf lays out the figures of a leaning, apart from what counts answers.
//
// The overall shortfall is the largest of the axes: a strong axis does not pay for a weak one.
func figuresOf(l *score.Leaning) condition.Figures {
	figures := condition.Figures{
		Overall: condition.Numbers{
			condition.Practice:  condition.Exact(l.Practice.Value),
			condition.Situation: condition.Exact(l.Situation.Value),
			condition.Gap:       condition.Exact(l.Gap),
			condition.Fit:       condition.Exact(l.Fit),
			condition.Coverage:  condition.Exact(l.Coverage),
			condition.Readiness: condition.Exact(l.Readiness.Value),
			condition.Shortfall: condition.Exact(largestShortfall(l)),
			condition.Tension:   condition.Exact(l.Tension),
		},
		Axes: make([]condition.AxisFigures, len(l.Axes)),
	}
	if l.Robustness != nil {
		figures.Overall[condition.Steps] = condition.Count(l.Robustness.Side.Steps)
	}
	for i := range l.Axes {
		figures.Axes[i] = axisFigures(&l.Axes[i])
	}
	return figures
}

func axisFigures(a *score.Axis) condition.AxisFigures {
	return condition.AxisFigures{
		ID:      a.ID,
		Towards: poleOf(a.Direction),
		Numbers: condition.Numbers{
			condition.Practice:  condition.Exact(a.Practice.Value),
			condition.Situation: condition.Exact(a.Situation.Value),
			condition.Gap:       condition.Exact(a.Gap),
			condition.Fit:       condition.Exact(a.Fit),
			condition.Coverage:  condition.Exact(a.Coverage),
			condition.Readiness: condition.Exact(a.Readiness.Value),
			condition.Floor:     condition.Exact(a.Floor),
			condition.Shortfall: condition.Exact(a.Shortfall),
			condition.Tension:   condition.Exact(a.Tension),
		},
	}
}

// poleOf is the pole that an axis is asked to move to; empty for none.
func poleOf(d score.Direction) string {
	switch d {
	case score.TowardsDevOps:
		return string(score.DevOps)
	case score.TowardsSysOps:
		return string(score.SysOps)
	case score.Aligned, score.LessPronounced, score.MorePronounced:
	}
	return ""
}

func largestShortfall(l *score.Leaning) *big.Rat {
	var largest *big.Rat
	for i := range l.Axes {
		largest = larger(largest, l.Axes[i].Shortfall)
	}
	return largest
}

// larger returns the larger of two values, of which either may be nil.
func larger(a, b *big.Rat) *big.Rat {
	if a == nil || b != nil && exact.Compare(b, a) > 0 {
		return b
	}
	return a
}

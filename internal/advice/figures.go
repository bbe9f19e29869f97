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
			condition.Shortfall: condition.Exact(largest(l, func(a *score.Axis) *big.Rat { return a.Shortfall })),
			condition.Tension:   condition.Exact(l.Tension),

			condition.NeedCoverage: condition.Exact(l.Wanted.Coverage),
			condition.Weakest:      condition.Exact(levelOf(l.Weakest)),
			condition.BeyondLimit:  condition.Exact(largest(l, beyondLimit)),
			condition.Unmet:        condition.Count(countUnmet(l, condition.Overall)),
		},
		Advice: string(l.Advice),
		Axes:   make([]condition.AxisFigures, len(l.Axes)),
	}
	if l.Robustness != nil {
		figures.Overall[condition.Steps] = condition.Count(l.Robustness.Side.Steps)
	}
	for i := range l.Axes {
		figures.Axes[i] = axisFigures(&l.Axes[i])
		figures.Axes[i].Numbers[condition.Unmet] = condition.Count(countUnmet(l, l.Axes[i].ID))
	}
	return figures
}

func axisFigures(a *score.Axis) condition.AxisFigures {
	return condition.AxisFigures{
		ID:      a.ID,
		Towards: poleOf(a.Direction),
		Held:    len(a.HeldBy) > 0,
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

			condition.NeedCoverage: condition.Exact(a.Wanted.Coverage),
			condition.Weakest:      condition.Exact(levelOf(a.Weakest)),
			condition.BeyondLimit:  condition.Exact(beyondLimit(a)),
		},
	}
}

// beyondLimit is 0 where practice is scored and passes no limit, and nil where it is not scored.
func beyondLimit(a *score.Axis) *big.Rat {
	switch {
	case !a.Practice.Scored:
		return nil
	case a.BeyondLimit == nil:
		return new(big.Rat)
	}
	return a.BeyondLimit.Amount
}

func levelOf(weakest *score.Weakest) *big.Rat {
	if weakest == nil {
		return nil
	}
	return weakest.Level
}

// countUnmet counts the unmet readiness answers on an axis, or on all; nil where no floor is set, or none on an axis with a
// question about readiness that applies: nothing can miss it there.
func countUnmet(l *score.Leaning, axis string) *int {
	canMiss, count := false, 0
	for i := range l.Axes {
		on := &l.Axes[i]
		canMiss = canMiss || (axis == condition.Overall || on.ID == axis) && on.Floor != nil && on.Readiness.LowerBound != nil
	}
	if !canMiss {
		return nil
	}
	for _, unmet := range l.Unmet {
		if axis == condition.Overall || unmet.Axis == axis {
			count++
		}
	}
	return &count
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

// largest is the largest value among the axes; nil where none has one.
func largest(l *score.Leaning, value func(*score.Axis) *big.Rat) *big.Rat {
	var found *big.Rat
	for i := range l.Axes {
		found = larger(found, value(&l.Axes[i]))
	}
	return found
}

// larger returns the larger of two values, of which either may be nil.
func larger(a, b *big.Rat) *big.Rat {
	if a == nil || b != nil && exact.Compare(b, a) > 0 {
		return b
	}
	return a
}

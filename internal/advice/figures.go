package advice

import (
	"math/big"

	"github.com/opsfit/opsfit/internal/condition"
	"github.com/opsfit/opsfit/internal/exact"
	"github.com/opsfit/opsfit/internal/score"
)

// figuresOf lays out the figures of a result, apart from what counts answers.
func figuresOf(result score.Result) condition.Figures {
	var figures condition.Figures
	switch {
	case result.Leaning != nil:
		figures = leaningFigures(result.Leaning)
	case result.Readiness != nil:
		figures = stateFigures(result.Readiness)
	}
	checked := result.Checked()
	overall := &figures.Overall
	overall[condition.Shortfall] = condition.Exact(largestShortfall(checked))
	overall[condition.Weakest] = condition.Exact(levelOf(result.Weakest()))
	overall[condition.Unmet] = condition.Count(countUnmet(result, condition.Overall))
	for i, a := range checked {
		on := &figures.Axes[i].Numbers
		on[condition.Readiness] = condition.Exact(a.Readiness.Value)
		on[condition.Floor] = condition.Exact(a.Floor)
		on[condition.Shortfall] = condition.Exact(a.Shortfall)
		on[condition.Weakest] = condition.Exact(levelOf(a.Weakest))
		on[condition.Unmet] = condition.Count(countUnmet(result, a.ID))
	}
	return figures
}

// leaningFigures are those of a leaning, apart from what readiness has on its own.
func leaningFigures(l *score.Leaning) condition.Figures {
	figures := condition.Figures{
		Overall: condition.Numbers{
			condition.Practice:  condition.Exact(l.Practice.Value),
			condition.Situation: condition.Exact(l.Situation.Value),
			condition.Gap:       condition.Exact(l.Gap),
			condition.Fit:       condition.Exact(l.Fit),
			condition.Coverage:  condition.Exact(l.Coverage),
			condition.Readiness: condition.Exact(l.Readiness.Value),
			condition.Tension:   condition.Exact(l.Tension),

			condition.NeedCoverage: condition.Exact(l.Wanted.Coverage),
			condition.BeyondLimit:  condition.Exact(farthestBeyond(l)),
		},
		Advice: string(l.Advice),
		Axes:   make([]condition.AxisFigures, len(l.Axes)),
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
		Held:    len(a.HeldBy) > 0,
		Numbers: condition.Numbers{
			condition.Practice:  condition.Exact(a.Practice.Value),
			condition.Situation: condition.Exact(a.Situation.Value),
			condition.Gap:       condition.Exact(a.Gap),
			condition.Fit:       condition.Exact(a.Fit),
			condition.Coverage:  condition.Exact(a.Coverage),
			condition.Tension:   condition.Exact(a.Tension),

			condition.NeedCoverage: condition.Exact(a.Wanted.Coverage),
			condition.BeyondLimit:  condition.Exact(beyondLimit(a)),
		},
	}
}

// stateFigures are those of a questionnaire about readiness alone, apart from what readiness has everywhere.
func stateFigures(r *score.Readiness) condition.Figures {
	figures := condition.Figures{Axes: make([]condition.AxisFigures, len(r.Axes))}
	figures.Overall[condition.Coverage] = condition.Exact(r.Coverage)
	figures.Overall[condition.Readiness] = condition.Exact(r.Overall.Value)
	for i := range r.Axes {
		figures.Axes[i].ID = r.Axes[i].ID
		figures.Axes[i].Numbers[condition.Coverage] = condition.Exact(r.Axes[i].Coverage)
	}
	return figures
}

// farthestBeyond is the largest beyondLimit of the axes; nil where none has one.
func farthestBeyond(l *score.Leaning) *big.Rat {
	var farthest *big.Rat
	for i := range l.Axes {
		farthest = larger(farthest, beyondLimit(&l.Axes[i]))
	}
	return farthest
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
func countUnmet(result score.Result, axis string) *int {
	canMiss, count := false, 0
	for _, on := range result.Checked() {
		canMiss = canMiss || (axis == condition.Overall || on.ID == axis) && on.Floor != nil && on.Readiness.LowerBound != nil
	}
	if !canMiss {
		return nil
	}
	for _, unmet := range result.Unmet() {
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

// largestShortfall is that of the axes, and the overall one: a strong axis does not pay for a weak one. It is nil where none has one.
func largestShortfall(checked []*score.AxisReadiness) *big.Rat {
	var found *big.Rat
	for _, a := range checked {
		found = larger(found, a.Shortfall)
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

package methodology

import (
	"math/big"

	"github.com/opsfit/opsfit/internal/report"
	"github.com/opsfit/opsfit/internal/score"
)

func (b *builder) fitSteps() []Step {
	leaning := b.shop.leaning
	return append(b.gapSteps(),
		Step{"Fit", b.shop.overallMean(fitOf), formatResult(leaning.Fit) + ", " + string(leaning.FitWord)},
		Step{"Gap overall", b.shop.overallMean(gapOf), formatResult(leaning.Gap)},
	)
}

func fitOf(a *score.Axis) *big.Rat { return a.Fit }

func gapOf(a *score.Axis) *big.Rat { return a.Gap }

// gapSteps works out the gap and the fit of each axis.
func (b *builder) gapSteps() []Step {
	var steps []Step
	for i := range b.shop.leaning.Axes {
		axis := &b.shop.leaning.Axes[i]
		name := b.shop.axisTitle(axis)
		size := new(big.Rat).Abs(axis.Gap)
		steps = append(steps,
			Step{name + ", gap", formatDifference(axis.Situation.Value, axis.Practice.Value), formatResult(axis.Gap)},
			Step{name + ", fit", "100 * (1 - " + formatExact(size) + " / 2)", formatResult(axis.Fit)},
		)
	}
	return steps
}

func (b *builder) directionSteps() []Step {
	return b.shop.axisSteps(func(a *score.Axis) (working, result string) {
		return "", report.DirectionWord(report.Text(a.Direction)) + ", with a gap of " + formatExact(a.Gap)
	})
}

func (b *builder) adviceSteps() []Step {
	return []Step{
		{"Situation of delivery", "", formatSituation(b.shop.axisResult("delivery"))},
		{"Situation of stability", "", formatSituation(b.shop.axisResult("stability"))},
		{"Advice", "", adviceWord(b.shop.leaning.Advice)},
	}
}

func formatSituation(axis *score.Axis) string {
	return formatPosition(axis.Situation.Value, axis.Situation.Band)
}

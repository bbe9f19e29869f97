package methodology

import (
	"math/big"

	"github.com/opsfit/opsfit/internal/report"
	"github.com/opsfit/opsfit/internal/score"
)

func (b *builder) fitSteps() []Step {
	leaning := b.shop.leaning
	return append(b.gapSteps(),
		Step{"Fit", b.shop.overall(fitOf), result(leaning.Fit) + ", " + string(leaning.FitWord)},
		Step{"Gap overall", b.shop.overall(gapOf), result(leaning.Gap)},
	)
}

func fitOf(a *score.Axis) *big.Rat { return a.Fit }

func gapOf(a *score.Axis) *big.Rat { return a.Gap }

// gapSteps work out the gap and the fit of each axis.
func (b *builder) gapSteps() []Step {
	var steps []Step
	for i := range b.shop.leaning.Axes {
		axis := &b.shop.leaning.Axes[i]
		name := b.shop.name(axis)
		size := new(big.Rat).Abs(axis.Gap)
		steps = append(steps,
			Step{name + ", gap", sum([]string{figure(axis.Situation.Value), figure(new(big.Rat).Neg(axis.Practice.Value))}), result(axis.Gap)},
			Step{name + ", fit", "100 * (1 - " + figure(size) + " / 2)", result(axis.Fit)},
		)
	}
	return steps
}

func (b *builder) directionSteps() []Step {
	return b.shop.axisSteps(func(a *score.Axis) (working, result string) {
		return "", report.DirectionWord(report.Text(a.Direction)) + ", with a gap of " + figure(a.Gap)
	})
}

func (b *builder) adviceSteps() []Step {
	return []Step{
		{"Situation of delivery", "", situated(b.shop.axis("delivery"))},
		{"Situation of stability", "", situated(b.shop.axis("stability"))},
		{"Advice", "", report.AdviceWord(report.Text(b.shop.leaning.Advice))},
	}
}

func situated(axis *score.Axis) string { return placed(axis.Situation.Value, axis.Situation.Band) }

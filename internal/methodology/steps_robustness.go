package methodology

import (
	"math/big"
	"strconv"
	"strings"

	"github.com/opsfit/opsfit/internal/report"
	"github.com/opsfit/opsfit/internal/score"
)

// farSteps shows a result that takes more than one step to change sides.
func (b *builder) farSteps() []Step {
	leaning := b.shop.leaning
	side := leaning.Robustness.Side
	effect := b.effectOfAnswer(side.Questions[0])
	return []Step{
		{"Fewest answers to another side", "", strconv.Itoa(*side.Answers) + ": " + strings.Join(side.Questions, ", ")},
		{"Fewest steps to another side", "", strconv.Itoa(*side.Steps)},
		{
			"Practice after two steps", formatExact(leaning.Practice.Value) + " - " + formatExact(effect),
			formatPositionOf(new(big.Rat).Sub(leaning.Practice.Value, effect)),
		},
	}
}

// effectOfAnswer is what an answer adds to the overall practice.
func (b *builder) effectOfAnswer(question string) *big.Rat {
	for i := range b.shop.leaning.Axes {
		for _, c := range b.shop.leaning.Axes[i].Contributions {
			if c.Question == question {
				return c.Effect
			}
		}
	}
	return new(big.Rat)
}

// turnSteps list the answers that, moved by one step, change the advice to the library.
func (b *builder) turnSteps() []Step {
	leaning := b.library.leaning
	steps := []Step{{"Advice", "", adviceWord(leaning.Advice)}}
	for _, turn := range leaning.OneStep {
		steps = append(steps, Step{turn.Question + " at " + turn.Option, "", adviceWord(turn.Advice)})
	}
	reverses := "no"
	if leaning.Reverses() {
		reverses = "yes"
	}
	return append(steps, Step{"Reversed by one step", "", reverses})
}

func formatReasons(reasons []score.ConfidenceReason) string {
	var names []string
	for _, reason := range reasons {
		names = append(names, string(reason))
	}
	return strings.Join(names, ", ")
}

func formatPositionOf(value *big.Rat) string { return formatPosition(value, score.BandOf(value)) }

// nearSteps shows a result whose word one step changes.
func (b *builder) nearSteps() []Step {
	leaning := b.library.leaning
	return []Step{
		{"Practice", "", formatPosition(leaning.Practice.Value, leaning.Practice.Band)},
		{"Fewest steps to another side", "", strconv.Itoa(*leaning.Robustness.Side.Steps)},
		{"Between", "", report.BandWord(report.Text(leaning.Between[0])) + " and " + report.BandWord(report.Text(leaning.Between[1]))},
	}
}

func (b *builder) confidenceSteps() []Step {
	leaning := b.shop.leaning
	return []Step{
		{"Coverage", "", formatResult(leaning.Coverage)},
		{"Range, low end", "", formatPositionOf(leaning.Practice.Low)},
		{"Range, high end", "", formatPositionOf(leaning.Practice.High)},
		{"Fewest steps to another side", "", strconv.Itoa(*leaning.Robustness.Side.Steps)},
		{"Coverage of needs", "", formatResult(leaning.Wanted.Coverage)},
		{"Confidence", "", string(leaning.Confidence)},
		{"Because", "", formatReasons(leaning.ConfidenceBecause)},
	}
}

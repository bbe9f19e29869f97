package methodology

import (
	"fmt"
	"math/big"

	"github.com/opsfit/opsfit/internal/advice"
)

func (b *builder) warningSteps() []Step {
	var steps []Step
	for _, warning := range b.shop.advice.Warnings {
		steps = append(steps, Step{warning.Rule.ID, "", string(warning.Severity)})
	}
	return steps
}

func (b *builder) rankingSteps() []Step { return b.rankSteps(&b.shop) }

// settledSteps show a ranking under a verdict that is settled, with an item that is held back.
func (b *builder) settledSteps() []Step { return b.rankSteps(&b.archive) }

func (b *builder) rankSteps(example *scoredExample) []Step {
	var steps []Step
	for _, item := range example.advice.Recommendations {
		outcome := formatResult(item.Score)
		if len(item.Blockers) > 0 {
			outcome += ", later"
		}
		steps = append(steps, Step{item.Rule.ID, b.workOutRank(item), outcome})
	}
	return steps
}

// workOutRank writes the score of an item in figures. What is not urgency, impact and effort is its bonus; where that is below 0,
// the item is held back.
func (b *builder) workOutRank(item advice.Recommendation) string {
	bonus := new(big.Rat).Set(item.Score)
	gain := new(big.Rat).Mul(b.ranks.Full, item.Urgency)
	bonus.Sub(bonus, gain.Mul(gain, new(big.Rat).Quo(ratInt(item.Rule.Impact), b.ranks.TopImpact)))
	bonus.Add(bonus, new(big.Rat).Mul(b.ranks.EffortCost, ratInt(item.Rule.Effort-1)))
	working := fmt.Sprintf("%s * %s * %d / %s - %s * (%d - 1) + ", formatExact(b.ranks.Full), formatExact(item.Urgency), item.Rule.Impact,
		formatExact(b.ranks.TopImpact), formatExact(b.ranks.EffortCost), item.Rule.Effort)
	if bonus.Sign() < 0 {
		return "min(" + working + "0, " + formatExact(item.Score) + ")"
	}
	return working + formatExact(bonus)
}

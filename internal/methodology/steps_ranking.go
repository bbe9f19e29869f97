package methodology

import (
	"fmt"

	"github.com/opsfit/opsfit/internal/advice"
)

func (b *builder) warningSteps() []Step {
	var steps []Step
	for _, warning := range b.shop.advice.Warnings {
		steps = append(steps, Step{warning.Rule.ID, "", string(warning.Severity)})
	}
	return steps
}

func (b *builder) rankingSteps() []Step {
	var steps []Step
	for _, item := range b.shop.advice.Recommendations {
		outcome := formatResult(item.Score)
		if len(item.Blockers) > 0 {
			outcome += ", later"
		}
		steps = append(steps, Step{item.Rule.ID, b.workOutRank(item), outcome})
	}
	return steps
}

// workOutRank writes the score of an item in figures.
func (b *builder) workOutRank(item advice.Recommendation) string {
	bonus := "0"
	if item.Danger != "" {
		bonus = formatExact(b.ranks.Bonus[item.Danger])
	}
	return fmt.Sprintf("%s * %s * %d / %s - %s * (%d - 1) + %s", formatExact(b.ranks.Full), formatExact(item.Urgency), item.Rule.Impact,
		formatExact(b.ranks.TopImpact), formatExact(b.ranks.EffortCost), item.Rule.Effort, bonus)
}

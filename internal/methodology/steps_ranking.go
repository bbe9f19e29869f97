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
		outcome := result(item.Score)
		if len(item.Blockers) > 0 {
			outcome += ", later"
		}
		steps = append(steps, Step{item.Rule.ID, b.rankWorking(item), outcome})
	}
	return steps
}

// rankWorking writes the score of an item in figures.
func (b *builder) rankWorking(item advice.Recommendation) string {
	bonus := "0"
	if item.Danger != "" {
		bonus = figure(b.ranks.Bonus[item.Danger])
	}
	return fmt.Sprintf("%s * %s * %d / %s - %s * (%d - 1) + %s", figure(b.ranks.Full), figure(item.Urgency), item.Rule.Impact,
		figure(b.ranks.TopImpact), figure(b.ranks.EffortCost), item.Rule.Effort, bonus)
}

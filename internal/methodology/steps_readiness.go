package methodology

import (
	"math/big"

	"github.com/opsfit/opsfit/internal/questionnaire"
)

func (b *builder) readinessSteps() []Step {
	readiness := b.shop.axis("stability").Readiness
	return []Step{
		{"Stability", meanOf(b.shop.levels("stability", false)), result(readiness.Value)},
		{"Stability, lower bound", meanOf(b.shop.levels("stability", true)), result(readiness.LowerBound)},
	}
}

// levels are the terms of the readiness of an axis, with unknown answers as 0 or without them.
func (w worked) levels(axis string, unknown bool) []term {
	var terms []term
	for _, question := range w.about(questionnaire.Readiness, axis) {
		switch option := w.chosen(question); {
		case option != nil:
			terms = append(terms, term{question.Weight, option.Readiness})
		case unknown:
			terms = append(terms, term{question.Weight, new(big.Rat)})
		}
	}
	return terms
}

func (b *builder) floorSteps() []Step {
	stability, delivery := b.shop.axis("stability"), b.shop.axis("delivery")
	floor := figure(stability.Floor)
	return []Step{
		{
			"Floor of stability", "max(3, " + figure(limit("speed_floor")) + " * max(0, " + figure(delivery.Practice.Value) + "))",
			result(stability.Floor),
		},
		{"Shortfall", "max(0, " + floor + " - " + figure(stability.Readiness.Value) + ")", result(stability.Shortfall)},
		{"At worst", "max(0, " + floor + " - " + figure(stability.Readiness.LowerBound) + ")", result(stability.WorstShortfall)},
	}
}

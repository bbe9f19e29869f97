package methodology

import (
	"math/big"
	"strconv"

	"github.com/opsfit/opsfit/internal/questionnaire"
)

func (b *builder) readinessSteps() []Step {
	readiness := b.shop.axisResult("stability").Readiness
	return []Step{
		{"Stability", formatMean(b.shop.readinessTerms("stability", false)), formatResult(readiness.Value)},
		{"Stability, lower bound", formatMean(b.shop.readinessTerms("stability", true)), formatResult(readiness.LowerBound)},
	}
}

// readinessTerms returns the terms of the readiness of an axis, with unknown answers as 0 or without them.
func (e scoredExample) readinessTerms(axis string, unknown bool) []term {
	var terms []term
	for _, question := range e.questionsAbout(questionnaire.Readiness, axis) {
		switch option := e.chosenOption(question); {
		case option != nil:
			terms = append(terms, term{question.Weight, option.Readiness})
		case unknown:
			terms = append(terms, term{question.Weight, new(big.Rat)})
		}
	}
	return terms
}

func (b *builder) floorSteps() []Step {
	stability, delivery := b.shop.axisResult("stability"), b.shop.axisResult("delivery")
	floor := formatExact(stability.Floor)
	return []Step{
		{
			"Floor of stability", "max(3, " + formatExact(judgedLimit("speed_floor")) + " * max(0, " + formatExact(delivery.Practice.Value) + "))",
			formatResult(stability.Floor),
		},
		{"Shortfall", "max(0, " + floor + " - " + formatExact(stability.Readiness.Value) + ")", formatResult(stability.Shortfall)},
		{"At worst", "max(0, " + floor + " - " + formatExact(stability.Readiness.LowerBound) + ")", formatResult(stability.WorstShortfall)},
	}
}

func (b *builder) weakestSteps() []Step {
	weakest := b.shop.leaning.Weakest
	return []Step{{"Weakest answer", "", weakest.Question + ", level " + formatExact(weakest.Level)}}
}

func (b *builder) unmetSteps() []Step {
	steps := []Step{{"Unmet", "", strconv.Itoa(len(b.shop.leaning.Unmet))}}
	for _, unmet := range b.shop.leaning.Unmet {
		level := "unknown"
		if unmet.Level != nil {
			level = "level " + formatExact(unmet.Level)
		}
		steps = append(steps, Step{unmet.Question, "", level + ", the floor is " + formatExact(unmet.Floor)})
	}
	return steps
}

package methodology

import (
	"math/big"

	"github.com/opsfit/opsfit/internal/score"
)

func (b *builder) situationSteps() []Step {
	overall := b.shop.leaning.Situation
	steps := b.shop.axisSteps(func(a *score.Axis) (working, result string) {
		return formatMean(b.shop.situationTerms(a.ID)), formatPosition(a.Situation.Value, a.Situation.Band)
	})
	return append(steps, Step{"Overall", b.shop.overallMean(situationOf), formatPosition(overall.Value, overall.Band)})
}

func situationOf(a *score.Axis) *big.Rat { return a.Situation.Value }

// situationTerms returns the terms of the situation of an axis.
func (e scoredExample) situationTerms(axis string) []term {
	var terms []term
	for i := range e.q.Questions {
		question := &e.q.Questions[i]
		option := e.chosenOption(question)
		if option == nil || option.Position == nil {
			continue
		}
		for _, affect := range question.Affects {
			if affect.Axis == axis {
				terms = append(terms, term{new(big.Rat).Mul(affect.Weight, question.Weight), option.Position})
			}
		}
	}
	return terms
}

func (b *builder) bandSteps() []Step {
	practice := b.library.leaning.Practice
	edge := judgedLimit("leaning_edge")
	return []Step{
		{"Practice", b.library.overallMean(practiceOf), formatPosition(practice.Value, practice.Band)},
		{
			"Missing to the edge", formatExact(edge) + " - " + formatExact(practice.Value),
			formatResult(new(big.Rat).Sub(edge, practice.Value)),
		},
	}
}

func (b *builder) tensionSteps() []Step {
	return []Step{
		{"Stability", workOutTension(b.shop.situationTerms("stability")), formatResult(b.shop.axisResult("stability").Tension)},
		{"Overall", workOutTension(b.shop.axisTerms(situationOf)), formatResult(b.shop.leaning.Tension)},
	}
}

// workOutTension writes both sides of the needs: "2 * min(0.5, 1) / 2".
func workOutTension(terms []term) string {
	devOps, sysOps, weight := new(big.Rat), new(big.Rat), new(big.Rat)
	for _, t := range terms {
		weight.Add(weight, t.weight)
		pull := new(big.Rat).Mul(t.weight, t.value)
		if pull.Sign() > 0 {
			devOps.Add(devOps, pull)
		} else {
			sysOps.Sub(sysOps, pull)
		}
	}
	return "2 * min(" + formatExact(devOps) + ", " + formatExact(sysOps) + ") / " + formatExact(weight)
}

package methodology

import (
	"math/big"

	"github.com/opsfit/opsfit/internal/score"
)

func (b *builder) situationSteps() []Step {
	overall := b.shop.leaning.Situation
	steps := b.shop.axisSteps(func(a *score.Axis) (working, result string) {
		return meanOf(b.shop.needs(a.ID)), placed(a.Situation.Value, a.Situation.Band)
	})
	return append(steps, Step{"Overall", b.shop.overall(called), placed(overall.Value, overall.Band)})
}

func called(a *score.Axis) *big.Rat { return a.Situation.Value }

// needs are the terms of the situation of an axis.
func (w worked) needs(axis string) []term {
	var terms []term
	for i := range w.q.Questions {
		question := &w.q.Questions[i]
		option := w.chosen(question)
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
	edge := limit("leaning_edge")
	return []Step{
		{"Practice", b.library.overall(practiceOf), placed(practice.Value, practice.Band)},
		{
			"Missing to the edge", figure(edge) + " - " + figure(practice.Value),
			result(new(big.Rat).Sub(edge, practice.Value)),
		},
	}
}

func (b *builder) tensionSteps() []Step {
	return []Step{
		{"Stability", tensionWorking(b.shop.needs("stability")), result(b.shop.axis("stability").Tension)},
		{"Overall", tensionWorking(b.shop.axisTerms(called)), result(b.shop.leaning.Tension)},
	}
}

// tensionWorking writes both sides of the needs: "2 * min(0.5, 1) / 2".
func tensionWorking(terms []term) string {
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
	return "2 * min(" + figure(devOps) + ", " + figure(sysOps) + ") / " + figure(weight)
}

package methodology

import (
	"fmt"
	"math/big"

	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/score"
)

func (b *builder) coverageSteps() []Step {
	return []Step{
		{"Automation", b.shop.coverageWorking("automation"), result(b.shop.axis("automation").Coverage)},
		{"Overall", b.shop.coverageWorking("delivery", "change", "automation", "stability"), result(b.shop.leaning.Coverage)},
	}
}

// coverageWorking writes the weights of the answered and of all style questions that apply.
func (w worked) coverageWorking(axes ...string) string {
	var known, all []string
	for _, axis := range axes {
		answered, asked := new(big.Rat), new(big.Rat)
		for _, question := range w.about(questionnaire.Lean, axis) {
			asked.Add(asked, question.Weight)
			if w.chosen(question) != nil {
				answered.Add(answered, question.Weight)
			}
		}
		known, all = append(known, figure(answered)), append(all, figure(asked))
	}
	return bracket(known) + " / " + bracket(all)
}

func (b *builder) practiceSteps() []Step {
	overall := b.shop.leaning.Practice
	steps := b.shop.axisSteps(func(a *score.Axis) (working, result string) {
		return meanOf(contributed(a)), placed(a.Practice.Value, a.Practice.Band)
	})
	return append(steps, Step{"Overall", b.shop.overall(practiceOf), placed(overall.Value, overall.Band)}, b.effectStep())
}

func practiceOf(a *score.Axis) *big.Rat { return a.Practice.Value }

// effectStep works out the effect of the first answer on delivery.
func (b *builder) effectStep() Step {
	axis := b.shop.axis("delivery")
	axes, answers := new(big.Rat), new(big.Rat)
	for i := range b.shop.leaning.Axes {
		axes.Add(axes, b.shop.leaning.Axes[i].Weight)
	}
	for _, c := range axis.Contributions {
		answers.Add(answers, c.Weight)
	}
	first := axis.Contributions[0]
	working := fmt.Sprintf("%s / %s * %s / %s * %s",
		figure(axis.Weight), figure(axes), figure(first.Weight), figure(answers), figure(first.Position))
	return Step{"Effect of " + first.Question, working, result(first.Effect)}
}

// contributed are the terms of the practice of an axis.
func contributed(axis *score.Axis) []term {
	var terms []term
	for _, c := range axis.Contributions {
		terms = append(terms, term{c.Weight, c.Position})
	}
	return terms
}

func (b *builder) rangeSteps() []Step {
	automation := b.shop.axis("automation")
	overall := b.shop.leaning.Practice
	return []Step{
		{"Automation, low", meanOf(b.shop.withUnknown("automation", lowest)), result(automation.Practice.Low)},
		{"Automation, high", meanOf(b.shop.withUnknown("automation", highest)), result(automation.Practice.High)},
		{"Overall, low", b.shop.overall(lowOf), placed(overall.Low, score.BandOf(overall.Low))},
		{"Overall, high", b.shop.overall(highOf), placed(overall.High, score.BandOf(overall.High))},
	}
}

func lowOf(a *score.Axis) *big.Rat { return a.Practice.Low }

func highOf(a *score.Axis) *big.Rat { return a.Practice.High }

// withUnknown are the terms of the practice of an axis with every unknown answer at one end.
func (w worked) withUnknown(axis string, end func(*questionnaire.Question) *big.Rat) []term {
	var terms []term
	for _, question := range w.about(questionnaire.Lean, axis) {
		value := end(question)
		if option := w.chosen(question); option != nil {
			value = option.Position
		}
		terms = append(terms, term{question.Weight, value})
	}
	return terms
}

package methodology

import (
	"fmt"
	"math/big"

	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/score"
)

func (b *builder) coverageSteps() []Step {
	return []Step{
		{"Automation", b.shop.workOutCoverage("automation"), formatResult(b.shop.axisResult("automation").Coverage)},
		{"Overall", b.shop.workOutCoverage("delivery", "change", "automation", "stability"), formatResult(b.shop.leaning.Coverage)},
	}
}

// workOutCoverage writes the weights of the answered and of all style questions that apply.
func (e scoredExample) workOutCoverage(axes ...string) string {
	var known, all []string
	for _, axis := range axes {
		answered, asked := new(big.Rat), new(big.Rat)
		for _, question := range e.questionsAbout(questionnaire.Lean, axis) {
			asked.Add(asked, question.Weight)
			if e.chosenOption(question) != nil {
				answered.Add(answered, question.Weight)
			}
		}
		known, all = append(known, formatExact(answered)), append(all, formatExact(asked))
	}
	return inBrackets(known) + " / " + inBrackets(all)
}

func (b *builder) practiceSteps() []Step {
	overall := b.shop.leaning.Practice
	steps := b.shop.axisSteps(func(a *score.Axis) (working, result string) {
		return formatMean(contributionTerms(a)), formatPosition(a.Practice.Value, a.Practice.Band)
	})
	return append(steps, Step{"Overall", b.shop.overallMean(practiceOf), formatPosition(overall.Value, overall.Band)}, b.effectStep())
}

func practiceOf(a *score.Axis) *big.Rat { return a.Practice.Value }

// effectStep works out the effect of the first answer on delivery.
func (b *builder) effectStep() Step {
	axis := b.shop.axisResult("delivery")
	axes, answers := new(big.Rat), new(big.Rat)
	for i := range b.shop.leaning.Axes {
		axes.Add(axes, b.shop.leaning.Axes[i].Weight)
	}
	for _, c := range axis.Contributions {
		answers.Add(answers, c.Weight)
	}
	first := axis.Contributions[0]
	working := fmt.Sprintf("%s / %s * %s / %s * %s",
		formatExact(axis.Weight), formatExact(axes), formatExact(first.Weight), formatExact(answers), formatExact(first.Position))
	return Step{"Effect of " + first.Question, working, formatResult(first.Effect)}
}

// contributionTerms returns the terms of the practice of an axis.
func contributionTerms(axis *score.Axis) []term {
	var terms []term
	for _, c := range axis.Contributions {
		terms = append(terms, term{c.Weight, c.Position})
	}
	return terms
}

func (b *builder) rangeSteps() []Step {
	automation := b.shop.axisResult("automation")
	overall := b.shop.leaning.Practice
	return []Step{
		{"Automation, low", formatMean(b.shop.practiceTerms("automation", lowestPosition)), formatResult(automation.Practice.Low)},
		{"Automation, high", formatMean(b.shop.practiceTerms("automation", highestPosition)), formatResult(automation.Practice.High)},
		{"Overall, low", b.shop.overallMean(lowOf), formatPosition(overall.Low, score.BandOf(overall.Low))},
		{"Overall, high", b.shop.overallMean(highOf), formatPosition(overall.High, score.BandOf(overall.High))},
	}
}

func lowOf(a *score.Axis) *big.Rat { return a.Practice.Low }

func highOf(a *score.Axis) *big.Rat { return a.Practice.High }

// practiceTerms returns the terms of the practice of an axis with every unknown answer at one end.
func (e scoredExample) practiceTerms(axis string, end func(*questionnaire.Question) *big.Rat) []term {
	var terms []term
	for _, question := range e.questionsAbout(questionnaire.Lean, axis) {
		value := end(question)
		if option := e.chosenOption(question); option != nil {
			value = option.Position
		}
		terms = append(terms, term{question.Weight, value})
	}
	return terms
}

package methodology

import (
	"fmt"
	"math/big"

	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/score"
)

func (b *builder) coverage() Section {
	return Section{
		ID: "coverage", Title: "Coverage: how much is answered",
		Text: []string{
			"Coverage is the answered share of the style questions that apply. Below its limits nothing is scored: a guess is no result.",
		},
		Formulas: []Formula{
			{
				"Coverage, on an axis and overall", "C = sum(w answered) / (sum(w answered) + sum(w unknown))",
				"w is the weight of a style question. Unknown is what is answered \"don't know\" or skipped; what does not apply is in neither sum.",
			},
		},
		Tables: []Table{b.judged("axis_coverage", "overall_coverage", "overall_axes")},
		Examples: []Example{{
			Text: "On automation one of two questions is open. That is just enough, for a value on a limit has reached it.",
			Steps: []Step{
				{"Automation", b.shop.coverageWorking("automation"), result(b.shop.axis("automation").Coverage)},
				{"Overall", b.shop.coverageWorking("delivery", "change", "automation", "stability"), result(b.shop.leaning.Coverage)},
			},
		}},
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

func (b *builder) practice() Section {
	overall := b.shop.leaning.Practice
	steps := b.shop.axisSteps(func(a *score.Axis) (working, result string) {
		return meanOf(contributed(a)), placed(a.Practice.Value, a.Practice.Band)
	})
	steps = append(steps, Step{"Overall", b.shop.overall(practiceOf), placed(overall.Value, overall.Band)}, b.effectStep())
	return Section{
		ID: "practice", Title: "Practice: how you work",
		Text: []string{
			"A position on the line from -1 (SysOps) to +1 (DevOps): the mean of the positions of your answers about style. It is a " +
				"style and not a mark.",
		},
		Formulas: []Formula{
			{
				"Practice on an axis", "P = sum(w * x) / sum(w)",
				"Over the answered style questions of the axis: w is the weight of the question, x the position of the chosen option.",
			},
			{
				"Practice overall", "P = sum(W * P_axis) / sum(W)",
				"Over the scored axes; W is the weight of an axis, 1 unless the questionnaire says otherwise.",
			},
			{
				"Effect of an answer", "effect = W / sum(W) * w / sum(w) * x",
				"What one answer adds to the overall practice. All effects add up to it.",
			},
		},
		Examples: []Example{{
			Text:  "The first question of delivery is answered at +1, the others at +0.5, and the last of them weighs twice.",
			Steps: steps,
		}},
		Reasons: []string{
			"There is no single grand score. In a mean a strong part pays for a weak one, so style, fit and readiness stay apart, and " +
				"dangers are rules on single answers.",
		},
	}
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

func (b *builder) possible() Section {
	automation := b.shop.axis("automation")
	overall := b.shop.leaning.Practice
	return Section{
		ID: "range", Title: "Range: what the unknown answers could do",
		Text: []string{
			"Nobody guesses for you. Practice is computed twice more: with every unknown answer at its lowest option, and with every " +
				"unknown answer at its highest.",
		},
		Formulas: []Formula{
			{
				"Range on an axis", "low, high = sum(w * x) / sum(w)",
				"Over all style questions of the axis that apply; x is the position of the chosen option, or the lowest (for low) and the highest " +
					"(for high) of an unknown question's options.",
			},
			{
				"Range overall", "low = sum(W * low_axis) / sum(W), and high likewise",
				"Over every axis with a question that applies, scored or not; then widened to contain the practice.",
			},
		},
		Examples: []Example{{
			Text: "The open question about servers could be anything from -1 to +1.",
			Steps: []Step{
				{"Automation, low", meanOf(b.shop.withUnknown("automation", lowest)), result(automation.Practice.Low)},
				{"Automation, high", meanOf(b.shop.withUnknown("automation", highest)), result(automation.Practice.High)},
				{"Overall, low", b.shop.overall(lowOf), placed(overall.Low, score.BandOf(overall.Low))},
				{"Overall, high", b.shop.overall(highOf), placed(overall.High, score.BandOf(overall.High))},
			},
		}},
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

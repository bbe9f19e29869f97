package methodology

import (
	"math/big"
	"strconv"
	"strings"

	"github.com/opsfit/opsfit/internal/report"
	"github.com/opsfit/opsfit/internal/score"
)

func (b *builder) robustness() Section {
	return Section{
		ID: "robustness", Title: "Robustness: how little would change the word",
		Text: []string{
			"Overall practice is a sum of what the answers add, so the smallest change to another word or side is found exactly. Only " +
				"answers that were given can change; what the unknown ones could do is the range.",
		},
		Points: []string{
			"Fewest answers: the largest moves in one direction, one after the other, until the value has left its band or side.",
			"Fewest option steps: each step moves one answer to the next position, and the best combination of steps is searched for (by " +
				"dynamic programming), so that no shorter one exists.",
			"Borderline: one step of one answer is enough for another word. A report then names both bands.",
			"What would tip it: every other option of a single answer, on style or on the situation, that alone changes the advice; " +
				"nearest first.",
		},
		Examples: []Example{b.farExample(), b.nearExample()},
		Reasons: []string{
			"Answers are easily read one option off; that is why the count of steps decides on the confidence. One answer moved from " +
				"one end to the other often crosses an edge, so the count of answers alone would make every result look fragile.",
		},
	}
}

func (b *builder) farExample() Example {
	leaning := b.shop.leaning
	side := leaning.Robustness.Side
	moved := side.Questions[0]
	effect := b.effectOf(moved)
	return Example{
		Text: "In the ticket shop releasing is the only known answer on automation, so it weighs most: two steps, from +1 to 0, are enough.",
		Steps: []Step{
			{"Fewest answers to another side", "", strconv.Itoa(*side.Answers) + ": " + strings.Join(side.Questions, ", ")},
			{"Fewest steps to another side", "", strconv.Itoa(*side.Steps)},
			{
				"Practice after two steps", figure(leaning.Practice.Value) + " - " + figure(effect),
				movedTo(new(big.Rat).Sub(leaning.Practice.Value, effect)),
			},
		},
	}
}

// effectOf is what an answer adds to the overall practice.
func (b *builder) effectOf(question string) *big.Rat {
	for i := range b.shop.leaning.Axes {
		for _, c := range b.shop.leaning.Axes[i].Contributions {
			if c.Question == question {
				return c.Effect
			}
		}
	}
	return new(big.Rat)
}

func movedTo(value *big.Rat) string { return placed(value, score.BandOf(value)) }

func (b *builder) nearExample() Example {
	leaning := b.library.leaning
	return Example{
		Text: "The library is borderline: one step is enough for another word.",
		Steps: []Step{
			{"Practice", "", placed(leaning.Practice.Value, leaning.Practice.Band)},
			{"Fewest steps to another side", "", strconv.Itoa(*leaning.Robustness.Side.Steps)},
			{"Between", "", report.BandWord(report.Text(leaning.Between[0])) + " and " + report.BandWord(report.Text(leaning.Between[1]))},
		},
	}
}

func (b *builder) confidence() Section {
	leaning := b.shop.leaning
	low, high := leaning.Practice.Low, leaning.Practice.High
	return Section{
		ID: "confidence", Title: "Confidence: how far these answers carry",
		Text: []string{
			"A statement about these answers and not a probability. With one respondent there is no sample and no margin of error. What " +
				"can be computed is how much is answered, what the unknown could do, and how far small misreadings would carry.",
		},
		Tables: []Table{
			{
				Title:   "What each level takes",
				Columns: []Column{{Title: "Confidence"}, {Title: "Takes all of this"}},
				Rows: [][]string{
					{
						"high", "coverage of at least " + b.at("high_confidence_coverage") + "; the whole range on one side; at least " +
							b.at("high_confidence_steps") + " steps and " + b.at("high_confidence_answers") + " answers to another side; at least " +
							b.at("high_confidence_answers_per_axis") + " style answers on every scored axis; no critical readiness question open",
					},
					{
						"medium", "coverage of at least " + b.at("medium_confidence_coverage") + "; at least " + b.at("medium_confidence_steps") +
							" steps to another side",
					},
					{"low", "all other results whose practice is scored"},
				},
			},
			b.judged(
				"high_confidence_coverage", "high_confidence_steps", "high_confidence_answers", "high_confidence_answers_per_axis",
				"medium_confidence_coverage", "medium_confidence_steps",
			),
		},
		Examples: []Example{{
			Text: "The ticket shop has answers enough. What keeps its confidence down: the range reaches another side, and so do two steps.",
			Steps: []Step{
				{"Coverage", "", result(leaning.Coverage)},
				{"Range, low end", "", placed(low, score.BandOf(low))},
				{"Range, high end", "", placed(high, score.BandOf(high))},
				{"Fewest steps to another side", "", strconv.Itoa(*leaning.Robustness.Side.Steps)},
				{"Confidence", "", string(leaning.Confidence)},
			},
		}},
	}
}

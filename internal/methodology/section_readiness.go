package methodology

import (
	"math/big"
	"strings"

	"github.com/opsfit/opsfit/internal/questionnaire"
)

func (b *builder) readiness() Section {
	stability := b.shop.axis("stability")
	return Section{
		ID: "readiness", Title: "Readiness: what helps under either model",
		Text: []string{
			"A restore that was tried, alarms that come before users call, a way back, records, learning: neither model does without " +
				"them, so they are no style. Each answer is a level from 0 to 4.",
			"What is unknown is left out of the value. In the lower bound it counts as 0: not bad, but unproven.",
		},
		Formulas: []Formula{
			{
				"Readiness on an axis", "R = sum(w * r) / sum(w)",
				"Over the answered readiness questions of the axis; r is the level of the chosen option.",
			},
			{
				"Lower bound", "R_low = sum(w * r) / sum(w)",
				"Over all readiness questions of the axis that apply, with r = 0 for an unknown one.",
			},
			{"Readiness overall", "R = sum(W * R_axis) / sum(W)", "Over the axes that have one; the lower bound likewise."},
		},
		Examples: []Example{{
			Text: "Nobody has restored a backup, and who notices a problem first is not known.",
			Steps: []Step{
				{"Stability", meanOf(b.shop.levels("stability", false)), result(stability.Readiness.Value)},
				{"Stability, lower bound", meanOf(b.shop.levels("stability", true)), result(stability.Readiness.LowerBound)},
			},
		}},
		Reasons: []string{
			"A missing answer is neither the worst nor the best. In the source of one published check a missing figure became the best " +
				"of its group, and in another group the worst.",
		},
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

func (b *builder) floors() Section {
	stability, delivery := b.shop.axis("stability"), b.shop.axis("delivery")
	floor := figure(stability.Floor)
	return Section{
		ID: "floors", Title: "Floors and shortfalls: how much readiness is called for",
		Text: []string{
			"What an outage would cost, and what auditors demand, call for readiness whatever your style. So does fast delivery. The " +
				"highest of these is the floor of an axis, and what is missing to it is the shortfall.",
		},
		Formulas: []Formula{
			{"Floor of an axis", "D = max(floors named by the answers about the situation)", "None where no chosen option names one."},
			{
				"Floor of stability", "D = max(floors named, " + b.at("speed_floor") + " * max(0, P_delivery))",
				"Wherever delivery is scored: pace needs a net, and slow delivery needs none of its own.",
			},
			{"Shortfall", "S = max(0, D - R)", "None where there is no floor or no readiness; at worst, with the lower bound in place of R."},
		},
		Tables: []Table{b.judged("speed_floor"), b.floorTable()},
		Examples: []Example{{
			Text: "An hour of downtime means a large loss here, which names the floor 3. The pace alone would call for less.",
			Steps: []Step{
				{
					"Floor of stability", "max(3, " + b.at("speed_floor") + " * max(0, " + figure(delivery.Practice.Value) + "))",
					result(stability.Floor),
				},
				{"Shortfall", "max(0, " + floor + " - " + figure(stability.Readiness.Value) + ")", result(stability.Shortfall)},
				{"At worst", "max(0, " + floor + " - " + figure(stability.Readiness.LowerBound) + ")", result(stability.WorstShortfall)},
			},
		}},
		Reasons: []string{
			"How well you must recover follows from what an outage costs: NIST SP 800-34 begins with a business impact analysis, and " +
				"AWS Well-Architected (REL13) with recovery objectives. The levels are a judgement.",
		},
	}
}

// floorTable lists the floors of the shipped questionnaire.
func (b *builder) floorTable() Table {
	table := Table{
		Title: "Floors in " + b.shipped.Full.ID + " (judged)", Judged: true,
		Columns: []Column{{Title: "Question"}, {Title: "Answer"}, {Title: "Calls for at least"}},
	}
	for i := range b.shipped.Full.Questions {
		question := &b.shipped.Full.Questions[i]
		for j := range question.Options {
			if option := &question.Options[j]; len(option.Floors) > 0 {
				table.Rows = append(table.Rows, []string{question.ID, option.ID, b.floorWords(option.Floors)})
			}
		}
	}
	return table
}

func (b *builder) floorWords(floors []questionnaire.Floor) string {
	var parts []string
	for _, floor := range floors {
		parts = append(parts, figure(floor.Level)+" on "+floor.Axis)
	}
	return strings.Join(parts, ", ")
}

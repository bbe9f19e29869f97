package methodology

import (
	"math/big"

	"github.com/opsfit/opsfit/internal/report"
	"github.com/opsfit/opsfit/internal/score"
)

func (b *builder) situation() Section {
	overall := b.shop.leaning.Situation
	steps := b.shop.axisSteps(func(a *score.Axis) (working, result string) {
		return meanOf(b.shop.needs(a.ID)), placed(a.Situation.Value, a.Situation.Band)
	})
	return Section{
		ID: "situation", Title: "Situation: what the service calls for",
		Text: []string{
			"A position on the same line, from the answers about needs and limits: how often something new is needed, what an outage " +
				"costs, what auditors demand, what can be spent. Practice and situation are compared and never averaged with each other.",
		},
		Formulas: []Formula{
			{
				"Situation of an axis", "N = sum(u * x) / sum(u)",
				"Over the answered questions about the situation that bear on the axis and whose option has a position; u is the weight of " +
					"the question times its weight on the axis, x the position.",
			},
			{"Situation overall", "N = sum(W * N_axis) / sum(W)", "Over the axes that have one."},
		},
		Examples: []Example{{
			Text: "The money question bears on automation and on stability, the audit question on change and, half as much, on " +
				"automation.",
			Steps: append(steps, Step{"Overall", b.shop.overall(called), placed(overall.Value, overall.Band)}),
		}},
		Reasons: []string{
			"The founding article names the inputs of the choice: how fast releases are wanted, how much downtime can be borne, innovation " +
				"against stability, money, people and requirements.",
		},
	}
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

func (b *builder) bands() Section {
	edge := b.library.leaning
	return Section{
		ID: "bands", Title: "Bands and sides: the words for a position",
		Text: []string{
			"Practice and situation share five words. The outer two at each end make one side, so there are three sides. A value on an " +
				"edge belongs to the outer band, so that the line reads the same from both ends.",
		},
		Tables: []Table{bandTable(), b.judged("leaning_edge", "strong_edge")},
		Examples: []Example{{
			Text: "A second service, the library, lies just below an edge.",
			Steps: []Step{
				{"Practice", b.library.overall(practiceOf), placed(edge.Practice.Value, edge.Practice.Band)},
				{
					"Missing to the edge", figure(b.limit("leaning_edge").Value) + " - " + figure(edge.Practice.Value),
					result(new(big.Rat).Sub(b.limit("leaning_edge").Value, edge.Practice.Value)),
				},
			},
		}},
	}
}

// bandTable lists the bands between the edges that the scoring uses.
func bandTable() Table {
	table := Table{
		Title:   "The five bands",
		Columns: []Column{{Title: "Word"}, {Title: "From"}, {Title: "To"}, {Title: "Side"}},
	}
	ends := append([]*big.Rat{whole(-1)}, score.BandEdges()...)
	ends = append(ends, one())
	for i := range len(ends) - 1 {
		middle := new(big.Rat).Add(ends[i], ends[i+1])
		band := score.BandOf(middle.Mul(middle, big.NewRat(1, 2)))
		table.Rows = append(table.Rows, []string{
			report.BandWord(report.Text(band)), edgeWords(ends[i], band), edgeWords(ends[i+1], band), sideWord(score.SideOf(band)),
		})
	}
	return table
}

// edgeWords says whether a band holds the edge itself.
func edgeWords(edge *big.Rat, band score.Band) string {
	if score.BandOf(edge) == band {
		return signed(edge)
	}
	return signed(edge) + ", without it"
}

func sideWord(side score.Side) string {
	switch side {
	case score.SysOps:
		return "SysOps"
	case score.DevOps:
		return "DevOps"
	case score.Middle:
	}
	return string(side)
}

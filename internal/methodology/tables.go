package methodology

import (
	"math/big"
	"strings"

	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/report"
	"github.com/opsfit/opsfit/internal/score"
)

// answerTable lists the questions and answers of the example.
func (b *builder) answerTable() Table {
	table := Table{Columns: []Column{
		{Title: "Question"}, {Title: "About"}, {Title: "Axis, weight"}, {Title: "Answer"}, {Title: "Counts as"},
	}}
	for i := range b.shop.q.Questions {
		question := &b.shop.q.Questions[i]
		table.Rows = append(table.Rows, []string{
			question.ID, nameMeasure(question), formatWeightsOrNone(question), b.formatAnswer(question), b.formatWorth(question),
		})
	}
	return table
}

// nameMeasure is the word for what a question is about in the tables of the page.
func nameMeasure(question *questionnaire.Question) string {
	switch question.Measures {
	case questionnaire.Lean:
		return "style"
	case questionnaire.Context:
		return string(question.Kind)
	case questionnaire.Readiness, questionnaire.Outcome:
	}
	return string(question.Measures)
}

// formatWeights names the axes that a question bears on, each with its weight there; empty for none.
func formatWeights(question *questionnaire.Question) string {
	if question.Measures != questionnaire.Context {
		return question.Axis + " " + formatExact(question.Weight)
	}
	var parts []string
	for _, affect := range question.Affects {
		parts = append(parts, affect.Axis+" "+formatExact(new(big.Rat).Mul(affect.Weight, question.Weight)))
	}
	return strings.Join(parts, ", ")
}

func (b *builder) formatAnswer(question *questionnaire.Question) string {
	if option := b.shop.chosenOption(question); option != nil {
		return option.Text
	}
	return report.StatusWord(string(b.shop.sheet.Get(question.ID).Status))
}

func (b *builder) formatWorth(question *questionnaire.Question) string {
	option := b.shop.chosenOption(question)
	switch {
	case option == nil && b.shop.sheet.Get(question.ID).Status == answers.NotApplicable:
		return "nothing"
	case option == nil && question.Measures == questionnaire.Lean:
		return formatSigned(lowestPosition(question)) + " to " + formatSigned(highestPosition(question))
	case option == nil:
		return "unproven"
	case option.Readiness != nil:
		return "level " + formatExact(option.Readiness)
	case option.Position != nil:
		return formatSigned(option.Position)
	case len(option.Floors) > 0:
		return "floor " + formatExact(option.Floors[0].Level)
	case len(option.Allows) > 0:
		return formatBound(option.Allows[0])
	}
	return "nothing"
}

// bandTable lists the bands between the edges that the scoring uses.
func bandTable() Table {
	table := Table{
		Columns: []Column{{Title: "Word"}, {Title: "From"}, {Title: "To"}, {Title: "Side"}},
	}
	ends := append([]*big.Rat{ratInt(-1)}, score.BandEdges()...)
	ends = append(ends, ratOne())
	for i := range len(ends) - 1 {
		middle := new(big.Rat).Add(ends[i], ends[i+1])
		band := score.BandOf(middle.Mul(middle, big.NewRat(1, 2)))
		table.Rows = append(table.Rows, []string{
			report.BandWord(report.Text(band)), formatEdge(ends[i], band), formatEdge(ends[i+1], band), nameSide(score.SideOf(band)),
		})
	}
	return table
}

// formatEdge says whether a band holds the edge itself.
func formatEdge(edge *big.Rat, band score.Band) string {
	if score.BandOf(edge) == band {
		return formatSigned(edge)
	}
	return formatSigned(edge) + ", without it"
}

func nameSide(side score.Side) string {
	switch side {
	case score.SysOps:
		return "SysOps"
	case score.DevOps:
		return "DevOps"
	case score.Middle:
		return "middle"
	}
	return string(side)
}

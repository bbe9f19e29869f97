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
			question.ID, measureWord(question.Measures), weightWords(question), b.said(question), b.countsAs(question),
		})
	}
	return table
}

// measureWord is the word for a measure in the tables of the page.
func measureWord(measure questionnaire.Measure) string {
	switch measure {
	case questionnaire.Lean:
		return "style"
	case questionnaire.Context:
		return "situation"
	case questionnaire.Readiness, questionnaire.Outcome:
	}
	return string(measure)
}

// weightWords names the axes that a question bears on, each with its weight there; empty for none.
func weightWords(question *questionnaire.Question) string {
	if question.Measures != questionnaire.Context {
		return question.Axis + " " + figure(question.Weight)
	}
	var parts []string
	for _, affect := range question.Affects {
		parts = append(parts, affect.Axis+" "+figure(affect.Weight))
	}
	return strings.Join(parts, ", ")
}

func (b *builder) said(question *questionnaire.Question) string {
	if option := b.shop.chosen(question); option != nil {
		return option.Text
	}
	return report.StatusWord(string(b.shop.sheet.Get(question.ID).Status))
}

func (b *builder) countsAs(question *questionnaire.Question) string {
	option := b.shop.chosen(question)
	switch {
	case option == nil && b.shop.sheet.Get(question.ID).Status == answers.NotApplicable:
		return "nothing"
	case option == nil && question.Measures == questionnaire.Lean:
		return signed(lowest(question)) + " to " + signed(highest(question))
	case option == nil:
		return "unproven"
	case option.Readiness != nil:
		return "level " + figure(option.Readiness)
	case len(option.Floors) > 0:
		return signed(option.Position) + "; floor " + figure(option.Floors[0].Level)
	}
	return signed(option.Position)
}

// bandTable lists the bands between the edges that the scoring uses.
func bandTable() Table {
	table := Table{
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

package render

import (
	"github.com/opsfit/opsfit/internal/english"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/report"
)

// answers writes every question and what was said, folded away where the place that shows the report can fold.
func (m *manuscript) answers(doc *report.Document) {
	if len(doc.Answers) == 0 {
		return
	}
	m.block("<details>", "<summary>"+report.TitleAnswers+"</summary>")
	m.block(escape(report.WorthLegend(doc)))
	for _, group := range report.Chapters(doc) {
		m.heading(3, escape(group.Title))
		if axis := group.Axis; axis != nil {
			m.list([]markup{labelled("SysOps", escape(axis.Low)), labelled("DevOps", escape(axis.High))})
		}
		m.table(answerTable(group.Answers, group.Axis))
	}
	m.explainer(doc, report.TitleAnswers)
	m.block("</details>")
}

// answerTable has a column for the effect of each answer where they are about an axis.
func answerTable(answers []*report.Answer, axis *report.Axis) grid {
	table := grid{head: []markup{"Id", "Question", "Answer", "Counts as"}, right: map[int]bool{3: true}}
	if axis != nil {
		table.head = append(table.head, "Effect")
		table.right[4] = true
	}
	for _, answer := range answers {
		row := []markup{escape(answer.Question), escape(answer.Prompt), answerCell(answer), countsAs(answer)}
		if axis != nil {
			row = append(row, effect(axis, answer))
		}
		table.rows = append(table.rows, row)
	}
	return table
}

func answerCell(answer *report.Answer) markup {
	lines := []markup{answerWords(answer)}
	add := func(label, text markup) {
		if text != "" {
			lines = append(lines, labelled(label, text))
		}
	}
	add("Reason", escapeLines(report.ReasonBeside(answer)))
	add("Note", escapeLines(string(answer.Note)))
	add("Evidence", linked(string(answer.Evidence)))
	add("Reviewed", escape(string(answer.Reviewed)))
	add("Source", escape(answer.SourceWords()))
	return joined(lines, lineBreak)
}

// answerWords returns the chosen option in words, or in italics why there is none.
func answerWords(answer *report.Answer) markup {
	if answer.IsAnswered() {
		return escape(string(answer.Text))
	}
	return "*" + escape(report.StatusWord(answer.Status)) + "*"
}

func countsAs(answer *report.Answer) markup {
	if answer.Value == nil {
		return dash
	}
	switch questionnaire.Measure(answer.Measures) {
	case questionnaire.Readiness:
		return levelCell(answer.Value)
	case questionnaire.Outcome:
		return escape(english.Fixed(answer.Value, 1))
	default:
		return escape(report.Signed(answer.Value))
	}
}

func effect(axis *report.Axis, answer *report.Answer) markup {
	if effect := axis.Effect(answer.Question); effect != nil {
		return escape(report.Signed(effect))
	}
	return dash
}

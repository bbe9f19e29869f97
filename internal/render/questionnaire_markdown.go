package render

import (
	"io"

	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/report"
)

// QuestionnaireMarkdown writes a whole questionnaire as GitHub-flavoured Markdown. The only error is one of the writer.
func QuestionnaireMarkdown(w io.Writer, q *questionnaire.Questionnaire) error {
	var m manuscript
	m.heading(1, escape(q.Title))
	m.list(facts(questionnaireFacts(q)))
	m.paragraph(q.ScopeHint)
	for _, section := range outline(q) {
		m.heading(2, escape(section.title))
		m.list(facts(section.facts))
		for _, question := range section.questions {
			m.heading(3, escape(question.Text))
			m.block("Id " + escape(question.ID) + ", measures " + escape(string(question.Measures)) + ".")
			m.paragraph(question.Why)
			m.table(optionTable(q, question))
		}
	}
	m.sentences(sentencesTitle, sentences(q.Outcomes))
	return m.writeTo(w)
}

// QuestionMarkdown is QuestionText as GitHub-flavoured Markdown. The only error is one of the writer.
func QuestionMarkdown(w io.Writer, q *questionnaire.Questionnaire, question *questionnaire.Question) error {
	var m manuscript
	m.heading(1, escape(question.Text))
	m.list(facts(append([]report.Fact{{Label: "Id", Value: question.ID}}, questionFacts(q, question)...)))
	if question.Why != "" {
		m.heading(2, "Why it is asked")
		m.paragraph(question.Why)
	}
	m.heading(2, "What each answer means")
	m.table(optionTable(q, question))
	for _, part := range supports(question) {
		m.sentences(escape(part.title), part.texts)
	}
	return m.writeTo(w)
}

// paragraph writes a text of its own; none, no paragraph.
func (m *manuscript) paragraph(text string) {
	if escaped := escape(text); escaped != "" {
		m.block(escaped)
	}
}

func optionTable(q *questionnaire.Questionnaire, question *questionnaire.Question) grid {
	table := grid{head: []markup{"Id", "Answer", "What it means"}}
	for i := range question.Options {
		option := &question.Options[i]
		row := []markup{escape(option.ID), escape(option.Text), escape(optionWords(q, option))}
		table.rows = append(table.rows, row)
	}
	return table
}

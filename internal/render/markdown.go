package render

import (
	"github.com/opsfit/opsfit/internal/report"
)

// sentences writes a section of sentences; none, no section.
func (m *manuscript) sentences(title markup, sentences []string) {
	if len(sentences) == 0 {
		return
	}
	m.heading(2, title)
	m.list(escaped(sentences))
}

// colophon says what made the report and from what, so that a printed copy can be traced.
func (m *manuscript) colophon(doc *report.Document) {
	q := doc.Questionnaire
	m.block("---")
	m.block("Self-reported. Written by " + joined([]markup{escape(doc.Tool.Name), escape(doc.Tool.Version)}, " ") +
		" from the questionnaire " + joined([]markup{escape(q.ID), escape(q.Version)}, " ") +
		" with the digest " + escape(q.Digest) + ".")
}

func facts(list []report.Fact) []markup {
	var items []markup
	for _, fact := range list {
		items = append(items, labelled(escape(fact.Label), escape(fact.Value)))
	}
	return items
}

func escaped(texts []string) []markup {
	var items []markup
	for _, text := range texts {
		items = append(items, escape(text))
	}
	return items
}

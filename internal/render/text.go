package render

import (
	"github.com/opsfit/opsfit/internal/report"
)

// section adds a heading and a list; nothing when the list is empty.
func (p *page) section(title string, texts []string) {
	if len(texts) == 0 {
		return
	}
	p.heading(title)
	p.items(texts)
}

// facts adds labels and values in two columns.
func (p *page) facts(indent int, facts []report.Fact) {
	width := 0
	for _, fact := range facts {
		width = max(width, len(fact.Label)+2)
	}
	for _, fact := range facts {
		p.labelled(label{indent: indent, width: width, tone: faintTone, text: fact.Label}, plainTone, fact.Value)
	}
}

// origin says what wrote the result and with which questions, so that a printed report can be traced.
func (p *page) origin(doc *report.Document) {
	q := doc.Questionnaire
	p.blank()
	p.text(0, faintTone, doc.Tool.Name+" "+doc.Tool.Version+", "+q.ID+" "+q.Version+", "+q.Digest)
}

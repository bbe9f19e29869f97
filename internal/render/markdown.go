package render

import (
	"io"

	"github.com/opsfit/opsfit/internal/report"
)

// Markdown writes the document as GitHub-flavoured Markdown that also reads well as plain text: the verdict first,
// every answer folded at the end. It has one form only, so that a file is the same wherever it was written: the
// options play no part. An error is one of the writer.
func Markdown(w io.Writer, doc *report.Document, _ Options) error {
	story := report.Tell(doc)
	var m manuscript
	m.heading(1, escape(story.Title))
	m.list(facts(story.Asked))
	m.whatIf(story.WhatIf)
	m.verdict(story)
	m.picture(doc)
	m.firstSteps(story)
	m.explainer(doc, report.TitleFirst)
	m.warnings(doc, story)
	m.sentences(report.TitleExempt, story.Exempted)
	m.talk(story.Talk)
	m.sentences(report.TitleUnknown, story.Unknown)
	m.explainer(doc, report.TitleUnknown)
	m.sentences(report.TitleAges, story.Ages)
	m.sentences(report.TitleTips, story.Tips)
	m.explainer(doc, report.TitleTips)
	m.sentences(report.TitleNotes, story.Notes)
	m.figures(doc, story)
	m.explainer(doc, report.TitleFigures, report.TitleAxes, report.TitleMetrics)
	m.otherSteps(story.Then)
	m.laterSteps(story.Later)
	m.gates(story)
	m.answers(doc)
	m.colophon(doc)
	return m.writeTo(w)
}

func (m *manuscript) verdict(story report.Story) {
	m.heading(2, "Verdict")
	m.block("> " + strong(escape(story.Headline)))
	m.list(escaped(story.Why))
}

// picture draws what the report for a terminal draws, without colour. A Mermaid diagram would say less: its XY chart has bars
// and lines only, for a range with two marks on it, and its quadrant chart is always cut in the middle, not at a mean.
func (m *manuscript) picture(doc *report.Document) {
	p := newPage(io.Discard, Options{})
	p.picture(doc)
	m.heading(2, "The picture")
	m.code(p.lines)
}

// sentences writes a section of sentences; none, no section.
func (m *manuscript) sentences(title markup, sentences []string) {
	if len(sentences) == 0 {
		return
	}
	m.heading(2, title)
	m.list(escaped(sentences))
}

// explainer says below a part of the report where its numbers are explained.
func (m *manuscript) explainer(doc *report.Document, titles ...string) {
	if command := report.Explainer(doc, titles...); command != "" {
		m.block(escape(report.ExplainedBy) + " " + code(command))
	}
}

func (m *manuscript) figures(doc *report.Document, story report.Story) {
	if doc.Verdict.Quadrant != nil {
		m.heading(2, report.TitleMetrics)
		m.table(metricTable(doc))
	} else {
		m.heading(2, report.TitleAxes)
		m.table(axisTable(doc.Axes))
	}
	m.list(facts(story.Figures))
}

func (m *manuscript) gates(story report.Story) {
	if len(story.Gates) == 0 {
		return
	}
	table := grid{head: []markup{"Gate", "Result", "Required", "Actual", "Remark"}}
	for _, gate := range story.Gates {
		result := markup("met")
		if !gate.Met {
			result = "**not met**"
		}
		table.rows = append(table.rows, []markup{
			escape(gate.Name), result, orDash(gate.Required), escape(gate.Actual), orDash(gate.Reason),
		})
	}
	m.heading(2, report.TitleGates)
	m.block(escape(story.GatesInShort))
	m.table(table)
}

func orDash(text string) markup {
	if text == "" {
		return dash
	}
	return escape(text)
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

package render

import (
	"io"
	"strings"

	"github.com/opsfit/opsfit/internal/report"
)

// Text writes the report for a terminal or a log: what a manager needs on the first screen, then what to do, then
// what an engineer needs to trace each figure to an answer. No line is wider than the options say. The only error is
// one of the writer.
func Text(w io.Writer, doc *report.Document, opt Options) error {
	p := newPage(w, opt)
	story := report.Tell(doc)
	p.facts(0, story.Asked)
	p.whatIf(story.WhatIf)
	p.verdict(story)
	p.picture(doc)
	p.firstSteps(story)
	p.explainer(doc, report.TitleFirst)
	p.warnings(doc, story)
	p.section(report.TitleExempt, story.Exempted)
	p.talk(story.Talk)
	p.section(report.TitleUnknown, story.Unknown)
	p.explainer(doc, report.TitleUnknown)
	p.section(report.TitleAges, story.Ages)
	p.section(report.TitleTips, story.Tips)
	p.explainer(doc, report.TitleTips)
	p.section(report.TitleNotes, story.Notes)
	p.divider("Details")
	p.gates(story.Gates)
	p.recommendations(story)
	p.figuresOf(doc, story)
	p.answers(doc)
	p.origin(doc)
	p.inShort(story)
	return p.writeTo(w)
}

func (p *page) verdict(story report.Story) {
	p.blank()
	p.text(0, strongTone, story.Headline)
	p.blank()
	p.items(story.Why)
}

func (p *page) picture(doc *report.Document) {
	p.blank()
	if doc.Verdict.Quadrant != nil {
		p.chart(p.quadrantChart(doc.Verdict.Quadrant))
		return
	}
	p.chart(p.leaningChart(doc))
}

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

// explainer says below a part of the report where its numbers are explained.
func (p *page) explainer(doc *report.Document, titles ...string) {
	if command := report.Explainer(doc, titles...); command != "" {
		p.blank()
		p.text(2, faintTone, report.ExplainedBy+" "+command)
	}
}

func (p *page) gates(gates []report.GateLine) {
	if len(gates) == 0 {
		return
	}
	p.heading(report.TitleGates)
	for _, gate := range gates {
		name := gateLabel(gate)
		p.labelled(name, strongTone, gate.Name)
		p.text(p.under(name), plainTone, gate.Figures())
		p.text(p.under(name), plainTone, gate.Reason)
	}
}

func gateLabel(gate report.GateLine) label {
	name := label{indent: 2, width: 9, text: gate.Word()}
	if !gate.Met {
		name.tone = alarmTone
	}
	return name
}

// inShort repeats the verdict where the reader of a terminal ends up: a report is longer than a screen.
func (p *page) inShort(story report.Story) {
	p.divider("In short")
	p.blank()
	p.text(0, strongTone, story.Headline)
	if story.GatesInShort != "" {
		p.blank()
		p.labelled(label{width: 7, tone: faintTone, text: "Gates"}, plainTone, story.GatesInShort)
	}
	if len(story.First) == 0 {
		return
	}
	titles := make([]string, 0, len(story.First))
	for _, item := range story.First {
		titles = append(titles, item.Title)
	}
	p.blank()
	p.labelled(label{width: 7, tone: faintTone, text: "First"}, plainTone, strings.Join(titles, "; ")+".")
}

// origin says what wrote the result and with which questions, so that a printed report can be traced.
func (p *page) origin(doc *report.Document) {
	q := doc.Questionnaire
	p.blank()
	p.text(0, faintTone, doc.Tool.Name+" "+doc.Tool.Version+", "+q.ID+" "+q.Version+", "+q.Digest)
}

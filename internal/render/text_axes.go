package render

import (
	"fmt"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"github.com/opsfit/opsfit/internal/report"
)

// figuresOf adds all figures: the overall ones, readiness beside its floors, and each axis with its answers.
func (p *page) figuresOf(doc *report.Document, story report.Story) {
	p.heading(report.TitleFigures)
	p.facts(2, story.Figures)
	if doc.Verdict.Quadrant != nil {
		p.heading(report.TitleMetrics)
		p.chart(p.metricChart(doc))
		p.explainer(doc, report.TitleMetrics)
		return
	}
	p.explainer(doc, report.TitleFigures)
	p.heading("Readiness, 0 to 4")
	p.chart(p.readinessChart(doc))
	p.heading(report.TitleAxes)
	p.text(2, faintTone, "Below each axis: where each answer stands, and what it adds to the overall practice.")
	for i := range doc.Axes {
		p.axis(&doc.Axes[i])
	}
	p.explainer(doc, report.TitleAxes)
}

func (p *page) axis(axis *report.Axis) {
	p.blank()
	p.text(2, strongTone, axis.Title)
	p.facts(4, report.AxisFacts(axis))
	if len(axis.Contributions) > 0 {
		p.blank()
		p.contributions(axis.Contributions)
	}
}

// pullCells is the width of the small line that shows where one answer stands.
const pullCells = 11

func (p *page) contributions(list []report.Contribution) {
	width := 0
	for _, item := range list {
		width = max(width, ansi.StringWidth(oneLine(item.Question)))
	}
	width = min(width, longestTitle)
	for _, item := range list {
		p.contribution(item, width)
	}
}

// contribution is one line: the question, where its answer stands, and what it adds to the overall practice value.
func (p *page) contribution(item report.Contribution, width int) {
	const indent = 4
	line := leaningTrack()
	line.edges = nil
	line.from, line.to = pull(item.Position)
	line.practice, line.practiceTone = &item.Position, sideTone(item.Position)
	picture := p.inked(line.draw(p.symbols, pullCells)) + "  " + report.Signed(&item.Position) + added(item.Effect)
	size := ansi.StringWidth(picture)
	option := p.width - indent - width - size - 4
	if option < narrowest/2 {
		p.text(indent, plainTone, item.Question)
		p.drawn(strings.Repeat(" ", indent+2) + picture)
		return
	}
	p.drawn(strings.Repeat(" ", indent) + p.cell(item.Question, width) + "  " + picture + "  " +
		p.paint(faintTone, p.cut(item.Option, option)))
}

// pull is the stretch from the middle of the line to an answer.
func pull(position float64) (from, to *float64) {
	low, high := min(position, 0), max(position, 0)
	return &low, &high
}

func sideTone(position float64) tone {
	switch {
	case position < 0:
		return sysopsTone
	case position > 0:
		return devopsTone
	}
	return plainTone
}

func added(effect *float64) string {
	if effect == nil {
		return ""
	}
	return fmt.Sprintf("  adds %5s", report.Signed(effect))
}

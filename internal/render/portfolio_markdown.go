package render

import (
	"fmt"
	"io"

	"github.com/opsfit/opsfit/internal/portfolio"
	"github.com/opsfit/opsfit/internal/report"
)

// PortfolioMarkdown writes a portfolio as GitHub-flavoured Markdown; see Markdown.
func PortfolioMarkdown(w io.Writer, doc *portfolio.Document, _ Options) error {
	story := portfolio.Tell(doc)
	var m manuscript
	m.heading(1, "Portfolio")
	m.block("> " + strong(escape(story.Headline)))
	m.list(facts(story.Counts))
	m.placesMap(doc)
	m.services(portfolio.TitleWorst, story.Worst)
	m.sentences(portfolio.TitleClashes, story.Clashes)
	m.tally(portfolio.TitleCommon, "Warning", story.Warnings)
	m.tally(portfolio.TitleSteps, "Step", story.Steps)
	m.groups(story.Groups)
	m.sentences(report.TitleNotes, story.Notes)
	m.services(portfolio.TitleServices, story.Services)
	if story.Unlisted != "" {
		m.block(escape(story.Unlisted))
	}
	m.sentences(portfolio.TitleUnusable, story.Unusable)
	m.block("---")
	m.block("Self-reported. Written by " + joined([]markup{escape(doc.Tool.Name), escape(doc.Tool.Version)}, " ") + ".")
	return m.writeTo(w)
}

// placesMap writes the map as a table; the fields where practice and situation lie in one band are set in bold.
func (m *manuscript) placesMap(doc *portfolio.Document) {
	if doc.Summary.Services == 0 {
		return
	}
	bands := portfolio.MapBands()
	table := grid{head: []markup{"Situation, down; practice, across"}, right: map[int]bool{}}
	for i, band := range bands {
		table.head = append(table.head, escape(report.BandWord(band)))
		table.right[i+1] = true
	}
	for i, row := range doc.Map() {
		cells := []markup{escape(report.BandWord(bands[len(bands)-1-i]))}
		for column, count := range row {
			cell := markup(fmt.Sprint(count))
			if column == len(bands)-1-i {
				cell = strong(cell)
			}
			cells = append(cells, cell)
		}
		table.rows = append(table.rows, cells)
	}
	m.heading(2, portfolio.TitleMap)
	m.table(table)
}

func (m *manuscript) services(title markup, services []*portfolio.Service) {
	if len(services) == 0 {
		return
	}
	table := grid{
		head:  []markup{"Service", "Team", "Practice", "Situation", "Fit", "Readiness", "Short by", "Advice", "Confidence", "Answered"},
		right: map[int]bool{4: true, 5: true, 6: true},
	}
	for _, s := range services {
		table.rows = append(table.rows, []markup{
			strong(escape(s.Name())), orDash(string(s.Team)),
			escape(report.Placed(s.Practice, s.PracticeBand)), escape(report.Placed(s.Situation, s.SituationBand)),
			fitCell(s), figureOr(dash, s.Readiness), figureOr(dash, s.Shortfall),
			escape(report.AdviceWord(s.Advice)), orDash(string(s.Confidence)), orDash(string(s.Date)),
		})
	}
	m.heading(2, title)
	m.table(table)
}

func fitCell(s *portfolio.Service) markup {
	if s.Fit == nil {
		return dash
	}
	return escape(report.FitFigure(report.Fit{Value: s.Fit, Word: s.FitWord}))
}

func (m *manuscript) tally(title, what markup, list []report.Counting) {
	if len(list) == 0 {
		return
	}
	table := grid{head: []markup{what, "Services"}, right: map[int]bool{1: true}}
	for _, item := range list {
		table.rows = append(table.rows, []markup{escape(item.ID), markup(fmt.Sprint(item.Count))})
	}
	m.heading(2, title)
	m.table(table)
}

func (m *manuscript) groups(groups []portfolio.GroupStory) {
	if len(groups) == 0 {
		return
	}
	m.heading(2, portfolio.TitleGroups)
	for _, group := range groups {
		m.heading(3, escape(group.Name))
		m.list(facts(group.Facts))
	}
}

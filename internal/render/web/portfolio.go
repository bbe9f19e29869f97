package web

import (
	"fmt"
	"io"

	"github.com/opsfit/opsfit/internal/portfolio"
	"github.com/opsfit/opsfit/internal/report"
)

// Portfolio writes many services side by side as a page: the map and what to look at first, then clashes, what is common,
// groups, and every service. The page runs no script, so that its list cannot be sorted by a click: beside the list in the
// order that was asked for stand the ends of the figures that people sort by. An error is one of the writer.
func Portfolio(w io.Writer, doc *portfolio.Document) error {
	return Write(w, portfolioPage(doc, portfolio.Tell(doc)))
}

func portfolioPage(p *portfolio.Document, story portfolio.Story) Page {
	sections := []Section{
		serviceSection("worst", portfolio.TitleWorst, story.Worst),
		listSection("clashes", portfolio.TitleClashes, story.Clashes),
		commonSection(p, story), groupSection(story.Groups),
		listSection("notes", report.TitleNotes, story.Notes),
	}
	for _, ranking := range p.Rankings() {
		sections = append(sections, serviceSection(ranking.ID, ranking.Title, ranking.Services))
	}
	sections = append(sections, allSection(p), listSection("unusable", portfolio.TitleUnusable, story.Unusable))
	return Page{
		Kind: "Portfolio", Title: story.Title, Lead: []Section{overviewSection(p, story)}, Sections: kept(sections...),
		Colophon: "Self-reported. Written by " + p.Tool.Name + " " + p.Tool.Version + ".",
	}
}

const orderNote = "By path, or in the order that --sort asked for. This page runs no script: for another order write it again, " +
	"or open the same figures (-f csv) as a spreadsheet."

func overviewSection(p *portfolio.Document, story portfolio.Story) Section {
	words := Column{{Headline: story.Headline}}
	for _, chart := range []*Chart{
		tallyChart("advice", "Advice", story.Advice, p.Summary.Services), tallyChart("fit", "Fit", story.Fit, p.Summary.Services),
	} {
		if chart != nil {
			words = append(words, Block{Chart: chart})
		}
	}
	columns := []Column{words}
	if p.Summary.Services > 0 {
		columns = append(columns, Column{{Figure: placesFigure(p, story)}})
	}
	return Section{ID: "verdict", Title: "Overview", Blocks: []Block{{Columns: columns}}}
}

// tallyChart draws how many of all services something applies to; nil when there is nothing to count.
func tallyChart(id, caption string, list []report.Counting, all int) *Chart {
	if len(list) == 0 {
		return nil
	}
	chart := &Chart{ID: id, Caption: caption, Heads: []string{"services"}}
	for _, item := range list {
		chart.Rows = append(chart.Rows, peopleRow(item.ID, item.Count, all, "service"))
	}
	return chart
}

// commonSection shows the most common warnings and first steps side by side.
func commonSection(p *portfolio.Document, story portfolio.Story) Section {
	var columns []Column
	for _, chart := range []*Chart{
		tallyChart("common-warnings", portfolio.TitleCommon, story.Warnings, p.Summary.Services),
		tallyChart("common-steps", portfolio.TitleSteps, story.Steps, p.Summary.Services),
	} {
		if chart != nil {
			columns = append(columns, Column{{Chart: chart}})
		}
	}
	if len(columns) == 0 {
		return Section{}
	}
	return Section{ID: "common", Title: "What is common", Blocks: []Block{{Columns: columns}}}
}

func groupSection(groups []portfolio.GroupStory) Section {
	if len(groups) == 0 {
		return Section{}
	}
	heads := []string{"Services", "Advice", "Fit", "Look first"}
	table := &Table{Caption: portfolio.TitleGroups, Columns: []TableColumn{{Title: "Group"}}}
	for i, head := range heads {
		table.Columns = append(table.Columns, TableColumn{Title: head, Number: i == 0})
	}
	for _, group := range groups {
		row := []string{group.Name}
		for _, head := range heads {
			row = append(row, orDash(valueOf(group.Facts, head)))
		}
		table.Rows = append(table.Rows, row)
	}
	return Section{ID: "groups", Title: portfolio.TitleGroups, Blocks: []Block{{Table: table}}}
}

// valueOf returns the value of a fact; empty where it is not there.
func valueOf(facts []report.Fact, label string) string {
	for _, fact := range facts {
		if fact.Label == label {
			return fact.Value
		}
	}
	return ""
}

// serviceSection is a table of services.
func serviceSection(id, title string, services []*portfolio.Service) Section {
	if len(services) == 0 {
		return Section{}
	}
	table := &Table{Caption: title, Columns: serviceColumns()}
	for _, s := range services {
		table.Rows = append(table.Rows, serviceRow(s))
	}
	return Section{ID: id, Title: title, Blocks: []Block{{Table: table}}}
}

// allSection is the table of every service, with the files that they come from.
func allSection(p *portfolio.Document) Section {
	if len(p.Services) == 0 {
		return Section{}
	}
	table := &Table{Caption: portfolio.TitleServices, Columns: append(serviceColumns(), TableColumn{Title: "File"})}
	for i := range p.Services {
		table.Rows = append(table.Rows, append(serviceRow(&p.Services[i]), p.Services[i].Path))
	}
	return Section{ID: "services", Title: portfolio.TitleServices, Blocks: []Block{{Quiet: orderNote}, {Table: table}}}
}

func serviceColumns() []TableColumn {
	return []TableColumn{
		{Title: "Service"},
		{Title: "Team"},
		{Title: "Practice", Number: true},
		{Title: "Situation", Number: true},
		{Title: "Fit", Number: true},
		{Title: "Readiness", Number: true},
		{Title: "Short by", Number: true},
		{Title: "Answered", Number: true},
		{Title: "Confidence"},
		{Title: "Advice"},
	}
}

func serviceRow(s *portfolio.Service) []string {
	fit := "–"
	if s.Fit != nil {
		fit = report.FitFigure(report.Fit{Value: s.Fit, Word: s.FitWord})
	}
	return []string{
		s.Name(), orDash(string(s.Team)), signedOr("–", s.Practice), signedOr("–", s.Situation), fit,
		levelOr("–", s.Readiness), levelOr("–", s.Shortfall), orDash(string(s.Date)), orDash(string(s.Confidence)),
		report.AdviceWord(s.Advice),
	}
}

func signedOr(missing string, value *float64) string {
	if value == nil {
		return missing
	}
	return report.Signed(value)
}

// placesFigure is the map: how services work across, what their situations call for upwards.
func placesFigure(p *portfolio.Document, story portfolio.Story) *Figure {
	f := newMap()
	f.places(p.MapFields())
	words := "Services by practice, from SysOps at the left to DevOps at the right, and by situation, from SysOps below to DevOps " +
		"above. The table of the figures counts them by band."
	return &Figure{
		ID: "places", Caption: portfolio.TitleMap, Picture: f.figure("places", mapWidth, mapHeight, portfolio.TitleMap, words),
		Legend: mapKeys(), Note: story.OffMap, Behind: mapTable(p),
	}
}

// mapTable counts services by band; in brackets where practice and situation lie in one.
func mapTable(p *portfolio.Document) *Table {
	bands := portfolio.MapBands()
	table := &Table{Caption: "Services by situation, down, and practice, across", Columns: []TableColumn{{Title: "Situation"}}}
	for _, band := range bands {
		table.Columns = append(table.Columns, TableColumn{Title: report.BandWord(band), Number: true})
	}
	for i, counts := range p.Map() {
		row := []string{report.BandWord(bands[len(bands)-1-i])}
		for column, count := range counts {
			cell := fmt.Sprint(count)
			if column == len(bands)-1-i {
				cell = "[" + cell + "]"
			}
			row = append(row, cell)
		}
		table.Rows = append(table.Rows, row)
	}
	return table
}

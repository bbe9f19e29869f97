package pages

import (
	"slices"

	"github.com/opsfit/opsfit/internal/english"
	"github.com/opsfit/opsfit/internal/page"
	"github.com/opsfit/opsfit/internal/report"
)

// axes tell the figures behind the line of each axis, and what they rest on.
func axes(doc *report.Document) page.Section {
	section := page.Section{
		ID: "axes", Title: titleAxes, Part: page.Detail, Explain: []string{"coverage", "wanted", "allowed", "direction", "tension"},
	}
	if doc.Verdict.Leaning == nil {
		return section
	}
	section.Blocks = []page.Block{axesTable(doc)}
	return section
}

// axisColumn is a column of the table of axes.
type axisColumn struct {
	page.Column

	cell func(*report.Axis) string
}

func axisColumns() []axisColumn {
	return []axisColumn{
		{page.Column{Title: "Axis"}, func(axis *report.Axis) string { return said(axis.Title) }},
		{page.Column{Title: "Practice", Number: true, Brief: true}, func(axis *report.Axis) string {
			return signedOr("not scored", axis.Practice.Value)
		}},
		{page.Column{Title: "Possible", Number: true}, func(axis *report.Axis) string { return report.Span(axis.Practice) }},
		{page.Column{Title: "Situation", Number: true, Brief: true}, func(axis *report.Axis) string {
			return signedOr("unknown", axis.Situation.Value)
		}},
		{page.Column{Title: "Gap", Number: true, Brief: true}, func(axis *report.Axis) string { return signedOr("–", axis.Gap) }},
		{page.Column{Title: "Fit", Number: true, Brief: true}, func(axis *report.Axis) string {
			return fitOr("–", report.Fit{Value: axis.Fit})
		}},
		{page.Column{Title: "Tension", Number: true}, func(axis *report.Axis) string { return tensionOr("–", axis.Tension) }},
		{page.Column{Title: "Answered", Number: true}, answeredOnAxis},
		{page.Column{Title: "Wanted"}, wantedInWords},
		{page.Column{Title: "Allowed"}, allowedInWords},
	}
}

// axesTable leaves out columns that say nothing of any axis, such as limits where there are none.
func axesTable(doc *report.Document) page.Table {
	table := page.Table{Caption: titleAxes}
	rows := make([][]string, len(doc.Axes))
	for _, column := range axisColumns() {
		cells := make([]string, len(doc.Axes))
		for i := range doc.Axes {
			cells[i] = column.cell(&doc.Axes[i])
		}
		if !slices.ContainsFunc(cells, func(cell string) bool { return cell != "" && cell != orDash("") }) {
			continue
		}
		table.Columns = append(table.Columns, column.Column)
		for i, cell := range cells {
			rows[i] = append(rows[i], orDash(cell))
		}
	}
	table.Rows = page.RowsOf(rows...)
	return table
}

// wantedInWords is what the needs ask for, where limits keep the situation from it.
func wantedInWords(axis *report.Axis) string {
	if len(axis.Situation.HeldBy) == 0 {
		return ""
	}
	return report.Signed(axis.Situation.Wanted.Value)
}

// allowedInWords are the bounds in force.
func allowedInWords(axis *report.Axis) string {
	var bounds []string
	if allowed := axis.Situation.Allowed; allowed.AtLeast != nil {
		bounds = append(bounds, "at least "+report.Signed(allowed.AtLeast))
	}
	if allowed := axis.Situation.Allowed; allowed.AtMost != nil {
		bounds = append(bounds, "at most "+report.Signed(allowed.AtMost))
	}
	words := english.List(bounds)
	if axis.Situation.Clash {
		words += ", which contradict each other"
	}
	return words
}

func answeredOnAxis(axis *report.Axis) string {
	if axis.Coverage == nil {
		return orDash("")
	}
	return english.Percent(axis.Coverage)
}

func signedOr(missing string, value *float64) string {
	if value == nil {
		return missing
	}
	return report.Signed(value)
}

func tensionOr(missing string, value *float64) string {
	if value == nil {
		return missing
	}
	return report.Tension(value)
}

package pages

import (
	"github.com/opsfit/opsfit/internal/page"
	"github.com/opsfit/opsfit/internal/report"
)

// hueOfBand is the pole that a band belongs to.
func hueOfBand(band report.Text) page.Hue {
	switch {
	case report.IsSysOps(band):
		return page.SysOps
	case report.IsDevOps(band):
		return page.DevOps
	}
	return page.Neutral
}

// hueAt is the pole on whose side a place on the line lies; neither in the middle band.
func hueAt(value float64) page.Hue {
	edges := report.BandEdges()
	middle := len(edges) / 2
	switch {
	case value <= edges[middle-1]:
		return page.SysOps
	case value >= edges[middle]:
		return page.DevOps
	}
	return page.Neutral
}

// lineChart shows practice and situation on the line, for the whole and for each axis.
func lineChart(doc *report.Document) page.Chart {
	v := doc.Verdict.Leaning
	chart := page.Chart{
		ID: "lines", Caption: "How you work, and what the service calls for", Scale: lineScale(),
		Heads: []string{"practice", "situation"},
		Keys:  lineKeys(), Behind: lineTable(doc),
	}
	whole := lineRow("Overall", v.Practice, v.Situation.Situation)
	whole.Strong = true
	chart.Rows = append(chart.Rows, whole)
	for i := range doc.Axes {
		axis := &doc.Axes[i]
		row := lineRow(said(axis.Title), axis.Practice, axis.Situation.Situation)
		addLimits(&row, axis)
		chart.Rows = append(chart.Rows, row)
	}
	return chart
}

// lineKeys explain the marks of a lineChart.
func lineKeys() []page.Key {
	return []page.Key{
		{Kind: page.Practice, Text: "practice: how you work"},
		{Kind: page.Situation, Text: "situation: what the service calls for"},
		{Kind: page.Wanted, Text: "what the needs ask for, behind a limit"},
		{Kind: page.Limit, Text: "limit: the most or the least that is allowed"},
		{Kind: page.Range, Text: "where practice could be, with what is unknown"},
	}
}

// addLimits draws the bounds that are in force on an axis, and what is wanted where they keep the situation from it.
func addLimits(row *page.Row, axis *report.Axis) {
	allowed := axis.Situation.Allowed
	for _, bound := range []struct {
		word string
		at   *float64
	}{{"at least", allowed.AtLeast}, {"at most", allowed.AtMost}} {
		if bound.at != nil {
			row.Marks = append([]page.Mark{{Kind: page.Limit, At: *bound.at}}, row.Marks...)
			row.Spoken += ", allowed " + bound.word + " " + report.Signed(bound.at)
		}
	}
	if wanted := axis.Situation.Wanted.Value; wanted != nil && len(axis.Situation.HeldBy) > 0 {
		row.Marks = append([]page.Mark{{Kind: page.Wanted, At: *wanted, Hue: hueAt(*wanted)}}, row.Marks...)
		row.Spoken += ", wanted " + report.Signed(wanted)
	}
}

func lineRow(name string, practice report.Practice, situation report.Situation) page.Row {
	row := page.Row{Name: name, Figures: []string{"not scored", "unknown"}}
	if report.Span(practice) != "" {
		row.Marks = append(row.Marks, page.Mark{Kind: page.Range, At: *practice.Low, To: *practice.High})
	}
	if situation.Value != nil {
		row.Marks = append(row.Marks, page.Mark{Kind: page.Situation, At: *situation.Value, Hue: hueOfBand(situation.Band)})
		row.Figures[1] = report.Signed(situation.Value)
	}
	if practice.Scored && practice.Value != nil {
		row.Marks = append(row.Marks, page.Mark{Kind: page.Practice, At: *practice.Value, Hue: hueOfBand(practice.Band)})
		row.Figures[0] = report.Signed(practice.Value)
	}
	row.Spoken = "practice " + row.Figures[0] + report.Possible(practice) + ", situation " + row.Figures[1]
	return row
}

func lineTable(doc *report.Document) *page.Table {
	v := doc.Verdict.Leaning
	rows := [][]string{lineCells("Overall", v.Practice, v.Situation.Situation, report.AdviceWord(v.Advice))}
	for i := range doc.Axes {
		axis := &doc.Axes[i]
		rows = append(rows, lineCells(said(axis.Title), axis.Practice, axis.Situation.Situation, report.DirectionWord(axis.Direction)))
	}
	return &page.Table{
		Caption: "Practice and situation by axis",
		Columns: []page.Column{
			{Title: "Axis"},
			{Title: "Practice", Brief: true},
			{Title: "Possible"},
			{Title: "Situation", Brief: true},
			{Title: "Direction"},
		},
		Rows: page.RowsOf(rows...),
	}
}

func lineCells(name string, practice report.Practice, situation report.Situation, direction string) []string {
	return []string{
		name, placedPractice(practice), orDash(report.Span(practice)), report.Placed(situation.Value, situation.Band), direction,
	}
}

// placedPractice is a practice value with its word.
func placedPractice(practice report.Practice) string {
	if !practice.Scored {
		return report.BandWord("")
	}
	return report.Placed(practice.Value, practice.Band)
}

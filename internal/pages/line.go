package pages

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"github.com/opsfit/opsfit/internal/english"
	"github.com/opsfit/opsfit/internal/page"
	"github.com/opsfit/opsfit/internal/report"
	"github.com/opsfit/opsfit/internal/score"
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

// lineChart shows practice and situation on the line, for the whole and for each axis, with what each axis calls for in a word.
func lineChart(doc *report.Document) page.Chart {
	v := doc.Verdict.Leaning
	chart := page.Chart{
		ID: "lines", Caption: lineFinding(doc), Scale: lineScale(), Keys: lineKeys(), Behind: lineTable(doc),
	}
	whole := lineRow("Overall", v.Practice, v.Situation.Situation)
	whole.Strong = true
	if whole.Word == "" {
		whole.Word, whole.Fits = report.FitWord(v.ShownFit().Word), true
	}
	chart.Rows = append(chart.Rows, whole)
	for i := range doc.Axes {
		axis := &doc.Axes[i]
		row := lineRow(said(axis.Title), axis.Practice, axis.Situation.Situation)
		row.Low, row.High = said(axis.Low), said(axis.High)
		if row.Word == "" {
			row.Word, row.Fits = axisWord(axis), score.Direction(axis.Direction) == score.Aligned
		}
		addLimits(&row, axis)
		chart.Rows = append(chart.Rows, row)
	}
	return chart
}

// hasValue reports that a chart shows more than where something could be.
func hasValue(chart page.Chart) bool {
	return slices.ContainsFunc(chart.Rows, func(row page.Row) bool {
		return slices.ContainsFunc(row.Marks, func(mark page.Mark) bool { return mark.Kind != page.Range })
	})
}

// axisWord says at the end of a line which way the service calls for, seen from how a team works; empty where it is not known.
func axisWord(axis *report.Axis) string {
	switch score.Direction(axis.Direction) {
	case score.Aligned:
		return "fits"
	case score.TowardsDevOps:
		return "more DevOps"
	case score.TowardsSysOps:
		return "more SysOps"
	case score.LessPronounced, score.MorePronounced:
		return howMuch(axis)
	}
	return ""
}

// howMuch names the pole that both lie at, with whether more or less of it is called for.
func howMuch(axis *report.Axis) string {
	pole := "DevOps"
	if axis.Practice.Value != nil && *axis.Practice.Value < 0 {
		pole = "SysOps"
	}
	if score.Direction(axis.Direction) == score.LessPronounced {
		return "less " + pole
	}
	return "more " + pole
}

// lineFinding is what the line shows in a sentence: the two axes that are furthest from what is called for.
func lineFinding(doc *report.Document) string {
	apart, unknown := []*report.Axis{}, 0
	for i := range doc.Axes {
		switch axis := &doc.Axes[i]; score.Direction(axis.Direction) {
		case score.Aligned:
		case "":
			unknown++
		default:
			apart = append(apart, axis)
		}
	}
	switch fitting := len(doc.Axes) - len(apart) - unknown; {
	case len(apart) > 0:
		return apartFinding(apart)
	case fitting == 0:
		return "How you work, and what the service calls for"
	case unknown > 0:
		return fmt.Sprintf("%d of %s fit; the others are unknown", fitting, english.CountOf(len(doc.Axes), "axis", "axes"))
	}
	return "Every axis fits what the service calls for"
}

// apartFinding names the two axes that are furthest from what is called for; there is at least one.
func apartFinding(apart []*report.Axis) string {
	distance := func(axis *report.Axis) float64 {
		if axis.Gap == nil {
			return 0
		}
		return math.Abs(*axis.Gap)
	}
	slices.SortStableFunc(apart, func(a, b *report.Axis) int { return cmp.Compare(distance(b), distance(a)) })
	first := said(apart[0].Title)
	if len(apart) == 1 {
		return first + " calls for " + axisWord(apart[0])
	}
	second := said(apart[1].Title)
	if axisWord(apart[0]) == axisWord(apart[1]) {
		return first + " and " + second + " call for " + axisWord(apart[0])
	}
	return first + " calls for " + axisWord(apart[0]) + ", " + second + " for " + axisWord(apart[1])
}

// lineKeys explain the marks of a lineChart.
func lineKeys() []page.Key {
	return []page.Key{
		{Kind: page.Practice, Text: "practice: how you work", Label: "how you work"},
		{Kind: page.Situation, Text: "situation: what the service calls for", Label: "service calls for"},
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
		far  float64
	}{{"at least", allowed.AtLeast, lineLow}, {"at most", allowed.AtMost, lineHigh}} {
		if bound.at != nil {
			row.Marks = append([]page.Mark{{Kind: page.Limit, At: *bound.at, To: bound.far}}, row.Marks...)
			row.Spoken += ", allowed " + bound.word + " " + report.Signed(bound.at)
		}
	}
	if wanted := axis.Situation.Wanted.Value; wanted != nil && len(axis.Situation.HeldBy) > 0 {
		row.Marks = append([]page.Mark{{Kind: page.Wanted, At: *wanted, Hue: hueAt(*wanted)}}, row.Marks...)
		row.Spoken += ", wanted " + report.Signed(wanted)
	}
}

// lineRow shows practice and situation; its word says which of them is not known, and is empty where both are.
func lineRow(name string, practice report.Practice, situation report.Situation) page.Row {
	row := page.Row{Name: name}
	if report.Span(practice) != "" {
		row.Marks = append(row.Marks, page.Mark{Kind: page.Range, At: *practice.Low, To: *practice.High})
	}
	if situation.Value != nil {
		row.Marks = append(row.Marks, page.Mark{Kind: page.Situation, At: *situation.Value, Hue: hueOfBand(situation.Band)})
	}
	isScored := practice.Scored && practice.Value != nil
	if isScored {
		row.Marks = append(row.Marks, page.Mark{Kind: page.Practice, At: *practice.Value, Hue: hueOfBand(practice.Band)})
	}
	switch {
	case !isScored && situation.Value == nil:
		row.Word = "unknown"
	case !isScored:
		row.Word = "practice unknown"
	case situation.Value == nil:
		row.Word = "situation unknown"
	}
	row.Fits = row.Word != ""
	figures := lineFigures(practice, situation)
	row.Spoken = "practice " + figures[0] + report.Possible(practice) + ", situation " + figures[1]
	return row
}

// lineFigures are practice and situation as figures.
func lineFigures(practice report.Practice, situation report.Situation) []string {
	figures := []string{"not scored", "unknown"}
	if practice.Scored && practice.Value != nil {
		figures[0] = report.Signed(practice.Value)
	}
	if situation.Value != nil {
		figures[1] = report.Signed(situation.Value)
	}
	return figures
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

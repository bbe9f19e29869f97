package web

import (
	"fmt"
	"slices"

	"github.com/opsfit/opsfit/internal/report"
)

// namedPosition is one line of the chart.
type namedPosition struct {
	position

	name string
	// whole marks the line for all axes together.
	whole bool
}

// linesOf lists the whole and then each axis.
func linesOf(doc *report.Document) []namedPosition {
	v := doc.Verdict.Leaning
	lines := []namedPosition{{position{v.Practice, v.Situation}, "Overall", true}}
	for i := range doc.Axes {
		axis := &doc.Axes[i]
		lines = append(lines, namedPosition{position{axis.Practice, axis.Situation}, axis.Title, false})
	}
	return lines
}

// lineChart shows practice and situation on one line for the whole and for each axis.
func lineChart(doc *report.Document) *Chart {
	chart := &Chart{
		ID: "lines", Caption: "How you work, and what the service calls for", Scale: lineScalePicture(),
		Heads: []string{"practice", "situation"}, Behind: lineTable(doc),
	}
	lines := linesOf(doc)
	for _, line := range lines {
		practice, situation := line.figures()
		chart.Rows = append(chart.Rows, Row{
			Name: line.name, Strong: line.whole, Picture: linePicture(line.name, line.position),
			Figures: []Labelled{{"practice", practice}, {"situation", situation}},
		})
	}
	chart.Legend = lineKeys(isAnyOpen(lines))
	return chart
}

// isAnyOpen reports that a line has a range to be explained.
func isAnyOpen(lines []namedPosition) bool {
	return slices.ContainsFunc(lines, func(line namedPosition) bool { return report.Span(line.practice) != "" })
}

func lineTable(doc *report.Document) *Table {
	table := &Table{
		Caption: "Practice and situation by axis",
		Columns: []TableColumn{{Title: "Axis"}, {Title: "Practice"}, {Title: "Possible"}, {Title: "Situation"}, {Title: "Direction"}},
	}
	directions := []string{report.AdviceWord(doc.Verdict.Leaning.Advice)}
	for i := range doc.Axes {
		directions = append(directions, report.DirectionWord(doc.Axes[i].Direction))
	}
	for i, line := range linesOf(doc) {
		practice := report.BandWord("")
		if line.practice.Scored {
			practice = report.Placed(line.practice.Value, line.practice.Band)
		}
		table.Rows = append(table.Rows, []string{
			line.name, practice, orDash(report.Span(line.practice)), report.Placed(line.situation.Value, line.situation.Band), directions[i],
		})
	}
	return table
}

// orDash stands for what there is nothing to say about.
func orDash(text string) string {
	if text == "" {
		return "–"
	}
	return text
}

// axisSection tells each axis in figures, with where each of its answers stands.
func axisSection(doc *report.Document) Section {
	if doc.Verdict.Leaning == nil {
		return Section{}
	}
	cards := &Cards{Layout: Stack}
	for i := range doc.Axes {
		axis := &doc.Axes[i]
		columns := []Column{{{Facts: report.AxisFacts(axis)}}}
		if len(axis.Contributions) > 0 {
			columns = append(columns, Column{{Chart: placeChart(fmt.Sprintf("places-%d", i+1), axis)}})
		}
		cards.Items = append(cards.Items, Card{Title: axis.Title, Blocks: []Block{{Columns: columns}}})
	}
	return Section{ID: "axes", Title: report.TitleAxes, Blocks: []Block{
		{Quiet: "Beside each axis: where each answer stands, and what it adds to the overall practice."}, {Cards: cards},
	}}
}

func placeChart(id string, axis *report.Axis) *Chart {
	chart := &Chart{ID: id, Caption: "Its answers, from SysOps to DevOps", Heads: []string{"stands", "adds"}}
	for _, item := range axis.Contributions {
		adds := "–"
		if item.Effect != nil {
			adds = report.Signed(item.Effect)
		}
		chart.Rows = append(chart.Rows, Row{
			Name: item.Question, Note: item.Option, Picture: placePicture(item),
			Figures: []Labelled{{"stands", report.Signed(&item.Position)}, {"adds", adds}},
		})
	}
	return chart
}

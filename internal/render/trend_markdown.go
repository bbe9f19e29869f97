package render

import (
	"io"

	"github.com/opsfit/opsfit/internal/comparison"
)

// TrendMarkdown writes a series of results as GitHub-flavoured Markdown. Like Markdown it has one form only: the options
// play no part. An error is one of the writer.
func TrendMarkdown(w io.Writer, trend *comparison.Trend, _ Options) error {
	story := comparison.TellTrend(trend)
	var m manuscript
	m.opening("How it went", story)
	m.drawing(comparison.TitleOverTime, func(p *page) { p.curves(trend) })
	m.heading(2, comparison.TitleResults)
	m.table(resultTable(story.Results))
	m.heading(2, "First and last")
	m.figureTable([]markup{"First", "Last", "Change"}, story.Figures)
	m.sections(story.Sections)
	m.written(trend.Tool.Name, trend.Tool.Version)
	return m.writeTo(w)
}

func resultTable(table comparison.Table) grid {
	var t grid
	t.head = escaped(table.Head)
	for _, row := range table.Rows {
		t.rows = append(t.rows, escaped(row))
	}
	return t
}

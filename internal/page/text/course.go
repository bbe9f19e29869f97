package text

import (
	"slices"

	"github.com/opsfit/opsfit/internal/page"
)

// course draws one line a moment, the first on top: the first panel as marks, the figures of the panels and what stands below the axis
// behind them.
func (w *writer) course(indent int, b *page.Course) {
	shown := sample(len(b.Moments), mostRows)
	if len(shown) == 0 || len(b.Panels) == 0 {
		return
	}
	const fewest = 17 // A course has more figures than a chart, and its lines differ by little.
	columns := courseColumns(b)
	first := &b.Panels[0]
	c := &chart{
		Chart: &page.Chart{Scale: first.Scale, Keys: b.Keys, WideNames: true}, symbols: &w.symbols,
		indent: indent, most: longestTrack, fewest: fewest,
	}
	for _, column := range columns {
		c.heads = append(c.heads, column.Head)
	}
	for n, at := range shown {
		if brokenSince(b.Moments, shown, n) {
			c.rows = append(c.rows, chartRow{figures: make([]string, len(columns)), draw: func(cells int) []cell {
				return slices.Repeat([]cell{{symbol: w.gone, style: faint, kinds: []page.MarkKind{page.Break}}}, cells)
			}})
		}
		marks := courseMarks(first, at)
		row := chartRow{name: b.Moments[at].Label, draw: func(cells int) []cell { return c.track(marks, cells) }}
		for _, column := range columns {
			row.figures = append(row.figures, textAt(column.Texts, at))
		}
		c.rows = append(c.rows, row)
	}
	w.drawChart(c)
	w.sampled(indent, "Rows are", len(shown), len(b.Moments))
}

// courseColumns are the figures behind the marks of the first panel.
func courseColumns(b *page.Course) []page.Below {
	var columns []page.Below
	for i := range b.Panels {
		for _, series := range b.Panels[i].Series {
			if series.Figures == nil {
				continue
			}
			columns = append(columns, page.Below{Head: series.Name, Texts: series.Figures})
		}
	}
	return append(columns, b.Below...)
}

func textAt(texts []string, at int) string {
	if at >= len(texts) {
		return ""
	}
	return texts[at]
}

// courseMarks are the values of a panel at one moment, with what they are held against.
func courseMarks(p *page.Panel, at int) []page.Mark {
	var marks []page.Mark
	add := func(kind page.MarkKind, value *float64) {
		if value != nil {
			marks = append(marks, page.Mark{Kind: kind, At: *value, Hue: p.Scale.HueAt(*value)})
		}
	}
	for i := range p.Series {
		series := &p.Series[i]
		kind := series.Kind
		if kind == "" {
			kind = page.Practice
		}
		add(page.Situation, valueAt(series.Other, at))
		add(kind, valueAt(series.Values, at))
	}
	return marks
}

package render

import (
	"strings"

	"github.com/charmbracelet/x/ansi"

	"github.com/opsfit/opsfit/internal/methodology"
	"github.com/opsfit/opsfit/internal/report"
)

// table writes rows below a head where they fit on the page, and otherwise row by row, each cell beside its column's name.
func (p *page) table(t methodology.Table) {
	const indent, gap = 2, 2
	widths := cellWidths(t)
	total := indent - gap
	for _, width := range widths {
		total += width + gap
	}
	if total > p.width {
		p.records(t)
		return
	}
	var heads []string
	for _, column := range t.Columns {
		heads = append(heads, column.Title)
	}
	p.row(indent, gap, t, widths, heads, faintTone)
	for _, row := range t.Rows {
		p.row(indent, gap, t, widths, row, plainTone)
	}
}

func cellWidths(t methodology.Table) []int {
	widths := make([]int, len(t.Columns))
	for i, column := range t.Columns {
		widths[i] = ansi.StringWidth(oneLine(column.Title))
		for _, row := range t.Rows {
			widths[i] = max(widths[i], ansi.StringWidth(oneLine(row[i])))
		}
	}
	return widths
}

func (p *page) row(indent, gap int, t methodology.Table, widths []int, cells []string, tone tone) {
	var line strings.Builder
	line.WriteString(strings.Repeat(" ", indent))
	for i, cell := range cells {
		text := oneLine(cell)
		space := strings.Repeat(" ", widths[i]-ansi.StringWidth(text))
		if t.Columns[i].Figures {
			text = space + text
		} else {
			text += space
		}
		line.WriteString(text + strings.Repeat(" ", gap))
	}
	p.drawn(p.paint(tone, strings.TrimRight(line.String(), " ")))
}

// records writes each row as a name and, below it, the other cells; of two columns, as a label and its text.
func (p *page) records(t methodology.Table) {
	if len(t.Columns) == 2 {
		p.pairs(t.Rows)
		return
	}
	for i, row := range t.Rows {
		if i > 0 {
			p.blank()
		}
		p.text(2, strongTone, row[0])
		var facts []report.Fact
		for j, cell := range row[1:] {
			facts = append(facts, report.Fact{Label: t.Columns[j+1].Title, Value: cell})
		}
		p.facts(4, facts)
	}
}

func (p *page) pairs(rows [][]string) {
	var facts []report.Fact
	for _, row := range rows {
		facts = append(facts, report.Fact{Label: row[0], Value: row[1]})
	}
	p.facts(2, facts)
}

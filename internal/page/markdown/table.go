package markdown

import (
	"iter"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"github.com/opsfit/opsfit/internal/page"
)

const (
	// lookAhead is how many rows are held to find the widths of columns; those behind them are written one by one.
	lookAhead = 500
	// widest is the most cells of a column that is padded, so that the raw text lines up. A column of sentences is not: its
	// lines run on in any case.
	widest = 40
	// narrowest is the width of the rule below a short head.
	narrowest = 3
)

// table writes a head and rows of as many cells up to the limit of the table, and says what is left out; nothing without rows.
func (d *document) table(t page.Table) {
	if t.Rows == nil || len(t.Columns) == 0 {
		return
	}
	g := grid{columns: t.Columns}
	d.grid(g, func(yield func([]markup) bool) {
		for row := range t.Limited() {
			cells := make([]markup, len(row))
			for i, cell := range row {
				cells[i] = escapeLines(cell)
			}
			if !yield(cells) {
				return
			}
		}
	})
	d.paragraph(t.Rest)
}

func (d *document) grid(g grid, rows iter.Seq[[]markup]) {
	var held [][]markup
	begun := false
	begin := func() {
		begun = true
		head := g.head()
		g.widths = g.measure(append(held, head))
		d.lines(g.line(head), g.rule())
		for _, row := range held {
			d.line(g.line(row))
		}
	}
	for row := range rows {
		if begun {
			d.line(g.line(row))
			continue
		}
		if held = append(held, row); len(held) == lookAhead {
			begin()
		}
	}
	if !begun && len(held) > 0 {
		begin()
	}
}

// grid is the form of a table.
type grid struct {
	columns []page.Column
	widths  []int
}

func (g grid) head() []markup {
	head := make([]markup, len(g.columns))
	for i, column := range g.columns {
		head[i] = escape(column.Title)
	}
	return head
}

// measure returns the width of each column. The last row is the head.
func (g grid) measure(rows [][]markup) []int {
	widths := make([]int, len(g.columns))
	for i := range widths {
		for _, row := range rows {
			widths[i] = max(widths[i], narrowest, width(cell(row, i)))
		}
		if head := width(cell(rows[len(rows)-1], i)); widths[i] > widest {
			widths[i] = min(max(narrowest, head), widest)
		}
	}
	return widths
}

// cell returns nothing for one that is missing.
func cell(row []markup, i int) markup {
	if i < len(row) {
		return row[i]
	}
	return ""
}

func width(cell markup) int { return ansi.StringWidth(string(cell)) }

func (g grid) line(row []markup) markup {
	var b strings.Builder
	for i, column := range g.columns {
		text := cell(row, i)
		space := strings.Repeat(" ", max(0, g.widths[i]-width(text)))
		if column.Number {
			b.WriteString("| " + space + string(text) + " ")
		} else {
			b.WriteString("| " + string(text) + space + " ")
		}
	}
	return markup(b.String() + "|")
}

func (g grid) rule() markup {
	var b strings.Builder
	for i, column := range g.columns {
		end := "-"
		if column.Number {
			end = ":"
		}
		b.WriteString("| " + strings.Repeat("-", g.widths[i]-1) + end + " ")
	}
	return markup(b.String() + "|")
}

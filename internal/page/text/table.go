package text

import (
	"slices"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"github.com/opsfit/opsfit/internal/page"
)

// measuredRows is how many rows settle the widths of columns; later ones that do not fit are written as lines of their own.
const measuredRows = 500

// columnGap stands between two columns.
const columnGap = 2

// table writes rows up to the limit of the table, and says what is left out.
func (w *writer) table(indent int, t *page.Table) {
	layouts, found := w.layouts(t)
	if !found {
		return
	}
	w.caption(indent, t.Caption)
	w.rows(indent, t, layouts)
	if t.Rest != "" {
		w.blank()
		w.text(indent, plain, t.Rest)
	}
}

// rows writes rows in columns: all where they fit, else those that are brief, else each row as labels and values.
func (w *writer) rows(indent int, t *page.Table, layouts []layout) {
	least := narrowest
	for i := range layouts {
		if i+1 == len(layouts) {
			least = narrowest / 2
		}
		if layouts[i].fit(w.chartWidth-indent, least) {
			w.columns(indent, t, &layouts[i])
			return
		}
	}
	if len(t.Columns) == 2 {
		w.pairs(indent, t, layouts[0].widths[0]+columnGap)
	} else {
		w.records(indent, t)
	}
}

// layout is a choice of columns.
type layout struct {
	// columns are indexes in the order of the table, heads their titles.
	columns []int
	heads   []string
	widths  []int
}

// fit makes the first column narrower where the others leave too little room, down to the least, and reports whether all fit.
func (l *layout) fit(width, least int) bool {
	rest := width
	for _, column := range l.widths[1:] {
		rest -= columnGap + column
	}
	if rest < min(l.widths[0], least) {
		return false
	}
	l.widths[0] = min(l.widths[0], rest)
	return true
}

// layouts returns the choices in the order of preference, as wide as the first rows need; false for a table without rows.
func (w *writer) layouts(t *page.Table) ([]layout, bool) {
	var all, brief layout
	for i, column := range t.Columns {
		all.columns, all.heads = append(all.columns, i), append(all.heads, column.Title)
		if i == 0 || column.Brief {
			brief.columns, brief.heads = append(brief.columns, i), append(brief.heads, shortTitle(column))
		}
	}
	layouts := []layout{all}
	if len(brief.columns) > 1 && !slices.Equal(brief.heads, all.heads) {
		layouts = append(layouts, brief)
	}
	for i := range layouts {
		for _, head := range layouts[i].heads {
			layouts[i].widths = append(layouts[i].widths, ansi.StringWidth(w.oneLine(head)))
		}
	}
	rows := 0
	for row := range t.Limited() {
		if rows++; rows > measuredRows {
			break
		}
		for i := range layouts {
			layouts[i].measure(w, row)
		}
	}
	return layouts, rows > 0
}

func shortTitle(column page.Column) string {
	if column.Short != "" {
		return column.Short
	}
	return column.Title
}

func (l *layout) measure(w *writer, row []string) {
	for i, column := range l.columns {
		l.widths[i] = max(l.widths[i], ansi.StringWidth(w.oneLine(row[column])))
	}
}

func (w *writer) columns(indent int, t *page.Table, l *layout) {
	w.row(indent, t, l, faint, l.heads)
	for row := range t.Limited() {
		cells := make([]string, len(l.columns))
		for i, column := range l.columns {
			cells[i] = row[column]
		}
		w.row(indent, t, l, plain, cells)
	}
}

// row writes one line. A first cell that is too long stands above the others, since its end may be what tells it apart; where
// another one is too long, all do.
func (w *writer) row(indent int, t *page.Table, l *layout, s style, cells []string) {
	long := func(i int) bool { return ansi.StringWidth(w.oneLine(cells[i])) > l.widths[i] }
	for i := range cells[1:] {
		if long(i + 1) {
			w.record(indent, l.heads, cells)
			return
		}
	}
	if long(0) {
		w.text(indent, s, cells[0])
		cells = slices.Concat([]string{""}, cells[1:])
	}
	var line strings.Builder
	for i, cell := range cells {
		text := w.oneLine(cell)
		space := strings.Repeat(" ", l.widths[i]-ansi.StringWidth(text))
		if t.Columns[l.columns[i]].Number {
			text = space + text
		} else {
			text += space
		}
		line.WriteString(text + strings.Repeat(" ", columnGap))
	}
	w.line(strings.Repeat(" ", indent) + w.paint(s, strings.TrimRight(line.String(), " ")))
}

// pairs writes a table of two columns as labels and values.
func (w *writer) pairs(indent int, t *page.Table, width int) {
	for row := range t.Limited() {
		w.labelled(label{indent: indent, width: width, style: faint, text: row[0]}, plain, row[1])
	}
}

// records writes each row as a name and, below it, the other cells.
func (w *writer) records(indent int, t *page.Table) {
	heads := make([]string, len(t.Columns))
	for i, column := range t.Columns {
		heads[i] = shortTitle(column)
	}
	begun := false
	for row := range t.Limited() {
		if begun {
			w.blank()
		}
		w.record(indent, heads, row)
		begun = true
	}
}

// record leaves empty cells out.
func (w *writer) record(indent int, heads, row []string) {
	w.text(indent, strong, row[0])
	var facts []page.Fact
	for i, cell := range row[1:] {
		if cell != "" {
			facts = append(facts, page.Fact{Label: heads[i+1], Value: cell})
		}
	}
	w.facts(indent+2, facts)
}

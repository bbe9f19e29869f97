package text

import (
	"cmp"
	"slices"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"github.com/opsfit/opsfit/internal/page"
)

const (
	// besideWidth is the least page on which names stand beside their marks.
	besideWidth = 64
	// longestName is the widest name that may take room from marks.
	longestName = 24
	// longestTrack is where a longer line stops telling more; annotatedTrack where the rest is worth more to a note.
	longestTrack   = 61
	annotatedTrack = 21
	chartGap       = 2
)

// chart is a chart on its way to lines of characters.
type chart struct {
	*page.Chart
	*symbols

	// heads are those of the figures, and an empty one where rows end with a word.
	heads  []string
	indent int
	bars   bool
	rows   []chartRow
	// least is the fewest cells that the rows need; they get the whole width where there are fewer beside the names. most is
	// the most that they make use of.
	least, most int
	// fewest is the fewest cells beside the names; 0 for narrowest.
	fewest int
}

// chartRow is one line of a chart.
type chartRow struct {
	name, note string
	// low and high are the words of the ends.
	low, high string
	style     style
	figures   []string
	draw      func(cells int) []cell
}

// chart draws a chart at the widest size that the page allows, and explains what it has drawn; nothing without rows.
func (w *writer) chart(indent int, c *page.Chart) {
	drawn := &chart{Chart: c, symbols: &w.symbols, indent: indent, bars: hasBars(c), most: longestTrack, heads: headsOf(c)}
	for i := range c.Rows {
		drawn.add(w, &c.Rows[i])
	}
	w.drawChart(drawn)
}

// headsOf are the heads of a chart, with an empty one for the words that rows end with.
func headsOf(c *page.Chart) []string {
	if slices.ContainsFunc(c.Rows, func(row page.Row) bool { return row.Word != "" }) {
		return append(slices.Clone(c.Heads), "")
	}
	return c.Heads
}

// figuresOf are the figures of a row, with its word behind them where there is a head for it.
func figuresOf(row *page.Row, heads []string) []string {
	if len(heads) > len(row.Figures) {
		return append(slices.Clone(row.Figures), row.Word)
	}
	return row.Figures
}

// hasBars reports that marks are amounts upon an empty ground. Between the poles a bar is a stretch of the line.
func hasBars(c *page.Chart) bool {
	return !hasPoles(&c.Scale) && slices.ContainsFunc(c.Rows, func(row page.Row) bool {
		return slices.ContainsFunc(row.Marks, func(mark page.Mark) bool { return isBar(mark.Kind) })
	}) || c.Scale.Kind == page.Share
}

func isBar(kind page.MarkKind) bool {
	switch kind {
	case page.Sure, page.Likely, page.Bar, page.Own, page.Absent:
		return true
	default:
		return false
	}
}

// add adds a row, and a line of its own for each role in it.
func (c *chart) add(w *writer, row *page.Row) {
	s := plain
	if row.Strong {
		s = strong
	}
	var roles, marks []page.Mark
	for _, mark := range row.Marks {
		if mark.Kind == page.Role {
			roles = append(roles, mark)
		} else {
			marks = append(marks, mark)
		}
	}
	c.rows = append(c.rows, chartRow{
		name: c.nameOf(w, row), note: row.Note, low: row.Low, high: row.High, style: s, figures: figuresOf(row, c.heads),
		draw: func(cells int) []cell { return c.track(marks, cells) },
	})
	for _, role := range roles {
		c.rows = append(c.rows, chartRow{
			name: w.cut(w.bullet+" "+role.Label, longestName), style: faint, figures: make([]string, len(c.heads)),
			draw: func(cells int) []cell { return c.track([]page.Mark{role}, cells) },
		})
	}
}

func (c *chart) nameOf(w *writer, row *page.Row) string {
	if row.Short != "" && ansi.StringWidth(w.oneLine(row.Name)) > longestName {
		return row.Short
	}
	return row.Name
}

// drawChart puts names beside marks where there is room, else above them.
func (w *writer) drawChart(c *chart) {
	if len(c.rows) == 0 {
		return
	}
	name, figures := c.nameWidth(w), c.figureWidths(w)
	rest := w.chartWidth - c.indent - name - chartGap
	for _, width := range figures {
		rest -= chartGap + width
	}
	cells := min(odd(rest), c.most)
	note := rest - annotatedTrack - chartGap
	if c.hasNotes() && note >= narrowest/2 {
		cells = annotatedTrack
	} else {
		note = 0
	}
	hasRoom := w.chartWidth >= besideWidth && rest >= max(cmp.Or(c.fewest, narrowest), c.least)
	if hasRoom && (name <= longestName || c.WideNames) {
		drawn := c.drawn(cells)
		w.beside(c, drawn, name, figures, note)
		w.keys(c, drawn)
		return
	}
	drawn := c.drawn(min(odd(w.chartWidth-c.indent), c.most))
	w.stacked(c, drawn)
	w.keys(c, drawn)
}

// odd returns the largest odd number up to n: only an odd number of cells has one in the middle.
func odd(n int) int { return n - 1 + n%2 }

func (c *chart) hasNotes() bool {
	return slices.ContainsFunc(c.rows, func(row chartRow) bool { return row.note != "" })
}

func (c *chart) drawn(cells int) [][]cell {
	var drawn [][]cell
	for _, row := range c.rows {
		drawn = append(drawn, row.draw(cells))
	}
	return drawn
}

// nameWidth is that of the longest name; names that are sentences take half of the page at most.
func (c *chart) nameWidth(w *writer) int {
	width := 0
	for _, row := range c.rows {
		width = max(width, ansi.StringWidth(w.oneLine(row.name)))
	}
	if c.WideNames {
		width = min(width, w.chartWidth/2)
	}
	return width
}

func (c *chart) figureWidths(w *writer) []int {
	widths := make([]int, len(c.heads))
	for i, head := range c.heads {
		widths[i] = ansi.StringWidth(w.oneLine(head))
		for _, row := range c.rows {
			widths[i] = max(widths[i], ansi.StringWidth(w.oneLine(row.figures[i])))
		}
	}
	return widths
}

func (w *writer) beside(c *chart, drawn [][]cell, name int, figures []int, note int) {
	indent := strings.Repeat(" ", c.indent)
	before := indent + strings.Repeat(" ", name+chartGap)
	above, below := c.ticks()
	track := len(drawn[0])
	whole := name + chartGap + track
	for _, width := range figures {
		whole += chartGap + width
	}
	if len(above) > 0 || hasNames(c.heads) {
		w.line(before + w.along(c, above, track) + w.figures(c.heads, c.heads, figures, faint))
	}
	for i, row := range c.rows {
		lines := w.wrapped(row.name, name)
		if len(lines) == 0 {
			lines = []string{""}
		}
		line := indent + w.paint(row.style, lines[0]) + strings.Repeat(" ", name-ansi.StringWidth(lines[0])+chartGap) +
			w.painted(drawn[i]) + w.figures(c.heads, row.figures, figures, row.style)
		if note > 0 {
			line += strings.Repeat(" ", chartGap) + w.paint(faint, w.cut(row.note, note))
		}
		w.line(line)
		for _, rest := range lines[1:] {
			w.line(indent + w.paint(row.style, rest))
		}
		w.ends(&row, c.indent+2, whole-2)
	}
	if len(below) > 0 {
		w.line(before + w.along(c, below, track))
	}
}

// ends says below a row what its ends mean: on one line where both have room, else each on its own half.
func (w *writer) ends(row *chartRow, indent, width int) {
	room := width
	if ansi.StringWidth(w.oneLine(row.low))+chartGap+ansi.StringWidth(w.oneLine(row.high)) > width {
		room = (width - chartGap) / 2
	}
	low, high := w.wrapped(row.low, room), w.wrapped(row.high, room)
	at := func(lines []string, i int) string {
		if i < len(lines) {
			return lines[i]
		}
		return ""
	}
	for i := range max(len(low), len(high)) {
		left, right := at(low, i), at(high, i)
		space := strings.Repeat(" ", width-ansi.StringWidth(left)-ansi.StringWidth(right))
		w.line(strings.Repeat(" ", indent) + w.paint(faint, left) + space + w.paint(faint, right))
	}
}

// figures returns one line of columns, figures at the right of their column and words, whose column has no name, at its left. The
// padding carries no style.
func (w *writer) figures(heads, texts []string, widths []int, s style) string {
	var b strings.Builder
	for i, text := range texts {
		text = w.oneLine(text)
		space := strings.Repeat(" ", widths[i]-ansi.StringWidth(text))
		text = w.paint(s, text)
		if heads[i] == "" {
			text += space
		} else {
			text = space + text
		}
		b.WriteString(strings.Repeat(" ", chartGap) + text)
	}
	return b.String()
}

// stacked puts names and figures above the marks, which then have the whole width. If figures leave a name too little room, all rows
// have them below the marks and a distance, so that they look alike.
func (w *writer) stacked(c *chart, drawn [][]cell) {
	indent, track := strings.Repeat(" ", c.indent), len(drawn[0])
	above, below := c.ticks()
	if len(above) > 0 {
		w.line(indent + w.along(c, above, track))
	}
	apart := !c.fits(w, track)
	for i, row := range c.rows {
		figures := c.named(w, row)
		if apart {
			w.text(c.indent, row.style, row.name)
			w.line(indent + w.painted(drawn[i]))
			w.text(c.indent, plain, figures)
			w.ends(&row, c.indent, track)
			w.blank()
			continue
		}
		w.nameAbove(c, &row, figures, track)
		w.line(indent + w.painted(drawn[i]))
		w.ends(&row, c.indent, track)
	}
	if len(below) > 0 {
		w.line(indent + w.along(c, below, track))
	}
}

// nameAbove writes a name with its figures at the right of its last line; nothing without either.
func (w *writer) nameAbove(c *chart, row *chartRow, figures string, track int) {
	lines := w.wrapped(row.name, track-chartGap-ansi.StringWidth(figures))
	if len(lines) == 0 {
		lines = []string{""}
	}
	indent, last := strings.Repeat(" ", c.indent), lines[len(lines)-1]
	for _, line := range lines[:len(lines)-1] {
		w.line(indent + w.paint(row.style, line))
	}
	if last+figures != "" {
		space := strings.Repeat(" ", track-ansi.StringWidth(last)-ansi.StringWidth(figures))
		w.line(indent + w.paint(row.style, last) + space + figures)
	}
}

// fits reports whether every name has room for words beside its figures.
func (c *chart) fits(w *writer, track int) bool {
	return !slices.ContainsFunc(c.rows, func(row chartRow) bool {
		name, rest := ansi.StringWidth(w.oneLine(row.name)), track-chartGap-ansi.StringWidth(c.named(w, row))
		return rest < min(name, narrowest)
	})
}

// named joins the figures of a row, each with the name of its column, or with the symbol of the mark that bears it; what does
// not exist is left out.
func (c *chart) named(w *writer, row chartRow) string {
	var parts []string
	for i, figure := range row.figures {
		if figure = w.oneLine(figure); figure != "" && figure != "-" && figure != "–" {
			parts = append(parts, strings.TrimSpace(w.oneLine(c.symbolFor(c.heads[i]))+" "+figure))
		}
	}
	return strings.Join(parts, "  ")
}

// symbolFor returns the symbol for a column that is named like a kind of marks with a key, else the name.
func (c *chart) symbolFor(head string) string {
	for _, key := range c.Keys {
		if head == string(key.Kind) {
			return c.of(key.Kind)
		}
	}
	return head
}

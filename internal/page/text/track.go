package text

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"github.com/opsfit/opsfit/internal/page"
)

// cell is one character of a drawn line.
type cell struct {
	symbol string
	style  style
	// kinds are the marks here, the upper one first; none on bare ground.
	kinds []page.MarkKind
	// isPoint tells a mark at one place from a stretch.
	isPoint bool
}

// axis maps values onto the cells of a line.
type axis struct {
	low, high float64
	cells     int
}

// cell returns the place of a value, 0 to cells-1. What lies outside the ends is drawn at the end. It is counted from the
// middle, so that both directions are rounded alike and no pole looks nearer than the other.
func (a axis) cell(value float64) int {
	middle, half := (a.low+a.high)/2, (a.high-a.low)/2
	share := min(max((value-middle)/half, -1), 1)
	if math.IsNaN(share) {
		share = -1
	}
	steps := (a.cells - 1) / 2
	return min(steps+int(math.Round(share*float64(steps))), a.cells-1)
}

// track is one line of a chart.
type track struct {
	*symbols
	axis

	scale *page.Scale
	// bars tells that the marks are amounts upon an empty ground, not places on a line.
	bars  bool
	cells []cell
}

// track draws marks on so many cells.
func (c *chart) track(marks []page.Mark, cells int) []cell {
	t := track{
		symbols: c.symbols, scale: &c.Scale, bars: c.bars,
		axis: axis{low: c.Scale.Low, high: c.Scale.High, cells: cells}, cells: make([]cell, cells),
	}
	t.ground()
	t.way(marks)
	for _, kind := range []page.MarkKind{
		page.Half, page.Range, page.Deviation, page.Shortfall, page.Likely, page.Sure, page.Bar, page.Own, page.Absent,
	} {
		t.each(marks, kind, t.stretch)
	}
	for _, kind := range []page.MarkKind{
		page.Event, page.Median,
		page.Floor, page.Limit, page.Mean, page.Goal, page.Situation, page.Wanted, page.Before, page.Role, page.Value, page.Practice,
		page.After,
	} {
		t.each(marks, kind, t.point)
	}
	t.each(marks, page.Person, t.people)
	t.walls(marks)
	return t.cells
}

// walls draws a limit that another mark hides one cell further towards what is wanted behind it: the situation stands at the
// limit, and both are to be seen.
func (t *track) walls(marks []page.Mark) {
	wanted := slices.IndexFunc(marks, func(m page.Mark) bool { return m.Kind == page.Wanted })
	if wanted < 0 {
		return
	}
	t.each(marks, page.Limit, func(limit page.Mark) {
		at := t.cell(limit.At)
		towards := at + cmp.Compare(t.cell(marks[wanted].At), at)
		if t.cells[at].symbol != t.limit && !t.cells[towards].isPoint {
			t.cells[towards] = cell{symbol: t.limit, style: strong, kinds: []page.MarkKind{page.Limit}, isPoint: true}
		}
	})
}

func (t *track) each(marks []page.Mark, kind page.MarkKind, draw func(page.Mark)) {
	for _, mark := range marks {
		if mark.Kind == kind {
			draw(mark)
		}
	}
}

// ground draws the line without marks: a line with its ends and the places that help the eye, or emptiness behind bars.
func (t *track) ground() {
	symbol := t.line
	if t.bars {
		symbol = t.empty
	}
	for i := range t.cells {
		t.cells[i] = cell{symbol: symbol, style: faint}
	}
	if t.bars {
		return
	}
	for _, edge := range t.scale.Edges {
		t.cells[t.cell(edge)].symbol = t.edge
	}
	if hasPoles(t.scale) {
		t.cells[t.cell(0)].symbol = t.centre
	}
	t.cells[0].symbol, t.cells[len(t.cells)-1].symbol = t.start, t.end
}

func hasPoles(scale *page.Scale) bool { return scale.Kind == page.Line || scale.Kind == page.Pull }

// way draws the stretch between where a value was and is.
func (t *track) way(marks []page.Mark) {
	before := slices.IndexFunc(marks, func(m page.Mark) bool { return m.Kind == page.Before })
	after := slices.IndexFunc(marks, func(m page.Mark) bool { return m.Kind == page.After })
	if before >= 0 && after >= 0 {
		t.across(marks[before].At, marks[after].At, cell{style: plain})
	}
}

func (t *track) stretch(mark page.Mark) {
	drawn := cell{symbol: t.of(mark.Kind), style: styleOf(mark.Hue, plain), kinds: []page.MarkKind{mark.Kind}}
	if !t.bars {
		t.across(mark.At, mark.To, drawn)
		return
	}
	from, to := t.filled(mark)
	for i := from; i < to; i++ {
		t.cells[i] = drawn
	}
}

// filled returns the cells from and before which a bar is drawn; none for a bar from nothing to nothing.
func (t *track) filled(mark page.Mark) (from, to int) {
	if mark.To <= mark.At {
		return 0, 0
	}
	if t.scale.Kind != page.Share {
		return t.cell(mark.At), t.cell(mark.To) + 1
	}
	// No tick stands at a share: what counts is its length.
	at := func(value float64) int {
		return min(max(int(math.Round((value-t.low)/(t.high-t.low)*float64(len(t.cells)))), 0), len(t.cells))
	}
	from = min(at(mark.At), len(t.cells)-1)
	return from, max(at(mark.To), from+1)
}

// across draws a stretch over the ground, with the edges still to be seen: which of them a range crosses is what it is drawn
// for. A stretch of one cell says no more than the marker on it and is drawn too, for lines without a marker.
func (t *track) across(at, to float64, drawn cell) {
	from, end := t.cell(min(at, to)), t.cell(max(at, to))
	for i := from; i <= end; i++ {
		drawn.symbol = t.span
		switch {
		case i == 0:
			drawn.symbol = t.spanStart
		case i == len(t.cells)-1:
			drawn.symbol = t.spanEnd
		case t.cells[i].symbol == t.centre || t.cells[i].symbol == t.spanCentre:
			drawn.symbol = t.spanCentre
		case t.cells[i].symbol == t.edge || t.cells[i].symbol == t.spanEdge:
			drawn.symbol = t.spanEdge
		}
		t.cells[i] = drawn
	}
}

// point draws a mark at one place. Where marks meet, the later one stands, with a symbol of its own that says what it meets.
func (t *track) point(mark page.Mark) {
	at := &t.cells[t.cell(mark.At)]
	drawn := cell{symbol: t.of(mark.Kind), style: styleOf(mark.Hue, strong), kinds: []page.MarkKind{mark.Kind}}
	if at.isPoint {
		drawn.kinds = append(drawn.kinds, at.kinds...)
	}
	drawn.symbol, drawn.isPoint = t.meeting(drawn.symbol, drawn.kinds[1:]), true
	*at = drawn
}

// meeting returns the symbol of a mark where others are below it: the mark hides them, unless both belong together.
func (t *track) meeting(upper string, below []page.MarkKind) string {
	symbol := upper
	for _, kind := range below {
		switch lower := t.of(kind); {
		case (upper == t.practice || upper == t.after) && lower == t.situation:
			return t.both
		case upper == t.after && lower == t.before:
			symbol = t.unmoved
		}
	}
	return symbol
}

// painted joins cells, neighbours of one style together.
func (s *styler) painted(cells []cell) string {
	var b, run strings.Builder
	for i, c := range cells {
		run.WriteString(c.symbol)
		if i+1 == len(cells) || cells[i+1].style != c.style {
			b.WriteString(s.paint(c.style, run.String()))
			run.Reset()
		}
	}
	return b.String()
}

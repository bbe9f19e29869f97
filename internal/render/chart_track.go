package render

import (
	"math"
	"strings"
)

// glyph is one cell of a picture.
type glyph struct {
	symbol string
	tone   tone
}

// axle maps values onto the cells of a line; their number is odd.
type axle struct {
	low, high float64
	cells     int
}

// cell returns the place of a value, 0 to cells-1. What lies outside the ends is drawn at the end. It is counted from
// the middle, so that both directions are rounded alike and no pole looks nearer than the other.
func (a axle) cell(value float64) int {
	middle, half := (a.low+a.high)/2, (a.high-a.low)/2
	share := min(max((value-middle)/half, -1), 1)
	steps := (a.cells - 1) / 2
	return steps + int(math.Round(share*float64(steps)))
}

// track is a line between two poles with what is known about one value on it. Nil members are not drawn.
type track struct {
	low, high float64
	// edges and centre are places that help the eye.
	edges  []float64
	centre *float64
	// from and to are the ends of a possible range.
	from, to *float64
	// practice and situation are the two markers; their tones are practiceTone and situationTone.
	practice, situation         *float64
	practiceTone, situationTone tone
}

// draw returns the track on that many cells.
func (t track) draw(s symbols, cells int) []glyph {
	a := axle{low: t.low, high: t.high, cells: cells}
	glyphs := t.ground(s, a)
	if t.from != nil && t.to != nil {
		t.stretch(s, glyphs, a.cell(*t.from), a.cell(*t.to))
	}
	if t.situation != nil {
		glyphs[a.cell(*t.situation)] = glyph{s.situation, t.situationTone}
	}
	if t.practice != nil {
		glyphs[a.cell(*t.practice)] = glyph{s.practice, t.practiceTone}
	}
	if t.coincide(a) {
		glyphs[a.cell(*t.practice)].symbol = s.both
	}
	return glyphs
}

func (t track) coincide(a axle) bool {
	return t.practice != nil && t.situation != nil && a.cell(*t.practice) == a.cell(*t.situation)
}

func (t track) ground(s symbols, a axle) []glyph {
	glyphs := make([]glyph, a.cells)
	for i := range glyphs {
		glyphs[i] = glyph{s.line, faintTone}
	}
	for _, edge := range t.edges {
		glyphs[a.cell(edge)].symbol = s.edge
	}
	if t.centre != nil {
		glyphs[a.cell(*t.centre)].symbol = s.centre
	}
	glyphs[0].symbol, glyphs[a.cells-1].symbol = s.start, s.end
	return glyphs
}

// stretch draws the range over the ground, with the edges still to be seen: which of them a range crosses is what it
// is drawn for. A range of one cell says no more than the marker on it and is drawn too, for tracks without a marker.
func (t track) stretch(s symbols, glyphs []glyph, from, to int) {
	for i := from; i <= to; i++ {
		symbol := s.span
		switch {
		case i == 0:
			symbol = s.spanStart
		case i == len(glyphs)-1:
			symbol = s.spanEnd
		case glyphs[i].symbol == s.centre:
			symbol = s.spanCentre
		case glyphs[i].symbol == s.edge:
			symbol = s.spanEdge
		}
		glyphs[i] = glyph{symbol, plainTone}
	}
}

// bar is a quantity from nothing to a highest level, with the mark it has to reach. Nil members are not drawn.
type bar struct {
	high float64
	// sure is the part that holds whatever the unknown answers hide; value counts only what is known.
	sure, value, mark *float64
}

// draw returns the bar on that many cells.
func (b bar) draw(s symbols, cells int) []glyph {
	a := axle{high: b.high, cells: cells}
	glyphs := make([]glyph, cells)
	for i := range glyphs {
		glyphs[i] = glyph{s.empty, faintTone}
	}
	b.fill(glyphs, a, b.value, s.hinged)
	b.fill(glyphs, a, b.sure, s.filled)
	if b.mark != nil {
		glyphs[a.cell(*b.mark)] = glyph{s.floor, strongTone}
	}
	return glyphs
}

func (b bar) fill(glyphs []glyph, a axle, upTo *float64, symbol string) {
	if upTo == nil || *upTo <= 0 {
		return
	}
	for i := range a.cell(*upTo) + 1 {
		glyphs[i] = glyph{symbol, plainTone}
	}
}

// inked writes glyphs, neighbours of one tone together.
func (k ink) inked(glyphs []glyph) string {
	var b strings.Builder
	var run strings.Builder
	for i, g := range glyphs {
		run.WriteString(g.symbol)
		if i+1 == len(glyphs) || glyphs[i+1].tone != g.tone {
			b.WriteString(k.paint(g.tone, run.String()))
			run.Reset()
		}
	}
	return b.String()
}

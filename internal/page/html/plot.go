package html

import (
	"html/template"
	"math"
	"strconv"

	"github.com/opsfit/opsfit/internal/page"
)

// figure is one large picture, as the templates see it.
type figure struct {
	ID, Caption string
	Picture     template.HTML
	Legend      []key
	Note        string
	Behind      *table
}

func figureOf(b *page.Plot) *figure {
	f := newField(b)
	f.plot(b)
	return &figure{
		ID: b.ID, Caption: b.Caption, Picture: f.figure(b.ID, plotWidth, plotHeight, page.Plain(b.Caption), page.Plain(b.Spoken)),
		Legend: legend(plotKeys(b), plotGlyph(b)), Note: b.Note, Behind: tableOf(b.Behind),
	}
}

// The size of a plot, which is a square with room for the scales at its left and below it.
const (
	plotWidth  = 386
	plotHeight = plotBottom + 54
	plotLeft   = 50
	plotRight  = plotWidth - 14
	plotTop    = 32
	plotBottom = plotTop + plotRight - plotLeft
)

// field is a canvas with a vertical scale too.
type field struct {
	canvas

	up scale
}

func newField(b *page.Plot) *field {
	lowX, highX := endsOf(&b.X)
	lowY, highY := endsOf(&b.Y)
	return &field{
		canvas: canvas{scale: scale{low: lowX, high: highX, from: plotLeft, to: plotRight}},
		up:     scale{low: lowY, high: highY, from: plotBottom, to: plotTop},
	}
}

// y returns the place of a value on the vertical scale.
func (f *field) y(value float64) int { return int(math.Round(f.up.place(value))) }

func (f *field) plot(b *page.Plot) {
	f.rect("plot", f.low, f.high, plotTop, plotBottom-plotTop)
	f.fields(b)
	if b.SpreadX != nil {
		f.rect("spread", b.SpreadX[0], b.SpreadX[1], plotTop, plotBottom-plotTop)
	}
	if b.SpreadY != nil {
		f.rect("spread", f.low, f.high, f.y(b.SpreadY[1]), f.y(b.SpreadY[0])-f.y(b.SpreadY[1]))
	}
	if b.CutX != nil {
		f.down("cut", *b.CutX, plotTop, plotBottom)
	}
	if b.CutY != nil {
		f.across("cut", f.low, f.high, f.y(*b.CutY))
	}
	if b.Diagonal {
		f.stroke("cut", f.at(f.low), f.at(f.high), plotBottom, plotTop)
	}
	for i := range b.Points {
		f.half(&b.Points[i])
	}
	f.corners(b) // above the lines: there is not always room beside them
	f.scales(b)
	for i := range b.Points {
		f.point(b, &b.Points[i])
	}
	f.names(b.Points)
}

// fields draws where both scales have bands the fields in which both values lie in one band, each in its colour, and the edges
// of all.
func (f *field) fields(b *page.Plot) {
	if len(b.X.Edges) == 0 || len(b.X.Edges) != len(b.Y.Edges) {
		return
	}
	across, up := boundsOf(&b.X), boundsOf(&b.Y)
	for i, look := range bandLooks(&b.X) {
		f.rect(look, across[i], across[i+1], f.y(up[i+1]), f.y(up[i])-f.y(up[i+1]))
	}
	for i := range b.X.Edges {
		f.down("grid", b.X.Edges[i], plotTop, plotBottom)
		f.across("grid", f.low, f.high, f.y(b.Y.Edges[i]))
	}
}

// corners names the parts between the cuts, in two lines where one has no room.
func (f *field) corners(b *page.Plot) {
	const size, lineHeight, margin = 14, 17, 10
	middleX := float64(plotLeft+plotRight) / 2
	if b.CutX != nil {
		middleX = f.place(*b.CutX)
	}
	for i, name := range b.Corners {
		x, a, room := float64(plotLeft+margin), starts, middleX-plotLeft
		if i%2 == 1 {
			x, a, room = plotRight-margin, ends, plotRight-middleX
		}
		lines := wrap(name, room-1.5*margin, size, 2)
		y := plotBottom - 12 - lineHeight*(len(lines)-1)
		if i >= 2 {
			y = plotTop + 22
		}
		for _, line := range lines {
			f.labelAt("corner", number(x), y, a, line)
			y += lineHeight
		}
	}
}

func (f *field) scales(b *page.Plot) {
	for _, at := range plotTicks(&b.X) {
		f.label("tick", at, plotBottom+30, centred, tickWord(&b.X, at))
	}
	for _, at := range plotTicks(&b.Y) {
		f.labelAt("tick", number(plotLeft-16), f.y(at)+4, ends, tickWord(&b.Y, at))
	}
	f.labelAt("pole", number(plotLeft), plotTop-12, starts, "↑ "+b.YTitle)
	if b.X.Kind != page.Line {
		f.label("pole", f.high, plotBottom+49, ends, b.XTitle+" →")
		return
	}
	f.label(class("pole").with(page.SysOps), f.low, plotBottom+49, starts, "SysOps")
	f.label("pole", (f.low+f.high)/2, plotBottom+49, centred, b.XTitle)
	f.label(class("pole").with(page.DevOps), f.high, plotBottom+49, ends, "DevOps")
}

// plotTicks are closer than those of a chart: a plot is wide enough at any width of the page.
func plotTicks(s *page.Scale) []float64 {
	if s.Kind != page.Score {
		return ticksOf(s)
	}
	var ticks []float64
	for at := s.Low; at <= s.High; at += 2 {
		ticks = append(ticks, at)
	}
	return ticks
}

// half draws a line for all places that a point could be at of which one value is unknown.
func (f *field) half(p *page.Point) {
	switch {
	case p.X != nil && p.Y == nil:
		f.down("half", *p.X, plotTop, plotBottom)
	case p.X == nil && p.Y != nil:
		f.across("half", f.low, f.high, f.y(*p.Y))
	}
}

// point draws one place: a large dot where it is the only one, a dot among others, or a larger one with a number.
func (f *field) point(b *page.Plot, p *page.Point) {
	switch {
	case p.X == nil || p.Y == nil:
	case len(b.Points) == 1 && p.Count == 1:
		f.dot("dot", *p.X, f.y(*p.Y), 9)
	default:
		f.spots(*p.X, *p.Y, p)
	}
}

func (f *field) spots(x, y float64, p *page.Point) {
	const single, least, most = 4.5, 5, 9.5
	up, title := number(f.up.place(y)), page.Plain(p.Name)
	if p.Count == 1 {
		f.spot("spot", f.at(x), up, single, title)
		return
	}
	f.spot("spot many", f.at(x), up, min(most, least+1.1*math.Sqrt(float64(p.Count))), title)
	f.label("number-in", x, f.y(y)+3, centred, strconv.Itoa(p.Count))
}

// plotKeys keeps the keys of what is drawn.
func plotKeys(b *page.Plot) []page.Key {
	drawn := map[page.MarkKind]bool{
		page.Mean: b.CutX != nil || b.CutY != nil, page.Deviation: b.SpreadX != nil || b.SpreadY != nil, page.Equal: b.Diagonal,
	}
	for i := range b.Points {
		p := &b.Points[i]
		known := p.X != nil || p.Y != nil
		drawn[page.Value] = drawn[page.Value] || known && p.Count == 1
		drawn[page.Group] = drawn[page.Group] || known && p.Count > 1
	}
	return keysOf(b.Keys, drawn)
}

// plotGlyph draws the marks of a legend as the plot has them.
func plotGlyph(b *page.Plot) func(*canvas, page.MarkKind, float64, int) {
	return func(c *canvas, kind page.MarkKind, at float64, y int) {
		switch kind {
		case page.Value:
			switch {
			case len(b.Points) > 1:
				c.dot("spot", at, y, 5)
			case b.Points[0].X != nil && b.Points[0].Y != nil:
				c.dot("dot", at, y, 7)
			case b.Points[0].Y == nil:
				c.down("half", at, y-9, y+9)
			default:
				c.across("half", at-1, at+1, y)
			}
		case page.Group:
			c.dot("spot many", at, y, 9)
			c.label("number-in", at, y+3, centred, "7")
		case page.Deviation:
			c.rect("spread", at-1, at+1, y-7, 14)
		case page.Equal:
			c.stroke("cut", c.at(at-1), c.at(at+1), y+8, y-8)
		default:
			glyph(c, kind, at, y)
		}
	}
}

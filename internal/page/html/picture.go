package html

import (
	"io"
	"strconv"
	"strings"

	"github.com/opsfit/opsfit/internal/page"
)

// Picture writes the first chart of a page alone, as an SVG file for a slide or a README: the headline of the page above it,
// the legend below it. It brings its own background and colours, light and dark. A page without a chart gives its headline
// alone. It fails only when w does.
func Picture(w io.Writer, p page.Page) error {
	style, err := pictureStyle()
	if err != nil {
		return err
	}
	s := sheet{canvas: canvas{scale: scale{high: sheetWidth, to: sheetWidth}}, name: nameOf(&p)}
	s.heading(&p)
	switch b := p.Picture().(type) {
	case page.Chart:
		s.chart(&b)
	case page.History:
		s.history(&b)
	case page.Plot:
		s.plot(&b)
	}
	_, err = io.WriteString(w, s.file(style))
	return err
}

// sheet is a picture that stands alone: what is drawn, from the top to y.
type sheet struct {
	canvas

	y int
	// name and spoken are said to those who do not see the picture; they are not drawn.
	name   string
	spoken []string
}

const sheetWidth, sheetMargin = 760, 24

// file returns the whole file.
func (s *sheet) file(style string) string {
	width, height := strconv.Itoa(sheetWidth), strconv.Itoa(s.y+sheetMargin)
	return `<svg xmlns="http://www.w3.org/2000/svg" width="` + width + `" height="` + height +
		`" viewBox="0 0 ` + width + " " + height + `" role="img" aria-labelledby="title desc">` +
		"\n" + `<title id="title">` + escaped(s.name) + "</title>" +
		"\n" + `<desc id="desc">` + escaped(strings.Join(s.spoken, " ")) + "</desc>" +
		"\n<style>" + style + "</style>" +
		"\n" + `<rect class="sheet" width="` + width + `" height="` + height + `" rx="10"/>` +
		"\n" + s.b.String() + "\n</svg>\n"
}

// heading writes the headline, and below it what the page is about with as many of its tiles as have room.
func (s *sheet) heading(p *page.Page) {
	const noteSize, noteLines = 14, 2
	title, note := p.Title, ""
	if headline := headlineOf(p); headline != "" {
		title, note = headline, page.Plain(p.Title)
	}
	for _, tile := range tilesOf(p) {
		longer := page.Plain(tile.Label + " " + tile.Value)
		if note != "" {
			longer = note + " · " + longer
		}
		if lines := wrap(longer, sheetWidth-2*sheetMargin, noteSize, noteLines+1); len(lines) > noteLines {
			break
		}
		note = longer
	}
	s.y = sheetMargin
	s.paragraph("sheet-title", title, 20, 26, 4)
	s.y += 4
	s.paragraph("sheet-note", note, noteSize, 20, noteLines)
}

func headlineOf(p *page.Page) string {
	for b := range p.Blocks() {
		if headline, ok := b.(page.Headline); ok {
			return string(headline)
		}
	}
	return ""
}

func tilesOf(p *page.Page) []page.Fact {
	for b := range p.Blocks() {
		if facts, ok := b.(page.Facts); ok && facts.Tiles {
			return facts.Items
		}
	}
	return nil
}

// paragraph writes a text over the whole width in lines of a height.
func (s *sheet) paragraph(look class, text string, size float64, height, most int) {
	if text == "" {
		return
	}
	s.spoken = append(s.spoken, page.Plain(text))
	for _, line := range wrap(page.Plain(text), sheetWidth-2*sheetMargin, size, most) {
		s.y += height
		s.labelAt(look, number(sheetMargin), s.y-height/4, starts, page.Said(line).String())
	}
}

// The columns of a chart: names, marks, and columns of figures.
const (
	nameWidth     = 148
	wideNameWidth = 290
	figureWidth   = 92
	gutter        = 16
	sheetLine     = 20
	nameSize      = 15
)

// grid is where the columns of a chart lie: names end at names, marks lie between from and to.
type grid struct {
	names, from, to float64
	figures         int
}

func gridOf(wide bool, figures int) grid {
	names := float64(nameWidth)
	if wide {
		names = wideNameWidth
	}
	return grid{
		names: names, figures: figures,
		from: sheetMargin + names + gutter, to: float64(sheetWidth - sheetMargin - figureWidth*figures - gutter),
	}
}

// marks is a canvas over the place of the marks.
func (g grid) marks(low, high float64) canvas {
	return canvas{scale: scale{low: low, high: high, from: g.from, to: g.to}}
}

func (s *sheet) chart(b *page.Chart) {
	g := gridOf(b.WideNames, len(b.Heads))
	c := g.marks(endsOf(&b.Scale))
	s.y += gutter
	if height := headHeight(&b.Scale); height > 0 {
		c.head(&b.Scale, s.y)
		s.y += height
	} else {
		s.y += sheetLine
	}
	s.figures("tick", g, b.Heads, s.y-sheetLine/4)
	drawn := map[page.MarkKind]bool{}
	for i := range b.Rows {
		r := &b.Rows[i]
		height := max(rowHeight(&b.Scale, r.Marks), 2*sheetLine)
		if b.WideNames {
			height += sheetLine / 2
		}
		top := s.y + (height-rowHeight(&b.Scale, r.Marks))/2
		c.row(&b.Scale, r.Marks, top)
		s.row(r.Name, r.Short, r.Strong, g, r.Figures, top+middleOf(&b.Scale))
		s.spoken = append(s.spoken, heard(r.Name)+": "+spokenRow(r, b.Heads)+".")
		s.y += height
		for _, mark := range r.Marks {
			drawn[mark.Kind] = true
		}
	}
	s.b.WriteString(c.b.String())
	s.legend(keysOf(b.Keys, drawn), glyph)
}

// row writes a name in two lines at most and the figures around the middle of a row.
func (s *sheet) row(name, shorter string, strong bool, g grid, figures []string, middle int) {
	look := class("sheet-name")
	if strong {
		look += " sheet-strong"
	}
	lines := wrap(page.Plain(name), g.names, nameSize, 2)
	if shorter != "" && widthOf(page.Plain(name), nameSize) > g.names {
		lines = wrap(page.Plain(shorter), g.names, nameSize, 2)
	}
	y := middle + 5 - (len(lines)-1)*sheetLine/2
	for i, line := range lines {
		s.labelAt(look, number(sheetMargin), y+i*sheetLine, starts, page.Said(line).String())
	}
	s.figures(look, g, figures, middle+5)
}

func (s *sheet) figures(look class, g grid, figures []string, y int) {
	for i, figure := range figures {
		x := sheetWidth - sheetMargin - figureWidth*(g.figures-1-i)
		s.labelAt(look, strconv.Itoa(x), y, ends, cut(page.Plain(figure), figureWidth-4, nameSize))
	}
}

func (s *sheet) history(b *page.History) {
	heads := []string{"first", "last"}
	g, days := gridOf(false, len(heads)), daysOf(b.Moments)
	c := g.marks(timeEnds(days))
	s.y += gutter
	c.dates(b.Moments, days, s.y)
	s.y += dateHeight
	s.figures("tick", g, heads, s.y-sheetLine/4)
	for i := range b.Series {
		series := &b.Series[i]
		c.series(b, series, days, s.y)
		s.row(series.Name, "", series.Strong, g, []string{series.First, series.Last}, s.y+historyHeight/2)
		s.spoken = append(s.spoken, heard(series.Name)+": "+spokenSeries(series)+".")
		s.y += historyHeight + historyMargin
	}
	s.b.WriteString(c.b.String())
	s.legend(historyKeys(b), historyGlyph)
}

func (s *sheet) plot(b *page.Plot) {
	f := newField(b)
	f.plot(b)
	left := strconv.Itoa((sheetWidth - plotWidth) / 2)
	s.b.WriteString(`<g transform="translate(` + left + " " + strconv.Itoa(s.y) + `)">` + f.b.String() + "</g>")
	s.spoken = append(s.spoken, page.Plain(b.Spoken))
	s.y += plotHeight
	s.legend(plotKeys(b), plotGlyph(b))
}

// legend explains marks, as many in a line as there is room for.
func (s *sheet) legend(keys []page.Key, glyph func(*canvas, page.MarkKind, float64, int)) {
	const size, half, gap = 13, glyphWidth / 2, 28
	if len(keys) == 0 {
		return
	}
	s.y += gutter
	x := float64(sheetMargin)
	for _, key := range keys {
		text := page.Plain(key.Text)
		width := glyphWidth + 6 + widthOf(text, size) + gap
		if x > sheetMargin && x+width > sheetWidth-sheetMargin+gap {
			x, s.y = sheetMargin, s.y+sheetLine
		}
		// One unit of the scale is half a mark.
		c := canvas{scale: scale{low: -1, high: 1, from: x, to: x + 2*half}}
		glyph(&c, key.Kind, 0, s.y+6)
		s.b.WriteString(c.b.String())
		s.labelAt("tick", number(x+glyphWidth+6), s.y+11, starts, cut(text, sheetWidth-2*sheetMargin, size))
		x += width
	}
	s.y += sheetLine
}

package html

import (
	"io"
	"slices"
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
	case page.Course:
		s.course(&b)
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

// heading writes the headline, and below it the key figures, what the page is about and from when, as far as there is room.
func (s *sheet) heading(p *page.Page) {
	const noteSize, noteLines = 15 * regular, 2
	title, about := p.Title, nonEmpty(p.Date)
	if headline := headlineOf(p); headline != "" {
		title, about = headline, nonEmpty(p.Title, p.Date)
	}
	var note []string
	for _, tile := range append(rulersOf(p), tilesOf(p)...) {
		longer := append(slices.Clone(note), tile.Label+" "+tile.Value)
		all := strings.Join(slices.Concat(longer, about), apart)
		if len(wrap(all, sheetWidth-2*sheetMargin, noteSize, noteLines+1)) > noteLines {
			break
		}
		note = longer
	}
	s.y = sheetMargin
	s.paragraph("sheet-title", title, 20, 26, 4)
	s.y += 4
	s.paragraph("sheet-note", strings.Join(append(note, about...), apart), noteSize, 20, noteLines)
}

// apart stands between facts on one line.
const apart = " · "

func nonEmpty(texts ...string) []string {
	return slices.DeleteFunc(texts, func(text string) bool { return text == "" })
}

func headlineOf(p *page.Page) string {
	for b := range p.Blocks() {
		if headline, ok := b.(page.Headline); ok {
			return string(headline)
		}
	}
	return ""
}

// rulersOf are the figures of the rulers of a page.
func rulersOf(p *page.Page) []page.Fact {
	var facts []page.Fact
	for b := range p.Blocks() {
		if chart, ok := b.(page.Chart); ok && chart.Scale.Kind == page.Ruler {
			for _, row := range chart.Rows {
				facts = append(facts, page.Fact{Label: row.Name, Value: row.Spoken})
			}
		}
	}
	return facts
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
	for _, line := range wrap(text, sheetWidth-2*sheetMargin, size, most) {
		s.y += height
		s.labelAt(look, number(sheetMargin), s.y-height/4, starts, line)
	}
}

// caption writes what a chart finds above it.
func (s *sheet) caption(text string) {
	s.y += gutter
	s.paragraph("sheet-name sheet-strong", text, nameSize, sheetLine, 2)
}

// regular letters are narrower than bold ones, in whose widths texts are measured.
const regular = 0.94

// The columns of a chart: names, marks, and columns of figures or a word.
const (
	nameWidth      = 148
	poledNameWidth = 232
	wideNameWidth  = 290
	figureWidth    = 92
	wordWidth      = 120
	gutter         = 16
	sheetLine      = 20
	nameSize       = 15
	noteLine       = 17
	noteSize       = 13 * regular
)

// grid is where the columns of a chart lie: names end at names, marks lie between from and to.
type grid struct {
	names, from, to float64
	figures         int
}

// gridOf places marks between names of a width and what stands behind the marks.
func gridOf(names float64, figures int, words float64) grid {
	return grid{
		names: names, figures: figures,
		from: sheetMargin + names + gutter, to: sheetWidth - sheetMargin - float64(figureWidth*figures) - words - gutter,
	}
}

// chartGrid gives names that are sentences, or that say what the ends of the scale mean, more room.
func chartGrid(b *page.Chart) grid {
	names, words := float64(nameWidth), 0.0
	for i := range b.Rows {
		if b.Rows[i].Low != "" {
			names = poledNameWidth
		}
		if b.Rows[i].Word != "" {
			words = wordWidth
		}
	}
	if b.WideNames {
		names = wideNameWidth
	}
	return gridOf(names, len(b.Heads), words)
}

// marks is a canvas over the place of the marks.
func (g grid) marks(low, high float64) canvas {
	return canvas{scale: scale{low: low, high: high, from: g.from, to: g.to}}
}

func (s *sheet) chart(b *page.Chart) {
	s.caption(b.Caption)
	g := chartGrid(b)
	c := g.marks(endsOf(&b.Scale))
	labels, keys := labelsOf(b)
	s.y += gutter
	if height := headHeight(&b.Scale, len(labels)); height > 0 {
		c.head(&b.Scale, labels, s.y)
		s.y += height
	} else {
		s.y += sheetLine
	}
	s.figures("tick", noteSize, g, b.Heads, s.y-sheetLine/4)
	drawn := map[page.MarkKind]bool{}
	for i := range b.Rows {
		r := &b.Rows[i]
		s.y += s.row(&c, b, r, g)
		s.spoken = append(s.spoken, heard(r.Name)+": "+spokenRow(r, b.Heads)+".")
		for _, mark := range r.Marks {
			drawn[mark.Kind] = true
		}
	}
	s.b.WriteString(c.b.String())
	s.legend(keysOf(keys, drawn), glyph)
}

// row draws a row of a chart with its name, what the ends of its scale mean and its figures, and returns how high it is.
func (s *sheet) row(c *canvas, b *page.Chart, r *page.Row, g grid) int {
	text := s.nameOf(r, g)
	height := max(rowHeight(&b.Scale, r.Marks), 2*sheetLine, text.height()+sheetLine/2)
	if b.WideNames {
		height += sheetLine / 2
	}
	if hasBands(&b.Scale) {
		c.bands(&b.Scale, strconv.Itoa(s.y), strconv.Itoa(s.y+height), strconv.Itoa(height))
	}
	top := s.y + (height-rowHeight(&b.Scale, r.Marks))/2
	c.row(&b.Scale, r, top)
	middle := top + middleOf(&b.Scale)
	s.rowName(text, middle)
	s.figures(text.look, nameSize, g, r.Figures, middle+5)
	if r.Word != "" {
		look, size := class("sheet-word"), float64(nameSize)
		if r.Fits {
			look, size = "tick", noteSize
		}
		lines := wrap(r.Word, wordWidth, size, 2)
		for i, line := range lines {
			s.labelAt(look, number(g.to+gutter), middle+5-sheetLine*(len(lines)-1)/2+sheetLine*i, starts, line)
		}
	}
	return height
}

// rowName is the name of a row, broken into lines, with what stands below it.
type rowName struct {
	look        class
	lines, note []string
}

func (n rowName) height() int { return len(n.lines)*sheetLine + len(n.note)*noteLine }

// nameOf breaks a name into two lines at most, and what the ends of the scale mean into five more.
func (s *sheet) nameOf(r *page.Row, g grid) rowName {
	name := rowName{look: "sheet-name", lines: wrap(r.Name, g.names, nameSize, 2)}
	if r.Strong {
		name.look += " sheet-strong"
	}
	if r.Short != "" && widthOf(page.Plain(r.Name), nameSize) > g.names {
		name.lines = wrap(r.Short, g.names, nameSize, 2)
	}
	if r.Low != "" {
		name.note = wrap(r.Low+" ↔ "+r.High, g.names, noteSize, 5)
	}
	return name
}

// rowName writes the name of a row around its middle.
func (s *sheet) rowName(n rowName, middle int) {
	y := middle - n.height()/2 + sheetLine*3/4
	for _, line := range n.lines {
		s.labelAt(n.look, number(sheetMargin), y, starts, line)
		y += sheetLine
	}
	for _, line := range n.note {
		s.labelAt("tick", number(sheetMargin), y-2, starts, line)
		y += noteLine
	}
}

func (s *sheet) figures(look class, size float64, g grid, figures []string, y int) {
	for i, figure := range figures {
		x := sheetWidth - sheetMargin - figureWidth*(g.figures-1-i)
		s.labelAt(look, strconv.Itoa(x), y, ends, cut(figure, figureWidth-4, size))
	}
}

func (s *sheet) history(b *page.History) {
	heads := []string{"first", "last"}
	s.caption(b.Caption)
	g, days := gridOf(nameWidth, len(heads), 0), daysOf(b.Moments)
	c := g.marks(timeEnds(days))
	s.y += gutter
	c.dates(b.Moments, days, s.y)
	s.y += dateHeight
	s.figures("tick", noteSize, g, heads, s.y-sheetLine/4)
	for i := range b.Series {
		series := &b.Series[i]
		c.series(b, series, days, s.y)
		name := s.nameOf(&page.Row{Name: series.Name, Strong: series.Strong}, g)
		s.rowName(name, s.y+historyHeight/2)
		s.figures(name.look, nameSize, g, []string{series.First, series.Last}, s.y+historyHeight/2+5)
		s.spoken = append(s.spoken, heard(series.Name)+": "+spokenSeries(series)+".")
		s.y += historyHeight + historyMargin
	}
	s.b.WriteString(c.b.String())
	s.legend(historyKeys(b), historyGlyph)
}

func (s *sheet) plot(b *page.Plot) {
	s.caption(b.Caption)
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
		text := key.Text
		width := glyphWidth + 6 + widthOf(page.Plain(text), size) + gap
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

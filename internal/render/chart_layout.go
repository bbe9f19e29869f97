package render

import (
	"slices"
	"strings"

	"github.com/charmbracelet/x/ansi"
)

func (p *page) beside(c chart, drawn [][]glyph, title int, figures []int) {
	indent := strings.Repeat(" ", chartIndent)
	before := indent + strings.Repeat(" ", title+chartGap)
	track := len(drawn[0])
	p.drawn(before + p.along(c, c.above, track) + p.figures(c.heads, figures, faintTone))
	for i, row := range c.rows {
		name := oneLine(row.title)
		gap := strings.Repeat(" ", title-ansi.StringWidth(name)+chartGap)
		p.drawn(indent + p.paint(row.tone, name) + gap + p.inked(drawn[i]) + p.figures(row.figures, figures, row.tone))
	}
	if len(c.below) > 0 {
		p.drawn(before + p.along(c, c.below, track))
	}
}

// figures writes one line of columns, each text at the right of its column. The padding carries no style.
func (p *page) figures(texts []string, widths []int, t tone) string {
	var b strings.Builder
	for i, text := range texts {
		b.WriteString(strings.Repeat(" ", chartGap+widths[i]-ansi.StringWidth(text)) + p.paint(t, text))
	}
	return b.String()
}

// stacked puts title and figures above each picture, which then has the whole width. If a title has too little room
// beside its figures, all rows take three lines and a distance, so that they look alike.
func (p *page) stacked(c chart, drawn [][]glyph, track int) {
	indent := strings.Repeat(" ", chartIndent)
	if len(c.above) > 0 {
		p.drawn(indent + p.along(c, c.above, track))
	}
	apart := !c.fits(track)
	for i, row := range c.rows {
		name, figures := oneLine(row.title), c.named(row)
		if apart {
			p.text(chartIndent, row.tone, row.title)
			p.drawn(indent + p.inked(drawn[i]))
			p.figuresBelow(figures)
			p.blank()
			continue
		}
		gap := strings.Repeat(" ", track-ansi.StringWidth(name)-ansi.StringWidth(figures))
		p.drawn(indent + p.paint(row.tone, name) + gap + figures)
		p.drawn(indent + p.inked(drawn[i]))
	}
	if len(c.below) > 0 {
		p.drawn(indent + p.along(c, c.below, track))
	}
}

// figuresBelow writes figures on a line of their own, torn only when they are such as no scoring gives.
func (p *page) figuresBelow(figures string) {
	if ansi.StringWidth(figures) > p.chartWidth-chartIndent {
		p.text(chartIndent, plainTone, figures)
		return
	}
	p.drawn(strings.Repeat(" ", chartIndent) + figures)
}

func (c chart) fits(track int) bool {
	for _, row := range c.rows {
		if ansi.StringWidth(oneLine(row.title))+chartGap+ansi.StringWidth(c.named(row)) > track {
			return false
		}
	}
	return true
}

// named joins the figures of a row, each with its name; what does not exist is left out.
func (c chart) named(row chartRow) string {
	var parts []string
	for i, figure := range row.figures {
		if figure != missing && figure != "" {
			parts = append(parts, strings.TrimSpace(c.names[i]+" "+figure))
		}
	}
	return strings.Join(parts, strings.Repeat(" ", chartGap))
}

// along places texts centred on their values, as far as they fit; it is exactly as wide as the track.
func (p *page) along(c chart, places []place, track int) string {
	a := axle{low: c.low, high: c.high, cells: track}
	var b strings.Builder
	used := 0
	for _, at := range places {
		size := ansi.StringWidth(at.text)
		start := min(max(a.cell(at.value)-size/2, 0), track-size)
		if start < used+1 && used > 0 {
			continue
		}
		b.WriteString(strings.Repeat(" ", start-used) + p.paint(at.tone, at.text))
		used = start + size
	}
	return b.String() + strings.Repeat(" ", track-used)
}

// legend writes the explanations in as few lines as they fit on; only one that is too long for a line is torn.
func (p *page) legend(parts []explanation, drawn [][]glyph) {
	const gap = "   "
	line := ""
	flush := func() {
		if ansi.StringWidth(line) > p.chartWidth-chartIndent {
			p.text(chartIndent, faintTone, line)
		} else if line != "" {
			p.drawn(strings.Repeat(" ", chartIndent) + p.paint(faintTone, line))
		}
		line = ""
	}
	for _, part := range parts {
		if part.symbol != "" && !occurs(part.symbol, drawn) {
			continue
		}
		text := strings.TrimSpace(part.symbol + " " + part.text)
		if line != "" && ansi.StringWidth(line+gap+text) > p.chartWidth-chartIndent {
			flush()
		}
		if line != "" {
			line += gap
		}
		line += text
	}
	flush()
}

func occurs(symbol string, drawn [][]glyph) bool {
	return slices.ContainsFunc(drawn, func(picture []glyph) bool {
		return slices.ContainsFunc(picture, func(g glyph) bool { return g.symbol == symbol })
	})
}

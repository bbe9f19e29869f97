package render

import (
	"strconv"

	"github.com/charmbracelet/x/ansi"
)

// chart is a list of pictures on one scale, each with its title before and its figures after it.
type chart struct {
	// heads name the columns of figures; where they are symbols, they say which marker a figure belongs to.
	heads []string
	// names stand before each figure where there are no columns.
	names []string
	// above and below are texts along the scale.
	above, below []place
	// low and high are the ends of the scale that the places lie on.
	low, high float64
	rows      []chartRow
	legend    []explanation
	// least is the fewest cells that the pictures need; they get the whole width where there are fewer beside the titles.
	least int
}

// explanation says what a symbol means; it is left out where the symbol is not drawn. Without a symbol it always stands.
type explanation struct {
	symbol, text string
}

// place is a text centred on a value of the scale.
type place struct {
	value float64
	text  string
	tone  tone
}

// chartRow is one picture.
type chartRow struct {
	title   string
	tone    tone
	picture interface {
		draw(s symbols, cells int) []glyph
	}
	figures []string
}

const (
	// besideWidth is the least page on which titles stand beside their pictures.
	besideWidth = 64
	// longestTitle is the widest title that may take room from a picture.
	longestTitle = 24
	// longestTrack is where a longer line stops telling more.
	longestTrack = 61
	chartIndent  = 2
	chartGap     = 2
)

// missing stands for a figure that does not exist, such as a floor that nothing sets.
const missing = "-"

// chart draws a chart at the widest size that the page allows; nothing when it has no rows.
func (p *page) chart(c chart) {
	if len(c.rows) == 0 {
		return
	}
	title, figures := c.titleWidth(), c.figureWidths()
	track := p.chartWidth - chartIndent - title - chartGap
	for _, width := range figures {
		track -= chartGap + width
	}
	wide := p.chartWidth >= besideWidth && title <= longestTitle && track >= max(narrowest, c.least)
	if !wide {
		track = p.chartWidth - chartIndent
	}
	track = min(odd(track), longestTrack)
	drawn := c.drawn(p.symbols, track)
	if wide {
		p.beside(c, drawn, title, figures)
	} else {
		p.stacked(c, drawn, track)
	}
	p.legend(c.legend, drawn)
}

// scalePlaces names values on a scale of whole numbers.
func scalePlaces(values ...int) []place {
	var places []place
	for _, value := range values {
		places = append(places, place{float64(value), strconv.Itoa(value), faintTone})
	}
	return places
}

// odd returns the largest odd number up to n: only an odd number of cells has one in the middle.
func odd(n int) int { return n - 1 + n%2 }

func (c chart) drawn(s symbols, track int) [][]glyph {
	var drawn [][]glyph
	for _, row := range c.rows {
		drawn = append(drawn, row.picture.draw(s, track))
	}
	return drawn
}

func (c chart) titleWidth() int {
	width := 0
	for _, row := range c.rows {
		width = max(width, ansi.StringWidth(oneLine(row.title)))
	}
	return width
}

func (c chart) figureWidths() []int {
	widths := make([]int, len(c.heads))
	for i, head := range c.heads {
		widths[i] = ansi.StringWidth(head)
		for _, row := range c.rows {
			widths[i] = max(widths[i], ansi.StringWidth(row.figures[i]))
		}
	}
	return widths
}

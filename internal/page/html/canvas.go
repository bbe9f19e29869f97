package html

import (
	"html/template"
	"math"
	"strconv"
	"strings"

	"github.com/opsfit/opsfit/internal/page"
)

// canvas draws one picture. Horizontal places are values on its scale, vertical ones are pixels. It is the only code that
// writes SVG: numbers and classes are its own, and every text is escaped on the way in.
type canvas struct {
	scale

	b strings.Builder
}

// class names the look of a shape in drawing.css.
type class string

// with adds a hue to a look.
func (c class) with(hue page.Hue) class {
	if hue == page.Neutral {
		return c
	}
	return c + " " + class(hue)
}

// rect draws a bar from one value to another, whichever is the larger one, and from one height to another.
func (c *canvas) rect(look class, from, to float64, y, height int) {
	c.box(look, from, to, strconv.Itoa(min(y, y+height)), strconv.Itoa(max(height, -height)))
}

// box is rect with vertical places that may be shares of the picture.
func (c *canvas) box(look class, from, to float64, y, height string) {
	c.open("rect", look)
	c.attribute("x", c.at(min(from, to)))
	c.attribute("y", y)
	c.attribute("width", c.span(min(from, to), max(from, to)))
	c.attribute("height", height)
	c.b.WriteString("/>")
}

// across draws a horizontal line from one value to another.
func (c *canvas) across(look class, low, high float64, y int) {
	c.stroke(look, c.at(low), c.at(high), y, y)
}

// down draws a vertical line at a value.
func (c *canvas) down(look class, value float64, top, bottom int) {
	c.stroke(look, c.at(value), c.at(value), top, bottom)
}

// upright is down with vertical places that may be shares of the picture.
func (c *canvas) upright(look class, value float64, top, bottom string) {
	c.open("line", look)
	c.attribute("x1", c.at(value))
	c.attribute("x2", c.at(value))
	c.attribute("y1", top)
	c.attribute("y2", bottom)
	c.b.WriteString("/>")
}

func (c *canvas) stroke(look class, x1, x2 string, y1, y2 int) {
	c.open("line", look)
	c.attribute("x1", x1)
	c.attribute("x2", x2)
	c.attribute("y1", strconv.Itoa(y1))
	c.attribute("y2", strconv.Itoa(y2))
	c.b.WriteString("/>")
}

// dot draws a filled circle.
func (c *canvas) dot(look class, value float64, y, radius int) {
	c.open("circle", look)
	c.attribute("cx", c.at(value))
	c.attribute("cy", strconv.Itoa(y))
	c.attribute("r", strconv.Itoa(radius))
	c.b.WriteString("/>")
}

// diamond draws a square on its tip.
func (c *canvas) diamond(look class, value float64, y, radius int) {
	r := strconv.Itoa(radius)
	c.shape(look, value, y, "M0-"+r+" "+r+" 0 0 "+r+"-"+r+" 0z")
}

// shape draws a path around a value. A path knows no percentages, so that on a fluid scale a picture within the picture carries
// it to its place.
func (c *canvas) shape(look class, value float64, y int, path string) {
	if c.unit != "" {
		c.b.WriteString(`<svg overflow="visible"`)
		c.attribute("x", c.at(value))
		c.attribute("y", strconv.Itoa(y))
		c.b.WriteString(">")
		defer c.b.WriteString("</svg>")
	}
	c.open("path", look)
	c.attribute("d", path)
	if c.unit == "" {
		c.attribute("transform", "translate("+c.at(value)+" "+strconv.Itoa(y)+")")
	}
	c.b.WriteString("/>")
}

// arrowHead draws the head of a line from one value to another, at the edge of the mark that stands there. Values that are so
// close that marks cover the way get none.
func (c *canvas) arrowHead(from, to float64, y int) {
	const least = 0.09
	if math.Abs(to-from) < least*(c.high-c.low) {
		return
	}
	head := "M" + strconv.Itoa(diamondRadius) + " 0l7-5v10z"
	if to > from {
		head = "M-" + strconv.Itoa(diamondRadius) + " 0l-7-5v10z"
	}
	c.shape("head", to, y, head)
}

// anchor says which part of a text stands at its place.
type anchor string

const (
	starts  anchor = "start"
	centred anchor = "middle"
	ends    anchor = "end"
)

// label writes a text at a value, with its base line at y.
func (c *canvas) label(look class, value float64, y int, a anchor, text string) {
	c.labelAt(look, c.at(value), y, a, text)
}

// labelAt writes a text at a coordinate, outside the scale.
func (c *canvas) labelAt(look class, x string, y int, a anchor, text string) {
	c.open("text", look)
	c.attribute("x", x)
	c.attribute("y", strconv.Itoa(y))
	if a != starts {
		c.attribute("text-anchor", string(a))
	}
	c.b.WriteString(">" + escaped(text) + "</text>")
}

// labelBeside writes a text some pixels to the right of a value, or to the left of it where dx is negative.
func (c *canvas) labelBeside(look class, value float64, y, dx int, a anchor, text string) {
	c.open("text", look)
	c.attribute("x", c.at(value))
	c.attribute("y", strconv.Itoa(y))
	c.attribute("dx", strconv.Itoa(dx))
	if a != starts {
		c.attribute("text-anchor", string(a))
	}
	c.b.WriteString(">" + escaped(text) + "</text>")
}

func (c *canvas) open(element string, look class) {
	c.b.WriteString("<" + element)
	if look != "" {
		c.attribute("class", string(look))
	}
}

func (c *canvas) attribute(name, value string) {
	c.b.WriteString(" " + name + `="` + value + `"`)
}

// picture ends the drawing as part of a page. Its title is what somebody hears who does not see it; without one it is
// decoration.
func (c *canvas) picture(height int, title string) template.HTML {
	size := ` width="100%" height="` + strconv.Itoa(height) + `">`
	if title == "" {
		return template.HTML(`<svg aria-hidden="true"` + size + c.b.String() + "</svg>")
	}
	return template.HTML(`<svg role="img"` + size + "<title>" + escaped(title) + "</title>" + c.b.String() + "</svg>")
}

// decoration ends the drawing as a small picture beside words that say all that it shows.
func (c *canvas) decoration(width, height int) template.HTML {
	return template.HTML(`<svg class="key" aria-hidden="true" width="` + strconv.Itoa(width) + `" height="` + strconv.Itoa(height) + `">` +
		c.b.String() + "</svg>")
}

// backdrop ends the drawing as the ground of another picture, as high as the place that both stand in.
func (c *canvas) backdrop() template.HTML {
	return template.HTML(`<svg class="backdrop" aria-hidden="true" width="100%" height="100%">` + c.b.String() + "</svg>")
}

// escaped makes a text harmless as text and as an attribute, in HTML and in XML.
func escaped(text string) string { return template.HTMLEscapeString(page.Isolated(text)) }

// mostHeard is the most characters of a name that the title of a picture says: a word without an end is no help to a listener.
const mostHeard = 80

// heard cuts a name for the title of a picture.
func heard(name string) string {
	runes := []rune(page.Plain(name))
	if len(runes) <= mostHeard {
		return string(runes)
	}
	return string(runes[:mostHeard-1]) + "…"
}

// figure ends the drawing as a large picture of a page that keeps its proportions. The id is unique in the page.
func (c *canvas) figure(id string, width, height int, title, desc string) template.HTML {
	return template.HTML(`<svg class="figure" role="img" viewBox="0 0 ` + strconv.Itoa(width) + " " + strconv.Itoa(height) +
		`" aria-labelledby="` + id + `-title ` + id + `-desc"><title id="` + id + `-title">` + escaped(title) + `</title><desc id="` + id +
		`-desc">` + escaped(desc) + "</desc>" + c.b.String() + "</svg>")
}

// spot draws a circle that says what it is when it is pointed at.
func (c *canvas) spot(look class, x, y string, radius float64, title string) {
	c.open("circle", look)
	c.attribute("cx", x)
	c.attribute("cy", y)
	c.attribute("r", number(radius))
	if title == "" {
		c.b.WriteString("/>")
		return
	}
	c.b.WriteString("><title>" + escaped(title) + "</title></circle>")
}

// edgeAnchor keeps the texts at both ends of a scale inside the picture.
func (c *canvas) edgeAnchor(value float64) anchor {
	switch value {
	case c.low:
		return starts
	case c.high:
		return ends
	}
	return centred
}

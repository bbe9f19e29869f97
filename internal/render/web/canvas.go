package web

import (
	"html/template"
	"strconv"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"github.com/opsfit/opsfit/internal/diag"
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
func (c class) with(hue class) class { return c + " " + hue }

// rect draws a bar from one value to another, whichever is the larger one, and from one height to another.
func (c *canvas) rect(look class, from, to float64, y, height int) {
	c.open("rect", look)
	c.attribute("x", c.at(min(from, to)))
	c.attribute("y", strconv.Itoa(min(y, y+height)))
	c.attribute("width", c.span(min(from, to), max(from, to)))
	c.attribute("height", strconv.Itoa(max(height, -height)))
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

// diamond draws a square on its tip. A path knows no percentages, so that on a fluid scale a picture within the picture
// carries it to its place.
func (c *canvas) diamond(look class, value float64, y, radius int) {
	r := strconv.Itoa(radius)
	shape := "M0-" + r + " " + r + " 0 0 " + r + "-" + r + " 0z"
	if c.unit != "" {
		c.b.WriteString(`<svg overflow="visible"`)
		c.attribute("x", c.at(value))
		c.attribute("y", strconv.Itoa(y))
		c.b.WriteString(">")
		defer c.b.WriteString("</svg>")
	}
	c.open("path", look)
	c.attribute("d", shape)
	if c.unit == "" {
		c.attribute("transform", "translate("+c.at(value)+" "+strconv.Itoa(y)+")")
	}
	c.b.WriteString("/>")
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

func (c *canvas) open(element string, look class) {
	c.b.WriteString("<" + element)
	if look != "" {
		c.attribute("class", string(look))
	}
}

func (c *canvas) attribute(name, value string) {
	c.b.WriteString(" " + name + `="` + value + `"`)
}

// picture ends the drawing as part of a page. Its title is what somebody hears who does not see it.
func (c *canvas) picture(height int, title string) template.HTML {
	return template.HTML(`<svg role="img" width="100%" height="` + strconv.Itoa(height) + `"><title>` + escaped(title) +
		"</title>" + c.b.String() + "</svg>")
}

// escaped makes a text harmless as text and as an attribute, in HTML and in XML.
func escaped(text string) string { return template.HTMLEscapeString(diag.Visible(text)) }

// heardColumns is the most of a name that the title of a picture says: a word without an end is no help to a listener.
const heardColumns = 80

// short cuts a text to a number of columns, for places that cannot wrap it. What is cut is in the table behind the picture.
func short(text string, columns int) string {
	line := diag.Visible(strings.Join(strings.Fields(text), " "))
	if len(line) <= columns {
		// No character is wider than it is long in bytes.
		return line
	}
	return ansi.Truncate(line, columns, "…")
}

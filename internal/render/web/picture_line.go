package web

import (
	"html/template"
	"strings"

	"github.com/opsfit/opsfit/internal/report"
)

// The hues of the poles, and of what belongs to none.
const (
	sysopsHue class = "sysops"
	devopsHue class = "devops"
	middleHue class = "middle"
)

// bandHue is the hue of the pole that a band belongs to.
func bandHue(band report.Text) class {
	switch {
	case report.IsSysOps(band):
		return sysopsHue
	case report.IsDevOps(band):
		return devopsHue
	}
	return middleHue
}

// position is what is known about one value on the line from SysOps to DevOps.
type position struct {
	practice  report.Practice
	situation report.Situation
}

// The height of one line, and of the scale above the lines.
const (
	lineHeight  = 44
	scaleHeight = 42
)

// line draws the line from SysOps to DevOps, its middle at y: the bands as fields, the possible range, the way from practice to
// situation, and both marks, which differ in shape and can both be seen at one place.
func (c *canvas) line(p position, y int) {
	c.bands(y-lineHeight/2, lineHeight)
	c.across("axis", -1, 1, y)
	if report.Span(p.practice) != "" {
		c.rect("range", *p.practice.Low, *p.practice.High, y-6, 12)
	}
	practice, situation := p.known()
	if practice != nil && situation != nil {
		c.across("gap", *practice, *situation, y)
	}
	if situation != nil {
		c.diamond(class("situation").with(bandHue(p.situation.Band)), *situation, y, 11)
	}
	if practice != nil {
		c.dot(class("practice").with(bandHue(p.practice.Band)), *practice, y, 6)
	}
}

// known returns the two values, nil for what is not scored.
func (p position) known() (practice, situation *float64) {
	if p.practice.Scored {
		practice = p.practice.Value
	}
	return practice, p.situation.Value
}

// bandLooks are the looks of the five bands, from the SysOps to the DevOps pole.
func bandLooks() []class {
	return []class{"sysops-far", "sysops-near", "neither", "devops-near", "devops-far"}
}

// bands fills the fields between the edges, darker towards the poles.
func (c *canvas) bands(top, height int) {
	edges := report.BandEdges()
	from := -1.0
	for i, look := range bandLooks() {
		to := 1.0
		if i < len(edges) {
			to = edges[i]
		}
		c.rect(look, from, to, top, height)
		from = to
	}
	c.down("centre", 0, top, top+height)
}

// lineScale draws the names of the poles and the edges of the bands, for the top of a chart of lines.
func (c *canvas) lineScale(y int) {
	c.label(class("pole").with(sysopsHue), -1, y+14, starts, "SysOps")
	c.label("pole", 0, y+14, centred, "hybrid")
	c.label(class("pole").with(devopsHue), 1, y+14, ends, "DevOps")
	c.label("tick", -1, y+34, starts, "-1")
	for _, edge := range report.BandEdges() {
		c.label("tick", edge, y+34, centred, edgeWord(edge))
	}
	c.label("tick", 1, y+34, ends, "+1")
}

func edgeWord(edge float64) string {
	return strings.TrimRight(strings.TrimRight(report.Signed(&edge), "0"), ".")
}

// linePicture is one line for a page.
func linePicture(name string, p position) template.HTML {
	c := canvas{scale: fluid(-1, 1)}
	c.line(p, lineHeight/2)
	return c.picture(lineHeight, short(name, heardColumns)+": "+p.words())
}

// lineScalePicture is the scale above the lines of a page.
func lineScalePicture() template.HTML {
	c := canvas{scale: fluid(-1, 1)}
	c.lineScale(0)
	var edges []string
	for _, edge := range report.BandEdges() {
		edges = append(edges, edgeWord(edge))
	}
	return c.picture(scaleHeight, "Scale from -1, SysOps, to +1, DevOps; the bands meet at "+strings.Join(edges, ", "))
}

// words says what the line shows.
func (p position) words() string {
	practice, situation := p.figures()
	return "practice " + practice + report.Possible(p.practice) + ", situation " + situation
}

// figures are the two values for a column; what is not scored says so.
func (p position) figures() (practice, situation string) {
	practice, situation = "not scored", "unknown"
	known, calls := p.known()
	if known != nil {
		practice = report.Signed(known)
	}
	if calls != nil {
		situation = report.Signed(calls)
	}
	return practice, situation
}

// lineKeys explain the marks of a line; the range only where one is drawn.
func lineKeys(withRange bool) []Key {
	keys := []Key{
		{mark(func(c *canvas) { c.dot("practice middle", 0, 10, 6) }), "practice: how you work"},
		{mark(func(c *canvas) { c.diamond("situation middle", 0, 10, 9) }), "situation: what the service calls for"},
	}
	if withRange {
		keys = append(keys, Key{mark(func(c *canvas) { c.rect("range", -1, 1, 4, 12) }), "where practice could be, with what is unknown"})
	}
	return keys
}

// mark draws a small picture for a legend on a scale from -1 to 1. The text beside it says all, so that it has no title.
func mark(draw func(*canvas)) template.HTML {
	c := canvas{scale: scale{low: -1, high: 1, from: 0, to: 22}}
	draw(&c)
	return template.HTML(`<svg class="key" aria-hidden="true" width="22" height="20">` + c.b.String() + "</svg>")
}

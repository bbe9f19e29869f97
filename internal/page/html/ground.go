package html

import (
	"github.com/opsfit/opsfit/internal/english"
	"github.com/opsfit/opsfit/internal/page"
)

// ground draws what the marks of a row lie on, with its top at y.
func (c *canvas) ground(s *page.Scale, marks []page.Mark, y int) {
	height, middle := rowHeight(s, marks), y+middleOf(s)
	switch s.Kind {
	case page.Line:
		if len(s.Edges) > 0 {
			c.bands(s, y, height)
		}
		c.down("centre", 0, y, y+height)
		c.across("axis", s.Low, s.High, middle)
	case page.Level:
		for at := s.Low + 1; at < s.High; at++ {
			c.down("grid", at, y, y+height)
		}
		c.track(s, marks, middle)
	case page.Pull:
		c.down("centre", 0, y, y+height)
	default:
		c.rect("vacant", s.Low, s.High, middle-1, 3)
	}
}

// track draws the whole extent of a level: as high as its bars where there are some, else thin.
func (c *canvas) track(s *page.Scale, marks []page.Mark, middle int) {
	for _, kind := range []page.MarkKind{page.Sure, page.Likely} {
		if find(marks, kind) != nil {
			c.rect("ground", s.Low, s.High, middle-6, 12)
			return
		}
	}
	c.rect("vacant", s.Low, s.High, middle-1, 3)
}

// bandLooks are the looks of bands from the SysOps to the DevOps pole. Those of a scale with another number of bands are all
// alike.
func bandLooks(s *page.Scale) []class {
	looks := []class{"sysops-far", "sysops-near", "neither", "devops-near", "devops-far"}
	for len(looks) != len(s.Edges)+1 {
		looks = looks[:0]
		for range len(s.Edges) + 1 {
			looks = append(looks, "neither")
		}
	}
	return looks
}

// bands fills the fields between the edges, darker towards the poles.
func (c *canvas) bands(s *page.Scale, top, height int) {
	bounds := boundsOf(s)
	for i, look := range bandLooks(s) {
		c.rect(look, bounds[i], bounds[i+1], top, height)
	}
}

// boundsOf are the ends of a scale with the edges between them.
func boundsOf(s *page.Scale) []float64 {
	return append(append([]float64{s.Low}, s.Edges...), s.High)
}

// headHeight is the room above the rows of a chart, in pixels; 0 for none.
func headHeight(s *page.Scale) int {
	switch {
	case s.Kind == page.Share:
		return 0
	case s.Kind == page.Line && len(s.Edges) > 0:
		return 42
	}
	return 20
}

// head names the poles and ticks of a scale above the rows of a chart, with its top at y.
func (c *canvas) head(s *page.Scale, y int) {
	if s.Kind == page.Line || s.Kind == page.Pull {
		c.label(class("pole").with(page.SysOps), c.low, y+14, starts, "SysOps")
		c.label(class("pole").with(page.DevOps), c.high, y+14, ends, "DevOps")
		if len(s.Edges) == 0 {
			return
		}
		c.label("pole", 0, y+14, centred, "hybrid")
		y += 20
	}
	for _, at := range ticksOf(s) {
		c.label("tick", at, y+14, c.edgeAnchor(at), tickWord(s, at))
	}
}

// ticksOf are the values that stand at a scale.
func ticksOf(s *page.Scale) []float64 {
	switch s.Kind {
	case page.Line:
		return boundsOf(s)
	case page.Level:
		var ticks []float64
		for at := s.Low; at <= s.High; at++ {
			ticks = append(ticks, at)
		}
		return ticks
	default:
		return []float64{s.Low, (s.Low + s.High) / 2, s.High}
	}
}

func tickWord(s *page.Scale, at float64) string {
	word := english.Plain(&at, 2)
	if s.Kind == page.Line && at > 0 {
		return "+" + word
	}
	return word
}

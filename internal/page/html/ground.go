package html

import (
	"slices"

	"github.com/opsfit/opsfit/internal/english"
	"github.com/opsfit/opsfit/internal/page"
)

// ground draws what the marks of a row lie on, with its top at y. Bands are drawn apart, as high as the whole row.
func (c *canvas) ground(s *page.Scale, marks []page.Mark, y int) {
	height, middle := rowHeight(s, marks), y+middleIn(s, marks)
	switch {
	case hasBands(s):
	case s.Kind == page.Line:
		c.down("centre", 0, y, y+height)
		c.across("axis", s.Low, s.High, middle)
	case s.Kind == page.Level:
		for at := s.Low + 1; at < s.High; at++ {
			c.down("grid", at, y, y+height)
		}
		c.track(s, marks, middle)
	case s.Kind == page.Pull:
		c.down("centre", 0, y, y+height)
	case s.Kind == page.Time:
		for _, tick := range s.Ticks {
			c.down("grid", tick.At, y, y+height)
		}
	case s.Kind == page.Ruler:
		c.ruler(s, marks, y)
	default:
		c.rect("vacant", s.Low, s.High, middle-1, 3)
	}
}

// hasBands reports that rows lie on coloured bands from one pole to the other.
func hasBands(s *page.Scale) bool { return s.Kind == page.Line && len(s.Edges) > 0 }

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
	looks := []class{"blue-far", "blue-near", "neither", "orange-near", "orange-far"}
	for len(looks) != len(s.Edges)+1 {
		looks = looks[:0]
		for range len(s.Edges) + 1 {
			looks = append(looks, "neither")
		}
	}
	return looks
}

// bands fills the fields between the edges, darker towards the poles, and draws the edges; vertical places may be shares.
func (c *canvas) bands(s *page.Scale, top, bottom, height string) {
	bounds := boundsOf(s)
	for i, look := range bandLooks(s) {
		c.box(look, bounds[i], bounds[i+1], top, height)
	}
	for _, edge := range s.Edges {
		c.upright("edge", edge, top, bottom)
	}
}

// boundsOf are the ends of a scale with the edges between them.
func boundsOf(s *page.Scale) []float64 {
	return append(append([]float64{s.Low}, s.Edges...), s.High)
}

// headLine is how high one line of words above the rows of a chart is, in pixels.
const headLine = 18

// headHeight is the room above the rows of a chart with so many marks that are named there, in pixels; 0 for none.
func headHeight(s *page.Scale, labels int) int {
	switch {
	case s.Kind == page.Share || s.Kind == page.Ruler || s.Kind == page.Answers:
		return 0
	case hasBands(s):
		return (1+labels)*headLine + headLine + 4
	}
	return 20
}

// head names the poles, bands or ticks of a scale above the rows of a chart, with its top at y, and below them what marks of
// the first row mean.
func (c *canvas) head(s *page.Scale, labels []markLabel, y int) {
	if s.Kind == page.Line || s.Kind == page.Pull {
		c.label(class("pole").with(page.SysOps), c.low, y+14, starts, "◄ SysOps")
		c.label(class("pole").with(page.DevOps), c.high, y+14, ends, "DevOps ►")
		if len(s.Edges) == 0 {
			return
		}
		y += headLine
	}
	if hasBands(s) && len(s.Bands) == len(s.Edges)+1 {
		c.bandNames(s, y+14)
	} else {
		for _, at := range ticksOf(s) {
			c.label("tick", at, y+14, c.edgeAnchor(at), tickWord(s, at))
		}
	}
	for i, label := range labels {
		c.labelled(label, y+headLine*(i+1)+headLine/2)
	}
}

func (c *canvas) bandNames(s *page.Scale, y int) {
	bounds := boundsOf(s)
	for i, name := range s.Bands {
		c.label("tick band-name", (bounds[i]+bounds[i+1])/2, y, centred, name)
	}
}

// markLabel is what a mark of the first row means, said above it.
type markLabel struct {
	mark page.Mark
	text string
}

// labelsOf are the keys that can be said at a mark of the first row, and the keys that are left.
func labelsOf(b *page.Chart) (labels []markLabel, rest []page.Key) {
	for _, key := range b.Keys {
		if key.Label != "" && len(b.Rows) > 0 && hasBands(&b.Scale) {
			if mark := find(b.Rows[0].Marks, key.Kind); mark != nil {
				labels = append(labels, markLabel{mark: *mark, text: key.Label})
				continue
			}
		}
		rest = append(rest, key)
	}
	// The mark that is drawn below others is named further above, so that a dot stands next to its row.
	slices.SortStableFunc(labels, func(a, b markLabel) int { return layer(a.mark.Kind) - layer(b.mark.Kind) })
	return labels, rest
}

// labelled draws a small mark right above a place, and what it means at the side where there is room.
func (c *canvas) labelled(l markLabel, y int) {
	const radius, diamond, distance = 4, 6, 11
	switch l.mark.Kind {
	case page.Situation:
		c.diamond(class("diamond").with(l.mark.Hue), l.mark.At, y, diamond)
	case page.Before:
		c.dot("before", l.mark.At, y, radius)
	default:
		c.dot(class("dot").with(l.mark.Hue), l.mark.At, y, radius)
	}
	if l.mark.At > (c.low+c.high)/2 {
		c.labelBeside("at-mark", l.mark.At, y+4, -distance, ends, l.text)
	} else {
		c.labelBeside("at-mark", l.mark.At, y+4, distance, starts, l.text)
	}
}

// ticksOf are the values that stand at a scale.
func ticksOf(s *page.Scale) []float64 {
	switch s.Kind {
	case page.Time:
		var ticks []float64
		for _, tick := range s.Ticks {
			ticks = append(ticks, tick.At)
		}
		return ticks
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
	for _, tick := range s.Ticks {
		if tick.At == at {
			return tick.Text
		}
	}
	word := english.Plain(&at, 2)
	if s.Kind == page.Line && at > 0 {
		return "+" + word
	}
	return word
}

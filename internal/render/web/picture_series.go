package web

import (
	"html/template"
	"math"

	"github.com/opsfit/opsfit/internal/comparison"
	"github.com/opsfit/opsfit/internal/report"
)

// series is one value over time on a scale from low to high, with another one on the same scale behind it or nil.
type series struct {
	name          string
	values, other []*float64
	low, high     float64
	// figure writes a value.
	figure func(*float64) string
}

func (s series) figureOr(value *float64) string {
	if value == nil {
		return "–"
	}
	return s.figure(value)
}

const seriesHeight, seriesMargin = 84, 8

// picture draws the series: time from the left to the right, values upwards, and no line where the questionnaire changed, for
// the values on both sides of that are not on one scale.
func (s series) picture(t timeline) template.HTML {
	c := canvas{scale: fluid(-0.5, float64(max(len(t.shown), 1))-0.5)}
	up := scale{low: s.low, high: s.high, from: seriesHeight - seriesMargin, to: seriesMargin}
	s.ground(&c, up)
	for n := range t.shown {
		if comparison.BrokeSince(t.Trend, t.shown, n) {
			c.down("break", float64(n)-0.5, 0, seriesHeight)
		}
	}
	s.way(&c, up, t, s.other, "other")
	s.way(&c, up, t, s.values, "way")
	s.points(&c, up, t)
	return c.picture(seriesHeight, s.words(t))
}

// ground is the bands where the scale is the line between the poles, else a line at each quarter.
func (s series) ground(c *canvas, up scale) {
	y := func(value float64) int { return int(math.Round(up.place(value))) }
	if s.low < 0 {
		edges := append(append([]float64{s.low}, report.BandEdges()...), s.high)
		for i, look := range bandLooks() {
			c.rect(look, c.low, c.high, y(edges[i+1]), y(edges[i])-y(edges[i+1]))
		}
		return
	}
	for quarter := range 5 {
		c.across("grid", c.low, c.high, y(s.low+(s.high-s.low)*float64(quarter)/4))
	}
}

func (s series) way(c *canvas, up scale, t timeline, values []*float64, look class) {
	for n := 1; n < len(t.shown); n++ {
		if t.isJoined(values, n) {
			from, to := up.place(*values[t.shown[n-1]]), up.place(*values[t.shown[n]])
			c.stroke(look, c.at(float64(n-1)), c.at(float64(n)), int(math.Round(from)), int(math.Round(to)))
		}
	}
}

// isJoined reports that a line leads to the nth of the places shown from the one before it.
func (t timeline) isJoined(values []*float64, n int) bool {
	return n > 0 && n < len(t.shown) && valueAt(values, t.shown[n-1]) != nil && valueAt(values, t.shown[n]) != nil &&
		!comparison.BrokeSince(t.Trend, t.shown, n)
}

// points marks every value, and of the other series those that no line shows.
func (s series) points(c *canvas, up scale, t timeline) {
	radius := 4
	if len(t.shown) > pointsDrawn/2 {
		radius = 3
	}
	for n, at := range t.shown {
		if value := valueAt(s.other, at); value != nil && !t.isJoined(s.other, n) && !t.isJoined(s.other, n+1) {
			c.diamond("situation middle", float64(n), int(math.Round(up.place(*value))), radius+2)
		}
		if value := valueAt(s.values, at); value != nil {
			c.dot(class("practice").with(s.hueOf(*value)), float64(n), int(math.Round(up.place(*value))), radius)
		}
	}
}

// hueOf is the hue of a pole on the line between the poles; other scales have none.
func (s series) hueOf(value float64) class {
	if s.low < 0 {
		return signHue(value)
	}
	return middleHue
}

// valueAt is nil where a series, as only a file can hold it, is too short.
func valueAt(values []*float64, at int) *float64 {
	if at >= len(values) {
		return nil
	}
	return values[at]
}

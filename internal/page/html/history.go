package html

import (
	"math"

	"github.com/opsfit/opsfit/internal/page"
)

// historyHeight is how high one series is drawn, in pixels, with a margin within it above and below.
const historyHeight, historyMargin = 84, 8

// historyChart draws each series in a row of its own, all on one scale of time.
func historyChart(b *page.History) *chart {
	made := &chart{
		ID: b.ID, Caption: b.Caption, Heads: []string{"first", "last"}, Note: b.Note, Behind: tableOf(b.Behind),
		Legend: legend(historyKeys(b), historyGlyph),
	}
	days := daysOf(b.Moments)
	head := canvas{scale: fluid(timeEnds(days))}
	head.dates(b.Moments, days, 0)
	made.Scale = head.picture(dateHeight, "")
	for i := range b.Series {
		s := &b.Series[i]
		c := canvas{scale: fluid(timeEnds(days))}
		c.series(b, s, days, 0)
		made.Rows = append(made.Rows, row{
			Name: s.Name, Strong: s.Strong, Picture: c.picture(historyHeight, heard(s.Name)+": "+spokenSeries(s)),
			Figures: figuresOf(made.Heads, []string{s.First, s.Last}),
		})
	}
	return made
}

func spokenSeries(s *page.Series) string {
	if s.Spoken != "" {
		return page.Plain(s.Spoken)
	}
	return page.Plain("first " + s.First + ", last " + s.Last)
}

// daysOf are the places of the moments on the scale of time. Moments that are all on one day stand evenly beside each other.
func daysOf(moments []page.Moment) []float64 {
	days := make([]float64, len(moments))
	for i, moment := range moments {
		days[i] = moment.Day
	}
	if len(days) > 0 && days[0] == days[len(days)-1] {
		for i := range days {
			days[i] = float64(i)
		}
	}
	return days
}

// timeEnds are the first and the last day with a little room around them.
func timeEnds(days []float64) (low, high float64) {
	if len(days) == 0 {
		return 0, 1
	}
	low, high = days[0], days[len(days)-1]
	room := max(high-low, 1) * 0.03
	return low - room, high + room
}

const dateHeight = 20

// dates labels moments as far as the labels have room: the first, the last, and those between that are far from both.
func (c *canvas) dates(moments []page.Moment, days []float64, y int) {
	const room = 0.3
	least := room * (c.high - c.low)
	last := math.Inf(-1)
	for i, moment := range moments {
		switch {
		case i == 0:
			c.label("tick", c.low, y+14, starts, moment.Label)
		case i == len(moments)-1:
			c.label("tick", c.high, y+14, ends, moment.Label)
			return
		case days[i]-last < least || days[len(days)-1]-days[i] < least:
			continue
		default:
			c.label("tick", days[i], y+14, centred, moment.Label)
		}
		last = days[i]
	}
}

// series draws values upwards over time, with its top at y. No line leads over a break: the values on both sides of it are not
// on one scale.
func (c *canvas) series(b *page.History, s *page.Series, days []float64, y int) {
	low, high := endsOf(&b.Scale)
	up := scale{low: low, high: high, from: float64(y + historyHeight - historyMargin), to: float64(y + historyMargin)}
	c.seriesGround(&b.Scale, up)
	for i := 1; i < len(b.Moments); i++ {
		if b.Moments[i].Broken {
			c.down("break", (days[i-1]+days[i])/2, y, y+historyHeight)
		}
	}
	for i := range b.Moments {
		c.step("other", up, b.Moments, s.Other, days, i)
		c.step("way", up, b.Moments, s.Values, days, i)
	}
	c.points(&b.Scale, up, b.Moments, s, days)
}

// seriesGround is the bands where the scale has some, else a line at each quarter.
func (c *canvas) seriesGround(s *page.Scale, up scale) {
	y := func(value float64) int { return int(math.Round(up.place(value))) }
	if len(s.Edges) > 0 {
		bounds := boundsOf(s)
		for i, look := range bandLooks(s) {
			c.rect(look, c.low, c.high, y(bounds[i+1]), y(bounds[i])-y(bounds[i+1]))
		}
		return
	}
	for quarter := range 5 {
		c.across("grid", c.low, c.high, y(up.low+(up.high-up.low)*float64(quarter)/4))
	}
}

// step draws the line that leads to a moment from the one before it.
func (c *canvas) step(look class, up scale, moments []page.Moment, values []*float64, days []float64, i int) {
	if isJoined(moments, values, i) {
		from, to := up.place(*values[i-1]), up.place(*values[i])
		c.stroke(look, c.at(days[i-1]), c.at(days[i]), int(math.Round(from)), int(math.Round(to)))
	}
}

// isJoined reports that a line leads to a moment from the one before it.
func isJoined(moments []page.Moment, values []*float64, i int) bool {
	return i > 0 && i < len(moments) && valueAt(values, i-1) != nil && valueAt(values, i) != nil && !moments[i].Broken
}

// valueAt is nil where a series is too short.
func valueAt(values []*float64, i int) *float64 {
	if i >= len(values) {
		return nil
	}
	return values[i]
}

// points marks every value, and of the other series those that no line shows.
func (c *canvas) points(s *page.Scale, up scale, moments []page.Moment, series *page.Series, days []float64) {
	const many = 20
	radius := 4
	if len(days) > many {
		radius = 3
	}
	for i, day := range days {
		if value := valueAt(series.Other, i); value != nil && !isJoined(moments, series.Other, i) && !isJoined(moments, series.Other, i+1) {
			c.diamond("diamond", day, int(math.Round(up.place(*value))), radius+2)
		}
		if value := valueAt(series.Values, i); value != nil {
			look := class("dot").with(s.HueAt(*value))
			if series.Kind == page.Before {
				look = "before"
			}
			c.dot(look, day, int(math.Round(up.place(*value))), radius)
		}
	}
}

// historyKeys keeps the keys of what is drawn.
func historyKeys(b *page.History) []page.Key {
	drawn := map[page.MarkKind]bool{}
	for i := range b.Series {
		drawn[page.Practice] = true
		drawn[page.Situation] = drawn[page.Situation] || b.Series[i].Other != nil
	}
	for _, moment := range b.Moments {
		drawn[page.Break] = drawn[page.Break] || moment.Broken
	}
	return keysOf(b.Keys, drawn)
}

func historyGlyph(c *canvas, kind page.MarkKind, at float64, y int) {
	switch kind {
	case page.Practice:
		c.across("way", at-1, at+1, y)
		c.dot("dot", at, y, 4)
	case page.Situation:
		c.across("other", at-1, at+1, y)
	case page.Break:
		c.down("break", at, y-10, y+10)
	default:
		glyph(c, kind, at, y)
	}
}

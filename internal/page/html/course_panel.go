package html

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/opsfit/opsfit/internal/page"
)

func panelHeight(s *page.Scale) int {
	if len(s.Edges) > 0 {
		return bandHeight * (len(s.Edges) + 1)
	}
	return levelHeight
}

// upwards is the vertical scale of a panel with its top at y, in which a dot at an end keeps its size.
func upwards(s *page.Scale, y int) scale {
	low, high := endsOf(s)
	margin := 0
	if len(s.Edges) == 0 {
		margin = historyMargin
	}
	return scale{low: low, high: high, from: float64(y + panelHeight(s) - margin), to: float64(y + margin)}
}

// sideOfPanel names the bands, or the ticks of a scale without bands, ending at x.
func (c *canvas) sideOfPanel(s *page.Scale, y int, x float64) {
	up := upwards(s, y)
	if len(s.Bands) == 0 || len(s.Bands) != len(s.Edges)+1 {
		for _, at := range ticksOf(s) {
			c.labelAt("tick", number(x), int(math.Round(up.place(at)))+4, ends, tickWord(s, at))
		}
		return
	}
	bounds := boundsOf(s)
	for i, word := range s.Bands {
		middle := (up.place(bounds[i]) + up.place(bounds[i+1])) / 2
		look := class("tick")
		if i == 0 {
			look, word = class("pole").with(page.SysOps), word+" SysOps"
		} else if i == len(bounds)-2 {
			look, word = class("pole").with(page.DevOps), word+" DevOps"
		}
		c.labelAt(look, number(x), int(math.Round(middle))+4, ends, word)
	}
}

// endsOfPanel names the series at the height of their last values, beginning at x. Names that would overlap are moved apart.
func (c *canvas) endsOfPanel(p *page.Panel, keys []page.Key, y int, x float64) {
	const size, line = labelSize, 17
	type name struct {
		at   float64
		look class
		text string
	}
	up := upwards(&p.Scale, y)
	var names []name
	add := func(values []*float64, kind page.MarkKind) {
		for _, value := range slices.Backward(values) {
			if value != nil {
				names = append(names, name{at: up.place(*value), look: "end", text: keyText(keys, kind)})
				return
			}
		}
	}
	for i := range p.Series {
		add(p.Series[i].Other, page.Situation)
		add(p.Series[i].Values, kindOf(&p.Series[i]))
	}
	slices.SortStableFunc(names, func(a, b name) int { return int(math.Round(a.at - b.at)) })
	top := float64(y)
	for _, n := range names {
		lines := wrap(page.Plain(n.text), endWidth-12, size, 2)
		at := max(n.at-float64(len(lines)-1)*line/2, top+line/2)
		for _, text := range lines {
			c.labelAt(n.look, number(x), int(math.Round(at))+4, starts, text)
			at += line
		}
		top = at - line/2
	}
}

func keyText(keys []page.Key, kind page.MarkKind) string {
	for _, key := range keys {
		if key.Kind == kind {
			return key.Text
		}
	}
	return ""
}

func kindOf(s *page.Series) page.MarkKind {
	if s.Kind == "" {
		return page.Practice
	}
	return s.Kind
}

// panel draws the ground, the gaps between values and what they are held against, and the values, with its top at y.
func (c *canvas) panel(b *page.Course, p *page.Panel, days []float64, y int) {
	up := upwards(&p.Scale, y)
	height := panelHeight(&p.Scale)
	c.seriesGround(&p.Scale, up)
	for i := 1; i < len(b.Moments); i++ {
		if b.Moments[i].Broken {
			c.down("break", (days[i-1]+days[i])/2, y, y+height)
		}
	}
	for s := range p.Series {
		c.gaps(b.Moments, &p.Series[s], up, days, y, height)
	}
	for s := range p.Series {
		series := &p.Series[s]
		for i := range b.Moments {
			c.step("other", up, b.Moments, series.Other, days, i)
			c.step("way", up, b.Moments, series.Values, days, i)
		}
		c.points(&p.Scale, up, b.Moments, series, days)
	}
}

// gaps fills the area between the values and what they are held against, wherever lines lead along both. A shape knows no
// percentages, so that on a fluid scale a stretched picture within the picture holds it.
func (c *canvas) gaps(moments []page.Moment, s *page.Series, up scale, days []float64, y, height int) {
	const units = 1000
	inner := scale{low: c.low, high: c.high, from: c.from, to: c.to}
	if c.unit != "" {
		inner.from, inner.to = 0, units
	}
	var shapes []string
	for i := range moments {
		if isJoined(moments, s.Values, i) && isJoined(moments, s.Other, i) {
			corner := func(at int, values []*float64) string {
				return number(inner.place(days[at])) + "," + number(up.place(*values[at]))
			}
			shapes = append(shapes, "M"+strings.Join([]string{
				corner(i-1, s.Values), corner(i, s.Values), corner(i, s.Other), corner(i-1, s.Other),
			}, " ")+"z")
		}
	}
	if len(shapes) == 0 {
		return
	}
	if c.unit != "" {
		c.b.WriteString(`<svg width="100%" height="` + strconv.Itoa(height) + `" y="` + strconv.Itoa(y) + `" viewBox="0 ` + strconv.Itoa(y) +
			" " + strconv.Itoa(units) + " " + strconv.Itoa(height) + `" preserveAspectRatio="none">`)
		defer c.b.WriteString("</svg>")
	}
	for _, shape := range shapes {
		c.open("path", "between")
		c.attribute("d", shape)
		c.b.WriteString("/>")
	}
}

func spokenPanel(p *page.Panel) string {
	title := page.Plain(p.Title)
	for i := range p.Series {
		if title != "" {
			title += "; "
		}
		title += heard(p.Series[i].Name) + ": " + spokenSeries(&p.Series[i])
	}
	return title
}

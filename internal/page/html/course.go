package html

import (
	"html/template"
	"slices"

	"github.com/opsfit/opsfit/internal/english"
	"github.com/opsfit/opsfit/internal/page"
)

// course is one large picture over an axis, as the templates see it: strips that share the axis, each with what is written at
// its left and at its right.
type course struct {
	ID, Caption string
	Strips      []strip
	Legend      []key
	Note        string
	Behind      *table
}

type strip struct {
	Title         string
	Left, Picture template.HTML
	// Right has room on wide pages only; empty for none.
	Right template.HTML
}

// The parts of a course, in pixels. The axes are the least widths for which more labels are shown: that of a telephone, and the two
// from which on the style sheet shows the classes roomy and roomiest.
const (
	bandHeight  = 34
	levelHeight = 110
	sideWidth   = 104
	endWidth    = 150
	axisNarrow  = 190
	axisMiddle  = 310
	axisWide    = 380
	axisLine    = 20
	labelSize   = 13
)

func courseOf(b *page.Course) *course {
	made := &course{ID: b.ID, Caption: b.Caption, Note: b.Note, Behind: tableOf(b.Behind), Legend: courseLegend(b)}
	days := daysOf(b.Moments)
	for i := range b.Panels {
		panel := &b.Panels[i]
		height := panelHeight(&panel.Scale)
		left := canvas{scale: scale{high: sideWidth, to: sideWidth}}
		left.sideOfPanel(&panel.Scale, 0, sideWidth-8)
		c, right := canvas{scale: fluid(timeEnds(days))}, canvas{scale: scale{high: endWidth, to: endWidth}}
		c.panel(b, panel, days, 0)
		right.endsOfPanel(panel, b.Keys, 0, 8)
		made.Strips = append(made.Strips, strip{
			Title: panel.Title, Left: left.decoration(sideWidth, height), Picture: c.picture(height, spokenPanel(panel)),
			Right: right.decoration(endWidth, height),
		})
	}
	made.Strips = append(made.Strips, axisStrip(b, days))
	return made
}

// axisStrip has the labels of the moments and what stands below them.
func axisStrip(b *page.Course, days []float64) strip {
	height := axisLine * (1 + len(b.Below))
	left := canvas{scale: scale{high: sideWidth, to: sideWidth}}
	for i, below := range b.Below {
		left.labelAt("tick", number(sideWidth-8), axisLine*(i+2)-5, ends, cut(page.Plain(below.Head), sideWidth-8, labelSize))
	}
	c := canvas{scale: fluid(timeEnds(days))}
	var shown []int
	for _, step := range []struct {
		width float64
		look  class
	}{{axisNarrow, ""}, {axisMiddle, "roomy"}, {axisWide, "roomiest"}} {
		wider := labelled(b, days, step.width, shown...)
		for _, i := range wider {
			if !slices.Contains(shown, i) {
				c.axisLabel(b, days, i, 0, step.look)
			}
		}
		shown = wider
	}
	return strip{Left: left.decoration(sideWidth, height), Picture: c.picture(height, "")}
}

// axisLabel writes the label of a moment and what stands below it.
func (c *canvas) axisLabel(b *page.Course, days []float64, i, y int, look class) {
	a := centred
	if len(days) > 1 && i == 0 {
		a = starts
	} else if len(days) > 1 && i == len(days)-1 {
		a = ends
	}
	with := func(other class) class {
		if look == "" {
			return other
		}
		return other + " " + look
	}
	at := days[i]
	switch a {
	case starts:
		at = c.low
	case ends:
		at = c.high
	case centred:
	}
	c.label(with("tick"), at, y+axisLine-5, a, shortLabel(&b.Moments[i]))
	for n, below := range b.Below {
		if i < len(below.Texts) {
			c.label(with("below"), at, y+axisLine*(n+2)-5, a, below.Texts[i])
		}
	}
}

func shortLabel(m *page.Moment) string {
	if m.Short != "" {
		return m.Short
	}
	return m.Label
}

// labelled returns the moments whose labels have room beside each other on an axis of a width: the first, the last, those that
// are wanted, and of the others as many as fit, from the left.
func labelled(b *page.Course, days []float64, width float64, wanted ...int) []int {
	const gap = 10
	low, high := timeEnds(days)
	s := scale{low: low, high: high, to: width}
	extent := func(i int) (from, to float64) {
		size := widthOf(page.Plain(shortLabel(&b.Moments[i])), labelSize)
		for _, below := range b.Below {
			if i < len(below.Texts) {
				size = max(size, widthOf(page.Plain(below.Texts[i]), labelSize))
			}
		}
		switch {
		case len(days) == 1:
			return s.place(days[i]) - size/2, s.place(days[i]) + size/2
		case i == 0:
			return 0, size
		case i == len(days)-1:
			return width - size, width
		}
		return s.place(days[i]) - size/2, s.place(days[i]) + size/2
	}
	var chosen []int
	fits := func(i int) bool {
		from, to := extent(i)
		return !slices.ContainsFunc(chosen, func(other int) bool {
			left, right := extent(other)
			return from < right+gap && left < to+gap
		})
	}
	order := slices.Clone(wanted)
	if last := len(days) - 1; last >= 0 {
		order = append(order, last, 0)
	}
	for i := range days {
		order = append(order, i)
	}
	for _, i := range order {
		if !slices.Contains(chosen, i) && fits(i) {
			chosen = append(chosen, i)
		}
	}
	slices.Sort(chosen)
	return chosen
}

// courseLegend explains the marks. On a wide page only the breaks need it: the others have their names beside them.
func courseLegend(b *page.Course) []key {
	keys := courseKeys(b)
	made := legend(keys, courseGlyph)
	for i := range made {
		made[i].AtMark = keys[i].Kind != page.Break
	}
	return made
}

// courseKeys keeps the keys of what is drawn.
func courseKeys(b *page.Course) []page.Key {
	drawn := map[page.MarkKind]bool{}
	for i := range b.Panels {
		for s := range b.Panels[i].Series {
			series := &b.Panels[i].Series[s]
			drawn[kindOf(series)] = true
			known := slices.ContainsFunc(series.Other, func(value *float64) bool { return value != nil })
			drawn[page.Situation] = drawn[page.Situation] || known
		}
	}
	for _, moment := range b.Moments {
		drawn[page.Break] = drawn[page.Break] || moment.Broken
	}
	return keysOf(b.Keys, drawn)
}

func courseGlyph(c *canvas, kind page.MarkKind, at float64, y int) {
	switch kind {
	case page.Before:
		c.across("way", at-1, at+1, y)
		c.dot("before", at, y, 4)
	case page.Value:
		historyGlyph(c, page.Practice, at, y)
	default:
		historyGlyph(c, kind, at, y)
	}
}

// course draws a course on a sheet, with all labels that have room.
func (s *sheet) course(b *page.Course) {
	days := daysOf(b.Moments)
	low, high := timeEnds(days)
	from, to := float64(sheetMargin+sideWidth), float64(sheetWidth-sheetMargin-endWidth)
	c := canvas{scale: scale{low: low, high: high, from: from, to: to}}
	s.y += gutter
	for i := range b.Panels {
		panel := &b.Panels[i]
		if panel.Title != "" {
			s.y += sheetLine
			c.labelAt("sheet-name", number(sheetMargin), s.y-sheetLine/4, starts, panel.Title)
		}
		c.panel(b, panel, days, s.y)
		c.sideOfPanel(&panel.Scale, s.y, from-8)
		c.endsOfPanel(panel, b.Keys, s.y, to+8)
		s.spoken = append(s.spoken, spokenPanel(panel)+".")
		s.y += panelHeight(&panel.Scale) + historyMargin
	}
	for _, i := range labelled(b, days, to-from) {
		c.axisLabel(b, days, i, s.y, "")
	}
	for i, below := range b.Below {
		c.labelAt("tick", number(from-8), s.y+axisLine*(i+2)-5, ends, cut(page.Plain(below.Head), sideWidth, labelSize))
		s.spoken = append(s.spoken, spokenBelow(b, &b.Below[i]))
	}
	s.y += axisLine * (1 + len(b.Below))
	s.b.WriteString(c.b.String())
	s.legend(courseKeys(b), courseGlyph)
}

// spokenBelow says the texts under the moments: "fit: 2026-01-01 38, 2026-02-01 47".
func spokenBelow(b *page.Course, below *page.Below) string {
	var parts []string
	for i, text := range below.Texts {
		if i < len(b.Moments) && text != "" {
			parts = append(parts, page.Plain(b.Moments[i].Label+" "+text))
		}
	}
	return page.Plain(below.Head) + ": " + english.List(parts) + "."
}

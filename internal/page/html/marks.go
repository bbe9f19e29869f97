package html

import (
	"slices"
	"strconv"
	"strings"

	"github.com/opsfit/opsfit/internal/page"
)

// laneHeight is the room of one role below the row of all.
const laneHeight = 18

// rowHeight is how high a row is drawn, in pixels.
func rowHeight(s *page.Scale, marks []page.Mark) int {
	height := middleOf(s)*2 + peopleDistance*(linesOfPeople(marks)-1)
	for _, mark := range marks {
		if mark.Kind == page.Role {
			height += laneHeight
		}
	}
	return height
}

// middleOf is the place of the marks below the top of a row.
func middleOf(s *page.Scale) int {
	switch s.Kind {
	case page.Line:
		if len(s.Edges) > 0 {
			return 22
		}
		return 13
	case page.Level:
		return 17
	case page.Score:
		return 18
	case page.Ruler:
		return rulerHeight / 2
	default:
		return 12
	}
}

// middleIn is the place of the marks of a row, in which people may stand in several lines.
func middleIn(s *page.Scale, marks []page.Mark) int {
	return middleOf(s) + peopleDistance*(linesOfPeople(marks)-1)/2
}

// row draws the ground and the marks of a row with its top at y; marks at single places lie above those that stretch.
func (c *canvas) row(s *page.Scale, r *page.Row, y int) {
	c.ground(s, r.Marks, y)
	middle := y + middleIn(s, r.Marks)
	marks := slices.Clone(r.Marks)
	slices.SortStableFunc(marks, func(a, b page.Mark) int { return layer(a.Kind) - layer(b.Kind) })
	lane, joined := y+2*middleOf(s), false
	for i := range marks {
		mark := &marks[i]
		if mark.Kind == page.Role {
			c.role(mark, lane+laneHeight/2-2)
			lane += laneHeight
			continue
		}
		if !joined && layer(mark.Kind) >= layer(page.Floor) {
			c.way(marks, r.Fits, middle)
			joined = true
		}
		c.mark(s, mark, middle)
	}
}

// layer orders marks from the ground up.
func layer(kind page.MarkKind) int {
	switch kind {
	case page.Likely:
		return 1
	case page.Sure:
		return 2
	case page.Half:
		return 1
	case page.Floor, page.Limit, page.Mean, page.Median, page.Event:
		return 3
	case page.Situation, page.Wanted, page.Goal:
		return 4
	case page.Before:
		return 5
	case page.Practice, page.After, page.Value, page.Person:
		return 6
	case page.Role:
		return 7
	default:
		return 0
	}
}

// way draws the line from before to after, and an arrow from practice to situation; where these fit, nothing leads anywhere.
func (c *canvas) way(marks []page.Mark, fits bool, y int) {
	if from, to := find(marks, page.Practice), find(marks, page.Situation); from != nil && to != nil {
		c.across("gap", from.At, to.At, y)
		if !fits {
			c.arrowHead(from.At, to.At, y)
		}
	}
	if from, to := find(marks, page.Before), find(marks, page.After); from != nil && to != nil {
		c.across("gap", from.At, to.At, y)
	}
}

func find(marks []page.Mark, kind page.MarkKind) *page.Mark {
	for i := range marks {
		if marks[i].Kind == kind {
			return &marks[i]
		}
	}
	return nil
}

// mark draws one mark with its middle at y.
func (c *canvas) mark(s *page.Scale, m *page.Mark, y int) {
	switch m.Kind {
	case page.Range, page.Deviation:
		c.rect("range", m.At, m.To, y-6, 12)
	case page.Sure, page.Likely, page.Shortfall:
		c.rect(class(m.Kind), m.At, m.To, y-6, 12)
	case page.Bar, page.Own, page.Absent:
		c.bar(s, m, y)
	case page.Floor:
		c.down("floor", m.At, y-13, y+13)
	case page.Limit:
		c.wall(m, y, wallHalf)
	case page.Mean:
		c.down("cut", m.At, y-13, y+13)
	case page.Situation, page.Goal:
		c.diamond(class("diamond").with(m.Hue), m.At, y, diamondRadius)
	case page.Wanted:
		c.diamond(class("diamond wanted").with(m.Hue), m.At, y, diamondRadius)
	case page.Person:
		c.people(m, y)
	case page.Half, page.Long, page.Median, page.Event:
		c.timeMark(m, y)
	case page.Before:
		c.dot("before", m.At, y, dotRadius)
	case page.Practice, page.After, page.Value:
		if s.Kind == page.Ruler {
			c.pointer(m, y-middleOf(s))
			return
		}
		c.dot(class("dot").with(m.Hue), m.At, y, dotRadius)
	default:
		// A role has a lane of its own, and no row has the others.
	}
}

// timeMark draws a mark on a scale of time.
func (c *canvas) timeMark(m *page.Mark, y int) {
	switch m.Kind {
	case page.Half:
		c.rect("half-box", m.At, m.To, y-7, 14)
	case page.Long:
		c.across("way", m.At, m.To, y)
	case page.Median:
		c.down("floor", m.At, y-9, y+9)
	default:
		c.down("event", m.At, y-8, y+8)
	}
}

// wall draws a bound, taller than a diamond that stands at it, with short strokes on the side that is not allowed.
func (c *canvas) wall(m *page.Mark, y, half int) {
	c.down("floor", m.At, y-half, y+half)
	end := "l5 5"
	if m.To < m.At {
		end = "l-5 5"
	}
	var strokes strings.Builder
	for top := -half; top < half; top += 8 {
		strokes.WriteString("M0 " + strconv.Itoa(top+1) + end)
	}
	c.shape("wall", m.At, y, strokes.String())
}

// A diamond is larger than a dot, so that both can be seen at one place.
const dotRadius, diamondRadius, roleRadius, wallHalf = 6, 10, 4, 20

// mostPieces is the largest amount that is drawn piece by piece; a larger one is a bar.
const mostPieces = 24

// bar draws an amount: in pieces where it counts few things, so that one sees how many.
func (c *canvas) bar(s *page.Scale, m *page.Mark, y int) {
	look, half := class(m.Kind).with(m.Hue), 7
	if s.Kind == page.Line {
		half = 3
	}
	if s.Kind != page.Share || s.High > mostPieces || !areWhole(m.At, m.To, s.High) {
		c.rect(look, m.At, m.To, y-half, 2*half)
		return
	}
	const gap = 0.06
	for at := max(m.At, s.Low); at < min(m.To, s.High); at++ {
		c.rect(look, at+gap, at+1-gap, y-half, 2*half)
	}
}

func areWhole(values ...float64) bool {
	for _, value := range values {
		if value != float64(int(value)) {
			return false
		}
	}
	return true
}

// role draws the mean of one role with its name beside it, on the side where there is room.
func (c *canvas) role(m *page.Mark, y int) {
	const mostWidth = 110
	c.dot(class("role").with(m.Hue), m.At, y, roleRadius)
	name := cut(m.Label, mostWidth, 13)
	if m.At > (c.low+c.high)/2 {
		c.labelBeside("role-name", m.At, y+4, -9, ends, name)
	} else {
		c.labelBeside("role-name", m.At, y+4, 9, starts, name)
	}
}

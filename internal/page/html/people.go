package html

import (
	"strconv"
	"strings"

	"github.com/opsfit/opsfit/internal/page"
)

// People who gave one answer stand side by side in lines of at most so many, with their middles a distance apart.
const peopleInLine, peopleDistance, personRadius = 5, 12, 5

// linesOfPeople is how many lines the largest group of a row has.
func linesOfPeople(marks []page.Mark) int {
	lines := 1
	for i := range marks {
		if marks[i].Kind == page.Person {
			lines = max(lines, (marks[i].Count+peopleInLine-1)/peopleInLine)
		}
	}
	return lines
}

// people draws one dot a person around a place. Distances are pixels, so that dots of one group never overlap; a group at an end
// of the scale grows inwards.
func (c *canvas) people(m *page.Mark, y int) {
	lines := (m.Count + peopleInLine - 1) / peopleInLine
	for line := range lines {
		inLine := min(peopleInLine, m.Count-line*peopleInLine)
		top := y + peopleDistance*line - peopleDistance*(lines-1)/2
		left := -peopleDistance * (inLine - 1) / 2
		switch m.At {
		case c.low:
			left = personRadius
		case c.high:
			left = -personRadius - peopleDistance*(inLine-1)
		}
		var path strings.Builder
		for i := range inLine {
			path.WriteString(circlePath(left+peopleDistance*i, personRadius))
		}
		c.shape("person", m.At, top, path.String())
	}
}

// circlePath is a circle around a place on the middle line, as a part of a path.
func circlePath(x, radius int) string {
	r, across := strconv.Itoa(radius), strconv.Itoa(2*radius)
	return "M" + strconv.Itoa(x-radius) + " 0a" + r + " " + r + " 0 1 0 " + across + " 0a" + r + " " + r + " 0 1 0 -" + across + " 0z"
}

package portfolio

import (
	"cmp"
	"math"
	"slices"
	"strings"
)

// SortKeys are the values that services can be sorted by.
func SortKeys() []string {
	return []string{"path", "subject", "team", "date", "practice", "situation", "fit", "readiness", "shortfall", "unmet", "coverage"}
}

// sortBy sorts the services by a key of SortKeys, with a minus before it for the reverse order, and then by path; by
// path alone for "". Missing values come last either way.
func (s *Services) sortBy(key string) {
	name, reverse := strings.CutPrefix(key, "-")
	direction := 1
	if reverse {
		direction = -1
	}
	compare := s.compareBy(name)
	slices.SortFunc(s.packed, func(a, b packed) int {
		return cmp.Or(compare(&a, &b, direction), strings.Compare(a.path, b.path))
	})
}

func (s *Services) compareBy(key string) func(a, b *packed, direction int) int {
	byText := func(text int) func(a, b *packed, direction int) int {
		return func(a, b *packed, direction int) int {
			return compareTexts(s.texts.textOf(a.texts[text]), s.texts.textOf(b.texts[text]), direction)
		}
	}
	byFigure := func(figure int) func(a, b *packed, direction int) int {
		return func(a, b *packed, direction int) int {
			return compareFigures(a.figures[figure], b.figures[figure], direction)
		}
	}
	switch key {
	case "subject":
		return byText(subjectText)
	case "team":
		return byText(teamText)
	case "date":
		return byText(dateText)
	case "practice":
		return byFigure(practiceFigure)
	case "situation":
		return byFigure(situationFigure)
	case "fit":
		return byFigure(fitFigure)
	case "readiness":
		return byFigure(readinessFigure)
	case "shortfall":
		return byFigure(shortfallFigure)
	case "unmet":
		return byFigure(unmetFigure)
	case "coverage":
		return byFigure(coverageFigure)
	}
	return func(a, b *packed, direction int) int { return direction * strings.Compare(a.path, b.path) }
}

// compareTexts sorts a missing text last.
func compareTexts(a, b string, direction int) int {
	if a == "" || b == "" {
		return -strings.Compare(a, b)
	}
	return direction * strings.Compare(a, b)
}

// compareFigures sorts a missing figure, which is NaN, last.
func compareFigures(a, b float64, direction int) int {
	if math.IsNaN(a) || math.IsNaN(b) {
		return -cmp.Compare(a, b)
	}
	return direction * cmp.Compare(a, b)
}

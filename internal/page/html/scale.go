package html

import (
	"math"
	"strconv"
	"strings"

	"github.com/opsfit/opsfit/internal/page"
)

// scale maps values onto the horizontal extent of a picture.
type scale struct {
	// low and high are the values at the ends.
	low, high float64
	// from and to are where those are drawn, in the unit.
	from, to float64
	// unit is "%" in pictures that are as wide as their place, empty where it is fixed.
	unit string
}

// fluid is a scale over the whole width of a picture, however wide that is.
func fluid(low, high float64) scale { return scale{low: low, high: high, to: 100, unit: "%"} }

// endsOf are the values at the ends of a scale. A scale without extent gets one, so that it can be drawn.
func endsOf(s *page.Scale) (low, high float64) {
	low, high = s.Low, s.High
	if s.Kind == page.Pull {
		low = -high
	}
	if low >= high {
		high = low + 1
	}
	return low, high
}

// at returns the place of a value as a coordinate. What lies outside the ends, as only a file can have it, is drawn at the end.
func (s scale) at(value float64) string { return s.coordinate(s.place(value)) }

// span returns the distance between two values as a length.
func (s scale) span(low, high float64) string { return s.coordinate(s.place(high) - s.place(low)) }

func (s scale) place(value float64) float64 {
	share := (min(max(value, s.low), s.high) - s.low) / (s.high - s.low)
	if math.IsNaN(share) {
		share = 0
	}
	return s.from + share*(s.to-s.from)
}

func (s scale) coordinate(place float64) string { return number(place) + s.unit }

// number writes a length with two decimals at most.
func number(value float64) string {
	text := strings.TrimRight(strings.TrimRight(strconv.FormatFloat(value, 'f', 2, 64), "0"), ".")
	if text == "-0" {
		return "0"
	}
	return text
}

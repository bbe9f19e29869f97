package web

import (
	"fmt"
	"math"
	"strconv"

	"github.com/opsfit/opsfit/internal/report"
)

// The size of the field of the quadrant, with room for the scales at its left and below it.
const (
	quadrantWidth  = 380
	quadrantHeight = 356
	fieldLeft      = 34
	fieldRight     = quadrantWidth - 12
	fieldTop       = 34
	fieldBottom    = quadrantHeight - 44
)

// field is a canvas with a vertical scale too.
type field struct {
	canvas

	up scale
}

func newField() *field {
	return &field{
		canvas: canvas{scale: scale{low: 0, high: highestScore, from: fieldLeft, to: fieldRight}},
		up:     scale{low: 0, high: highestScore, from: fieldBottom, to: fieldTop},
	}
}

// y returns the place of a value on the vertical scale.
func (f *field) y(value float64) int { return int(math.Round(f.up.place(value))) }

// quadrant draws throughput against stability: the published means that cut the field, the spread around them, and the place
// of these answers. A group that is not scored leaves a line instead of a point.
func (f *field) quadrant(v *report.Quadrant) {
	f.rect("plot", 0, highestScore, fieldTop, fieldBottom-fieldTop)
	if low, high, ok := around(v.Throughput.Benchmark); ok {
		f.rect("spread", low, high, fieldTop, fieldBottom-fieldTop)
	}
	if low, high, ok := around(v.Stability.Benchmark); ok {
		f.rect("spread", 0, highestScore, f.y(high), f.y(low)-f.y(high))
	}
	f.cuts(v)
	f.ticks()
	f.point(v.Throughput.Value, v.Stability.Value)
}

// cuts draws the published means and names the quadrants between them.
func (f *field) cuts(v *report.Quadrant) {
	fast, stable := v.Throughput.Benchmark, v.Stability.Benchmark
	if fast == nil || fast.Mean == nil || stable == nil || stable.Mean == nil {
		return
	}
	f.down("cut", *fast.Mean, fieldTop, fieldBottom)
	f.across("cut", 0, highestScore, f.y(*stable.Mean))
	for _, isFast := range []bool{false, true} {
		for _, isStable := range []bool{false, true} {
			x, a := f.coordinate(fieldLeft+10), starts
			if isFast {
				x, a = f.coordinate(fieldRight-10), ends
			}
			y := fieldBottom - 12
			if isStable {
				y = fieldTop + 22
			}
			f.labelAt("corner", x, y, a, report.QuadrantWord(report.QuadrantAt(isFast, isStable)))
		}
	}
}

func (f *field) ticks() {
	for at := 0; at <= highestScore; at += 2 {
		value := float64(at)
		f.label("tick", value, fieldBottom+18, centred, strconv.Itoa(at))
		f.labelAt("tick", f.coordinate(fieldLeft-8), f.y(value)+4, ends, strconv.Itoa(at))
	}
	f.label("pole", highestScore, fieldBottom+38, ends, "Throughput →")
	f.label("pole", 0, fieldTop-14, starts, "↑ Stability")
}

func (f *field) point(throughput, stability *float64) {
	switch {
	case throughput != nil && stability != nil:
		f.dot("practice middle", *throughput, f.y(*stability), 9)
	case throughput != nil:
		f.down("half", *throughput, fieldTop, fieldBottom)
	case stability != nil:
		f.across("half", 0, highestScore, f.y(*stability))
	}
}

// quadrantWords says what the picture shows.
func quadrantWords(v *report.Quadrant) string {
	words := fmt.Sprintf("Throughput %s. Stability %s.",
		outcomeWords(v.Throughput.Value, v.Throughput.Benchmark), outcomeWords(v.Stability.Value, v.Stability.Benchmark))
	if v.Quadrant == "" {
		return words
	}
	return "The answers lie where delivery is " + report.QuadrantWord(v.Quadrant) + ". " + words
}

// quadrantKeys explain the marks of the quadrant.
func quadrantKeys(v *report.Quadrant) []Key {
	keys := []Key{{mark(func(c *canvas) { c.dot("practice middle", 0, 10, 7) }), "these answers"}}
	if v.BenchmarkYear == 0 {
		return keys
	}
	return append(keys,
		Key{mark(func(c *canvas) { c.down("cut", 0, 0, 20) }), fmt.Sprintf("published means of %d", v.BenchmarkYear)},
		Key{mark(func(c *canvas) { c.rect("spread", -1, 1, 3, 14) }), "one standard deviation around them"})
}

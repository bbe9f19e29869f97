package comparison

import (
	"math"

	"github.com/opsfit/opsfit/internal/report"
)

// Figure is one number before and after.
type Figure struct {
	Before *float64 `json:"before"`
	After  *float64 `json:"after"`
	// Change is After less Before; nil unless both are known.
	Change *float64 `json:"change"`
}

// Words is one word before and after.
type Words struct {
	Before report.Text `json:"before"`
	After  report.Text `json:"after"`
}

// Same reports that the word did not change.
func (w Words) Same() bool { return w.Before == w.After }

// still is the largest difference that counts as none: results carry nearest floats, not exact numbers.
const still = 1e-9

// NewFigure sets two numbers beside each other; nil is a number that is not known.
func NewFigure(before, after *float64) Figure {
	return Figure{Before: before, After: after, Change: difference(before, after)}
}

// Moved reports that the number changed, or that it is known on one side only.
func (f Figure) Moved() bool {
	if f.Change == nil {
		return (f.Before == nil) != (f.After == nil)
	}
	return math.Abs(*f.Change) > still
}

// difference is after less before. It is nil when either is, and for numbers that no result can hold but a file may, whose
// difference is not finite.
func difference(before, after *float64) *float64 {
	if before == nil || after == nil {
		return nil
	}
	return finite(*after - *before)
}

func finite(value float64) *float64 {
	if math.IsNaN(value) || math.IsInf(value, 0) {
		return nil
	}
	if math.Abs(value) <= still {
		value = 0
	}
	return &value
}

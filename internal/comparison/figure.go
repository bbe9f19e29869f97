package comparison

import (
	"math"

	"github.com/opsfit/opsfit/internal/report"
)

// Figure is one number before and after.
type Figure struct {
	Before *float64 `json:"before"`
	After  *float64 `json:"after"`
	// Change is After minus Before; nil unless both are known.
	Change *float64 `json:"change"`
}

// Words is one word before and after.
type Words struct {
	Before report.Text `json:"before"`
	After  report.Text `json:"after"`
}

// Same reports that the word did not change.
func (w Words) Same() bool { return w.Before == w.After }

// maxUnchanged is the largest difference that counts as none: results hold rounded floats, not exact numbers.
const maxUnchanged = 1e-9

// NewFigure pairs two numbers; nil is unknown.
func NewFigure(before, after *float64) Figure {
	return Figure{Before: before, After: after, Change: changeBetween(before, after)}
}

// Moved reports whether the number changed, or is known on one side only.
func (f Figure) Moved() bool {
	if f.Change == nil {
		return (f.Before == nil) != (f.After == nil)
	}
	return math.Abs(*f.Change) > maxUnchanged
}

// changeBetween returns after minus before. It is nil when either is, and when the difference is not finite, which only
// a broken file can cause.
func changeBetween(before, after *float64) *float64 {
	if before == nil || after == nil {
		return nil
	}
	return finiteOrNil(*after - *before)
}

func finiteOrNil(value float64) *float64 {
	if math.IsNaN(value) || math.IsInf(value, 0) {
		return nil
	}
	if math.Abs(value) <= maxUnchanged {
		value = 0
	}
	return &value
}

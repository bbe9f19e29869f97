package reach

import (
	"github.com/opsfit/opsfit/internal/condition"
)

// Verdict is what is known about a goal. The zero value is invalid.
type Verdict int

const (
	// Never means that no sheet meets the goal; that is proven.
	Never Verdict = iota + 1
	// Found means that a sheet meets the goal.
	Found
	// Undecided means that the work it may take was used up before either was certain.
	Undecided
)

// String returns "never", "found" or "undecided".
func (v Verdict) String() string {
	switch v {
	case Never:
		return "never"
	case Found:
		return "found"
	case Undecided:
		return "undecided"
	}
	return "invalid"
}

// Part is one thing that a sheet is asked to fulfil.
type Part struct {
	want      want
	condition condition.Condition
}

type want int

const (
	wantHolds want = iota
	wantFails
	wantKnown
)

// Holds asks that the condition is true of the sheet.
func Holds(c condition.Condition) Part { return Part{wantHolds, c} }

// Fails asks that the condition is not true of the sheet.
func Fails(c condition.Condition) Part { return Part{wantFails, c} }

// Known asks that nothing which the condition looks at is missing: its questions are answered and its figures can be
// computed. A condition that fails on such a sheet fails because of what was answered.
func Known(c condition.Condition) Part { return Part{wantKnown, c} }

package condition

import (
	"math/big"

	"github.com/opsfit/opsfit/internal/exact"
)

// Number is a figure: exact where this run computed it, a float where a saved result holds it. The zero value is not known.
type Number struct {
	exact *big.Rat
	float float64
	known bool
}

// Exact is a number that was computed; nil is not known.
func Exact(x *big.Rat) Number { return Number{exact: x, known: x != nil} }

// Float is a number of a saved result; nil is not known.
func Float(x *float64) Number {
	if x == nil {
		return Number{}
	}
	return Number{float: *x, known: true}
}

// Count is how many there are of something; nil is not known.
func Count(n *int) Number {
	if n == nil {
		return Number{}
	}
	return Number{float: float64(*n), known: true}
}

// IsKnown reports that there is a number.
func (n Number) IsKnown() bool { return n.known }

// Rat returns the number, and nil where it is not known. Callers must not modify it. A saved result holds the nearest binary
// number to each exact one; here it counts as the shortest decimal that means the same, so that 0.3 is exactly 3/10 again.
func (n Number) Rat() *big.Rat {
	if n.exact != nil || !n.known {
		return n.exact
	}
	if whole := int64(n.float); n.float == float64(whole) && exact.IsSmall(whole) {
		return big.NewRat(whole, 1)
	}
	return exact.Decimal(n.float)
}

// Numbers are the figures of one axis, or of the whole, by metric.
type Numbers [metricCount]Number

// Figures are the numbers of one assessment: of a run, or of a saved result.
type Figures struct {
	Overall Numbers
	// Advice is that of the verdict; empty for none.
	Advice string
	Axes   []AxisFigures
}

// AxisFigures are those of one axis.
type AxisFigures struct {
	ID string
	// Towards is the pole that the situation asks the axis to move to, "devops" or "sysops"; empty for none.
	Towards string
	// Held tells that more is wanted than a limit allows.
	Held bool
	Numbers
}

// Axis returns the figures of an axis; nil where there is no such axis.
func (f *Figures) Axis(id string) *AxisFigures {
	for i := range f.Axes {
		if f.Axes[i].ID == id {
			return &f.Axes[i]
		}
	}
	return nil
}

// Value returns a metric on an axis, or on Overall, for which the empty string stands too. It is nil where the value is not
// known and where there is no such axis. Callers must not modify it.
func (f *Figures) Value(m Metric, axis string) *big.Rat {
	if axis == Overall || axis == "" {
		return f.Overall[m].Rat()
	}
	if on := f.Axis(axis); on != nil {
		return on.Numbers[m].Rat()
	}
	return nil
}

// Meets reports whether a metric test holds of the figures. A test on a value that is not known is false.
func (f *Figures) Meets(test *Condition) bool {
	return test.Kind == MetricTest && Within(f.Value(test.Metric, test.Axis), test.Bounds)
}

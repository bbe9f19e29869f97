package satisfy

import (
	"math/big"
	"testing"

	"pgregory.net/rapid"

	"github.com/opsfit/opsfit/internal/condition"
)

func (i interval) has(value *big.Rat) bool {
	if value == nil {
		return i.missing
	}
	return !closedInterval(value, value).intersect(i).isEmpty()
}

// quarters draws values on, beside and between the numbers that bounds name; nil stands for an unknown figure.
func quarters(t *rapid.T, label string) *big.Rat {
	if rapid.IntRange(0, 9).Draw(t, "no "+label) == 0 {
		return nil
	}
	return big.NewRat(int64(rapid.IntRange(-9, 9).Draw(t, label)), 4)
}

func drawHalves(t *rapid.T) []condition.Bound {
	ops := []condition.Op{condition.LT, condition.LTE, condition.GTE, condition.GT, condition.EQ}
	var bounds []condition.Bound
	for range rapid.IntRange(1, 3).Draw(t, "bounds") {
		value := big.NewRat(int64(rapid.IntRange(-4, 4).Draw(t, "bound")), 2)
		bounds = append(bounds, condition.Bound{Op: rapid.SampledFrom(ops).Draw(t, "op"), Value: value})
	}
	return bounds
}

// Intervals do with numbers what conditions do with truth.
func TestIntervalsFollowTheirTests(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		bounds, others := drawHalves(t), drawHalves(t)
		value := quarters(t, "value")
		a, b := passingAll(bounds), passingAll(others)
		for name, pair := range map[string][2]bool{
			"within": {a.has(value), condition.Within(value, bounds)},
			"meet":   {a.intersect(b).has(value), condition.Within(value, bounds) && condition.Within(value, others)},
		} {
			if pair[0] != pair[1] {
				t.Fatalf("%s has %v: %t, want %t", name, value, pair[0], pair[1])
			}
		}
		for _, bound := range bounds {
			if bound.Op == condition.EQ {
				continue
			}
			if got, want := failingBound(bound).has(value), !condition.Within(value, []condition.Bound{bound}); got != want {
				t.Fatalf("beyond %s has %v: %t, want %t", bound, value, got, want)
			}
		}
	})
}

func TestIntervalArithmetic(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		var a, b interval
		for range 2 {
			a, b = a.addValue(quarters(t, "a")), b.addValue(quarters(t, "b"))
		}
		x, y := quarters(t, "x"), quarters(t, "y")
		if !a.has(x) || !b.has(y) {
			return
		}
		for name, pair := range map[string]struct {
			interval interval
			value    *big.Rat
		}{
			"a - b": {a.subtract(b), minus(x, y)}, "-a": {a.negate(), minus(new(big.Rat), x)},
			"max(a, 0)": {a.maxWith(new(big.Rat)), positive(x)}, "|a|": {a.abs(), absolute(x)},
			"largest": {encloseLargest([]item{{interval: a}, {interval: b}}), larger(x, y)},
		} {
			if !pair.interval.has(pair.value) {
				t.Fatalf("%s of %v and %v is %v, outside %+v", name, x, y, pair.value, pair.interval)
			}
		}
	})
}

func minus(x, y *big.Rat) *big.Rat {
	if x == nil || y == nil {
		return nil
	}
	return new(big.Rat).Sub(x, y)
}

func positive(x *big.Rat) *big.Rat {
	if x == nil || x.Sign() > 0 {
		return x
	}
	return new(big.Rat)
}

func absolute(x *big.Rat) *big.Rat {
	if x == nil {
		return nil
	}
	return new(big.Rat).Abs(x)
}

func larger(x, y *big.Rat) *big.Rat {
	if compareRats(x, y) < 0 {
		return y
	}
	return x
}

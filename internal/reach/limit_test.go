package reach

import (
	"math/big"
	"testing"

	"pgregory.net/rapid"

	"github.com/opsfit/opsfit/internal/condition"
)

func (l limit) allows(value *big.Rat) bool {
	if value == nil {
		return l.unknown
	}
	for _, part := range l.parts {
		if !part.meet(interval{low: value, high: value}).empty() {
			return true
		}
	}
	return false
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

// Limits do with numbers what conditions do with truth.
func TestLimitsFollowTheirTests(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		bounds, others := drawHalves(t), drawHalves(t)
		value := quarters(t, "value")
		holds := func(list []condition.Bound) bool {
			if value == nil {
				return false
			}
			for _, bound := range list {
				if !bound.Holds(value) {
					return false
				}
			}
			return true
		}
		a, b := within(bounds), within(others)
		for name, pair := range map[string][2]bool{
			"within":          {a.allows(value), holds(bounds)},
			"opposite":        {a.opposite().allows(value), !holds(bounds)},
			"meet":            {a.meet(b).allows(value), holds(bounds) && holds(others)},
			"join":            {a.join(b).allows(value), holds(bounds) || holds(others)},
			"meet opposite":   {a.meet(b.opposite()).allows(value), holds(bounds) && !holds(others)},
			"opposites joint": {a.opposite().meet(b.opposite()).allows(value), !holds(bounds) && !holds(others)},
		} {
			if pair[0] != pair[1] {
				t.Fatalf("%s allows %v: %t, want %t", name, value, pair[0], pair[1])
			}
		}
		if value != nil && value.IsInt() && a.whole().allows(value) != a.allows(value) {
			t.Fatalf("the whole numbers in it have %v: %t", value, a.whole().allows(value))
		}
	})
}

// A whole limit ends on whole numbers, so that what lies between two of them is empty.
func TestWholeLimits(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		whole := within(drawHalves(t)).whole()
		for _, part := range whole.parts {
			for _, end := range []*big.Rat{part.low, part.high} {
				if end != nil && (!end.IsInt() || !whole.allows(end)) {
					t.Fatalf("%v is an end of %s", end, whole.key())
				}
			}
		}
	})
}

// A span that is narrowed keeps what the limit allows, and says rightly when it meets and when it fulfils it.
func TestSpansAndLimits(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		l := within(drawHalves(t))
		if rapid.Bool().Draw(t, "turned") {
			l = l.opposite()
		}
		var s span
		for range rapid.IntRange(1, 3).Draw(t, "values") {
			s = s.with(quarters(t, "value"))
		}
		value := quarters(t, "inside")
		if !contains(s, value) {
			return
		}
		switch {
		case l.allows(value) && !contains(s.narrow(l), value):
			t.Fatalf("%v is lost when %+v is narrowed to %s", value, s, l.key())
		case l.allows(value) && !s.meets(l):
			t.Fatalf("%+v meets %s at %v", s, l.key(), value)
		case !l.allows(value) && s.fulfils(l):
			t.Fatalf("%+v does not fulfil %s at %v", s, l.key(), value)
		}
	})
}

func TestSpanArithmetic(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		var a, b span
		for range 2 {
			a, b = a.with(quarters(t, "a")), b.with(quarters(t, "b"))
		}
		x, y := quarters(t, "x"), quarters(t, "y")
		if !contains(a, x) || !contains(b, y) {
			return
		}
		for name, pair := range map[string]struct {
			span  span
			value *big.Rat
		}{
			"a - b": {a.less(b), minus(x, y)}, "-a": {a.negative(), minus(new(big.Rat), x)},
			"max(0, a)": {a.atLeastZero(), positive(x)}, "|a|": {a.size(), absolute(x)},
			"largest": {largest([]span{a, b}), larger(x, y)},
		} {
			if !contains(pair.span, pair.value) {
				t.Fatalf("%s of %v and %v is %v, outside %+v", name, x, y, pair.value, pair.span)
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
	if compare(x, y) < 0 {
		return y
	}
	return x
}

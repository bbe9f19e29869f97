package satisfy

import (
	"math/big"
	"slices"

	"github.com/opsfit/opsfit/internal/condition"
	"github.com/opsfit/opsfit/internal/exact"
)

// interval is what a figure can be, or may be. The zero value is nothing at all.
type interval struct {
	// number tells that it can be a number from low to high; an end that is nil is open towards infinity.
	number            bool
	low, high         *big.Rat
	lowOpen, highOpen bool
	// missing tells that it can be no number.
	missing bool
}

func missing() interval { return interval{missing: true} }

// numbers is every number.
func numbers() interval { return interval{number: true} }

func between(low, high *big.Rat) interval { return interval{number: true, low: low, high: high} }

// within is what passes all bounds.
func within(bounds []condition.Bound) interval {
	met := numbers()
	for _, bound := range bounds {
		met = met.meet(passing(bound))
	}
	return met
}

func passing(bound condition.Bound) interval {
	i := numbers()
	switch bound.Op {
	case condition.LT:
		i.high, i.highOpen = bound.Value, true
	case condition.LTE:
		i.high = bound.Value
	case condition.GTE:
		i.low = bound.Value
	case condition.GT:
		i.low, i.lowOpen = bound.Value, true
	case condition.EQ:
		i.low, i.high = bound.Value, bound.Value
	}
	return i
}

// beyond is what does not pass a bound that is not EQ, no number included.
func beyond(bound condition.Bound) interval {
	opposite := map[condition.Op]condition.Op{
		condition.LT: condition.GTE, condition.LTE: condition.GT, condition.GTE: condition.LT, condition.GT: condition.LTE,
	}
	i := passing(condition.Bound{Op: opposite[bound.Op], Value: bound.Value})
	i.missing = true
	return i
}

func (i interval) isEmpty() bool { return !i.number && !i.missing }

// meet is what two intervals have in common.
func (i interval) meet(other interval) interval {
	met := interval{missing: i.missing && other.missing}
	if !i.number || !other.number {
		return met
	}
	met.low, met.lowOpen = tighter(i.low, i.lowOpen, other.low, other.lowOpen, 1)
	met.high, met.highOpen = tighter(i.high, i.highOpen, other.high, other.highOpen, -1)
	met.number = true
	if met.low != nil && met.high != nil {
		order := met.low.Cmp(met.high)
		met.number = order < 0 || order == 0 && !met.lowOpen && !met.highOpen
	}
	return met
}

// tighter is the one of two ends that leaves less: the greater for a sign of 1, the smaller for -1.
func tighter(a *big.Rat, aOpen bool, b *big.Rat, bOpen bool, sign int) (end *big.Rat, open bool) {
	switch {
	case b == nil:
		return a, aOpen
	case a == nil:
		return b, bOpen
	}
	switch order := sign * a.Cmp(b); {
	case order > 0:
		return a, aOpen
	case order < 0:
		return b, bOpen
	}
	return a, aOpen || bOpen
}

// with is the interval that has one more value in it; nil is a missing one.
func (i interval) with(value *big.Rat) interval {
	switch {
	case value == nil:
		i.missing = true
	case !i.number:
		i.number, i.low, i.high = true, value, value
	default:
		i.low, i.high = exact.Min(i.low, value), exact.Max(i.high, value)
	}
	return i
}

// The operations below are for intervals with two ends; they leave open what an open end leaves out.

// minus is the interval of a - b.
func (i interval) minus(other interval) interval {
	if !i.number || !other.number {
		return missing()
	}
	difference := between(new(big.Rat).Sub(i.low, other.high), new(big.Rat).Sub(i.high, other.low))
	difference.missing = i.missing || other.missing
	return difference
}

// negative is the interval of -a.
func (i interval) negative() interval {
	if i.number {
		i.low, i.high = new(big.Rat).Neg(i.high), new(big.Rat).Neg(i.low)
	}
	return i
}

// times is the interval of a times a factor above 0.
func (i interval) times(factor *big.Rat) interval {
	if i.number {
		i.low, i.high = new(big.Rat).Mul(i.low, factor), new(big.Rat).Mul(i.high, factor)
	}
	return i
}

// max is the interval of the larger of a and b.
func (i interval) max(b *big.Rat) interval {
	if i.number {
		i.low, i.high = exact.Max(i.low, b), exact.Max(i.high, b)
	}
	return i
}

// abs is the interval of |a|.
func (i interval) abs() interval {
	if !i.number {
		return i
	}
	zero := new(big.Rat)
	up, down := i.max(zero), i.negative().max(zero)
	i.high = exact.Max(up.high, down.high)
	i.low = exact.Max(up.low, down.low)
	return i
}

// item is what one question, or one axis, can add to a weighted mean. One that may be missing may be left out.
type item struct {
	weight *big.Rat
	interval
}

// mean encloses the weighted mean of items. It is the exact range when any choice within the items goes together with any
// other, and may always be missing.
func mean(items []item) interval {
	items = slices.DeleteFunc(items, func(i item) bool { return !i.number })
	if len(items) == 0 {
		return missing()
	}
	high := highestMean(items)
	for i := range items {
		items[i].interval = items[i].negative()
	}
	low := highestMean(items)
	return interval{number: true, low: low.Neg(low), high: high, missing: true}
}

// highestMean takes every item at its high end and leaves out those which may be left out and would lower the mean. Taking them
// in falling order is exact: an item raises a mean if and only if it lies above it.
func highestMean(items []item) *big.Rat {
	slices.SortStableFunc(items, func(a, b item) int {
		if a.missing != b.missing {
			if b.missing {
				return -1
			}
			return 1
		}
		return b.high.Cmp(a.high)
	})
	sum, weight, part := new(big.Rat), new(big.Rat), new(big.Rat)
	for _, i := range items {
		if i.missing && weight.Sign() > 0 && part.Mul(i.high, weight).Cmp(sum) <= 0 {
			break
		}
		sum.Add(sum, part.Mul(i.high, i.weight))
		weight.Add(weight, i.weight)
	}
	return sum.Quo(sum, weight)
}

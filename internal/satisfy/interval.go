package satisfy

import (
	"math/big"
	"slices"

	"github.com/opsfit/opsfit/internal/condition"
	"github.com/opsfit/opsfit/internal/exact"
)

// interval is a set of possible values of a figure. The zero value is empty.
type interval struct {
	// number: it can be a number from low to high; a nil end is infinite.
	number            bool
	low, high         *big.Rat
	lowOpen, highOpen bool
	// missing: it can be missing.
	missing bool
}

func missingOnly() interval { return interval{missing: true} }

// allNumbers contains every number.
func allNumbers() interval { return interval{number: true} }

func closedInterval(low, high *big.Rat) interval { return interval{number: true, low: low, high: high} }

// passingAll contains what passes all bounds.
func passingAll(bounds []condition.Bound) interval {
	met := allNumbers()
	for _, bound := range bounds {
		met = met.intersect(passingBound(bound))
	}
	return met
}

func passingBound(bound condition.Bound) interval {
	i := allNumbers()
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

// failingBound contains what does not pass a bound that is not EQ, including a missing value.
func failingBound(bound condition.Bound) interval {
	opposite := map[condition.Op]condition.Op{
		condition.LT: condition.GTE, condition.LTE: condition.GT, condition.GTE: condition.LT, condition.GT: condition.LTE,
	}
	i := passingBound(condition.Bound{Op: opposite[bound.Op], Value: bound.Value})
	i.missing = true
	return i
}

func (i interval) isEmpty() bool { return !i.number && !i.missing }

// intersect returns the intersection of two intervals.
func (i interval) intersect(other interval) interval {
	met := interval{missing: i.missing && other.missing}
	if !i.number || !other.number {
		return met
	}
	met.low, met.lowOpen = tighterEnd(i.low, i.lowOpen, other.low, other.lowOpen, 1)
	met.high, met.highOpen = tighterEnd(i.high, i.highOpen, other.high, other.highOpen, -1)
	met.number = true
	if met.low != nil && met.high != nil {
		order := met.low.Cmp(met.high)
		met.number = order < 0 || order == 0 && !met.lowOpen && !met.highOpen
	}
	return met
}

// tighterEnd returns the end that leaves less: the greater for a sign of 1, the smaller for -1.
func tighterEnd(a *big.Rat, aOpen bool, b *big.Rat, bOpen bool, sign int) (end *big.Rat, open bool) {
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

// addValue returns the smallest interval with one more value; nil is a missing one.
func (i interval) addValue(value *big.Rat) interval {
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

// The operations below are for closed intervals; an open end is treated as closed.

// subtract returns the interval of a - b.
func (i interval) subtract(other interval) interval {
	if !i.number || !other.number {
		return missingOnly()
	}
	difference := closedInterval(new(big.Rat).Sub(i.low, other.high), new(big.Rat).Sub(i.high, other.low))
	difference.missing = i.missing || other.missing
	return difference
}

// negate returns the interval of -a.
func (i interval) negate() interval {
	if i.number {
		i.low, i.high = new(big.Rat).Neg(i.high), new(big.Rat).Neg(i.low)
	}
	return i
}

// multiplyBy returns the interval of a times a factor above 0.
func (i interval) multiplyBy(factor *big.Rat) interval {
	if i.number {
		i.low, i.high = new(big.Rat).Mul(i.low, factor), new(big.Rat).Mul(i.high, factor)
	}
	return i
}

// maxWith returns the interval of the larger of a and b.
func (i interval) maxWith(b *big.Rat) interval {
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
	up, down := i.maxWith(zero), i.negate().maxWith(zero)
	i.high = exact.Max(up.high, down.high)
	i.low = exact.Max(up.low, down.low)
	return i
}

// item is what one question, or one axis, can add to a weighted mean. One that may be missing may be left out.
type item struct {
	weight *big.Rat
	interval
}

// encloseMean encloses the weighted mean of items. It is the exact range if the choices of the items are independent
// and all may be missing.
func encloseMean(items []item) interval {
	items = slices.DeleteFunc(items, func(i item) bool { return !i.number })
	if len(items) == 0 {
		return missingOnly()
	}
	high := highestMean(items)
	for i := range items {
		items[i].interval = items[i].negate()
	}
	low := highestMean(items)
	return interval{number: true, low: low.Neg(low), high: high, missing: true}
}

// highestMean takes every item at its high end and leaves out those which may be left out and would lower the mean.
// Adding them in falling order is exact: an item raises a mean if and only if it lies above it.
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

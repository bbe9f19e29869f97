package reach

import (
	"math/big"
	"slices"
)

// item is what one question, or one axis, can add to a weighted mean. One whose span may be unknown may be left out.
type item struct {
	weight *big.Rat
	span
}

// meanOf encloses the weighted mean of the items. It is the exact range when any choice within the items goes together
// with any other.
func meanOf(items []item) span {
	items = slices.DeleteFunc(items, func(i item) bool { return !i.known })
	mean := span{known: len(items) > 0, unknown: true}
	for _, i := range items {
		mean.unknown = mean.unknown && i.unknown
	}
	if mean.known {
		mean.high = highest(items)
		for i := range items {
			items[i].span = items[i].negative()
		}
		mean.low = highest(items)
		mean.low.Neg(mean.low)
	}
	return mean
}

// highest takes every item at its high end and leaves out those which may be left out and would lower the mean. Taking them
// in falling order is exact: an item raises a mean if and only if it lies above it.
func highest(items []item) *big.Rat {
	falling := slices.SortedFunc(slices.Values(items), func(a, b item) int {
		if a.unknown != b.unknown {
			if b.unknown {
				return -1
			}
			return 1
		}
		return b.high.Cmp(a.high)
	})
	sum, weight, part := new(big.Rat), new(big.Rat), new(big.Rat)
	for _, i := range falling {
		if i.unknown && weight.Sign() > 0 && part.Mul(i.high, weight).Cmp(sum) <= 0 {
			break
		}
		sum.Add(sum, part.Mul(i.high, i.weight))
		weight.Add(weight, i.weight)
	}
	return sum.Quo(sum, weight)
}

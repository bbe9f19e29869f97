package lint

import (
	"math/big"

	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/exact"
)

func checkRangeGap(s *subject) {
	for _, one := range s.scales() {
		for i := range one.ranges {
			for _, pair := range [][2]rung{{one.ranges[i], one.next(i)}, {one.next(i), one.ranges[i]}} {
				low, high := pair[0], pair[1]
				if one.before(low, high) && !one.covered(one.to(low), one.from(high)) {
					s.report(s.placeOfRange(&one, high), "let one range begin where the other ends",
						"%s: values above %s and up to %s agree neither with option %s nor with option %s",
						one.label(), exact.Text(low.To), exact.Text(high.From), diag.Quote(low.Option), diag.Quote(high.Option))
				}
			}
		}
	}
}

// next is the range of the next option up the ladder, and the same range again where that option has none.
func (s *scale) next(i int) rung {
	if i+1 < len(s.ranges) && s.ranges[i+1].step == s.ranges[i].step+1 {
		return s.ranges[i+1]
	}
	return s.ranges[i]
}

// covered reports that all values above one and up to another agree with some option.
func (s *scale) covered(low, high *big.Rat) bool {
	for low.Cmp(high) < 0 {
		reached := low
		for _, r := range s.ranges {
			if compareFrom(s.from(r), low) <= 0 && compareTo(s.to(r), reached) > 0 {
				if s.to(r) == nil {
					return true
				}
				reached = s.to(r)
			}
		}
		if reached == low {
			return false
		}
		low = reached
	}
	return true
}

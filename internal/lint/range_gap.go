package lint

import (
	"math/big"

	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/exact"
)

func checkRangeGap(s *subject) {
	for _, one := range s.findScales() {
		for i := range one.ranges {
			for _, pair := range [][2]rankedRange{{one.ranges[i], one.nextRange(i)}, {one.nextRange(i), one.ranges[i]}} {
				low, high := pair[0], pair[1]
				if one.endsBefore(low, high) && !one.isCovered(one.upperEnd(low), one.lowerEnd(high)) {
					s.addFinding(s.placeOfRange(&one, high), "let one range begin where the other ends",
						"%s: values above %s and up to %s agree neither with option %s nor with option %s",
						one.describeScale(), exact.Text(low.To), exact.Text(high.From), diag.Quote(low.Option), diag.Quote(high.Option))
				}
			}
		}
	}
}

// nextRange is the range of the next option up the ladder, or the same range if that option has none.
func (s *scale) nextRange(i int) rankedRange {
	if i+1 < len(s.ranges) && s.ranges[i+1].step == s.ranges[i].step+1 {
		return s.ranges[i+1]
	}
	return s.ranges[i]
}

// isCovered reports whether all values above one and up to another agree with some option.
func (s *scale) isCovered(low, high *big.Rat) bool {
	for low.Cmp(high) < 0 {
		reached := low
		for _, r := range s.ranges {
			if compareFrom(s.lowerEnd(r), low) <= 0 && compareTo(s.upperEnd(r), reached) > 0 {
				if s.upperEnd(r) == nil {
					return true
				}
				reached = s.upperEnd(r)
			}
		}
		if reached == low {
			return false
		}
		low = reached
	}
	return true
}

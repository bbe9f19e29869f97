package lint

import (
	"math/big"

	"github.com/opsfit/opsfit/internal/diag"
)

func rangeGap() Rule {
	return Rule{
		Code: "range-gap", Severity: diag.Warning,
		Summary: "Between two neighbouring options lie values that agree with neither.",
		Why: "Where no option lies between two others, every value between their ranges belongs to one of them, and a repository with such " +
			"a value differs from both. Let the upper range begin where the lower one ends; the bound itself belongs to the lower. Values " +
			"may be left to an option between the two, also to one that has no range.",
		Bad:   rangeExample("90", "", "14", "90", "7"),
		Good:  rangeExample("90", "", "7", "90", "7"),
		check: (*subject).rangeGap,
	}
}

func (s *subject) rangeGap() {
	for _, one := range s.scales() {
		for i := range one.ranges {
			for _, pair := range [][2]rung{{one.ranges[i], one.next(i)}, {one.next(i), one.ranges[i]}} {
				low, high := pair[0], pair[1]
				if one.before(low, high) && !one.covered(one.to(low), one.from(high)) {
					s.report(s.placeOfRange(&one, high), "let one range begin where the other ends",
						"%s: values above %s and up to %s agree neither with option %s nor with option %s",
						one.label(), decimal(low.To), decimal(high.From), diag.Quote(low.Option), diag.Quote(high.Option))
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

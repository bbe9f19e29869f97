package lint

import "github.com/opsfit/opsfit/internal/diag"

// checkRangeOrder compares each range with the one before, and with the way from the first to the last.
func checkRangeOrder(s *subject) {
	for _, one := range s.findScales() {
		if len(one.ranges) == 0 {
			continue
		}
		last := len(one.ranges) - 1
		direction := one.compareRanges(one.ranges[0], one.ranges[last])
		for i := range last {
			if turn := one.compareRanges(one.ranges[i], one.ranges[i+1]); turn != 0 && turn != direction {
				s.addFinding(s.placeOfRange(&one, one.ranges[i+1]), "let the values rise, or fall, along with the options",
					"%s: from option %s to option %s the values turn against the rest",
					one.describeScale(), diag.Quote(one.ranges[i].Option), diag.Quote(one.ranges[i+1].Option))
				break
			}
		}
	}
}

// compareRanges returns 1 if the values of the second range are higher, -1 if they are lower, 0 if neither can be said.
func (s *scale) compareRanges(a, b rankedRange) int {
	from, to := compareFrom(s.lowerEnd(b), s.lowerEnd(a)), compareTo(s.upperEnd(b), s.upperEnd(a))
	if from*to < 0 || a.step == b.step {
		return 0
	}
	return max(min(from+to, 1), -1)
}

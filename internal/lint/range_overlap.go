package lint

import "github.com/opsfit/opsfit/internal/diag"

func checkRangeOverlap(s *subject) {
	for _, one := range s.findScales() {
		for i, a := range one.ranges {
			for _, b := range one.ranges[i+1:] {
				if one.shareValues(a, b) && !one.overlapOnPurpose(a, b) {
					s.addFinding(s.placeOfRange(&one, b), "let one range end where the other begins",
						"%s: some values agree with option %s and with option %s", one.describeScale(), diag.Quote(a.Option), diag.Quote(b.Option))
				}
			}
		}
	}
}

// overlapOnPurpose reports whether ranges share values on purpose: they are equal, or both extend to the same end of
// the scale.
func (s *scale) overlapOnPurpose(a, b rankedRange) bool {
	from, to := compareFrom(s.lowerEnd(a), s.lowerEnd(b)), compareTo(s.upperEnd(a), s.upperEnd(b))
	return from == 0 && to == 0 || from == 0 && s.lowerEnd(a) == nil || to == 0 && s.upperEnd(a) == nil
}

package lint

import "github.com/opsfit/opsfit/internal/diag"

func checkRangeOverlap(s *subject) {
	for _, one := range s.scales() {
		for i, a := range one.ranges {
			for _, b := range one.ranges[i+1:] {
				if one.meet(a, b) && !one.together(a, b) {
					s.report(s.placeOfRange(&one, b), "let one range end where the other begins",
						"%s: some values agree with option %s and with option %s", one.label(), diag.Quote(a.Option), diag.Quote(b.Option))
				}
			}
		}
	}
}

// together reports ranges that share values on purpose: they are the same, or both go on to the same end of the scale.
func (s *scale) together(a, b rung) bool {
	from, to := compareFrom(s.from(a), s.from(b)), compareTo(s.to(a), s.to(b))
	return from == 0 && to == 0 || from == 0 && s.from(a) == nil || to == 0 && s.to(a) == nil
}

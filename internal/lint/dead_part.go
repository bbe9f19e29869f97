package lint

import (
	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/reach"
)

func deadTest() Rule {
	return Rule{
		Code: "dead-test", Severity: diag.Warning,
		Summary: "One test in a condition never holds.",
		Why: "The rule can appear by its other tests, so the mistake does not show: a level that no option has, a figure beyond its range, a " +
			"level of a question that has none. Mend the test, or leave it out.",
		Bad: `
any:
  - level: way_back
    gt: 4
  - unknown: way_back`,
		Good: `
any:
  - level: way_back
    lte: 2
  - unknown: way_back`,
		check: func(s *subject) {
			for _, e := range s.living() {
				for _, test := range tests(e.when, nil) {
					if s.never(reach.Holds(test)) {
						s.report(place{e.at.file, test.Pos}, s.because(test), "%s: %s never holds", e.label, shown(test))
					}
				}
			}
		},
	}
}

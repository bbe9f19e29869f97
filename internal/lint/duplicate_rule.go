package lint

import (
	"github.com/opsfit/opsfit/internal/diag"
)

func duplicateRule() Rule {
	return Rule{
		Code: "duplicate-rule", Severity: diag.Warning,
		Summary: "Two rules of a kind appear under the same condition.",
		Why: "Two warnings with one condition name the same danger twice. Two recommendations with one condition, one axis and one direction " +
			"are one step in two items. Mostly one of them was copied and its condition was forgotten. Make one of the two, or mend the " +
			"condition.",
		Bad: `
id: second_net
when:
  any:
    - unknown: net
    - level: net
      lte: 2`,
		Good: `
id: build_net
when:
  any:
    - level: net
      lte: 2
    - unknown: net`,
		check: func(s *subject) {
			first := map[string]*entry{}
			for _, e := range s.rules.all() {
				key := e.sameness()
				if earlier := first[key]; earlier != nil {
					s.report(e.at, "make one of the two, or mend a condition",
						"%s appears under the same condition as %s", e.label, diag.Quote(earlier.id))
					continue
				}
				first[key] = e
			}
		},
	}
}

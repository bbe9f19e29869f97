package lint

import (
	"slices"

	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/reach"
)

func remedyApart() Rule {
	return Rule{
		Code: "remedy-apart", Severity: diag.Warning,
		Summary: "A recommendation never applies while the warning that it answers is there.",
		Why: "A remedy is ranked higher while its warning is active. Where the two conditions exclude each other the warning stands without " +
			"this remedy, and the recommendation appears only when there is nothing to remedy. Mend one of the conditions, or take the " +
			"warning out of \"answers_warnings\".",
		Bad: `
id: try_way_back
when:
  all:
    - level: way_back
      gte: 2
answers_warnings:
  - no_way_back`,
		Good: `
id: try_way_back
when:
  any:
    - level: way_back
      lte: 2
    - unknown: way_back
answers_warnings:
  - no_way_back`,
		check: checkRemedies,
	}
}

func checkRemedies(s *subject) {
	living := s.living()
	for _, e := range living {
		if e.advice == nil {
			continue
		}
		for _, warning := range living {
			if warning.warning == nil || !slices.Contains(e.advice.AnswersWarnings, warning.id) {
				continue
			}
			if s.never(reach.Holds(warning.when), reach.Holds(e.when)) {
				s.report(e.at, "mend one of the conditions, or take the warning out", "%s never applies while %s is there, which it answers",
					e.label, warning.label)
			}
		}
	}
}

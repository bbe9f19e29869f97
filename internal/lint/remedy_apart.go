package lint

import (
	"slices"

	"github.com/opsfit/opsfit/internal/satisfy"
)

func checkRemedyApart(s *subject) {
	living := s.reachableRules()
	for _, e := range living {
		if e.advice == nil {
			continue
		}
		for _, warning := range living {
			if warning.warning == nil || !slices.Contains(e.advice.AnswersWarnings, warning.id) {
				continue
			}
			if s.isUnsat(satisfy.Holds(warning.when), satisfy.Holds(e.when)) {
				s.addFinding(e.at, "fix one of the conditions, or take the warning out", "%s never applies while %s is there, which it answers",
					e.label, warning.label)
			}
		}
	}
}

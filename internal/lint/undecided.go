package lint

import (
	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/reach"
)

func undecided() Rule {
	return Rule{
		Code: "undecided", Severity: diag.Note,
		Summary: "Whether any answers make a rule appear could not be decided.",
		Why: "That a rule can appear is shown by a sheet, and that it cannot by ruling out every sheet. Both can take more work than a check " +
			"may cost: when a condition joins many figures, or wants one of them in a very narrow stretch. The rule may be in order. A " +
			"condition with fewer figures, or a test written with gte or lte instead of eq, is easier to decide and to read.",
		check: func(s *subject) {
			for _, e := range s.judged() {
				if s.fateOf(e) == reach.Undecided {
					s.report(e.at, "ask for fewer figures at once, or for wider stretches",
						"%s: it would take too long to decide whether any answers make it appear", e.label)
				}
			}
		},
	}
}

package lint

import (
	"slices"

	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/reach"
)

func gradeNever() Rule {
	return Rule{
		Code: "grade-never", Severity: diag.Warning,
		Summary: "A warning can never have one of its severities.",
		Why: "The most severe word whose condition holds is taken. A severity whose condition never holds together with that of the " +
			"warning, or only where a more severe one holds as well, is never shown, and a gate that waits for it never closes. Mend " +
			"its condition, or leave it out.",
		Bad: `
severity:
  critical:
    level: net
    eq: 0
  high:
    level: net
    lt: 1`,
		Good: `
severity:
  critical:
    level: net
    eq: 0
  high:
    level: net
    lte: 2`,
		check: func(s *subject) {
			for _, e := range s.living() {
				if e.warning != nil {
					s.checkGrades(e)
				}
			}
		},
	}
}

func (s *subject) checkGrades(e *entry) {
	parts := []reach.Part{reach.Holds(e.warning.When)}
	for _, grade := range e.warning.Grades {
		if s.never(append(slices.Clip(parts), reach.Holds(grade.When))...) {
			at := e.at
			if grade.When.Kind != questionnaire.Always {
				at.pos = grade.When.Pos
			}
			s.report(at, "mend its condition, or leave it out", "%s is never %s", e.label, grade.Severity)
		}
		parts = append(parts, reach.Fails(grade.When))
	}
}

package lint

import (
	"slices"

	"github.com/opsfit/opsfit/internal/condition"
	"github.com/opsfit/opsfit/internal/reach"
)

func checkGradeNever(s *subject) {
	for _, e := range s.living() {
		if e.warning != nil {
			s.checkGrades(e)
		}
	}
}

func (s *subject) checkGrades(e *entry) {
	parts := []reach.Part{reach.Holds(e.warning.When)}
	for _, grade := range e.warning.Grades {
		if s.never(append(slices.Clip(parts), reach.Holds(grade.When))...) {
			at := e.at
			if grade.When.Kind != condition.Always {
				at.pos = grade.When.Pos
			}
			s.report(at, "mend its condition, or leave it out", "%s is never %s", e.label, grade.Severity)
		}
		parts = append(parts, reach.Fails(grade.When))
	}
}

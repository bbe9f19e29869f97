package lint

import (
	"slices"

	"github.com/opsfit/opsfit/internal/condition"
	"github.com/opsfit/opsfit/internal/satisfy"
)

func checkGradeNever(s *subject) {
	for _, e := range s.reachableRules() {
		if e.warning != nil {
			s.checkGrades(e)
		}
	}
}

func (s *subject) checkGrades(e *catalogueRule) {
	constraints := []satisfy.Constraint{satisfy.Holds(e.warning.When)}
	for _, grade := range e.warning.Grades {
		if s.isUnsat(append(slices.Clip(constraints), satisfy.Holds(grade.When))...) {
			at := e.at
			if grade.When.Kind != condition.Always {
				at.pos = grade.When.Pos
			}
			s.addFinding(at, "fix its condition, or leave it out", "%s is never %s", e.label, grade.Severity)
		}
		constraints = append(constraints, satisfy.Fails(grade.When))
	}
}

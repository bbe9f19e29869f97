package lint

import (
	"github.com/opsfit/opsfit/internal/condition"
	"github.com/opsfit/opsfit/internal/satisfy"
)

// checkGradeGap looks for a sheet on which the condition of a warning holds and none of its severities does.
func checkGradeGap(s *subject) {
	for _, e := range s.reachableRules() {
		if e.warning == nil {
			continue
		}
		constraints, always := []satisfy.Constraint{satisfy.Holds(e.warning.When)}, false
		for _, grade := range e.warning.Grades {
			always = always || grade.When.Kind == condition.Always
			constraints = append(constraints, satisfy.Fails(grade.When))
		}
		if !always && s.solveConstraints(constraints...) == satisfy.Sat {
			s.addFinding(e.at, "give the least severe word the condition of the warning",
				"%s stays silent on some sheets where its condition holds: none of its severities does", e.label)
		}
	}
}

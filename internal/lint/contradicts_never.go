package lint

import (
	"slices"

	"github.com/opsfit/opsfit/internal/questionnaire"
)

func checkContradictsNever(s *subject) {
	for _, one := range s.scales() {
		for _, side := range []struct {
			name questionnaire.Side
			ends func(rung) bool
		}{
			{questionnaire.Above, func(r rung) bool { return one.to(r) != nil }},
			{questionnaire.Below, func(r rung) bool { return one.from(r) != nil }},
		} {
			claims := one.mapping.Contradicts == side.name || one.mapping.Contradicts == questionnaire.Both
			if claims && len(one.ranges) > 0 && !slices.ContainsFunc(one.ranges, side.ends) {
				s.report(place{one.question.File, one.mapping.Pos}, "name the other side, or give a range an end there",
					"%s: no value can lie %s the range of an option, so that none contradicts there", one.label(), side.name)
			}
		}
	}
}

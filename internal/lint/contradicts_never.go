package lint

import (
	"slices"

	"github.com/opsfit/opsfit/internal/questionnaire"
)

func checkContradictsNever(s *subject) {
	for _, one := range s.findScales() {
		for _, side := range []struct {
			name questionnaire.Side
			ends func(rankedRange) bool
		}{
			{questionnaire.Above, func(r rankedRange) bool { return one.upperEnd(r) != nil }},
			{questionnaire.Below, func(r rankedRange) bool { return one.lowerEnd(r) != nil }},
		} {
			claims := one.mapping.Contradicts == side.name || one.mapping.Contradicts == questionnaire.Both
			if claims && len(one.ranges) > 0 && !slices.ContainsFunc(one.ranges, side.ends) {
				s.addFinding(place{one.question.File, one.mapping.Pos}, "name the other side, or give a range an end there",
					"%s: no value can lie %s the range of an option, so that none contradicts there", one.describeScale(), side.name)
			}
		}
	}
}

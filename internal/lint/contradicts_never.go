package lint

import (
	"slices"

	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/questionnaire"
)

func contradictsNever() Rule {
	return Rule{
		Code: "contradicts-never", Severity: diag.Warning,
		Summary: "A figure is said to contradict answers on a side on which it cannot.",
		Why: "Only a value beyond the range of an answer can contradict it. Where no range has an end on that side, none ever does, and the " +
			"file promises a check that is not there. Name the other side, or give a range an end.",
		Bad: `
measure: releases.gap_days.median
contradicts: above
ranges:
  yearly:
    from: 90
  monthly:
    from: 7`,
		Good:  rangeExample("90", "", "7", "90", "7"),
		check: (*subject).contradictsNever,
	}
}

func (s *subject) contradictsNever() {
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

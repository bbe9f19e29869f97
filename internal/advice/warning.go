package advice

import (
	"cmp"
	"slices"
	"strings"

	"github.com/opsfit/opsfit/internal/condition"
	"github.com/opsfit/opsfit/internal/questionnaire"
)

// warnings returns the active warnings, the most severe first, then by id.
func (f *Facts) warnings(rules []questionnaire.Warning) []Warning {
	var active []Warning
	for i := range rules {
		if warning, ok := f.warning(&rules[i]); ok {
			active = append(active, warning)
		}
	}
	slices.SortFunc(active, func(a, b Warning) int {
		return cmp.Or(
			cmp.Compare(b.Severity.Rank(), a.Severity.Rank()),
			strings.Compare(a.Rule.ID, b.Rule.ID),
		)
	})
	return active
}

// warning grades a warning whose condition holds. A warning with no grade that holds stays silent: its grades are
// part of its condition, and it would be false to give it a severity that its author tied to something else.
func (f *Facts) warning(rule *questionnaire.Warning) (Warning, bool) {
	if !rule.When.Holds(f) {
		return Warning{}, false
	}
	for i := range rule.Grades {
		grade := &rule.Grades[i]
		if grade.When.Holds(f) {
			both := condition.Condition{Kind: condition.All, Of: []condition.Condition{rule.When, grade.When}}
			return Warning{Rule: rule, Severity: grade.Severity, Because: f.Causes(&both)}, true
		}
	}
	return Warning{}, false
}

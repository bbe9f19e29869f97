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
	slices.SortFunc(active, func(a, b Warning) int { return compareWarnings(&a, &b) })
	return active
}

func compareWarnings(a, b *Warning) int {
	return cmp.Or(cmp.Compare(b.Severity.Rank(), a.Severity.Rank()), strings.Compare(a.Rule.ID, b.Rule.ID))
}

// warning grades a warning whose condition holds.
func (f *Facts) warning(rule *questionnaire.Warning) (Warning, bool) {
	severity, both := f.grade(rule)
	if both == nil {
		return Warning{}, false
	}
	return Warning{Rule: rule, Severity: severity, Because: f.Causes(both)}, true
}

// grade is the severity of a warning and the condition that it rests on, its own and that of its grade; nil where either does
// not hold. A warning with no grade that holds stays silent: its grades are part of its condition, and it would be false to
// give it a severity that its author tied to something else.
func (f *Facts) grade(rule *questionnaire.Warning) (questionnaire.Severity, *condition.Condition) {
	if !rule.When.Holds(f) {
		return "", nil
	}
	for i := range rule.Grades {
		if grade := &rule.Grades[i]; grade.When.Holds(f) {
			return grade.Severity, &condition.Condition{Kind: condition.All, Of: []condition.Condition{rule.When, grade.When}}
		}
	}
	return "", nil
}

package advice

import (
	"cmp"
	"math/big"
	"slices"
	"strings"

	"github.com/opsfit/opsfit/internal/condition"
	"github.com/opsfit/opsfit/internal/exact"
	"github.com/opsfit/opsfit/internal/questionnaire"
)

// warnings returns the active warnings, the gravest first.
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

// compareWarnings puts the more severe of two first, then the one that rests on the answer that is farther below what is called for.
func compareWarnings(a, b *Warning) int {
	return cmp.Or(
		cmp.Compare(b.Severity.Rank(), a.Severity.Rank()), compareDistances(b.Distance, a.Distance),
		strings.Compare(a.Rule.Title, b.Rule.Title), strings.Compare(a.Rule.ID, b.Rule.ID),
	)
}

// compareDistances is a.Cmp(b), where none is the shortest.
func compareDistances(a, b *big.Rat) int {
	switch {
	case a == nil && b == nil:
		return 0
	case a == nil:
		return -1
	case b == nil:
		return 1
	}
	return exact.Compare(a, b)
}

// distance is how far the worst of the answers to the questions lies below the floor of its axis; nil where none does.
func (f *Facts) distance(questions []string) *big.Rat {
	var worst *big.Rat
	for _, u := range f.result.Unmet() {
		if slices.Contains(questions, u.Question) {
			worst = larger(worst, u.Distance())
		}
	}
	return worst
}

// warning grades a warning whose condition holds.
func (f *Facts) warning(rule *questionnaire.Warning) (Warning, bool) {
	severity, both := f.grade(rule)
	if both == nil {
		return Warning{}, false
	}
	because := f.Causes(both)
	return Warning{Rule: rule, Severity: severity, Because: because, Distance: f.distance(because)}, true
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

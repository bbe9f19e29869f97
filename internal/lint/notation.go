package lint

import (
	"slices"
	"strings"

	"github.com/opsfit/opsfit/internal/condition"
)

// formatCondition writes a condition in a line. Conditions with the same meaning read the same, whatever the order of
// their parts. The text is not yet safe to show: names in it come from a file.
func formatCondition(c condition.Condition) string { return c.Sorted().String() }

func sortedCopy(texts []string) []string {
	return slices.Sorted(slices.Values(texts))
}

// splitConjunction appends the parts of a condition that must hold together, in the order of their notation.
func splitConjunction(c condition.Condition) []condition.Condition {
	var list []condition.Condition
	var add func(condition.Condition)
	add = func(c condition.Condition) {
		if c.Kind != condition.All {
			list = append(list, c)
			return
		}
		for _, part := range c.Of {
			add(part)
		}
	}
	add(c)
	slices.SortStableFunc(list, func(a, b condition.Condition) int { return strings.Compare(formatCondition(a), formatCondition(b)) })
	return list
}

func bothConditions(a, b condition.Condition) condition.Condition {
	return condition.Condition{Kind: condition.All, Of: []condition.Condition{a, b}}
}

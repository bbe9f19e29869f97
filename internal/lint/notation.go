package lint

import (
	"slices"
	"strings"

	"github.com/opsfit/opsfit/internal/questionnaire"
)

// notation writes a condition in a line, tests as they are written for gates where there is such a form. Equal conditions
// read the same whatever the order of their parts. The text is not yet safe to show: names in it come from a file.
func notation(c questionnaire.Condition) string {
	switch c.Kind {
	case questionnaire.All, questionnaire.Any, questionnaire.None:
		return joined(c)
	case questionnaire.MetricTest:
		return bounded(questionnaire.FormatSubject(c.Metric, c.Axis), c.Bounds)
	case questionnaire.AnswerTest:
		return c.Question + " is " + strings.Join(sorted(c.Options), " or ")
	case questionnaire.LevelTest:
		return bounded("level of "+c.Question, c.Bounds)
	case questionnaire.UnknownTest:
		return c.Question + " is unknown"
	case questionnaire.ShiftTest:
		return "a shift of " + c.Axis + " towards " + c.Towards
	case questionnaire.NotShiftTest:
		return "no shift of " + c.Axis + " towards " + c.Towards
	case questionnaire.Always:
	}
	return "always"
}

func joined(c questionnaire.Condition) string {
	var parts []string
	for _, part := range c.Of {
		text := notation(part)
		if len(part.Of) > 1 {
			text = "(" + text + ")"
		}
		parts = append(parts, text)
	}
	parts = slices.Compact(sorted(parts))
	switch c.Kind {
	case questionnaire.None:
		return "none of (" + strings.Join(parts, "; ") + ")"
	case questionnaire.Any:
		return strings.Join(parts, " or ")
	default:
		return strings.Join(parts, " and ")
	}
}

func bounded(subject string, bounds []questionnaire.Bound) string {
	var parts []string
	for _, bound := range bounds {
		parts = append(parts, subject+" "+bound.Op.Symbol()+" "+decimal(bound.Value))
	}
	return strings.Join(sorted(parts), " and ")
}

func sorted(texts []string) []string {
	return slices.Sorted(slices.Values(texts))
}

// tests appends the tests of a condition.
func tests(c questionnaire.Condition, list []questionnaire.Condition) []questionnaire.Condition {
	switch c.Kind {
	case questionnaire.Always:
		return list
	case questionnaire.All, questionnaire.Any, questionnaire.None:
		for _, part := range c.Of {
			list = tests(part, list)
		}
		return list
	default:
		return append(list, c)
	}
}

// conjuncts appends the parts of a condition that must hold together, in the order of their notation.
func conjuncts(c questionnaire.Condition) []questionnaire.Condition {
	var list []questionnaire.Condition
	var add func(questionnaire.Condition)
	add = func(c questionnaire.Condition) {
		if c.Kind != questionnaire.All {
			list = append(list, c)
			return
		}
		for _, part := range c.Of {
			add(part)
		}
	}
	add(c)
	slices.SortStableFunc(list, func(a, b questionnaire.Condition) int { return strings.Compare(notation(a), notation(b)) })
	return list
}

func both(a, b questionnaire.Condition) questionnaire.Condition {
	return questionnaire.Condition{Kind: questionnaire.All, Of: []questionnaire.Condition{a, b}}
}

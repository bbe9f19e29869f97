package methodology

import (
	"strings"

	"github.com/opsfit/opsfit/internal/questionnaire"
)

// conditionWords writes a condition of the catalogue in one line: "shortfall on stability >= 1.5 and outage_cost is safety
// or serious".
func conditionWords(c *questionnaire.Condition) string {
	switch c.Kind {
	case questionnaire.Always:
		return "always"
	case questionnaire.All:
		return joinedConditions(c.Of, " and ")
	case questionnaire.Any:
		return "(" + joinedConditions(c.Of, " or ") + ")"
	case questionnaire.None:
		return "none of (" + joinedConditions(c.Of, "; ") + ")"
	case questionnaire.MetricTest:
		return c.Metric + " on " + c.Axis + " " + boundWords(c.Bounds)
	case questionnaire.AnswerTest:
		return c.Question + " is " + strings.Join(c.Options, " or ")
	case questionnaire.LevelTest:
		return "level of " + c.Question + " " + boundWords(c.Bounds)
	case questionnaire.UnknownTest:
		return c.Question + " is answered don't know"
	case questionnaire.ShiftTest:
		return "the direction of " + c.Axis + " is towards " + c.Towards
	case questionnaire.NotShiftTest:
		return "the direction of " + c.Axis + " is not towards " + c.Towards
	}
	return ""
}

func joinedConditions(of []questionnaire.Condition, by string) string {
	var parts []string
	for i := range of {
		parts = append(parts, conditionWords(&of[i]))
	}
	return strings.Join(parts, by)
}

func boundWords(bounds []questionnaire.Bound) string {
	var parts []string
	for _, bound := range bounds {
		parts = append(parts, bound.Op.Symbol()+" "+figure(bound.Value))
	}
	return strings.Join(parts, " and ")
}

package condition

import (
	"maps"
	"slices"
	"strings"

	"github.com/opsfit/opsfit/internal/exact"
)

// String writes a condition in one line; a metric test reads as ParseTest reads it. Text from a file must be made safe before
// it is shown.
func (c Condition) String() string {
	switch c.Kind {
	case All:
		return strings.Join(c.parts(), " and ")
	case Any:
		return strings.Join(c.parts(), " or ")
	case None:
		return "none of (" + strings.Join(c.parts(), "; ") + ")"
	case MetricTest:
		return bounded(c.Subject(), c.Bounds)
	case AnswerTest:
		return c.Question + " is " + strings.Join(c.Options, " or ")
	case LevelTest:
		return bounded("level of "+c.Question, c.Bounds)
	case UnmetTest:
		return c.Question + " is below its floor"
	case UnknownTest:
		return c.Question + " is unknown"
	case ShiftTest:
		return "a shift of " + c.Axis + " towards " + c.Towards
	case NotShiftTest:
		return "no shift of " + c.Axis + " towards " + c.Towards
	case HeldTest:
		return c.Axis + " is held by a limit"
	case AdviceTest:
		return "the advice is " + strings.Join(c.Options, " or ")
	case Always:
	}
	return "always"
}

// Subject writes what a metric test is about: "fit", "fit.delivery".
func (c Condition) Subject() string {
	if c.Axis == Overall || c.Axis == "" {
		return c.Metric.String()
	}
	return c.Metric.String() + "." + c.Axis
}

// parts are the texts of the parts, those that join several themselves in parentheses.
func (c Condition) parts() []string {
	parts := make([]string, 0, len(c.Of))
	for _, part := range c.Of {
		parts = append(parts, part.asPart())
	}
	return parts
}

func (c Condition) asPart() string {
	if len(c.Of) > 1 {
		return "(" + c.String() + ")"
	}
	return c.String()
}

// String writes a bound as "< 3".
func (b Bound) String() string { return b.Op.Symbol() + " " + exact.Text(b.Value) }

func bounded(subject string, bounds []Bound) string {
	parts := make([]string, 0, len(bounds))
	for _, bound := range bounds {
		parts = append(parts, subject+" "+bound.String())
	}
	return strings.Join(parts, " and ")
}

// Sorted returns a condition that asks for the same, with its parts, options and bounds in the order of their text and each
// once: two conditions that differ in nothing else then read the same.
func (c Condition) Sorted() Condition {
	c.Options = slices.Compact(slices.Sorted(slices.Values(c.Options)))
	c.Bounds = slices.SortedFunc(slices.Values(c.Bounds), func(a, b Bound) int { return strings.Compare(a.String(), b.String()) })
	parts := make(map[string]Condition, len(c.Of))
	for _, part := range c.Of {
		sorted := part.Sorted()
		parts[sorted.asPart()] = sorted
	}
	c.Of = nil
	for _, text := range slices.Sorted(maps.Keys(parts)) {
		c.Of = append(c.Of, parts[text])
	}
	return c
}

package condition

import (
	"math/big"
	"slices"

	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/exact"
)

// Overall stands where an axis is named and all of them together are meant.
const Overall = "overall"

// Kind tells the forms of a condition apart. The zero kind is the empty condition, which always holds.
type Kind int

const (
	// Always is the empty condition.
	Always Kind = iota
	// All holds when every condition in Of holds.
	All
	// Any holds when at least one condition in Of holds.
	Any
	// None holds when no condition in Of holds.
	None
	// MetricTest compares a metric of the result.
	MetricTest
	// AnswerTest holds when Question was answered with one of Options.
	AnswerTest
	// LevelTest compares the readiness level of the answer to Question.
	LevelTest
	// UnmetTest holds when the level of the answer to Question lies below the floor of its axis.
	UnmetTest
	// UnknownTest holds when Question is asked and applies, and has no answer or "don't know".
	UnknownTest
	// ShiftTest holds when the situation asks for the other side on Axis, in direction Towards.
	ShiftTest
	// NotShiftTest is the negation of ShiftTest; it holds when no shift can be computed.
	NotShiftTest
	// HeldTest holds when more is wanted on Axis than a limit allows.
	HeldTest
	// AdviceTest holds when the advice of the verdict is one of Options.
	AdviceTest
)

// Condition is one parsed condition. A test on a value that is not asked or not known is false, also inside None (which then
// holds).
type Condition struct {
	Kind Kind
	// Of are the parts of All, Any and None.
	Of []Condition
	// Metric is set for MetricTest alone.
	Metric Metric
	// Axis is an axis id or Overall, for MetricTest, ShiftTest, NotShiftTest and HeldTest.
	Axis string
	// Question is the id for AnswerTest, LevelTest, UnmetTest and UnknownTest. It may name a question of another questionnaire: such a test
	// is false.
	Question string
	// Options are the accepted option ids of AnswerTest, and the accepted advice of AdviceTest.
	Options []string
	// Bounds are the comparisons of MetricTest and LevelTest; all must hold.
	Bounds []Bound
	// Towards is "devops" or "sysops", for ShiftTest and NotShiftTest.
	Towards string
	Pos     diag.Pos
}

// IsTest reports a condition that looks at the assessment by itself, and not through its parts.
func (c *Condition) IsTest() bool { return c.Kind > None }

// Tests returns the tests in a condition, whether they hold or not, in its order.
func (c *Condition) Tests() []*Condition { return c.tests(nil) }

func (c *Condition) tests(found []*Condition) []*Condition {
	if c.IsTest() {
		return append(found, c)
	}
	for i := range c.Of {
		found = c.Of[i].tests(found)
	}
	return found
}

// IsAboutLeaning reports a test on what only a result about the line between the poles has.
func (c *Condition) IsAboutLeaning() bool {
	switch c.Kind {
	case ShiftTest, NotShiftTest, HeldTest, AdviceTest:
		return true
	case MetricTest:
		return c.Metric.Definition().LeaningOnly
	case Always, All, Any, None, AnswerTest, LevelTest, UnmetTest, UnknownTest:
	}
	return false
}

// NeedsRobustness reports that a test in a condition is on a metric of robustness.
func (c *Condition) NeedsRobustness() bool {
	return slices.ContainsFunc(c.Tests(), func(test *Condition) bool {
		return test.Kind == MetricTest && test.Metric.Definition().Robustness
	})
}

// Op is a comparison.
type Op string

// The comparisons.
const (
	LT  Op = "lt"
	LTE Op = "lte"
	GTE Op = "gte"
	GT  Op = "gt"
	EQ  Op = "eq"
)

// Ops returns the comparisons.
func Ops() []Op { return []Op{LT, LTE, GTE, GT, EQ} }

// Symbol returns the sign for a comparison in one line: "<", "<=", ">=", ">" or "==".
func (o Op) Symbol() string {
	switch o {
	case LT:
		return "<"
	case LTE:
		return "<="
	case GTE:
		return ">="
	case GT:
		return ">"
	case EQ:
		return "=="
	}
	return string(o)
}

// Words puts a comparison in front of its number: "at least".
func (o Op) Words() string {
	switch o {
	case LT:
		return "below"
	case LTE:
		return "at most"
	case GTE:
		return "at least"
	case GT:
		return "above"
	case EQ:
		return "exactly"
	}
	return string(o)
}

// Bound is one comparison with an exact number.
type Bound struct {
	Op    Op
	Value *big.Rat
}

// Holds reports whether value stands in the bound's relation to its number.
func (b Bound) Holds(value *big.Rat) bool {
	c := exact.Compare(value, b.Value)
	switch b.Op {
	case LT:
		return c < 0
	case LTE:
		return c <= 0
	case GTE:
		return c >= 0
	case GT:
		return c > 0
	case EQ:
		return c == 0
	}
	return false
}

// Within reports whether a value is known and stands within all bounds; nil is not known.
func Within(value *big.Rat, bounds []Bound) bool {
	if value == nil {
		return false
	}
	for _, bound := range bounds {
		if !bound.Holds(value) {
			return false
		}
	}
	return true
}

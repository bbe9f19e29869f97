package advice

import (
	"math/big"
	"slices"

	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/score"
)

// Holds reports whether a condition is true of the facts. A test on a value that is not asked or not known is
// false, also inside None, which then holds; NotShiftTest alone holds when no shift can be computed.
func (f *Facts) Holds(c questionnaire.Condition) bool { return f.holds(&c) }

func (f *Facts) holds(c *questionnaire.Condition) bool {
	switch c.Kind {
	case questionnaire.Always:
		return true
	case questionnaire.All:
		return !f.anyIs(false, c.Of)
	case questionnaire.Any:
		return f.anyIs(true, c.Of)
	case questionnaire.None:
		return !f.anyIs(true, c.Of)
	default:
		return f.passes(c)
	}
}

// anyIs reports that one of the conditions holds, or that one does not.
func (f *Facts) anyIs(holding bool, of []questionnaire.Condition) bool {
	for i := range of {
		if f.holds(&of[i]) == holding {
			return true
		}
	}
	return false
}

// passes decides a single test.
func (f *Facts) passes(test *questionnaire.Condition) bool {
	switch test.Kind {
	case questionnaire.MetricTest:
		return Meets(f, test)
	case questionnaire.AnswerTest:
		option := f.chosen(test.Question)
		return option != nil && slices.Contains(test.Options, option.ID)
	case questionnaire.LevelTest:
		option := f.chosen(test.Question)
		return option != nil && within(test.Bounds, option.Readiness)
	case questionnaire.UnknownTest:
		return f.status(test.Question) == answers.DontKnow
	case questionnaire.ShiftTest:
		return f.shifts(test)
	case questionnaire.NotShiftTest:
		return !f.shifts(test)
	default:
		return false
	}
}

// Measured are the figures of one assessment: Facts, or a saved result.
type Measured interface {
	// Value returns a metric of questionnaire.MetricNames on an axis, or on "overall" (also written ""); nil when it
	// could not be computed, and for a metric or an axis that there is none of. Callers must not modify it.
	Value(metric, axis string) *big.Rat
}

// Meets reports whether a metric test holds of what was measured. A test on a value that is not known is false, and so is
// a condition of any other kind.
func Meets(figures Measured, test *questionnaire.Condition) bool {
	return test.Kind == questionnaire.MetricTest && within(test.Bounds, figures.Value(test.Metric, test.Axis))
}

// within reports whether a known value stands within all bounds.
func within(bounds []questionnaire.Bound, value *big.Rat) bool {
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

// shifts leaves the question of how far and from which side to the direction of the axis. The result gives
// directions to axes only, so there is no shift overall.
func (f *Facts) shifts(test *questionnaire.Condition) bool {
	axis := f.axes[test.Axis]
	if axis == nil {
		return false
	}
	return (axis.Direction == score.TowardsDevOps && test.Towards == string(score.DevOps)) ||
		(axis.Direction == score.TowardsSysOps && test.Towards == string(score.SysOps))
}

// Passing returns the tests that make a condition hold: those that pass in the branches that hold. There are none when it
// does not hold, and none where nothing but None makes it hold.
func (f *Facts) Passing(c questionnaire.Condition) []questionnaire.Condition {
	var tests []questionnaire.Condition
	for _, test := range f.satisfied(&c, nil) {
		tests = append(tests, *test)
	}
	return tests
}

// satisfied appends the tests that make a condition hold: those that pass in the branches that hold. What None
// rules out does not pass, so it adds none.
func (f *Facts) satisfied(c *questionnaire.Condition, tests []*questionnaire.Condition) []*questionnaire.Condition {
	if c.Kind == questionnaire.Always || c.Kind == questionnaire.None || !f.holds(c) {
		return tests
	}
	if c.Kind != questionnaire.All && c.Kind != questionnaire.Any {
		return append(tests, c)
	}
	for i := range c.Of {
		tests = f.satisfied(&c.Of[i], tests)
	}
	return tests
}

// unmet appends the tests that keep a condition from holding. What None should rule out and does not is
// returned as None of that test.
func (f *Facts) unmet(c *questionnaire.Condition, tests []questionnaire.Condition) []questionnaire.Condition {
	if f.holds(c) {
		return tests
	}
	switch c.Kind {
	case questionnaire.All, questionnaire.Any:
		for i := range c.Of {
			tests = f.unmet(&c.Of[i], tests)
		}
	case questionnaire.None:
		for i := range c.Of {
			tests = f.ruledOut(&c.Of[i], tests)
		}
	default:
		tests = append(tests, *c)
	}
	return tests
}

// ruledOut appends what would keep a condition that holds from holding: each passing test as None of that test, and,
// through a None that holds, the tests that it sees failing.
func (f *Facts) ruledOut(c *questionnaire.Condition, tests []questionnaire.Condition) []questionnaire.Condition {
	if !f.holds(c) {
		return tests
	}
	switch c.Kind {
	case questionnaire.Always:
	case questionnaire.All, questionnaire.Any:
		for i := range c.Of {
			tests = f.ruledOut(&c.Of[i], tests)
		}
	case questionnaire.None:
		for i := range c.Of {
			tests = f.unmet(&c.Of[i], tests)
		}
	default:
		tests = append(tests, questionnaire.Condition{Kind: questionnaire.None, Of: []questionnaire.Condition{*c}, Pos: c.Pos})
	}
	return tests
}

package condition

import (
	"math/big"
	"slices"
)

// Facts are what conditions are asked of.
type Facts interface {
	// Figures returns the figures; callers must not modify them.
	Figures() *Figures
	// Answer says how a question was answered; the zero Answer stands for one that is not asked.
	Answer(question string) Answer
}

// Answer is what conditions can ask of the answer to one question.
type Answer struct {
	// Options are the chosen ones: mostly one, several where all that apply may be chosen, none for no answer.
	Options []string
	// Level is the readiness level of the answer; nil for none.
	Level *big.Rat
	// Unmet tells that the level lies below the floor of the question's axis.
	Unmet bool
	// Unknown tells that the question applies and has no answer, or "don't know".
	Unknown bool
}

// Holds reports whether a condition is true of the facts.
func (c *Condition) Holds(facts Facts) bool {
	switch c.Kind {
	case Always:
		return true
	case All:
		return !anyIs(false, c.Of, facts)
	case Any:
		return anyIs(true, c.Of, facts)
	case None:
		return !anyIs(true, c.Of, facts)
	case MetricTest:
		return facts.Figures().Meets(c)
	case ShiftTest:
		return c.shifts(facts.Figures())
	case NotShiftTest:
		return !c.shifts(facts.Figures())
	case HeldTest:
		axis := facts.Figures().Axis(c.Axis)
		return axis != nil && axis.Held
	case AdviceTest:
		return slices.Contains(c.Options, facts.Figures().Advice)
	case AnswerTest, LevelTest, UnmetTest, UnknownTest:
		return c.Accepts(facts.Answer(c.Question))
	}
	return false
}

// anyIs reports that one of the conditions holds, or that one does not.
func anyIs(holding bool, of []Condition, facts Facts) bool {
	for i := range of {
		if of[i].Holds(facts) == holding {
			return true
		}
	}
	return false
}

// Accepts reports whether a test on a question holds of an answer to it. It is false for any other condition.
func (c *Condition) Accepts(answer Answer) bool {
	switch c.Kind {
	case AnswerTest:
		return slices.ContainsFunc(answer.Options, func(chosen string) bool { return slices.Contains(c.Options, chosen) })
	case LevelTest:
		return Within(answer.Level, c.Bounds)
	case UnmetTest:
		return answer.Unmet
	case UnknownTest:
		return answer.Unknown
	case Always, All, Any, None, MetricTest, ShiftTest, NotShiftTest, HeldTest, AdviceTest:
	}
	return false
}

// shifts leaves the question of how far and from which side to the score, which tells it of axes only: there is no shift
// overall.
func (c *Condition) shifts(figures *Figures) bool {
	axis := figures.Axis(c.Axis)
	return axis != nil && axis.Towards != "" && axis.Towards == c.Towards
}

// Passing returns the tests that make a condition hold: those that pass in the branches that hold. There are none when it does
// not hold, and none where nothing but None makes it hold.
func (c *Condition) Passing(facts Facts) []*Condition { return c.passing(facts, nil) }

func (c *Condition) passing(facts Facts, tests []*Condition) []*Condition {
	if c.Kind == Always || c.Kind == None || !c.Holds(facts) {
		return tests
	}
	if c.IsTest() {
		return append(tests, c)
	}
	for i := range c.Of {
		tests = c.Of[i].passing(facts, tests)
	}
	return tests
}

// Unmet returns the tests that keep a condition from holding. What None should rule out and does not is returned as None of
// that test. There are none when it holds, and none where no single test is the cause.
func (c *Condition) Unmet(facts Facts) []Condition { return c.unmet(facts, nil) }

func (c *Condition) unmet(facts Facts, tests []Condition) []Condition {
	if c.Holds(facts) {
		return tests
	}
	if c.IsTest() {
		return append(tests, *c)
	}
	for i := range c.Of {
		if c.Kind == None {
			tests = c.Of[i].ruledOut(facts, tests)
		} else {
			tests = c.Of[i].unmet(facts, tests)
		}
	}
	return tests
}

// ruledOut appends what would keep a condition that holds from holding: each passing test as None of that test, and, through
// a None that holds, the tests that it sees failing.
func (c *Condition) ruledOut(facts Facts, tests []Condition) []Condition {
	if !c.Holds(facts) {
		return tests
	}
	if c.IsTest() {
		return append(tests, Condition{Kind: None, Of: []Condition{*c}, Pos: c.Pos})
	}
	for i := range c.Of {
		if c.Kind == None {
			tests = c.Of[i].unmet(facts, tests)
		} else {
			tests = c.Of[i].ruledOut(facts, tests)
		}
	}
	return tests
}

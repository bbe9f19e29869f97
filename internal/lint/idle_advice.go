package lint

import (
	"math/big"
	"slices"
	"strings"

	"github.com/opsfit/opsfit/internal/condition"
	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/satisfy"
)

// checkNothingToLift looks for a sheet on which the answers that an item lifts are all at their best, and on which nothing but
// those answers, figures of readiness and the situation could be the reason for it.
func checkNothingToLift(s *subject) {
	for _, e := range s.reachableRules() {
		if e.advice == nil {
			continue
		}
		best := s.liftedAtBest(e.advice)
		if len(best) == 0 {
			continue
		}
		reasons := s.withoutOtherReasons(e.when, e.advice.Lifts)
		if s.solveConstraints(append(best, satisfy.Holds(reasons))...) == satisfy.Sat {
			s.addFinding(e.at, "look at the answers that it lifts", "%s can appear although %s cannot be lifted any more",
				e.label, describeAnswers(e.advice.Lifts))
		}
	}
}

// checkAlreadyDone looks for a sheet on which everything that an item moves stands at the pole that it moves to.
func checkAlreadyDone(s *subject) {
	for _, e := range s.reachableRules() {
		if e.advice == nil {
			continue
		}
		done := s.movedAtPole(e.advice)
		if len(done) == 0 {
			continue
		}
		done = append(done, s.liftedAtBest(e.advice)...)
		if s.solveConstraints(append(done, satisfy.Holds(e.when))...) == satisfy.Sat {
			s.addFinding(e.at, "leave these answers out of its condition", "%s can appear although %s cannot be moved any further",
				e.label, describeAnswers(e.advice.Moves))
		}
	}
}

func describeAnswers(questions []string) string {
	quoted := make([]string, 0, len(questions))
	for _, id := range sortedCopy(questions) {
		quoted = append(quoted, diag.Quote(id))
	}
	return "the answer to " + strings.Join(quoted, ", ")
}

// liftedAtBest asks that every answer that an item lifts, as far as it is asked for, has its highest level.
func (s *subject) liftedAtBest(item *questionnaire.Recommendation) []satisfy.Constraint {
	var constraints []satisfy.Constraint
	for _, id := range item.Lifts {
		if q := s.Question(id); q != nil && q.Measures == questionnaire.Readiness {
			best := condition.Bound{Op: condition.EQ, Value: highestLevel([]*questionnaire.Question{q})}
			constraints = append(constraints, satisfy.Holds(condition.Condition{
				Kind: condition.LevelTest, Question: id, Bounds: []condition.Bound{best},
			}))
		}
	}
	return constraints
}

// movedAtPole asks that every answer that an item moves stands at the end that it moves to. There is nothing to ask of an item
// that moves to neither.
func (s *subject) movedAtPole(item *questionnaire.Recommendation) []satisfy.Constraint {
	sign := map[string]int{"devops": 1, "sysops": -1}[item.Direction]
	var constraints []satisfy.Constraint
	for _, id := range item.Moves {
		q := s.Question(id)
		if q == nil || q.Measures != questionnaire.Lean || sign == 0 {
			continue
		}
		ends := optionsAtPole(q, sign)
		if !isAbout(&item.When, id, ends) {
			constraints = append(constraints, satisfy.Holds(condition.Condition{Kind: condition.AnswerTest, Question: id, Options: ends}))
		}
	}
	return constraints
}

// isAbout reports a condition that asks for these answers and no others: an item may lead away from an extreme of its own side.
func isAbout(c *condition.Condition, question string, options []string) bool {
	return slices.ContainsFunc(c.Tests(), func(test *condition.Condition) bool {
		return test.Kind == condition.AnswerTest && test.Question == question &&
			!slices.ContainsFunc(test.Options, func(o string) bool { return !slices.Contains(options, o) })
	})
}

// optionsAtPole are the options with the highest position for a sign of 1, with the lowest for -1.
func optionsAtPole(q *questionnaire.Question, sign int) []string {
	var end *big.Rat
	var options []string
	for i := range q.Options {
		o := &q.Options[i]
		order := 1
		if end != nil {
			order = sign * o.Position.Cmp(end)
		}
		switch {
		case order > 0:
			end, options = o.Position, []string{o.ID}
		case order == 0:
			options = append(options, o.ID)
		}
	}
	return options
}

// withoutOtherReasons is a condition in which every test that is a reason of its own never holds. What stands in "none" is no
// reason.
func (s *subject) withoutOtherReasons(c condition.Condition, lifted []string) condition.Condition {
	switch {
	case c.IsTest() && s.isOtherReason(&c, lifted):
		return condition.Condition{Kind: condition.Any}
	case c.Kind == condition.All || c.Kind == condition.Any:
		c.Of = slices.Clone(c.Of)
		for i := range c.Of {
			c.Of[i] = s.withoutOtherReasons(c.Of[i], lifted)
		}
	}
	return c
}

// isOtherReason tells a reason for an item apart from what only narrows it, such as an answer about the situation, and from
// figures that the answers that it lifts are part of.
func (s *subject) isOtherReason(test *condition.Condition, lifted []string) bool {
	switch test.Kind {
	case condition.MetricTest:
		return test.Metric == condition.BeyondLimit || test.Metric == condition.Tension || test.Metric == condition.DontKnows
	case condition.AnswerTest:
		q := s.Question(test.Question)
		return q != nil && q.Measures != questionnaire.Context && !slices.Contains(lifted, test.Question)
	case condition.LevelTest, condition.UnmetTest, condition.UnknownTest:
		return !slices.Contains(lifted, test.Question)
	case condition.ShiftTest, condition.HeldTest, condition.AdviceTest:
		return true
	default:
		return false
	}
}

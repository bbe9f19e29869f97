package advice_test

import (
	"maps"
	"testing"

	"github.com/opsfit/opsfit/internal/advice"
	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/condition"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/questionnaire/questionnairetest"
)

// TestEveryRuleCanAppear finds a sheet for each rule of the shipped catalogue: answers that satisfy its tests on
// questions, set among uniform answers to the rest that move its metrics from one end to the other.
func TestEveryRuleCanAppear(t *testing.T) {
	t.Parallel()
	q := questionnairetest.Shipped(t, "full")
	for i := range q.Catalogue.Warnings {
		rule := &q.Catalogue.Warnings[i]
		for _, grade := range rule.Grades {
			t.Run("warning "+rule.ID+" "+string(grade.Severity), func(t *testing.T) {
				t.Parallel()
				reach(t, q, all(rule.When, grade.When), func(result advice.Result) bool { return warns(result, rule.ID, grade.Severity) })
			})
		}
	}
	for i := range q.Catalogue.Recommendations {
		rule := &q.Catalogue.Recommendations[i]
		t.Run("recommendation "+rule.ID, func(t *testing.T) {
			t.Parallel()
			reach(t, q, rule.When, func(result advice.Result) bool { return recommends(result, rule.ID, false) })
		})
		if rule.Requires.Kind != condition.Always {
			t.Run("recommendation "+rule.ID+" later", func(t *testing.T) {
				t.Parallel()
				reach(t, q, rule.When, func(result advice.Result) bool { return recommends(result, rule.ID, true) })
			})
		}
	}
}

func warns(result advice.Result, id string, severity questionnaire.Severity) bool {
	for _, warning := range result.Warnings {
		if warning.Rule.ID == id && warning.Severity == severity {
			return true
		}
	}
	return false
}

func recommends(result advice.Result, id string, later bool) bool {
	for _, recommendation := range result.Recommendations {
		if recommendation.Rule.ID == id && (len(recommendation.Blockers) > 0) == later {
			return true
		}
	}
	return false
}

// reach fails the test when no sheet that the condition suggests makes the rule appear.
func reach(t *testing.T, q *questionnaire.Questionnaire, when condition.Condition, appears func(advice.Result) bool) {
	t.Helper()
	for _, forced := range waysToSatisfy(q, when) {
		for _, around := range surroundings() {
			around.but = forced
			if appears(run(q, around.sheet(q))) {
				return
			}
		}
	}
	t.Error("no answers found that make it appear")
}

// surroundings are uniform organisations, those whose needs pull apart, one that is a little short of what its pace calls for,
// and one that knows nothing.
func surroundings() []organisation {
	var list []organisation
	for _, ready := range []string{"4", "3", "2", "1", "0"} {
		for _, needs := range []setting{at("-1"), at("0"), at("1"), tornApart} {
			for _, style := range []string{"-1", "0", "1"} {
				list = append(list,
					organisation{style: at(style), ready: at(ready), context: free(needs)},
					organisation{style: at(style), ready: at(ready), context: bound(needs)})
			}
		}
	}
	return append(list, organisation{style: at("0.5"), ready: at("1"), context: free(at("0"))}, organisation{})
}

// tornApart calls for care wherever stability is concerned and for speed everywhere else.
func tornApart(question *questionnaire.Question) *questionnaire.Option {
	for _, affect := range question.Affects {
		if affect.Axis == "stability" {
			return at("-1")(question)
		}
	}
	return at("1")(question)
}

// waysToSatisfy lists sets of answers under which the tests on questions in a condition pass. Other tests, and
// what None rules out, are left to the surroundings.
func waysToSatisfy(q *questionnaire.Questionnaire, c condition.Condition) []map[string]string {
	switch c.Kind {
	case condition.All:
		ways := []map[string]string{{}}
		for _, part := range c.Of {
			ways = combine(ways, waysToSatisfy(q, part))
		}
		return ways
	case condition.Any:
		var ways []map[string]string
		for _, part := range c.Of {
			ways = append(ways, waysToSatisfy(q, part)...)
		}
		return ways
	case condition.AnswerTest:
		return single(c.Question, c.Options)
	case condition.LevelTest:
		return single(c.Question, levels(q.Question(c.Question), c.Bounds))
	case condition.UnknownTest:
		return single(c.Question, []string{string(answers.DontKnow)})
	default:
		return []map[string]string{{}}
	}
}

func single(question string, options []string) []map[string]string {
	var ways []map[string]string
	for _, option := range options {
		ways = append(ways, map[string]string{question: option})
	}
	return ways
}

func levels(question *questionnaire.Question, bounds []condition.Bound) []string {
	var within []string
	for _, option := range question.Options {
		inside := true
		for _, bound := range bounds {
			inside = inside && bound.Holds(option.Readiness)
		}
		if inside {
			within = append(within, option.ID)
		}
	}
	return within
}

// combine joins each of one list with each of another; where both answer a question differently, they do not go
// together.
func combine(some, others []map[string]string) []map[string]string {
	var ways []map[string]string
	for _, a := range some {
		for _, b := range others {
			joined := maps.Clone(a)
			maps.Copy(joined, b)
			agree := true
			for question, option := range a {
				agree = agree && joined[question] == option
			}
			if agree {
				ways = append(ways, joined)
			}
		}
	}
	return ways
}

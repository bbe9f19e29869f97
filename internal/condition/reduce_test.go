package condition_test

import (
	"testing"

	"pgregory.net/rapid"

	"github.com/opsfit/opsfit/internal/condition"
)

func TestReduce(t *testing.T) {
	t.Parallel()
	canHold := func(test *condition.Condition) bool { return test.Question != "gone" }
	for text, want := range map[string]string{
		"{unknown: a}":                                     "a is unknown",
		"{unknown: gone}":                                  "never",
		"{all: [{unknown: a}, {unknown: gone}]}":           "never",
		"{any: [{unknown: a}, {unknown: gone}]}":           "a is unknown",
		"{any: [{unknown: gone}]}":                         "never",
		"{none: [{unknown: gone}]}":                        "always",
		"{none: [{unknown: a}, {unknown: gone}]}":          "none of (a is unknown)",
		"{none: [{none: [{unknown: gone}]}]}":              "never",
		"{any: [{unknown: a}, {none: [{unknown: gone}]}]}": "always",
		"{all: [{unknown: a}, {none: [{unknown: gone}]}]}": "a is unknown",
	} {
		c, found := read(text)
		if found != nil {
			t.Fatal(found)
		}
		rest, possible := c.Reduce(canHold)
		got := rest.String()
		if !possible {
			got = "never"
		}
		if got != want {
			t.Errorf("%s: %s, want %s", text, got, want)
		}
	}
}

// unknowns are facts about questions that have no answer, all but one of which no questionnaire asks.
type unknowns map[string]bool

func (unknowns) Figures() *condition.Figures { return &condition.Figures{} }
func (u unknowns) Answer(question string) condition.Answer {
	return condition.Answer{Unknown: u[question]}
}

// What is left holds exactly where the whole does, as long as nothing of what is left out holds.
func TestReduceKeepsTheMeaning(t *testing.T) {
	t.Parallel()
	var draw func(t *rapid.T, depth int) condition.Condition
	draw = func(t *rapid.T, depth int) condition.Condition {
		kinds := []condition.Kind{condition.UnknownTest, condition.All, condition.Any, condition.None}
		kind := rapid.SampledFrom(kinds[:1+min(depth, 1)*3]).Draw(t, "kind")
		if kind == condition.UnknownTest {
			return condition.Condition{Kind: kind, Question: rapid.SampledFrom([]string{"a", "b", "gone"}).Draw(t, "question")}
		}
		c := condition.Condition{Kind: kind}
		for range rapid.IntRange(1, 3).Draw(t, "parts") {
			c.Of = append(c.Of, draw(t, depth-1))
		}
		return c
	}
	rapid.Check(t, func(t *rapid.T) {
		c := draw(t, 3)
		rest, possible := c.Reduce(func(test *condition.Condition) bool { return test.Question != "gone" })
		facts := unknowns{"a": rapid.Bool().Draw(t, "a"), "b": rapid.Bool().Draw(t, "b")}
		if got := possible && rest.Holds(facts); got != c.Holds(facts) {
			t.Fatalf("%s holds: %t; reduced to %s (%t)", c.String(), c.Holds(facts), rest.String(), possible)
		}
		for _, test := range rest.Tests() {
			if test.Question == "gone" {
				t.Fatalf("%s is left in %s", test, rest.String())
			}
		}
	})
}

package score_test

import (
	"fmt"
	"math/big"
	"os"
	"slices"
	"strings"
	"testing"

	"gopkg.in/yaml.v3"

	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/questionnaire/questionnairetest"
	"github.com/opsfit/opsfit/internal/score"
)

// example is one worked example of the method: answers to toy.yaml, and every value that they lead to as an exact fraction.
type example struct {
	ID      string
	Answers map[string]string
	Expect  map[string]any
}

// TestModelExamples holds the worked examples, which an exact reference scorer wrote and people derived by hand.
func TestModelExamples(t *testing.T) {
	t.Parallel()
	q := loadToy(t)
	var file struct{ Examples []example }
	decodeFile(t, "testdata/examples.yaml", &file)
	if len(file.Examples) < 16 {
		t.Fatalf("%d examples", len(file.Examples))
	}
	for _, e := range file.Examples {
		t.Run(e.ID, func(t *testing.T) {
			t.Parallel()
			checkValues(t, modelValues(score.Score(q, sheet(e.Answers)).Leaning), e.Expect)
		})
	}
}

// checkValues compares those values of a result that a worked example names.
func checkValues(t *testing.T, got, expected map[string]any) {
	t.Helper()
	for key, want := range expected {
		value, known := got[key]
		if !known {
			t.Errorf("no value %s is compared", key)
		} else if have := canonical(value); have != canonical(want) {
			t.Errorf("%s is %s, want %s", key, have, canonical(want))
		}
	}
}

func loadToy(t testing.TB) *questionnaire.Questionnaire {
	t.Helper()
	return questionnairetest.File(t, "testdata/toy.yaml")
}

func decodeFile(t testing.TB, name string, into any) {
	t.Helper()
	text, err := os.ReadFile(name)
	if err == nil {
		err = yaml.Unmarshal(text, into)
	}
	if err != nil {
		t.Fatal(err)
	}
}

// modelValues are all values of a result under the names of the examples.
func modelValues(l *score.Leaning) map[string]any {
	held, beyond, clash := map[string]any{}, map[string]any{}, []any{}
	byAxis := map[string]map[string]any{}
	set := func(name, axis string, value any) {
		if byAxis[name] == nil {
			byAxis[name] = map[string]any{}
		}
		byAxis[name][axis] = value
	}
	for _, a := range l.Axes {
		set("practice", a.ID, a.Practice.Value)
		set("wanted", a.ID, a.Wanted.Value)
		set("situation", a.ID, a.Situation.Value)
		set("situation_range", a.ID, pair(a.Situation.Low, a.Situation.High))
		set("need_coverage", a.ID, a.Wanted.Coverage)
		set("tension", a.ID, a.Tension)
		set("gap", a.ID, a.Gap)
		set("direction", a.ID, wordOrNil(string(a.Direction)))
		set("readiness", a.ID, a.Readiness.Value)
		set("floor", a.ID, a.Floor)
		set("shortfall", a.ID, a.Shortfall)
		set("shortfall_worst", a.ID, a.WorstShortfall)
		set("weakest", a.ID, weakestPair(a.Weakest))
		if a.HeldBy != nil {
			held[a.ID] = limitPairs(a.HeldBy)
		}
		if a.BeyondLimit != nil {
			beyond[a.ID] = map[string]any{"by": a.BeyondLimit.Amount, "limits": limitPairs(a.BeyondLimit.By)}
		}
		if a.Clash {
			clash = append(clash, a.ID)
		}
	}
	set("practice", "overall", l.Practice.Value)
	set("wanted", "overall", l.Wanted.Value)
	set("situation", "overall", l.Situation.Value)
	set("situation_range", "overall", pair(l.Situation.Low, l.Situation.High))
	set("need_coverage", "overall", l.Wanted.Coverage)
	set("tension", "overall", l.Tension)
	set("gap", "overall", l.Gap)
	set("readiness", "overall", l.Readiness.Value)
	set("weakest", "overall", weakestPair(l.Weakest))
	values := map[string]any{
		"practice_range": pair(l.Practice.Low, l.Practice.High), "band": wordOrNil(string(l.Practice.Band)), "coverage": l.Coverage,
		"situation_band": wordOrNil(string(l.Situation.Band)), "fit": l.Fit, "held": held, "clash": clash, "beyond_limit": beyond,
		"advice": wordOrNil(string(l.Advice)), "wanted_advice": wordOrNil(string(l.WantedAdvice)), "verdict_held": l.IsHeld(),
		"unmet": unmetTriples(l.Unmet), "one_step": turnTriples(l.OneStep), "reverses": l.Reverses(),
		"confidence": wordOrNil(string(l.Confidence)), "confidence_because": words(l.ConfidenceBecause),
		"steps_to_other_side": nil, "answers_to_other_side": nil,
	}
	if l.Robustness != nil {
		values["steps_to_other_side"], values["answers_to_other_side"] = l.Robustness.Side.Steps, l.Robustness.Side.Answers
	}
	for name, members := range byAxis {
		values[name] = members
	}
	return values
}

func pair(low, high *big.Rat) any {
	if low == nil {
		return nil
	}
	return []any{low, high}
}

func wordOrNil(word string) any {
	if word == "" {
		return nil
	}
	return word
}

func weakestPair(w *score.Weakest) any {
	if w == nil {
		return nil
	}
	return []any{w.Question, w.Level}
}

func limitPairs(limits []score.Limit) any {
	list := []any{}
	for _, limit := range limits {
		list = append(list, []any{limit.Question, limit.Option})
	}
	return list
}

func unmetTriples(unmet []score.Unmet) any {
	list := []any{}
	for _, u := range unmet {
		list = append(list, []any{u.Axis, u.Question, u.Level})
	}
	return list
}

func turnTriples(turns []score.Turn) any {
	list := []any{}
	for _, turn := range turns {
		list = append(list, []any{turn.Question, turn.Option, string(turn.Advice)})
	}
	return list
}

func words[T ~string](list []T) any {
	all := []any{}
	for _, word := range list {
		all = append(all, string(word))
	}
	return all
}

// canonical writes a value so that equal values are equal texts: numbers as reduced fractions, members in the order of their
// names. Members that an example does not name are left out on both sides.
func canonical(value any) string {
	switch v := value.(type) {
	case nil:
		return "null"
	case *big.Rat:
		if v == nil {
			return "null"
		}
		return v.RatString()
	case *int:
		if v == nil {
			return "null"
		}
		return fmt.Sprint(*v)
	case string:
		if number, ok := new(big.Rat).SetString(v); ok {
			return number.RatString()
		}
		return v
	case []any:
		parts := []string{}
		for _, item := range v {
			parts = append(parts, canonical(item))
		}
		return "[" + strings.Join(parts, " ") + "]"
	case map[string]any:
		return canonicalMap(v)
	}
	return fmt.Sprint(value)
}

func canonicalMap(members map[string]any) string {
	var parts []string
	for name := range members {
		parts = append(parts, name+"="+canonical(members[name]))
	}
	slices.Sort(parts)
	return "{" + strings.Join(parts, " ") + "}"
}

// TestOutcomeExamples holds the worked examples of the limits of the words fast and stable, on the shipped questionnaire.
func TestOutcomeExamples(t *testing.T) {
	t.Parallel()
	q := questionnairetest.Shipped(t, "dora")
	var file struct{ Dora []example }
	decodeFile(t, "testdata/examples.yaml", &file)
	if len(file.Dora) < 6 {
		t.Fatalf("%d examples", len(file.Dora))
	}
	for _, e := range file.Dora {
		t.Run(e.ID, func(t *testing.T) {
			t.Parallel()
			result := score.Score(q, sheet(e.Answers)).Quadrant
			limited := map[string]any{}
			if result.LimitedBy.Fast != nil {
				limited["fast"] = words(result.LimitedBy.Fast)
			}
			if result.LimitedBy.Stable != nil {
				limited["stable"] = words(result.LimitedBy.Stable)
			}
			average := []any{}
			if result.Throughput.AboutAverage {
				average = append(average, "throughput")
			}
			if result.Stability.AboutAverage {
				average = append(average, "stability")
			}
			got := map[string]any{
				"throughput": result.Throughput.Value, "stability": result.Stability.Value, "quadrant": result.Quadrant,
				"limited_by": limited, "about_average": average, "sentences": words(result.Sentences),
			}
			if have, want := canonical(got), canonical(e.Expect); have != want {
				t.Errorf("got  %s\nwant %s", have, want)
			}
		})
	}
}

package advice_test

import (
	"math/big"
	"testing"

	"github.com/opsfit/opsfit/internal/advice"
	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/condition"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/score"
)

// The builders below write conditions as the catalogue does.

func all(of ...condition.Condition) condition.Condition {
	return condition.Condition{Kind: condition.All, Of: of}
}

func anyOf(of ...condition.Condition) condition.Condition {
	return condition.Condition{Kind: condition.Any, Of: of}
}

func none(of ...condition.Condition) condition.Condition {
	return condition.Condition{Kind: condition.None, Of: of}
}

func metric(name, axis string, bounds ...condition.Bound) condition.Condition {
	named, _ := condition.MetricNamed(name)
	return condition.Condition{Kind: condition.MetricTest, Metric: named, Axis: axis, Bounds: bounds}
}

func level(question string, bounds ...condition.Bound) condition.Condition {
	return condition.Condition{Kind: condition.LevelTest, Question: question, Bounds: bounds}
}

func answer(question string, options ...string) condition.Condition {
	return condition.Condition{Kind: condition.AnswerTest, Question: question, Options: options}
}

func unmet(question string) condition.Condition {
	return condition.Condition{Kind: condition.UnmetTest, Question: question}
}

func held(axis string) condition.Condition {
	return condition.Condition{Kind: condition.HeldTest, Axis: axis}
}

func advised(words ...string) condition.Condition {
	return condition.Condition{Kind: condition.AdviceTest, Options: words}
}

func unknown(question string) condition.Condition {
	return condition.Condition{Kind: condition.UnknownTest, Question: question}
}

func shift(axis, towards string) condition.Condition {
	return condition.Condition{Kind: condition.ShiftTest, Axis: axis, Towards: towards}
}

func notShift(axis, towards string) condition.Condition {
	return condition.Condition{Kind: condition.NotShiftTest, Axis: axis, Towards: towards}
}

func lt(number string) condition.Bound {
	return condition.Bound{Op: condition.LT, Value: rat(number)}
}

func lte(number string) condition.Bound {
	return condition.Bound{Op: condition.LTE, Value: rat(number)}
}

func eq(number string) condition.Bound {
	return condition.Bound{Op: condition.EQ, Value: rat(number)}
}

func gte(number string) condition.Bound {
	return condition.Bound{Op: condition.GTE, Value: rat(number)}
}

func gt(number string) condition.Bound {
	return condition.Bound{Op: condition.GT, Value: rat(number)}
}

// rat reads an exact number such as "3/4"; a text that is none is a mistake in the test.
func rat(number string) *big.Rat {
	value, ok := new(big.Rat).SetString(number)
	if !ok {
		panic("not a number: " + number)
	}
	return value
}

// small is a questionnaire with one or two questions of each measure on two axes:
//
//	speed: lean pace (and rhythm, may be not applicable), readiness tests; context pressure
//	calm:  lean guard, readiness restore and alarm;                        context harm
//	context teams affects no axis, context money affects both, and rule is a limit
func small() *questionnaire.Questionnaire {
	lean := []questionnaire.Option{
		{ID: "low", Position: rat("-1")},
		{ID: "mid", Position: rat("0")},
		{ID: "high", Position: rat("1")},
	}
	ready := []questionnaire.Option{
		{ID: "r0", Readiness: rat("0")},
		{ID: "r1", Readiness: rat("1")},
		{ID: "r2", Readiness: rat("2")},
		{ID: "r3", Readiness: rat("3")},
		{ID: "r4", Readiness: rat("4")},
	}
	on := func(axes ...string) []questionnaire.Affect {
		var affects []questionnaire.Affect
		for _, axis := range axes {
			affects = append(affects, questionnaire.Affect{Axis: axis, Weight: rat("1")})
		}
		return affects
	}
	one := rat("1")
	return &questionnaire.Questionnaire{
		ID: "small",
		Axes: []questionnaire.Axis{
			{ID: "speed", Weight: one},
			{ID: "calm", Weight: one},
		},
		Questions: []questionnaire.Question{
			{ID: "pace", Axis: "speed", Measures: questionnaire.Lean, Weight: one, Options: lean},
			{ID: "rhythm", Axis: "speed", Measures: questionnaire.Lean, Weight: one, Options: lean, AllowNA: true},
			{ID: "tests", Axis: "speed", Measures: questionnaire.Readiness, Weight: one, Options: ready},
			{ID: "guard", Axis: "calm", Measures: questionnaire.Lean, Weight: one, Options: lean},
			{ID: "restore", Axis: "calm", Measures: questionnaire.Readiness, Weight: one, Options: ready, AllowNA: true},
			{ID: "alarm", Axis: "calm", Measures: questionnaire.Readiness, Weight: one, Options: ready},
			{ID: "pressure", Measures: questionnaire.Context, Weight: one, Options: lean, Affects: on("speed")},
			{ID: "harm", Measures: questionnaire.Context, Weight: one, Options: lean, Affects: on("calm")},
			{ID: "money", Measures: questionnaire.Context, Weight: one, Options: lean, Affects: on("speed", "calm")},
			{ID: "teams", Measures: questionnaire.Context, Weight: one, Options: []questionnaire.Option{{ID: "one"}, {ID: "many"}}},
			{ID: "rule", Measures: questionnaire.Context, Weight: one, Options: []questionnaire.Option{{ID: "strict"}, {ID: "free"}}},
		},
	}
}

// sheet makes answers out of question: option, where dont_know and not_applicable are what they say.
func sheet(given map[string]string) *answers.Sheet {
	made := &answers.Sheet{Questionnaire: "small", Answers: map[string]answers.Answer{}}
	for question, option := range given {
		answer := answers.Answer{Status: answers.Answered, Option: option, Source: answers.Person}
		if status := answers.Status(option); status == answers.DontKnow || status == answers.NotApplicable {
			answer.Status, answer.Option = status, ""
		}
		made.Answers[question] = answer
	}
	return made
}

// leaning is a result in which every metric has another value; calm has the larger shortfall and no direction. Restore is known to
// be below its floor and tests is not known; rule holds calm back, and practice on speed passes it.
func leaning() *score.Leaning {
	steps := 3
	return &score.Leaning{
		Practice:  score.Position{Value: rat("-1/2"), Scored: true},
		Situation: score.Position{Value: rat("1/4")},
		Wanted:    score.Wanted{Coverage: rat("3/4")},
		Advice:    score.StaySysOps,
		Gap:       rat("3/4"),
		Fit:       rat("62"),
		Tension:   rat("1/3"),
		Readiness: score.ReadinessLevel{Value: rat("2"), LowerBound: rat("1")},
		Weakest:   &score.Weakest{Question: "restore", Level: rat("1")},
		Unmet: []score.Unmet{
			{Axis: "speed", Question: "tests", Floor: rat("4")},
			{Axis: "calm", Question: "restore", Level: rat("1"), Floor: rat("5/2")},
		},
		Coverage:   rat("4/5"),
		Robustness: &score.Robustness{Side: score.Flip{Steps: &steps}},
		Axes: []score.Axis{
			{
				AxisReadiness: score.AxisReadiness{
					ID:        "speed",
					Readiness: score.ReadinessLevel{Value: rat("3"), LowerBound: rat("3/2")},
					Floor:     rat("4"), FloorFrom: []string{"pressure"},
					Shortfall: rat("1"),
				},
				Practice:  score.Position{Value: rat("-3/4"), Scored: true},
				Situation: score.Position{Value: rat("1/2")},
				Wanted:    score.Wanted{Coverage: rat("1")},
				BeyondLimit: &score.Beyond{
					Amount: rat("2/5"), By: []score.Limit{{Question: "rule", Option: "strict", AtLeast: rat("-7/20")}},
				},
				Gap:       rat("5/4"),
				Direction: score.TowardsDevOps,
				Fit:       rat("37"),
				Tension:   rat("1/5"),
				Coverage:  rat("1"),
			},
			{
				AxisReadiness: score.AxisReadiness{
					ID:        "calm",
					Weakest:   &score.Weakest{Question: "restore", Level: rat("1")},
					Readiness: score.ReadinessLevel{Value: rat("1"), LowerBound: rat("1/2")},
					Floor:     rat("5/2"), FloorFrom: []string{"harm"},
					Shortfall: rat("3/2"),
				},
				Wanted:   score.Wanted{Coverage: rat("1/2")},
				HeldBy:   []score.Limit{{Question: "rule", Option: "strict", AtLeast: rat("0")}},
				Coverage: rat("0"),
			},
		},
	}
}

// exact compares numbers by value, nil apart from 0.
func exact(a, b *big.Rat) bool {
	if a == nil || b == nil {
		return a == b
	}
	return a.Cmp(b) == 0
}

// advise runs a catalogue over the small questionnaire.
func advise(t *testing.T, catalogue questionnaire.Catalogue, given map[string]string) advice.Result {
	t.Helper()
	q := small()
	q.Catalogue = &catalogue
	return advice.Advise(q, sheet(given), score.Result{Leaning: leaning()})
}

func holds(facts *advice.Facts, c condition.Condition) bool { return c.Holds(facts) }

func causes(facts *advice.Facts, c condition.Condition) []string { return facts.Causes(&c) }

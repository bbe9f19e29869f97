package score_test

import (
	"math/big"
	"testing"

	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/score"
)

func e1() *answers.Sheet {
	return sheet(map[string]string{
		"D1": "p2", "D2": "p1", "D3": "p1", "C1": "p1", "C2": "z", "A1": "p2", "A2": "dont_know",
		"S1": "m1", "S2": "not_applicable", "RS1": "r1", "RS2": "dont_know", "N1": "p1", "N2": "m2", "N3": "z", "N4": "p1",
	})
}

func e2a() *answers.Sheet {
	return sheet(map[string]string{
		"D1": "p1", "D2": "p1", "D3": "p1", "C1": "p1", "C2": "m1", "A1": "p1", "A2": "p1",
		"S1": "m1", "S2": "z", "RS1": "r2", "RS2": "r3", "N1": "p1", "N2": "p1", "N3": "p1", "N4": "p1",
	})
}

func e3() *answers.Sheet {
	return sheet(map[string]string{
		"D1": "m1", "D2": "m2", "D3": "m1", "C1": "m2", "C2": "m1", "A1": "m1", "A2": "not_applicable",
		"S1": "m2", "S2": "m1", "RS1": "r1", "RS2": "r2", "N1": "p2", "N2": "m2", "N3": "z", "N4": "p1",
	})
}

// The worked examples of the method, derived by hand, with every value that they state.
func TestWorkedExamples(t *testing.T) {
	t.Parallel()
	toy := toy(t)
	examples := []struct {
		name  string
		q     *questionnaire.Questionnaire
		sheet *answers.Sheet
		want  flat
	}{
		{"E1 unknown and not applicable", toy, e1(), flat{
			"delivery.practice": "5/8", "change.practice": "1/4", "automation.practice": "1", "stability.practice": "-1/2",
			"practice": "11/32", "low": "3/32", "high": "11/32", "band": "leaning_devops",
			"automation.low": "0", "automation.high": "1",
			"delivery.coverage": "1", "change.coverage": "1", "automation.coverage": "1/2", "stability.coverage": "1",
			"coverage":           "8/9",
			"delivery.situation": "1/2", "change.situation": "0", "automation.situation": "1/3", "stability.situation": "-1/4",
			"situation": "7/48", "situation.band": "hybrid",
			"delivery.gap": "-1/8", "change.gap": "-1/4", "automation.gap": "-2/3", "stability.gap": "1/4", "gap": "-19/96",
			"fit": "4025/48", "fit_word": "workable",
			"stability.tension": "1/2", "tension": "1/8",
			"stability.readiness": "1", "stability.readiness.lower_bound": "1/2", "readiness": "1", "readiness.lower_bound": "1/2",
			"stability.floor": "3", "stability.floor.from": "N2", "stability.shortfall": "2", "stability.shortfall.worst": "5/2",
			"band.answers": "1", "side.answers": "1", "side.questions": "A1", "side.steps": "2",
			"confidence":         "medium",
			"delivery.direction": "aligned", "change.direction": "towards_sysops",
			"automation.direction": "less_pronounced", "stability.direction": "less_pronounced",
			"advice": "combine",
		}},
		{"E2a just below the edge", toy, e2a(), flat{
			"delivery.practice": "1/2", "change.practice": "0", "automation.practice": "1/2", "stability.practice": "-1/4",
			"practice": "3/16", "band": "hybrid", "borderline": "true", "between": "hybrid leaning_devops",
			"band.answers": "1", "side.steps": "1", "situation": "1/2", "fit": "675/8", "fit_word": "workable",
			"stability.floor": "3/2", "stability.floor.from": "D1 D2 D3", "stability.shortfall": "0",
			"confidence": "low", "advice": "shift_devops",
		}},
		{"E2b one step later", toy, answering(e2a(), "S2", "p1"), flat{
			"stability.practice": "0", "practice": "1/4", "band": "leaning_devops",
			"borderline": "true", "between": "hybrid leaning_devops", "side.steps": "1",
			"fit": "175/2", "fit_word": "good", "confidence": "low", "advice": "stay_devops",
		}},
		{"E2c mirror of E2a", clone(toy, negated), e2a(), flat{
			"practice": "-3/16", "band": "hybrid", "between": "leaning_sysops hybrid", "fit": "675/8",
			"side.steps": "1", "advice": "shift_sysops",
		}},
		{"E3 mismatch", toy, e3(), flat{
			"delivery.practice": "-5/8", "change.practice": "-3/4", "automation.practice": "-1/2", "stability.practice": "-3/4",
			"practice": "-21/32", "band": "strong_sysops",
			"delivery.situation": "1", "change.situation": "0", "automation.situation": "1/3", "stability.situation": "-1/4",
			"situation": "13/48", "situation.band": "leaning_devops",
			"delivery.gap": "13/8", "change.gap": "3/4", "automation.gap": "5/6", "stability.gap": "1/2",
			"fit": "2575/48", "fit_word": "misfit",
			"borderline": "true", "between": "strong_sysops leaning_sysops",
			"band.answers": "1", "side.answers": "2", "side.steps": "5",
			"stability.floor": "3", "stability.shortfall": "3/2",
			"delivery.direction": "towards_devops", "change.direction": "towards_devops",
			"automation.direction": "towards_devops", "stability.direction": "less_pronounced",
			"advice": "combine",
		}},
		{
			"E4 too few answers", toy,
			sheet(map[string]string{"D1": "p1", "C1": "p1", "S1": "dont_know", "S2": "p1"}),
			flat{
				"delivery.practice": "null", "change.practice": "1/2", "automation.practice": "null", "stability.practice": "1/2",
				"delivery.coverage": "1/4", "coverage": "3/10", "scored": "false",
				"practice": "null", "low": "-17/32", "high": "27/32", "band": "",
				"advice": "", "confidence": "", "borderline": "null", "between": "null", "robustness": "null",
				"delivery.low": "-5/8", "delivery.high": "7/8",
				"change.contribution.C1.effect": "null",
			},
		},
	}
	for _, example := range examples {
		t.Run(example.name, func(t *testing.T) {
			t.Parallel()
			got := flatten(score.Score(example.q, example.sheet))
			for _, difference := range got.differences(example.want) {
				t.Error(difference)
			}
		})
	}
}

// The margins that E2a and E2b state.
func TestExamplesNearTheEdge(t *testing.T) {
	t.Parallel()
	below := score.Score(toy(t), e2a()).Leaning.Practice.Value
	if margin := new(big.Rat).Sub(rat("1/5"), below); margin.Cmp(rat("1/80")) != 0 {
		t.Errorf("E2a lies %s below the edge, want 1/80", margin)
	}
	above := score.Score(toy(t), answering(e2a(), "S2", "p1")).Leaning.Practice.Value
	if margin := new(big.Rat).Sub(above, rat("1/5")); margin.Cmp(rat("1/20")) != 0 {
		t.Errorf("E2b lies %s above the edge, want 1/20", margin)
	}
}

// E2d: these means average to exactly 1/5, which binary fractions miss in some orders.
func TestExampleOnTheEdgeInEveryOrder(t *testing.T) {
	t.Parallel()
	means := map[string][]string{
		"a": {"-1", "-1", "-1"}, "b": {"-1", "-1", "0"}, "c": {"1", "1", "0"}, "d": {"1", "1", "1"}, "e": {"1", "1", "1"},
	}
	orders := permutations([]string{"a", "b", "c", "d", "e"})
	if len(orders) != 120 {
		t.Fatalf("%d orders, want 120", len(orders))
	}
	for _, order := range orders {
		var axes []questionnaire.Axis
		var questions []questionnaire.Question
		given := map[string]string{}
		for _, id := range order {
			axes = append(axes, axis(id, "1"))
			for i, position := range means[id] {
				question := lean(id+string(rune('1'+i)), id, "1", "-1", "0", "1")
				questions = append(questions, question)
				given[question.ID] = position
			}
		}
		practice := score.Score(asking(axes, questions...), sheet(given)).Leaning.Practice
		if practice.Value.Cmp(rat("1/5")) != 0 || practice.Band != score.LeaningDevOps {
			t.Errorf("order %v: %s %s, want 1/5 leaning_devops", order, practice.Value, practice.Band)
		}
	}
}

func permutations(items []string) [][]string {
	if len(items) == 0 {
		return [][]string{nil}
	}
	var all [][]string
	for i, first := range items {
		rest := append(append([]string{}, items[:i]...), items[i+1:]...)
		for _, tail := range permutations(rest) {
			all = append(all, append([]string{first}, tail...))
		}
	}
	return all
}

package gate_test

import (
	"fmt"
	"math/big"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/opsfit/opsfit/internal/advice"
	"github.com/opsfit/opsfit/internal/condition"
	"github.com/opsfit/opsfit/internal/gate"
	"github.com/opsfit/opsfit/internal/report"
	"github.com/opsfit/opsfit/internal/report/reporttest"
	"github.com/opsfit/opsfit/internal/score"
)

// row is a gate as a test writes it: met, required, actual, reason.
func row(g report.Gate) string {
	mark := "not met"
	if g.Met {
		mark = "met"
	}
	text := fmt.Sprintf("%s: %s; %s %s, %s", g.Gate, mark, g.Op, word(g.Required), word(g.Actual))
	if g.Reason != "" {
		text += "; " + string(g.Reason)
	}
	return text
}

func word(v report.Value) string {
	switch {
	case v.Number != nil:
		return fmt.Sprint(*v.Number)
	case v.Word != "":
		return v.Word
	}
	return "null"
}

func rows(doc *report.Document) []string {
	var texts []string
	for _, g := range doc.Gates {
		texts = append(texts, row(g))
	}
	return texts
}

func TestMetricGates(t *testing.T) {
	t.Parallel()
	unscored := scoreResult()
	unscored.Verdict.Leaning.Robustness, unscored.Verdict.Leaning.Confidence = nil, ""
	for i := range unscored.Axes {
		unscored.Axes[i].Practice, unscored.Axes[i].Floor, unscored.Axes[i].Readiness = report.Practice{}, nil, report.Readiness{}
	}
	fixed := scoreResult()
	fixed.Verdict.Leaning.Robustness.Side.Steps = nil
	uncalled := scoreResult()
	for i := range uncalled.Axes {
		uncalled.Axes[i].Situation.Value, uncalled.Axes[i].Readiness.Value = nil, nil
	}
	tests := []struct {
		name       string
		doc        *report.Document
		figures    figures
		conditions []string
		want       []string
	}{
		{"on the edge", scoreResult(), figures{"fit": "85"}, []string{"fit >= 85", "fit > 85", "fit <= 85", "fit < 85", "fit == 85"}, []string{
			"fit == 85: met; eq 85, 85", "fit > 85: not met; gt 85, 85", "fit >= 85: met; gte 85, 85", "fit < 85: not met; lt 85, 85", "fit <= 85: met; lte 85, 85",
		}},
		{"a fifth is no binary number", scoreResult(), figures{"tension": "3/10"}, []string{"tension <= 0.3"}, []string{"tension <= 0.3: met; lte 0.3, 0.3"}},
		{"just below", scoreResult(), figures{"fit": "699999999999999999/10000000000000000"}, []string{"fit >= 70"}, []string{"fit >= 70: not met; gte 70, 70"}},
		{"axes", scoreResult(), figures{"shortfall": "1.5", "shortfall.stability": "1.5", "shortfall.delivery": "0"}, []string{
			"shortfall.stability <= 1", "shortfall <= 2", "shortfall.delivery <= 1", "shortfall.overall <= 2.0",
		}, []string{
			"shortfall <= 2: met; lte 2, 1.5", "shortfall.delivery <= 1: met; lte 1, 0", "shortfall.stability <= 1: not met; lte 1, 1.5",
		}},
		{"steps", scoreResult(), figures{"steps_to_other_side": "3"}, []string{"steps_to_other_side >= 2"}, []string{"steps_to_other_side >= 2: met; gte 2, 3"}},
		{"no way to another side", fixed, figures{}, []string{"steps_to_other_side >= 2", "steps_to_other_side < 9", "steps_to_other_side == 2"}, []string{
			"steps_to_other_side == 2: not met; eq 2, null; No change of your answers would put you on another side.",
			"steps_to_other_side >= 2: met; gte 2, null; No change of your answers would put you on another side.",
			"steps_to_other_side < 9: not met; lt 9, null; No change of your answers would put you on another side.",
		}},
		{"nothing known", unscored, figures{}, []string{
			"fit >= 0", "coverage.delivery <= 1", "readiness >= 0", "shortfall <= 4", "tension <= 1", "steps_to_other_side >= 0",
			"fit.delivery >= 0", "readiness.delivery >= 0", "shortfall.delivery <= 4", "tension.delivery <= 1",
		}, []string{
			"fit >= 0: not met; gte 0, null; On no axis are enough questions answered to say how you work.",
			"fit.delivery >= 0: not met; gte 0, null; Too few questions are answered to say how you work on delivery.",
			"coverage.delivery <= 1: not met; lte 1, null; No style question on delivery applies.",
			"readiness >= 0: not met; gte 0, null; No question about readiness is answered.",
			"readiness.delivery >= 0: not met; gte 0, null; No question about readiness on delivery is answered.",
			"shortfall <= 4: not met; lte 4, null; No answer says how much readiness is called for.",
			"shortfall.delivery <= 4: not met; lte 4, null; No answer says how much readiness is called for on delivery.",
			"tension <= 1: not met; lte 1, null; No answer tells what the situation calls for.",
			"tension.delivery <= 1: not met; lte 1, null; No answer tells what the situation calls for on delivery.",
			"steps_to_other_side >= 0: not met; gte 0, null; Too few questions are answered to say how you work.",
		}},
		{"half known", uncalled, figures{}, []string{"fit >= 0", "fit.delivery >= 0", "shortfall <= 4", "shortfall.delivery <= 4"}, []string{
			"fit >= 0: not met; gte 0, null; On no axis is it known both how you work and what the situation calls for.",
			"fit.delivery >= 0: not met; gte 0, null; No answer tells what the situation calls for on delivery.",
			"shortfall <= 4: not met; lte 4, null; On no axis is readiness known where some of it is called for.",
			"shortfall.delivery <= 4: not met; lte 4, null; No question about readiness on delivery is answered.",
		}},
		{"the same twice", scoreResult(), figures{"fit": "80"}, []string{"fit >= 70", "fit.overall gte 70.0", "fit>=7e1"}, []string{"fit >= 70: met; gte 70, 80"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			set(t, gate.Wanted{Conditions: all(test.conditions...)}).Judge(gate.Case{Document: test.doc, Figures: test.figures.made()})
			if diff := cmp.Diff(test.want, rows(test.doc)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestConfidenceGates(t *testing.T) {
	t.Parallel()
	tests := []struct{ has, required, want string }{
		{"high", "high", "require-confidence high: met; gte high, high"},
		{"high", "medium", "require-confidence medium: met; gte medium, high"},
		{"medium", "medium", "require-confidence medium: met; gte medium, medium"},
		{"medium", "high", "require-confidence high: not met; gte high, medium"},
		{"low", "medium", "require-confidence medium: not met; gte medium, low"},
		{"", "medium", "require-confidence medium: not met; gte medium, null; Too few questions are answered to say how you work."},
	}
	for _, test := range tests {
		doc := scoreResult()
		doc.Verdict.Leaning.Confidence = report.Text(test.has)
		set(t, gate.Wanted{Confidence: at(test.required)}).Judge(gate.Case{Document: doc})
		if diff := cmp.Diff([]string{test.want}, rows(doc)); diff != "" {
			t.Error(diff)
		}
	}
}

// TestSavedResultsAreJudgedAlike asks the run and its saved result the same.
func TestSavedResultsAreJudgedAlike(t *testing.T) {
	t.Parallel()
	var conditions []string
	for _, metric := range condition.GateMetrics() {
		scale := metric.Definition()
		for _, op := range []string{"<", ">="} {
			conditions = append(conditions, fmt.Sprintf("%s %s %g", metric, op, float64(min(scale.High, 100))/2))
		}
	}
	wanted := gate.Wanted{Conditions: all(conditions...), FailOn: at("high"), Confidence: at("high"), MaxAge: at("1m")}
	for _, name := range leaningSamples() {
		r := sample(t, name)
		again := reporttest.Reread(t, r.doc)
		set(t, wanted).Judge(gate.Case{Document: r.doc, Figures: advice.NewFacts(r.q, r.sheet, score.Result{Leaning: r.leaning}).Figures(), Day: "2026-11-22"})
		set(t, wanted).Judge(gate.Case{Document: again, Day: "2026-11-22"})
		if diff := cmp.Diff(r.doc.Gates, again.Gates); diff != "" || len(again.Gates) < 10 {
			t.Errorf("%s (-run +saved)\n%s", name, diff)
		}
	}
}

// TestOrderIsIrrelevant writes the same gates in any order.
func TestOrderIsIrrelevant(t *testing.T) {
	t.Parallel()
	conditions := []string{
		"fit >= 70", "fit >= 60", "fit < 99", "fit.delivery >= 5", "fit.stability >= 5", "coverage >= 0.5", "tension <= 0.5", "readiness.stability > 1",
		"steps_to_other_side >= 1", "shortfall <= 1",
	}
	kept := []string{"tension", "fit", "shortfall.stability", "shortfall.delivery", "coverage"}
	r := sample(t, "typical")
	judged := func(conditions, kept []string) []string {
		doc := reporttest.Reread(t, r.doc)
		set(t, gate.Wanted{Conditions: all(conditions...), NoRegression: all(kept...)}).Judge(gate.Case{
			Document: doc, Comparison: gate.CompareSaved(doc, r.doc),
		})
		return rows(doc)
	}
	want := judged(conditions, kept)
	rapid.Check(t, func(t *rapid.T) {
		got := judged(rapid.Permutation(conditions).Draw(t, "conditions"), rapid.Permutation(kept).Draw(t, "kept"))
		if diff := cmp.Diff(want, got); diff != "" {
			t.Fatal(diff)
		}
	})
}

// TestMetStaysMet improves a figure that meets its gate: it still does.
func TestMetStaysMet(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		metric := rapid.SampledFrom(condition.GateMetrics()).Draw(t, "metric")
		op := rapid.SampledFrom([]condition.Op{"lt", "lte", "gte", "gt"}).Draw(t, "op")
		scale := metric.Definition()
		numbers := rapid.Int64Range(100*scale.Low, 100*min(scale.High, 100))
		required, value := big.NewRat(numbers.Draw(t, "required"), 100), big.NewRat(numbers.Draw(t, "value"), 100)
		step := big.NewRat(rapid.Int64Range(0, 1000).Draw(t, "step"), 700)
		if op == condition.LT || op == condition.LTE {
			step.Neg(step)
		}
		met := func(value *big.Rat) bool {
			doc := scoreResult()
			wanted, found := gate.Read(gate.Wanted{Conditions: all(fmt.Sprintf("%s %s %s", metric, op, required.FloatString(2)))})
			if found != nil {
				t.Fatal(found)
			}
			wanted.Judge(gate.Case{Document: doc, Figures: figures{metric.String(): value.RatString()}.made()})
			return doc.Gates[0].Met
		}
		if better := new(big.Rat).Add(value, step); met(value) && !met(better) {
			t.Fatalf("%s %s %s is met by %s and not by %s", metric, op, required, value, better)
		}
	})
}

func BenchmarkJudge(b *testing.B) {
	r := sample(b, "typical")
	before := reporttest.Reread(b, r.doc)
	wanted := gate.Wanted{
		Conditions: all("fit >= 70", "coverage >= 0.8", "readiness >= 2", "shortfall.stability <= 1", "tension <= 0.5", "steps_to_other_side >= 2"),
		FailOn:     at("high"), Confidence: at("medium"), NoRegression: all("true"), MaxAge: at("1y"),
	}
	b.ReportAllocs()
	for b.Loop() {
		s, found := gate.Read(wanted)
		if found != nil {
			b.Fatal(found)
		}
		s.Judge(gate.Case{
			Document: r.doc, Figures: advice.NewFacts(r.q, r.sheet, score.Result{Leaning: r.leaning}).Figures(), Day: "2026-11-22",
			Comparison: gate.Compare(r.q, r.sheet, r.doc, before),
		})
	}
}

// BenchmarkJudgeAnotherQuestionnaire scores two sheets again, on what both questionnaires have.
func BenchmarkJudgeAnotherQuestionnaire(b *testing.B) {
	r := sample(b, "typical")
	before := reporttest.Reread(b, r.doc)
	before.Questionnaire.Digest = "sha256:other"
	s := set(b, gate.Wanted{NoRegression: all("true")})
	b.ReportAllocs()
	for b.Loop() {
		s.Judge(gate.Case{Document: r.doc, Comparison: gate.Compare(r.q, r.sheet, r.doc, before)})
	}
}

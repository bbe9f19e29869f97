package gate_test

import (
	"maps"
	"math/big"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/condition"
	"github.com/opsfit/opsfit/internal/gate"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/questionnaire/questionnairetest"
	"github.com/opsfit/opsfit/internal/report"
	"github.com/opsfit/opsfit/internal/report/reporttest"
)

// everyFigure asks for all that can be compared.
func everyFigure(q *questionnaire.Questionnaire) []string {
	kept := condition.Names(condition.GateMetrics())
	for _, axis := range q.Axes {
		for _, metric := range []string{"fit", "coverage", "readiness", "shortfall", "tension"} {
			kept = append(kept, metric+"."+axis.ID)
		}
	}
	return kept
}

// TestNothingIsWorseThanItself compares every sample with its own saved result.
func TestNothingIsWorseThanItself(t *testing.T) {
	t.Parallel()
	for _, name := range leaningSamples() {
		r := sample(t, name)
		before := reporttest.Reread(t, r.doc)
		set(t, gate.Wanted{NoRegression: all(everyFigure(r.q)...)}).Judge(gate.Case{
			Document: r.doc, Comparison: gate.Compare(r.q, r.sheet, r.doc, before),
		})
		if failed := report.Failed(r.doc); len(failed) > 0 || len(r.doc.Gates) < 10 {
			t.Errorf("%s: %d gates, not met: %+v", name, len(r.doc.Gates), failed)
		}
	}
}

// with returns a copy of a run with other answers.
func (r run) with(given map[string]string) run {
	sheet := *r.sheet
	sheet.Answers = maps.Clone(r.sheet.Answers)
	for question, option := range given {
		answer := answers.Answer{Status: answers.Answered, Option: option, Source: answers.Person}
		if status := answers.Status(option); status == answers.DontKnow || status == answers.NotApplicable {
			answer.Status, answer.Option = status, ""
		}
		sheet.Answers[question] = answer
	}
	return assess(r.q, &sheet)
}

func TestRegressions(t *testing.T) {
	t.Parallel()
	shop := sample(t, "typical")
	known := shop.with(map[string]string{"detection": "users_most", "backout": "tried"})
	quadrant := shop.doc
	empty := assess(shop.q, &answers.Sheet{Answers: map[string]answers.Answer{}})
	fixed := reporttest.Reread(t, shop.doc)
	fixed.Verdict.Leaning.Robustness.Side.Steps = nil
	tests := []struct {
		name        string
		now, before *report.Document
		kept        []string
		want        []string
	}{
		{"a bare yes", shop.doc, shop.doc, []string{"true"}, []string{
			"no-regression fit: met; gte 65.3061224489796, 65.3061224489796",
			"no-regression coverage: met; gte 1, 1",
			"no-regression readiness: met; gte 1.3333333333333333, 1.3333333333333333",
			"no-regression shortfall: met; lte 2, 2",
		}},
		{"better", shop.with(map[string]string{"restore_test": "quarterly"}).doc, shop.doc, []string{"readiness", "shortfall", "tension", "steps_to_other_side"}, []string{
			"no-regression readiness: met; gte 1.3333333333333333, 2.6666666666666665",
			"no-regression shortfall: met; lte 2, 0",
			"no-regression tension: met; lte 0.1836734693877551, 0.1836734693877551",
			"no-regression steps_to_other_side: met; gte 2, 2",
		}},
		{"worse", shop.doc, shop.with(map[string]string{"restore_test": "quarterly"}).doc, []string{"readiness", "shortfall", "readiness.delivery"}, []string{
			"no-regression readiness: not met; gte 2.6666666666666665, 1.3333333333333333",
			"no-regression readiness.delivery: met; gte 2, 2",
			"no-regression shortfall: not met; lte 0, 2",
		}},
		{
			"less said", known.with(map[string]string{"restore_test": "dont_know", "detection": "dont_know", "outage_cost": "dont_know"}).doc, known.doc,
			[]string{"readiness", "shortfall.stability", "readiness.delivery", "coverage"},
			[]string{
				"no-regression coverage: met; gte 1, 1",
				"no-regression readiness: met; gte 1.6666666666666667, 2.6666666666666665; No longer answered, and so left out: Restore test (restore_test) and Noticing problems (detection).",
				"no-regression readiness.delivery: met; gte 2, 2",
				"no-regression shortfall.stability: met; lte 1.5, 0; No longer answered, and so left out: Restore test (restore_test), Noticing problems (detection) and Cost of failure (outage_cost).",
			},
		},
		{"lost", empty.doc, shop.doc, []string{"fit", "coverage", "shortfall.stability", "steps_to_other_side"}, []string{
			"no-regression fit: not met; gte 65.3061224489796, null; It can no longer be computed. On no axis are enough questions answered to say how you work.",
			"no-regression coverage: not met; gte 1, 0",
			"no-regression shortfall.stability: not met; lte 2, null; It can no longer be computed. No answer says how much readiness is called for on Stability.",
			"no-regression steps_to_other_side: not met; gte 2, null; It can no longer be computed. Too few questions are answered to say how you work.",
		}},
		{"found", shop.doc, empty.doc, []string{"fit", "coverage"}, []string{
			"no-regression fit: met; gte null, 65.3061224489796; The earlier result does not have this figure.",
			"no-regression coverage: met; gte 0, 1",
		}},
		{"never known", empty.doc, empty.doc, []string{"fit", "shortfall"}, []string{
			"no-regression fit: met; gte null, null; Neither result has this figure.",
			"no-regression shortfall: met; lte null, null; Neither result has this figure.",
		}},
		{"no way any more", fixed, shop.doc, []string{"steps_to_other_side"}, []string{
			"no-regression steps_to_other_side: met; gte 2, null; No change of your answers would put you on another side.",
		}},
		{"a way again", shop.doc, fixed, []string{"steps_to_other_side"}, []string{
			"no-regression steps_to_other_side: not met; gte null, 2; Before, no change of the answers would have changed the side.",
		}},
		{"another kind", quadrant, sample(t, "outcomes").doc, []string{"fit"}, []string{
			"no-regression fit: not met; gte null, null; The earlier result is of another kind and cannot be compared.",
		}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			doc := reporttest.Reread(t, test.now)
			set(t, gate.Wanted{NoRegression: all(test.kept...)}).Judge(gate.Case{
				Document: doc, Comparison: gate.CompareSaved(doc, test.before),
			})
			if diff := cmp.Diff(test.want, rows(doc)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// changed returns a questionnaire with another weight on one question, which is another digest.
func changed(q *questionnaire.Questionnaire) *questionnaire.Questionnaire {
	other := *q
	other.Version = "2.0.0"
	other.Questions = slices.Clone(q.Questions)
	other.Questions[0].Weight = big.NewRat(7, 1)
	return &other
}

// TestChangedQuestionnaireIsNoRegression gives the same answers to another version: its new weight moves the figures, but
// the team did not change.
func TestChangedQuestionnaireIsNoRegression(t *testing.T) {
	t.Parallel()
	for _, name := range leaningSamples() {
		r := sample(t, name)
		now := assess(changed(r.q), r.sheet)
		if now.doc.Questionnaire.Digest == r.doc.Questionnaire.Digest {
			t.Fatal("the digest is the same")
		}
		set(t, gate.Wanted{NoRegression: all(everyFigure(r.q)...)}).Judge(gate.Case{
			Document: now.doc, Comparison: gate.Compare(now.q, now.sheet, now.doc, reporttest.Reread(t, r.doc)),
		})
		if failed := report.Failed(now.doc); len(failed) > 0 {
			t.Errorf("%s: not met: %+v", name, failed)
		}
		want := "The questionnaires differ (" + r.q.ID + " " + r.q.Version + " before, " + r.q.ID + " 2.0.0 now): compared on the "
		for _, g := range now.doc.Gates {
			if !strings.Contains(string(g.Reason), want) {
				t.Errorf("%s: %s does not say that the questionnaires differ: %s", name, g.Gate, g.Reason)
			}
		}
	}
}

// TestCommonQuestions compares a quick look with a full assessment by the same team: on the questions of both nothing has
// changed, whatever the others say.
func TestCommonQuestions(t *testing.T) {
	t.Parallel()
	full, quick := questionnairetest.Frozen(t), questionnairetest.FrozenShort(t)
	rapid.Check(t, func(t *rapid.T) {
		sheet := &answers.Sheet{Answers: map[string]answers.Answer{}}
		for i := range full.Questions {
			question := &full.Questions[i]
			sheet.Answers[question.ID] = answers.Answer{
				Status: answers.Answered, Option: rapid.SampledFrom(question.Options).Draw(t, question.ID).ID, Source: answers.Person,
			}
		}
		then, now := assess(full, sheet), assess(quick, sheet)
		wanted, _ := gate.Read(gate.Wanted{NoRegression: all(everyFigure(quick)...)})
		wanted.Judge(gate.Case{Document: now.doc, Comparison: gate.Compare(quick, sheet, now.doc, then.doc)})
		if failed := report.Failed(now.doc); len(failed) > 0 {
			t.Fatalf("not met: %+v", failed)
		}
		if want := "compared on the 6 questions that both have, scored the same way."; !strings.Contains(string(now.doc.Gates[0].Reason), want) {
			t.Fatalf("%s does not say %s", now.doc.Gates[0].Reason, want)
		}
	})
}

func TestComparisonsThatAreHardlyPossible(t *testing.T) {
	t.Parallel()
	shop := sample(t, "typical")
	judged := func(before *report.Document, r run) report.Gate {
		doc := reporttest.Reread(t, r.doc)
		set(t, gate.Wanted{NoRegression: all("fit")}).Judge(gate.Case{Document: doc, Comparison: gate.Compare(r.q, r.sheet, doc, before)})
		return doc.Gates[0]
	}
	foreign := reporttest.Reread(t, shop.doc)
	foreign.Questionnaire = report.QuestionnaireRef{ID: "ours", Version: "3", Digest: "sha256:x"}
	for i := range foreign.Answers {
		foreign.Answers[i].Question = "ours_" + foreign.Answers[i].Question
	}
	want := "no-regression fit: not met; gte null, null; The earlier result, of ours 3, has no question in common with this one."
	if got := row(judged(foreign, shop)); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}

	// An option that is gone cannot be scored: its question counts for neither side.
	gone := reporttest.Reread(t, shop.doc)
	gone.Questionnaire.Digest = "sha256:x"
	for i := range gone.Answers {
		switch i {
		case 0:
			gone.Answers[i].Option = "gone"
		case 1:
			gone.Answers[i].Measures = "readiness"
		}
	}
	if got := row(judged(gone, shop)); !strings.Contains(got, "no-regression fit: met") || !strings.Contains(got, "compared on the 11 questions that both have") {
		t.Errorf("got  %s", got)
	}

	// Two saved results of different questionnaires are compared as they are.
	doc := reporttest.Reread(t, shop.doc)
	set(t, gate.Wanted{NoRegression: all("fit")}).Judge(gate.Case{Document: doc, Comparison: gate.CompareSaved(doc, gone)})
	if got := row(doc.Gates[0]); !strings.Contains(got, "(frozen 1.2.0 before, frozen 1.2.0 now), and the figures are compared as they were recorded") {
		t.Errorf("got  %s", got)
	}
}

// TestBetterIsNoRegression improves a figure that has not got worse, in the direction in which it is better.
func TestBetterIsNoRegression(t *testing.T) {
	t.Parallel()
	better := map[string]float64{"fit": 1, "coverage": 1, "readiness": 1, "shortfall": -1, "tension": -1}
	rapid.Check(t, func(t *rapid.T) {
		metric := rapid.SampledFrom(slices.Sorted(maps.Keys(better))).Draw(t, "metric")
		before, value := rapid.Float64Range(0, 4).Draw(t, "before"), rapid.Float64Range(0, 4).Draw(t, "now")
		step := rapid.Float64Range(0, 1).Draw(t, "step") * better[metric]
		met := func(now float64) bool {
			doc := measuring(metric, now)
			wanted, _ := gate.Read(gate.Wanted{NoRegression: all(metric)})
			wanted.Judge(gate.Case{Document: doc, Comparison: gate.CompareSaved(doc, measuring(metric, before))})
			return doc.Gates[0].Met
		}
		if !met(before) {
			t.Fatalf("%s is worse than itself: %v", metric, before)
		}
		if met(value) && !met(value+step) {
			t.Fatalf("%s: from %v, %v is no worse, but %v is", metric, before, value, value+step)
		}
		if value != before && met(value) == (better[metric]*(value-before) < 0) {
			t.Fatalf("%s: from %v to %v: met is %t", metric, before, value, met(value))
		}
	})
}

// measuring is a document with one figure.
func measuring(metric string, value float64) *report.Document {
	doc := scoreResult()
	v := doc.Verdict.Leaning
	switch metric {
	case "fit":
		v.Fit.Value = &value
	case "coverage":
		v.Coverage = &value
	case "readiness":
		v.Readiness.Value = &value
	case "shortfall":
		doc.Axes[1].Shortfall.Value = &value
	case "tension":
		v.Tension = &value
	}
	return doc
}

package questionnaire_test

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/questionnaire/questionnairetest"
)

const digestSample = `id: sample
version: 1.0.0
title: Sample
axes:
  - {id: pace, title: Pace, weight: 1}
  - {id: mood, title: Mood, weight: 2}
questions:
  - {id: rhythm, axis: pace, measures: lean, text: How often, options: [{id: slow, text: Slow, position: -1}, {id: fast, text: Fast, position: 1}]}
  - {id: net, axis: mood, measures: readiness, critical: true, text: How safe, options: [{id: low, text: Low, readiness: 0}, {id: high, text: High, readiness: 4}]}
  - {id: need, measures: context, affects: {pace: 1, mood: 0.5}, text: How urgent, options: [{id: little, text: Little, position: -1, floor: {mood: 3, pace: 1}}, {id: very, text: Very}]}
`

func digestOf(t testing.TB, text string) string {
	t.Helper()
	return questionnairetest.Load(t, "sample.yaml", text).Digest()
}

func TestDigestIsStable(t *testing.T) {
	t.Parallel()
	// Saved results carry digests: a change of this value makes every one of them look like another questionnaire.
	const want = "sha256:0e6521011ce4cfc129ccc77708ecfc6e690611608f0224a64bffeebf7d0ceb58"
	if got := digestOf(t, digestSample); got != want {
		t.Errorf("digest %s, want %s", got, want)
	}
}

func TestDigestIgnoresWhatScoresAlike(t *testing.T) {
	t.Parallel()
	want := digestOf(t, digestSample)
	for name, edit := range map[string][2]string{
		"text":           {"How often", "How rarely"},
		"title":          {"title: Sample", "title: Other"},
		"version":        {"1.0.0", "1.0.1"},
		"id":             {"id: sample", "id: other"},
		"equal number":   {"mood: 0.5", "mood: 0.50"},
		"default weight": {", weight: 1}", "}"},
		"display":        {"measures: lean,", "measures: lean, display: reverse,"},
		"order of a map": {"{pace: 1, mood: 0.5}", "{mood: 0.5, pace: 1}"},
		"advice":         {"title: Sample", "title: Sample\nwarnings: [{id: a, severity: info, when: {unknown: net}, text: A}]"},
	} {
		edited := strings.Replace(digestSample, edit[0], edit[1], 1)
		if edited == digestSample {
			t.Fatalf("%s: nothing was edited", name)
		}
		if got := digestOf(t, edited); got != want {
			t.Errorf("%s: the digest changed", name)
		}
	}
}

func TestDigestSeesWhatScoresDifferently(t *testing.T) {
	t.Parallel()
	seen := map[string]string{digestOf(t, digestSample): "the original"}
	for name, edit := range map[string][2]string{
		"axis weight":     {"weight: 2", "weight: 3"},
		"axis id":         {"pace", "tempo"},
		"question id":     {"id: rhythm", "id: tempo"},
		"question weight": {"measures: lean,", "measures: lean, weight: 2,"},
		"critical":        {" critical: true,", ""},
		"option id":       {"id: slow", "id: rare"},
		"position":        {"position: -1", "position: -0.5"},
		"readiness":       {"readiness: 4", "readiness: 3"},
		"affects":         {"mood: 0.5", "mood: 0.25"},
		"floor":           {"mood: 3", "mood: 2"},
		"floor dropped":   {"floor: {mood: 3, pace: 1}", "floor: {mood: 3}"},
		"no position":     {"position: -1, floor", "floor"},
	} {
		edited := strings.ReplaceAll(digestSample, edit[0], edit[1])
		digest := digestOf(t, edited)
		if other, taken := seen[digest]; taken {
			t.Errorf("%s: the same digest as %s", name, other)
		}
		seen[digest] = name
	}
}

const checklistSample = `id: sample
version: 1.0.0
title: Sample
axes: [{id: pace}]
questions:
  - {id: kind, measures: context, text: K, options: [{id: new, text: New}, {id: old, text: Old}]}
  - {id: size, measures: context, text: S, options: [{id: big, text: Big}, {id: small, text: Small}]}
  - {id: list, axis: pace, measures: readiness, choose: many, text: L, options: [{id: a, text: A, worth: 2}, {id: b, text: B}, {id: c, text: C, none: true}]}
  - {id: net, axis: pace, measures: readiness, text: N, ask_if: {any: [{none: [{answer: kind, in: [new, old]}]}, {unknown: size}]}, options: [{id: a, text: A, readiness: 0}, {id: b, text: B, readiness: 4}]}
`

func TestDigestOfChecklists(t *testing.T) {
	t.Parallel()
	// As above: saved results carry it.
	const want = "sha256:ae35f88b01971392eff5d1407f45095ed4af81aea9e6814a03492ed90d8d9ff0"
	digest := digestOf(t, checklistSample)
	if digest != want {
		t.Errorf("digest %s, want %s", digest, want)
	}
	seen := map[string]string{digest: "the original"}
	for _, edit := range []struct {
		name, old, new string
		isSame         bool
	}{
		{"verdict in words", "title: Sample", "title: Sample\nverdict: readiness", true},
		{"default worth", "text: B}", "text: B, worth: 1}", true},
		{"order of options in a condition", "in: [new, old]", "in: [old, new]", true},
		{"order of conditions", "{any: [{none: [{answer: kind, in: [new, old]}]}, {unknown: size}]}", "{any: [{unknown: size}, {none: [{answer: kind, in: [new, old]}]}]}", true},
		{"worth", "worth: 2", "worth: 3", false},
		{"none", ", none: true", "", false},
		{"another verdict", "title: Sample", "title: Sample\nverdict: leaning", false},
		{"options of a condition", "in: [new, old]", "in: [new]", false},
		{"question of a condition", "{unknown: size}", "{unknown: kind}", false},
		{"kind of a condition", "{any: [{none", "{all: [{none", false},
		{"no condition", "ask_if: {any: [{none: [{answer: kind, in: [new, old]}]}, {unknown: size}]}, ", "", false},
		{
			"one answer", "choose: many, text: L, options: [{id: a, text: A, worth: 2}, {id: b, text: B}, {id: c, text: C, none: true}]",
			"text: L, options: [{id: a, text: A, readiness: 2}, {id: b, text: B, readiness: 1}, {id: c, text: C, readiness: 0}]", false,
		},
	} {
		edited := strings.Replace(checklistSample, edit.old, edit.new, 1)
		if edited == checklistSample {
			t.Fatalf("%s: nothing was edited", edit.name)
		}
		got := digestOf(t, edited)
		if other, taken := seen[got]; taken != edit.isSame || edit.isSame && got != digest {
			t.Errorf("%s: the same digest as %q, want the same as the original: %t", edit.name, other, edit.isSame)
		}
		seen[got] = edit.name
	}
}

func TestDigestIgnoresOrder(t *testing.T) {
	t.Parallel()
	shipped := []*questionnaire.Questionnaire{questionnairetest.Shipped(t, "full"), questionnairetest.Shipped(t, "launch")}
	rapid.Check(t, func(t *rapid.T) {
		q := rapid.SampledFrom(shipped).Draw(t, "questionnaire")
		want := q.Digest()
		mixed := *q
		mixed.Axes = rapid.Permutation(q.Axes).Draw(t, "axes")
		mixed.Questions = rapid.Permutation(q.Questions).Draw(t, "questions")
		for i := range mixed.Questions {
			question := &mixed.Questions[i]
			question.Options = rapid.Permutation(question.Options).Draw(t, "options")
			question.Affects = rapid.Permutation(question.Affects).Draw(t, "affects")
		}
		if got := mixed.Digest(); got != want {
			t.Errorf("digest %s, want %s", got, want)
		}
	})
}

func TestDigestsOfShippedQuestionnairesDiffer(t *testing.T) {
	t.Parallel()
	seen := map[string]bool{}
	for _, id := range []string{"full", "quick", "dora", "launch"} {
		seen[questionnairetest.Shipped(t, id).Digest()] = true
	}
	if len(seen) != 4 {
		t.Errorf("%d different digests of 4 questionnaires", len(seen))
	}
}

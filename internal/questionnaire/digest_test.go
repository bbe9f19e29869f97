package questionnaire_test

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

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

func TestDigestIgnoresOrder(t *testing.T) {
	t.Parallel()
	q := questionnairetest.Shipped(t, "full")
	want := q.Digest()
	rapid.Check(t, func(t *rapid.T) {
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
	for _, id := range []string{"full", "quick", "dora"} {
		seen[questionnairetest.Shipped(t, id).Digest()] = true
	}
	if len(seen) != 3 {
		t.Errorf("%d different digests of 3 questionnaires", len(seen))
	}
}

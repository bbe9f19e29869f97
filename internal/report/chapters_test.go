package report_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/opsfit/opsfit/internal/report"
)

// TestChaptersHoldEveryAnswer also takes an axis without an id and an answer about an axis that does not exist, which a file
// may hold: neither may swallow an answer.
func TestChaptersHoldEveryAnswer(t *testing.T) {
	t.Parallel()
	doc := &report.Document{
		Verdict: report.Verdict{Leaning: &report.Leaning{}},
		Axes:    []report.Axis{{ID: "change", Title: "Change"}, {Title: "Nameless"}, {ID: "empty", Title: "Empty"}},
		Answers: []report.Answer{
			{Question: "a"}, {Question: "b", Axis: "change"}, {Question: "c", Axis: "gone"}, {Question: "d", Axis: "change"},
		},
	}
	got := map[string][]string{}
	for _, chapter := range report.Chapters(doc) {
		for _, answer := range chapter.Answers {
			got[chapter.Title] = append(got[chapter.Title], answer.Question)
		}
	}
	if diff := cmp.Diff(map[string][]string{"Change": {"b", "d"}, "The situation": {"a", "c"}}, got); diff != "" {
		t.Error(diff)
	}
}

func TestWorth(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		measures string
		value    *float64
		want     string
	}{
		{"lean", new(0.5), "practice +0.50"},
		{"context", new(-1.0), "situation -1.00"},
		{"readiness", new(2.0), "readiness 2 of 4"},
		{"outcome", new(7.6), "7.6 of 10"},
		{"context", nil, ""},
		{"horoscope", new(1.0), ""},
	} {
		if got := report.Worth(&report.Answer{Measures: test.measures, Value: test.value}); got != test.want {
			t.Errorf("%s: got %q, want %q", test.measures, got, test.want)
		}
	}
}

package report_test

import (
	"math"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/opsfit/opsfit/internal/questionnaire/questionnairetest"
	"github.com/opsfit/opsfit/internal/report"
	"github.com/opsfit/opsfit/internal/report/reporttest"
)

// TestPullsAddUpToPractice holds over all samples what a reader of the chart relies on.
func TestPullsAddUpToPractice(t *testing.T) {
	t.Parallel()
	scored := 0
	for _, sample := range questionnairetest.Sheets(t) {
		doc := reporttest.Frozen(t, sample)
		for _, most := range []int{0, 3, 100} {
			pulls := report.TopPulls(doc, most)
			if doc.Verdict.Leaning == nil || !doc.Verdict.Leaning.Practice.Scored {
				if diff := cmp.Diff(report.Pulls{}, pulls); diff != "" {
					t.Errorf("%s: pulls of a value that is not scored: %s", sample, diff)
				}
				continue
			}
			scored++
			if got, want := sumOf(pulls), *doc.Verdict.Leaning.Practice.Value; math.Abs(got-want) > 1e-9 || *pulls.Sum != want {
				t.Errorf("%s, %d answers: the effects add up to %v, practice is %v", sample, most, got, want)
			}
			if len(pulls.Top) > most || (pulls.Others == 0) != (pulls.Rest == nil) {
				t.Errorf("%s, %d answers: %+v", sample, most, pulls)
			}
		}
	}
	if scored == 0 {
		t.Error("no sample is scored")
	}
}

func sumOf(pulls report.Pulls) float64 {
	var sum float64
	if pulls.Rest != nil {
		sum = *pulls.Rest
	}
	for _, pull := range pulls.Top {
		sum += *pull.Effect
	}
	return sum
}

// TestPullsComeByStrength takes both directions alike, and leaves out what counts nowhere.
func TestPullsComeByStrength(t *testing.T) {
	t.Parallel()
	part := func(question string, effect *float64) report.Contribution {
		return report.Contribution{Question: question, Option: "x", Effect: effect}
	}
	doc := &report.Document{
		Verdict: report.Verdict{Leaning: &report.Leaning{Practice: report.Practice{Value: new(-0.25), Scored: true}}},
		Axes: []report.Axis{
			{Title: "One", Contributions: []report.Contribution{part("a", new(0.1)), part("b", nil), part("c", new(0.0))}},
			{Title: "Two", Contributions: []report.Contribution{part("d", new(-0.45)), part("e", new(-0.1)), part("f", new(0.2))}},
		},
		Answers: []report.Answer{{Question: "d", Text: "In words"}},
	}
	pulls := report.TopPulls(doc, 3)
	var got []string
	for _, pull := range pulls.Top {
		got = append(got, pull.Axis+" "+pull.Question+" "+pull.Text)
	}
	if diff := cmp.Diff([]string{"Two d In words", "Two f ", "One a "}, got); diff != "" {
		t.Error(diff)
	}
	if got := report.TopPulls(doc, 10); len(got.Top) != 4 || got.Others != 1 || *got.Rest != 0 {
		t.Errorf("an answer in the middle must stand among the others: %+v", got)
	}
	if pulls.Others != 2 || math.Abs(*pulls.Rest+0.1) > 1e-9 {
		t.Errorf("the rest is %d answers with %v", pulls.Others, *pulls.Rest)
	}
}

package comparison_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/opsfit/opsfit/internal/comparison"
	"github.com/opsfit/opsfit/internal/comparison/comparisontest"
	"github.com/opsfit/opsfit/internal/report"
	"github.com/opsfit/opsfit/internal/report/reporttest"
)

// places are the places at which the points of a trend were named.
func places(trend *comparison.Trend) string {
	var found []string
	for _, point := range trend.Points {
		found = append(found, fmt.Sprint(point.Place))
	}
	return strings.Join(found, " ")
}

func TestTrendIsInOrderOfTime(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name, dates, want string
		notes             string
	}{
		{"in order", "2026-01-01 2026-02-01 2026-03-01", "1 2 3", ""},
		{"in disorder", "2026-03-01 2026-01-01 2026-02-01", "2 3 1", ""},
		{"the same day", "2026-02-01 2026-01-01 2026-02-01", "2 1 3", "Results of the same day are in the order in which the files were named."},
		{"one without a date", "2026-03-01 - 2026-01-01", "3 1 2", "1 result has no date and stays behind the one named before."},
		{"the first without a date", "- 2026-03-01 2026-01-01", "1 3 2", "1 result has no date"},
		{"the same day with another between", "2026-01-01 - 2026-01-01", "1 2 3", "Results of the same day are in the order"},
		{"none with a date", "- - -", "1 2 3", "3 results have no date and stay behind the one named before."},
		{"no real date", "2026-03-01 2026-02-30 2026-01-01", "3 1 2", "1 result has no date"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			var docs []*report.Document
			for date := range strings.FieldsSeq(test.dates) {
				doc := comparisontest.On(t, "", "")
				doc.Date = report.Text(strings.Trim(date, "-"))
				docs = append(docs, doc)
			}
			trend := comparison.BuildTrend(docs)
			if got := places(trend); got != test.want {
				t.Errorf("got %s, want %s", got, test.want)
			}
			notes := strings.Join(trend.Notes, "\n")
			if !strings.Contains(notes, test.notes) || test.notes == "" && strings.Contains(notes, "date") {
				t.Errorf("notes, want %q:\n%s", test.notes, notes)
			}
		})
	}
}

// TestSeries holds the values of a hand-made trend: delivery and stability are whole steps, the whole is (3 x D + S) / 4.
func TestSeries(t *testing.T) {
	t.Parallel()
	trend := comparison.BuildTrend([]*report.Document{
		comparisontest.On(t, "2026-03-01", "D1=p D2=p R1=l4"),
		comparisontest.On(t, "2026-01-01", ""),
		comparisontest.On(t, "2026-02-01", "D1=dont_know D2=dont_know S1=p"),
	})
	got := []string{
		series(trend.Overall.Practice), series(trend.Axes[0].Practice), series(trend.Axes[1].Practice),
		series(trend.Overall.Readiness), series(trend.Overall.Coverage), fmt.Sprint(trend.Overall.PracticeBand),
	}
	want := []string{
		"-0.38 ? +0.75", "-0.50 ? +1.00", "0.00 +1.00 0.00", "+1.50 +1.50 +2.50", "+1.00 +0.33 +1.00", "[leaning_sysops  strong_devops]",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("series (-want +got):\n%s", diff)
	}
	if ends := comparison.FirstAndLast(trend.Overall.Practice); report.Signed(ends.Before)+" "+report.Signed(ends.After) != "-0.38 +0.75" {
		t.Errorf("first and last: %+v", ends)
	}
}

func series(values []*float64) string {
	var texts []string
	for _, value := range values {
		texts = append(texts, report.Signed(value))
	}
	return strings.Join(texts, " ")
}

func TestBreaks(t *testing.T) {
	t.Parallel()
	const weight = "title: Delivery, weight: 3"
	other := []string{"version: 1.0.0", "version: 2.0.0", weight, "title: Delivery, weight: 2"}
	trend := comparison.BuildTrend([]*report.Document{
		comparisontest.On(t, "2026-01-01", ""), comparisontest.On(t, "2026-02-01", "", "version: 1.0.0", "version: 1.0.1"), comparisontest.On(t, "2026-03-01", "", other...), comparisontest.On(t, "2026-04-01", "", other...),
	})
	var got []bool
	for _, point := range trend.Points {
		got = append(got, point.Break)
	}
	if diff := cmp.Diff([]bool{false, false, true, false}, got); diff != "" {
		t.Errorf("breaks (-want +got):\n%s", diff)
	}
	if notes := strings.Join(trend.Notes, "\n"); !strings.Contains(notes, "counts otherwise from 2026-03-01 (toy 2.0.0) on") {
		t.Errorf("no note tells the break:\n%s", notes)
	}
}

// TestTrendOfBothKinds holds that a leaning and a quadrant make no series.
func TestTrendOfBothKinds(t *testing.T) {
	t.Parallel()
	outcome := reporttest.Answers(t, shipped(t, "dora"), comparisontest.Sheet("dora", "date: 2026-01-01", map[string]string{"lead_time": "under_1d"}))
	trend := comparison.BuildTrend([]*report.Document{outcome, comparisontest.On(t, "2026-02-01", "")})
	if trend.Kind != "" || trend.Overall != nil || trend.Outcomes != nil {
		t.Errorf("a series of both: %+v", trend)
	}
}

func TestOutcomesOverTime(t *testing.T) {
	t.Parallel()
	dora := shipped(t, "dora")
	trend := comparison.BuildTrend([]*report.Document{
		reporttest.Answers(t, dora, comparisontest.Sheet("dora", "date: 2026-01-01", map[string]string{"lead_time": "under_1h", "rework_rate": "p0_2"})),
		reporttest.Answers(t, dora, comparisontest.Sheet("dora", "date: 2026-02-01", map[string]string{"lead_time": "over_6m"})),
	})
	got := []string{series(trend.Outcomes.Throughput), series(trend.Outcomes.Stability), trend.Metrics[0].ID, series(trend.Metrics[0].Value)}
	if diff := cmp.Diff([]string{"+10.00 0.00", "+9.90 ?", "lead_time", "+10.00 0.00"}, got); diff != "" {
		t.Errorf("series (-want +got):\n%s", diff)
	}
}

func BenchmarkCompare(b *testing.B) {
	full := shipped(b, "full")
	was, now := anySheet(b, full, 0), anySheet(b, full, 1)
	b.ReportAllocs()
	for b.Loop() {
		comparison.Compare(was, now)
	}
}

func BenchmarkFollow(b *testing.B) {
	full := shipped(b, "full")
	var docs []*report.Document
	for i := range 50 {
		docs = append(docs, anySheet(b, full, i))
	}
	b.ReportAllocs()
	for b.Loop() {
		comparison.BuildTrend(docs)
	}
}

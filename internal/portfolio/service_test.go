package portfolio_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/opsfit/opsfit/internal/condition"
	"github.com/opsfit/opsfit/internal/portfolio"
	"github.com/opsfit/opsfit/internal/report"
	"github.com/opsfit/opsfit/internal/report/reporttest"
)

// TestServiceOfAnOutline proves that a sheet gives a portfolio the same service, and a filter the same figures, as the
// saved result of that sheet does.
func TestServiceOfAnOutline(t *testing.T) {
	t.Parallel()
	for _, path := range reporttest.Sheets(t, "answers") {
		run := reporttest.Run(reporttest.Read(t, path))
		whole, outline := report.Build(run), report.Outline(run)
		if diff := cmp.Diff(portfolio.ServiceOf(path, whole), portfolio.ServiceOf(path, outline)); diff != "" {
			t.Errorf("%s (-result +outline):\n%s", path, diff)
		}
		axes := []string{condition.Overall}
		for _, axis := range run.Questionnaire.Axes {
			axes = append(axes, axis.ID)
		}
		for _, metric := range condition.Metrics() {
			for _, axis := range axes {
				want, got := report.Measured(whole).Value(metric, axis), report.Measured(outline).Value(metric, axis)
				if (want == nil) != (got == nil) || want != nil && want.Cmp(got) != 0 {
					t.Errorf("%s: %s on %s is %v in the outline, %v in the result", path, metric, axis, got, want)
				}
			}
		}
	}
}

// TestServiceTakesWhatNothingHoldsBack counts the same steps as a report shows to be done now, also of a result that was
// written by hand and gives them no status.
func TestServiceTakesWhatNothingHoldsBack(t *testing.T) {
	t.Parallel()
	doc := &report.Document{Recommendations: []report.Recommendation{
		{ID: "first", Status: report.StatusNow}, {ID: "waits", Status: report.StatusLater}, {ID: "bare"},
	}}
	if diff := cmp.Diff([]string{"first", "bare"}, portfolio.ServiceOf("a.json", doc).Recommendations); diff != "" {
		t.Error(diff)
	}
}

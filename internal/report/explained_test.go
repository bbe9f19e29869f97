package report_test

import (
	"slices"
	"testing"

	"github.com/opsfit/opsfit/internal/report"
	"github.com/opsfit/opsfit/internal/report/reporttest"
)

func TestExplainer(t *testing.T) {
	t.Parallel()
	known, unknown := reporttest.Frozen(t, "fitting"), reporttest.Frozen(t, "unknown")
	outcomes := reporttest.Frozen(t, "outcomes")
	tests := []struct {
		name   string
		doc    *report.Document
		titles []string
		want   string
	}{
		{"one number", known, []string{report.TitleTips}, "opsfit methodology robustness"},
		{"several, each section once", known, []string{report.TitleAxes}, "opsfit methodology direction floors"},
		{"two parts", known, []string{report.TitleTips, report.TitleFirst}, "opsfit methodology robustness ranking"},
		{"nothing is open", known, []string{report.TitleUnknown}, ""},
		{"something is open", unknown, []string{report.TitleUnknown}, "opsfit methodology range"},
		{"no metrics in a leaning", known, []string{report.TitleMetrics}, ""},
		{"metrics alone in a quadrant", outcomes, []string{report.TitleTips, report.TitleMetrics}, "opsfit methodology quadrant"},
		{"no numbers", known, []string{report.TitleNotes}, ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			if got := report.Explainer(test.doc, test.titles...); got != test.want {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}

// Every part that is named exists, or the reference would never be shown.
func TestExplanationsStandUnderTitles(t *testing.T) {
	t.Parallel()
	titles := append(reporttest.Titles(), report.TitleFigures, report.TitleAgreement, report.TitleOrigin, "")
	for _, row := range report.Explanations() {
		if !slices.Contains(titles, row.Under) {
			t.Errorf("the %s stands under %q, which is no part of a report", row.Number, row.Under)
		}
	}
}

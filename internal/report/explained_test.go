package report_test

import (
	"slices"
	"testing"

	"github.com/opsfit/opsfit/internal/report"
	"github.com/opsfit/opsfit/internal/report/reporttest"
)

func TestExplainer(t *testing.T) {
	t.Parallel()
	shop, hospital := reporttest.File(t, "../../testdata/answers/web-shop.yaml"), reporttest.File(t, "../../testdata/answers/dora-hospital.yaml")
	unknown := reporttest.File(t, "../../testdata/answers/start-up.yaml")
	tests := []struct {
		name   string
		doc    *report.Document
		titles []string
		want   string
	}{
		{"one number", shop, []string{report.TitleTips}, "opsfit methodology robustness"},
		{"several, each section once", shop, []string{report.TitleAxes}, "opsfit methodology direction floors"},
		{"two parts", shop, []string{report.TitleTips, report.TitleFirst}, "opsfit methodology robustness ranking"},
		{"nothing is open", shop, []string{report.TitleUnknown}, ""},
		{"something is open", unknown, []string{report.TitleUnknown}, "opsfit methodology range"},
		{"no metrics in a leaning", shop, []string{report.TitleMetrics}, ""},
		{"metrics alone in a quadrant", hospital, []string{report.TitleTips, report.TitleMetrics}, "opsfit methodology quadrant"},
		{"no numbers", shop, []string{report.TitleNotes}, ""},
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

package report_test

import (
	"slices"
	"testing"

	"github.com/opsfit/opsfit/internal/report"
	"github.com/opsfit/opsfit/internal/report/reporttest"
)

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

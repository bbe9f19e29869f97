package report_test

import (
	"testing"

	"github.com/opsfit/opsfit/internal/report"
	"github.com/opsfit/opsfit/internal/report/reporttest"
)

func TestSharesCarryTheirYear(t *testing.T) {
	t.Parallel()
	doc := reporttest.Frozen(t, "outcomes")
	last := doc.Metrics[len(doc.Metrics)-1]
	if got := report.ShareYears(doc.Metrics); got != "2025" || last.Share != nil || last.ShareYear != 0 {
		t.Errorf("years %q, last metric %+v", got, last)
	}
}

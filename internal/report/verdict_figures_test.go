package report_test

import (
	"testing"

	"github.com/opsfit/opsfit/internal/report"
)

// TestReadinessNamesItsBoundWhereItDiffers holds that "at least" stands only where an unknown answer keeps it below the value.
func TestReadinessNamesItsBoundWhereItDiffers(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		readiness report.Readiness
		want      string
	}{
		{report.Readiness{}, "not scored"},
		{report.Readiness{LowerBound: new(1.0)}, "not scored"},
		{report.Readiness{Value: new(2.15), LowerBound: new(2.15)}, "2.15 of 4"},
		{report.Readiness{Value: new(2.15), LowerBound: new(1.5)}, "2.15 of 4, at least 1.5"},
	} {
		verdict := report.Verdict{Leaning: &report.Leaning{Readiness: test.readiness}}
		if got := valueUnder(report.Figures(verdict), "Readiness"); got != test.want {
			t.Errorf("got %q, want %q", got, test.want)
		}
	}
}

func valueUnder(facts []report.Fact, label string) string {
	for _, fact := range facts {
		if fact.Label == label {
			return fact.Value
		}
	}
	return ""
}

package report_test

import (
	"testing"

	"github.com/opsfit/opsfit/internal/report"
)

// TestReadinessNamesItsBoundWhereItDiffers holds that "at least" stands only where an unknown answer keeps it below the value.
func TestReadinessNamesItsBoundWhereItDiffers(t *testing.T) {
	t.Parallel()
	value := func(f float64) *float64 { return &f }
	tests := []struct {
		readiness     report.Readiness
		overall, axis string
	}{
		{report.Readiness{}, "not scored", "not scored"},
		{report.Readiness{LowerBound: value(1)}, "not scored", "not scored"},
		{report.Readiness{Value: value(2.15), LowerBound: value(2.15)}, "2.15 of 4", "2.15 of 4; short by 1.25"},
		{report.Readiness{Value: value(2.15), LowerBound: value(1.5)}, "2.15 of 4, at least 1.5", "2.15 of 4, at least 1.5; short by 1.25"},
	}
	for _, test := range tests {
		overall := report.Leaning{Readiness: test.readiness}
		axis := report.Axis{Readiness: test.readiness}
		axis.Shortfall.Value, axis.Shortfall.Worst = value(1.25), value(1.25)
		if got := valueUnder(report.Figures(report.Verdict{Leaning: &overall}), "Readiness"); got != test.overall {
			t.Errorf("overall: got %q, want %q", got, test.overall)
		}
		if got := valueUnder(report.AxisFacts(&axis), "Readiness"); got != test.axis {
			t.Errorf("axis: got %q, want %q", got, test.axis)
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

package report_test

import (
	"testing"

	"github.com/opsfit/opsfit/internal/report"
)

// TestNoLevelIsRoundedUpToItsFloor holds that what is below a floor does not read as if it reached it.
func TestNoLevelIsRoundedUpToItsFloor(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		level, floor float64
		point, axis  string
	}{
		{2.97, 3, "2.9", "2.9"},
		{2.95, 3, "2.9", "2.9"},
		{2.94, 3, "2.9", "2.9"},
		{3, 3, "3", "3.0"},
		{3.04, 3, "3", "3.0"},
		{2.45, 2.5, "2.4", "2.4"},
		{2, 3, "2", "2.0"},
		{0, 0, "0", "0.0"},
		{2.6, 2.5, "2.6", "2.6"},
	} {
		unmet := report.Unmet{Level: &test.level, Floor: test.floor}
		axis := report.ReadinessAxis{Readiness: report.Readiness{Value: &test.level}, Floor: &test.floor}
		if got := unmet.LevelWord(); got != test.point {
			t.Errorf("a point at %v of %v reads %s, want %s", test.level, test.floor, got, test.point)
		}
		if got := axis.LevelWord(); got != test.axis {
			t.Errorf("an axis at %v of %v reads %s, want %s", test.level, test.floor, got, test.axis)
		}
	}
}

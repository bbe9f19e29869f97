package pages

import (
	"testing"

	"github.com/opsfit/opsfit/internal/report"
)

// TestReadinessMove holds that an answer to an open question does not read as a step back.
func TestReadinessMove(t *testing.T) {
	t.Parallel()
	readiness := func(value, bound float64) report.Readiness {
		return report.Readiness{Value: &value, LowerBound: &bound}
	}
	for _, test := range []struct {
		name          string
		before, after report.Readiness
		was, is       string
	}{
		{"all known", readiness(2, 2), readiness(3, 3), "2.0", "3.0"},
		{"fewer unknown", readiness(3.6, 3), readiness(3.4, 3.4), "at least 3.0", "at least 3.4"},
		{"as much unknown", readiness(2.3, 2.1), readiness(2.7, 2.5), "at least 2.1", "at least 2.5"},
		{"nothing known before", report.Readiness{}, readiness(3, 1), "unknown", "3.0"},
	} {
		if was, is := readinessMove(test.before, test.after, levelOrUnknown); was != test.was || is != test.is {
			t.Errorf("%s: %s, then %s; want %s, then %s", test.name, was, is, test.was, test.is)
		}
	}
}

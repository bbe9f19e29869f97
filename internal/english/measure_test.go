package english_test

import (
	"testing"

	"github.com/opsfit/opsfit/internal/english"
)

func TestMeasures(t *testing.T) {
	t.Parallel()
	for days, want := range map[float64]string{
		0: "less than a minute", 0.0007: "1 minute", 0.02: "29 minutes", 0.05: "1 hour", 0.99: "24 hours", 1: "1 day", 1.5: "36 hours", 2: "2 days",
		7.26: "7.3 days", 9.96: "10 days", 12.4: "12 days", 412: "412 days",
	} {
		if got := english.Days(days); got != want {
			t.Errorf("%v days are %q, want %q", days, got, want)
		}
	}
	for got, want := range map[string]string{
		english.DaysBetween(6, 8):    "between 6 and 8 days",
		english.DaysBetween(1, 4):    "between 1 and 4 days",
		english.DaysBetween(0.5, 4):  "between 12 hours and 4 days",
		english.DaysBetween(7, 7.04): "7 days",
		english.Rounded(2.25):        "2.3",
		english.Rounded(9.96):        "10",
		english.Rounded(-12.5):       "-13",
	} {
		if got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

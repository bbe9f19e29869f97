package report_test

import (
	"testing"

	"github.com/opsfit/opsfit/internal/report"
)

func TestFigures(t *testing.T) {
	t.Parallel()
	value := func(f float64) *float64 { return &f }
	tests := []struct{ got, want string }{
		{report.Signed(nil), "?"},
		{report.Signed(value(0)), "0.00"},
		{report.Signed(value(-0.001)), "0.00"},
		{report.Signed(value(0.34375)), "+0.34"},
		{report.Signed(value(-1)), "-1.00"},
		{report.Plain(nil, 1), "?"},
		{report.Plain(value(2.0), 1), "2"},
		{report.Plain(value(2.45), 2), "2.45"},
		{report.Plain(value(-0.01), 1), "0"},
		{report.Plain(value(100), 0), "100"},
		{report.Plain(value(0), 2), "0"},
		{report.Percent(value(8.0 / 9)), "89 %"},
		{report.Percent(nil), "?"},
	}
	for _, test := range tests {
		if test.got != test.want {
			t.Errorf("got %q, want %q", test.got, test.want)
		}
	}
}

// TestWordsAreNeverIDs proves that each id of the result has words for people: an underscore in one is a leak.
func TestWordsAreNeverIDs(t *testing.T) {
	t.Parallel()
	words := []string{
		report.StatusWord("dont_know"), report.StatusWord("not_applicable"), report.StatusWord("answered"),
		report.QuadrantWord("fast_stable"), report.QuadrantWord("fast_unstable"),
		report.QuadrantWord("slow_stable"), report.QuadrantWord("slow_unstable"), report.QuadrantWord(""),
	}
	for _, band := range []report.Text{"", "strong_sysops", "leaning_sysops", "hybrid", "leaning_devops", "strong_devops"} {
		words = append(words, report.BandWord(band))
	}
	for _, advice := range []report.Text{
		"", "stay_sysops", "stay_hybrid", "stay_devops", "shift_sysops", "shift_devops", "combine",
	} {
		words = append(words, report.AdviceWord(advice))
	}
	for _, direction := range []report.Text{
		"", "aligned", "less_pronounced", "more_pronounced", "towards_devops", "towards_sysops",
	} {
		words = append(words, report.DirectionWord(direction))
	}
	seen := map[string]bool{}
	for _, word := range words {
		if word == "" || seen[word] || containsUnderscore(word) {
			t.Errorf("%q is empty, an id, or stands for two things", word)
		}
		seen[word] = true
	}
}

func containsUnderscore(word string) bool {
	for _, r := range word {
		if r == '_' {
			return true
		}
	}
	return false
}

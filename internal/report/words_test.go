package report_test

import (
	"strings"
	"testing"

	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/english"
	"github.com/opsfit/opsfit/internal/report"
	"github.com/opsfit/opsfit/internal/score"
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
		{report.Signed(value(1e300)), "+1e+300"},
		{english.Plain(value(-1e300), 0), "-1e+300"},
		{english.Fixed(value(2.5e9), 1), "2.5e+09"},
		{english.Plain(nil, 1), "?"},
		{english.Plain(value(2.0), 1), "2"},
		{english.Plain(value(2.45), 2), "2.45"},
		{english.Plain(value(-0.01), 1), "0"},
		{english.Plain(value(100), 0), "100"},
		{english.Plain(value(0), 2), "0"},
		{english.Fixed(nil, 1), "?"},
		{english.Fixed(value(2), 1), "2.0"},
		{english.Fixed(value(-0.01), 1), "0.0"},
		{english.Fixed(value(-1.25), 1), "-1.3"},
		{english.Fixed(value(2.15), 1), "2.2"},
		{english.Fixed(value(2.25), 1), "2.3"},
		{report.Signed(value(-0.125)), "-0.13"},
		{report.Signed(value(0.375)), "+0.38"},
		{report.Signed(value(0.195)), "+0.19"},
		{report.Placed(nil, "hybrid"), "not scored"},
		{report.Placed(value(0.25), "leaning_devops"), "+0.25, leaning DevOps"},
		{report.Possible(report.Practice{Low: value(0.1), High: value(0.1001)}), ""},
		{report.Possible(report.Practice{Low: value(-0.1), High: value(0.1)}), " (possible -0.10 to +0.10)"},
		{report.Possible(report.Practice{}), ""},
		{english.Count(1, "answer"), "1 answer"},
		{english.Count(0, "answer"), "0 answers"},
		{english.Percent(value(8.0 / 9)), "89 %"},
		{english.Percent(nil), "?"},
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
	words := []string{report.BandWord(""), report.AdviceWord(""), report.DirectionWord(""), report.QuadrantWord("")}
	for _, status := range []answers.Status{answers.Answered, answers.DontKnow, answers.NotApplicable, answers.Skipped} {
		words = append(words, report.StatusWord(string(status)))
	}
	for _, quadrant := range []report.Text{score.FastStable, score.FastUnstable, score.SlowStable, score.SlowUnstable} {
		words = append(words, report.QuadrantWord(quadrant))
	}
	for _, band := range []score.Band{score.StrongSysOps, score.LeaningSysOps, score.Hybrid, score.LeaningDevOps, score.StrongDevOps} {
		words = append(words, report.BandWord(report.Text(band)))
	}
	for _, advice := range []score.Advice{
		score.StaySysOps, score.StayHybrid, score.StayDevOps, score.ShiftSysOps, score.ShiftDevOps, score.Combine,
	} {
		words = append(words, report.AdviceWord(report.Text(advice)))
	}
	for _, direction := range []score.Direction{
		score.Aligned, score.LessPronounced, score.MorePronounced, score.TowardsDevOps, score.TowardsSysOps,
	} {
		words = append(words, report.DirectionWord(report.Text(direction)))
	}
	for _, effort := range []int{0, 1, 2, 3} {
		words = append(words, report.EffortWord(effort))
	}
	seen := map[string]bool{}
	for _, word := range words {
		if word == "" || seen[word] || strings.Contains(word, "_") {
			t.Errorf("%q is empty, an id, or stands for two things", word)
		}
		seen[word] = true
	}
}

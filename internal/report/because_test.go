package report_test

import (
	"testing"

	"github.com/opsfit/opsfit/internal/report"
)

func titleAsIs(_, title string) string { return title }

func TestBecauseGivesTheFirstAnswer(t *testing.T) {
	t.Parallel()
	causes := []report.Cause{
		{Question: "a", Option: "x", Text: "One"},
		{Question: "b", Text: "don't know"},
		{Question: "c", Option: "x", Text: "Three"},
		{Question: "d", Option: "x", Text: "Four"},
		{Question: "e", Option: "x", Text: "Five"},
	}
	for count, want := range map[int]string{
		0: "",
		1: `a "One"`,
		2: `a "One"; also b`,
		5: `a "One"; also b, c, d and e`,
	} {
		if got := report.BecauseOf(causes[:count], nil, titleAsIs, report.AsIs); got != want {
			t.Errorf("%d causes: got %s, want %s", count, got, want)
		}
	}
}

// TestBecauseOfSeveral counts those who gave each answer, but for where that could tell who it was.
func TestBecauseOfSeveral(t *testing.T) {
	t.Parallel()
	cause := func(question, option, text string, count int) report.Cause {
		cause := report.Cause{Question: question, Title: "About " + question, Option: report.Text(option), Text: text}
		if count > 0 {
			cause.Count = &count
		}
		return cause
	}
	many := []report.Cause{
		cause("a", "x", "Never", 3), cause("a", "", "don't know", 1), cause("b", "y", "Often", 5), cause("c", "z", "Once", 1),
		cause("d", "z", "Twice", 2), cause("d", "", "skipped", 1), cause("e", "z", "Twice", 2),
	}
	hidden := []report.Cause{cause("a", "x", "Never", 0), cause("a", "", "skipped", 0)}
	for _, test := range []struct {
		causes []report.Cause
		of     int
		want   string
	}{
		{many, 5, `About a "Never" (3 of you), (don't know, 1 of you); also About b, About c, About d and About e`},
		{hidden, 2, `About a "Never" (some of you), (skipped, some of you)`},
	} {
		if got := report.BecauseOf(test.causes, &report.SaidBy{Count: 1, Of: test.of}, titleAsIs, report.AsIs); got != test.want {
			t.Errorf("got %s, want %s", got, test.want)
		}
	}
}

func TestSaidBySentence(t *testing.T) {
	t.Parallel()
	for want, warning := range map[string]report.Warning{
		"":                         {},
		"All 5 of you.":            {SaidBy: &report.SaidBy{Count: 5, Of: 5}},
		"Both of you.":             {SaidBy: &report.SaidBy{Count: 2, Of: 2}},
		"Disputed: 4 of 5 of you.": {SaidBy: &report.SaidBy{Count: 4, Of: 5}, Disputed: true},
		"Disputed: 1 of 5 of you.": {SaidBy: &report.SaidBy{Count: 1, Of: 5}, Disputed: true},
	} {
		if got := warning.SaidBySentence(); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

package report_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/opsfit/opsfit/internal/report"
	"github.com/opsfit/opsfit/internal/report/reporttest"
)

func TestTips(t *testing.T) {
	t.Parallel()
	flip := func(answers, steps int, questions ...string) report.Flip {
		return report.Flip{Answers: &answers, Steps: &steps, Questions: questions}
	}
	const noAdvice = "There is no advice yet, and another answer to a single answered question would not lead to one."
	tests := []struct {
		name    string
		verdict report.Leaning
		tips    []report.Tip
		want    []string
	}{
		{"no answers, no advice", report.Leaning{}, nil, []string{noAdvice}},
		{
			"an advice that stands firm",
			report.Leaning{Advice: "stay_sysops", Robustness: &report.Robustness{Side: flip(2, 5, "a", "b")}},
			nil,
			[]string{
				"It takes 2 changed answers (a and b) or 5 small steps to move how you work to another side.",
				"No other answer to a single question would change the advice.",
			},
		},
		{
			"no way to another side",
			report.Leaning{Advice: "stay_sysops", Robustness: &report.Robustness{}},
			nil,
			[]string{
				"No change of the answers given would move how you work to another side.",
				"No other answer to a single question would change the advice.",
			},
		},
		{
			"borderline, and the advice tips",
			report.Leaning{
				Advice: "stay_hybrid", Borderline: new(true), Between: []string{"hybrid", "leaning_devops"}, Practice: report.Practice{Value: new(0.19)},
			},
			[]report.Tip{{Question: "a", Text: "More", Advice: "shift_devops"}, {Question: "b", Text: "Less"}},
			[]string{
				"How you work lies between hybrid and leaning DevOps (+0.19): one answer one step further would change the word, not the situation.",
				`If a were "More", the advice would be: shift towards DevOps.`,
				`If b were "Less", the advice would be: no advice.`,
			},
		},
		{
			"no advice, but words tip",
			report.Leaning{Practice: report.Practice{Band: "hybrid"}, Situation: report.Situation{Band: "hybrid"}},
			[]report.Tip{
				{Question: "a", Text: "More", Practice: "leaning_devops", Situation: "hybrid"},
				{Question: "b", Text: "Less", Practice: "hybrid", Situation: "leaning_sysops"},
			},
			[]string{`If a were "More", how you work would be leaning DevOps.`, `If b were "Less", the situation would be leaning SysOps.`},
		},
		{
			"three of four tips",
			report.Leaning{Advice: "combine"},
			slices.Repeat([]report.Tip{{Question: "a", Text: "More", Advice: "stay_hybrid"}}, 4),
			slices.Repeat([]string{`If a were "More", the advice would be: stay with the mix.`}, 3),
		},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			doc := &report.Document{Verdict: report.Verdict{Leaning: &test.verdict}, Tips: test.tips}
			if got := report.Tell(doc).Tips; !slices.Equal(got, test.want) {
				t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(test.want, "\n"))
			}
		})
	}
}

func TestSharesCarryTheirYear(t *testing.T) {
	t.Parallel()
	doc := reporttest.Frozen(t, "outcomes")
	last := doc.Metrics[len(doc.Metrics)-1]
	if got := report.ShareYears(doc.Metrics); got != "2025" || last.Share != nil || last.ShareYear != 0 {
		t.Errorf("years %q, last metric %+v", got, last)
	}
}

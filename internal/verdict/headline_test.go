package verdict_test

import (
	"testing"

	"github.com/opsfit/opsfit/internal/report"
)

func at(value float64, band report.Text) report.Practice {
	return report.Practice{Value: &value, Band: band, Scored: true}
}

func calls(value float64, band report.Text) report.OverallSituation {
	return report.OverallSituation{Situation: report.Situation{Value: &value, Band: band, Scored: true}}
}

func leaning(verdict report.Leaning, axes ...report.Axis) *report.Document {
	return &report.Document{Verdict: report.Verdict{Leaning: &verdict}, Axes: axes}
}

// leaningOnTwo has an axis for each pole.
func leaningOnTwo(verdict report.Leaning) *report.Document {
	axis := func(title string, direction report.Text, value float64) report.Axis {
		return report.Axis{Title: title, Direction: direction, Situation: report.AxisSituation{Situation: report.Situation{Value: &value}}}
	}
	return leaning(verdict, axis("Pace", "towards_devops", 0.5), axis("Calm", "towards_sysops", -0.5))
}

func TestHeadlines(t *testing.T) {
	t.Parallel()
	sentences := load(t)
	given := func(advice, practice, situation report.Text) report.Leaning {
		return report.Leaning{Advice: advice, Practice: at(0, practice), Situation: calls(0, situation)}
	}
	combine := func(because ...string) report.Leaning {
		verdict := given("combine", "hybrid", "leaning_devops")
		verdict.CombineBecause = because
		return verdict
	}
	tests := []struct {
		name string
		doc  *report.Document
		want string
	}{
		{
			"stay SysOps", leaning(given("stay_sysops", "strong_sysops", "leaning_sysops")),
			"Stay with SysOps: you work very much the SysOps way, and the situation leans towards SysOps.",
		},
		{
			"stay DevOps", leaning(given("stay_devops", "strong_devops", "leaning_devops")),
			"Stay with DevOps: you work very much the DevOps way, and the situation leans towards DevOps.",
		},
		{
			"stay hybrid", leaning(given("stay_hybrid", "hybrid", "hybrid")),
			"Keep the mix: you work in a mix of both ways, and the situation calls for one.",
		},
		{
			"shift to DevOps", leaning(given("shift_devops", "strong_sysops", "leaning_devops")),
			"Move towards DevOps, one step at a time: you work very much the SysOps way, and the situation leans towards DevOps.",
		},
		{
			"shift to SysOps", leaning(given("shift_sysops", "leaning_devops", "strong_sysops")),
			"Move towards SysOps, one step at a time: you work mostly the DevOps way, and the situation clearly points to SysOps.",
		},
		{
			"shift from the mix", leaning(given("shift_devops", "hybrid", "strong_devops")),
			"Move towards DevOps, one step at a time: you work in a mix of both ways, and the situation clearly points to DevOps.",
		},
		{
			"shift to the mix", leaning(given("shift_sysops", "strong_devops", "hybrid")),
			"Move towards SysOps, one step at a time: you work very much the DevOps way, and the situation calls for a mix of both.",
		},
		{
			"combine for speed and caution", leaningOnTwo(combine("opposed_needs", "speed_and_caution", "both_ways")),
			"Combine both models: the situation asks for speed in delivery and for caution in stability.",
		},
		{
			"combine for tension on one axis or between them", leaningOnTwo(combine("opposed_needs", "both_ways")),
			"Combine both models: the situation pulls towards DevOps on <Pace> and towards SysOps on <Calm>.",
		},
		{
			"combine because axes move both ways", leaningOnTwo(combine("both_ways")),
			"Combine both models: move towards DevOps on <Pace> and towards SysOps on <Calm>.",
		},
		{
			"no need is asked",
			&report.Document{
				Verdict: report.Verdict{Leaning: &report.Leaning{}},
				Answers: []report.Answer{{Question: "a", Measures: "lean", Status: "skipped", Weights: map[string]float64{"pace": 1}}},
			},
			"No advice yet: no question about the service's needs applies.",
		},
		{"combine without axes", leaning(combine("both_ways")), "Combine both models."},
		{
			"nothing known", leaning(report.Leaning{}),
			"No advice yet: too few questions are answered about how you work and about what the service needs.",
		},
		{
			"practice unknown", leaning(report.Leaning{Situation: calls(-0.3, "leaning_sysops")}),
			"No advice yet: no style question applies. The situation leans towards SysOps.",
		},
		{
			"situation unknown", leaning(report.Leaning{Practice: at(0.3, "leaning_devops")}),
			"No advice yet: no question about the service's needs applies. You work mostly the DevOps way.",
		},
		{
			"no gap", leaning(given("", "leaning_devops", "hybrid")),
			"No advice yet: too few questions are answered about how you work and about what the service needs.",
		},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			if got := sentences.Tell(test.doc, quotedText, nil).Headline; got != test.want {
				t.Errorf("got\n%s\nwant\n%s", got, test.want)
			}
		})
	}
}

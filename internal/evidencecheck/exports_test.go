package evidencecheck

import (
	"strings"
	"testing"

	"github.com/opsfit/opsfit/internal/evidence"
	"github.com/opsfit/opsfit/internal/questionnaire/questionnairetest"
	"github.com/opsfit/opsfit/internal/report"
)

// delivered is a scan beside exports: a deployment every week, three days from a commit to production, repairs within two hours, and of
// a hundred deployments five that failed and ten that repaired something.
func delivered() *evidence.Scan {
	scan := measured()
	spread := func(median float64, n int) evidence.Spread { return evidence.Spread{N: &n, Median: &median} }
	scan.Delivery = &evidence.Delivery{
		Frequency: evidence.Frequency{GapDays: spread(7, 99), Interval: new(7.0)},
		ChangeLeadTime: evidence.ChangeLeadTime{
			Lead: evidence.Lead{Spread: spread(3, 90)}, People: evidence.Lead{Spread: spread(3, 90)},
		},
		RecoveryTime:   evidence.RecoveryTime{Spread: spread(2.0/24, 8)},
		ChangeFailRate: evidence.ChangeFailRate{Deployments: new(100), Failed: new(5), Share: new(0.05)},
		ReworkRate:     evidence.ReworkRate{Deployments: new(100), Rework: new(10), Share: new(0.1)},
	}
	for _, id := range []string{"deployment_frequency", "change_lead_time", "recovery_time", "change_fail_rate", "rework_rate"} {
		scan.Conclusions = append(scan.Conclusions, evidence.Conclusion{ID: id, Text: "About " + id + ".", Trust: evidence.Usable})
	}
	return scan
}

// TestExports sets what exports show beside answers. The repository of measured() has a release a week and a wait of three days, too.
func TestExports(t *testing.T) {
	t.Parallel()
	failed := func(share float64, of int) func(*evidence.Scan) {
		return func(s *evidence.Scan) {
			s.Delivery.ChangeFailRate.Share, s.Delivery.ChangeFailRate.Deployments = &share, &of
		}
	}
	every := func(days float64) func(*evidence.Scan) {
		return func(s *evidence.Scan) { s.Delivery.Frequency.Interval = &days }
	}
	same := func(*evidence.Scan) {}
	for _, test := range []struct {
		name, answer string
		change       func(*evidence.Scan)
		want         report.FindingVerdict
		measure      string
		reason       string
	}{
		{"the exports come first", "deploy_frequency d1_w1", gap(100), report.Agrees, "delivery.frequency.interval_days", ""},
		{"several a day", "deploy_frequency on_demand", every(0.2), report.Agrees, "delivery.frequency.interval_days", ""},
		{"weekly", "deploy_frequency on_demand", same, report.Contradicts, "delivery.frequency.interval_days", ""},
		{
			"the repository where exports conclude nothing", "deploy_frequency d1_w1", trust("deployment_frequency", evidence.None, "too few"),
			report.Agrees, "releases.gap_days.median", "",
		},
		{"three days", "lead_time d1_w1", same, report.Agrees, "delivery.change_lead_time.median", ""},
		{
			"less, which squashing may have made of it", "lead_time m1_m6", same, report.Differs, "delivery.change_lead_time.median",
			"part of the question",
		},
		{"far more", "lead_time under_1h", same, report.Contradicts, "delivery.change_lead_time.median", ""},
		{"two hours", "recovery_time under_1d", same, report.Agrees, "delivery.recovery_time.median", ""},
		{"two hours for days", "recovery_time w1_m1", same, report.Contradicts, "delivery.recovery_time.median", ""},
		{"five of a hundred", "change_fail_rate p4_8", same, report.Agrees, "delivery.change_fail_rate.share", ""},
		{"half as much again", "change_fail_rate p2_4", failed(0.06, 100), report.Agrees, "delivery.change_fail_rate.share", ""},
		{"more", "change_fail_rate p2_4", failed(0.07, 100), report.Differs, "delivery.change_fail_rate.share", ""},
		{"four times, of few", "change_fail_rate p0_2", failed(0.1, 40), report.Differs, "delivery.change_fail_rate.share", "so few deployments"},
		{"ten times, of many", "change_fail_rate p0_2", failed(0.2, 1000), report.Contradicts, "delivery.change_fail_rate.share", ""},
		{"far less", "change_fail_rate p32_64", same, report.Differs, "delivery.change_fail_rate.share", "in this direction"},
		{"rework", "rework_rate p8_16", same, report.Agrees, "delivery.rework_rate.share", ""},
		{
			"only near in time", "rework_rate p0_2", trust("rework_rate", evidence.Few, "by chance"), report.Differs,
			"delivery.rework_rate.share", "",
		},
	} {
		scan := delivered()
		test.change(scan)
		id, option, _ := strings.Cut(test.answer, " ")
		got, _ := CompareAnswer(questionnairetest.Shipped(t, "dora").Question(id), given(option), scan)
		if got.Verdict != test.want || string(got.Measure) != test.measure || !strings.Contains(string(got.Reason), test.reason) {
			t.Errorf("%s: %s by %s, %q; want %s by %s, %q", test.name, got.Verdict, got.Measure, got.Reason, test.want, test.measure, test.reason)
		}
	}
}

// TestSuggestionsOfExports fills in a whole questionnaire. Several deployments a day suggest an option by its words.
func TestSuggestionsOfExports(t *testing.T) {
	t.Parallel()
	q := questionnairetest.Shipped(t, "dora")
	for days, want := range map[float64]string{7: "d1_w1", 1: "h1_d1", 0.2: "h1_d1", 0.03: "on_demand", 100: "m1_m6"} {
		scan := delivered()
		scan.Delivery.Frequency.Interval = &days
		sheet := SuggestAnswers(q, scan)
		for id, option := range map[string]string{
			"deploy_frequency": want, "lead_time": "d1_w1", "recovery_time": "under_1d", "change_fail_rate": "p4_8", "rework_rate": "p8_16",
		} {
			if got := sheet.Get(id); got.Option != option || !strings.HasPrefix(got.Note, "The exports show: About ") {
				t.Errorf("every %v days, %s: %s, %q; want %s", days, id, got.Option, got.Note, option)
			}
		}
	}
}

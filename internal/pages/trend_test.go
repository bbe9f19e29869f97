package pages_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/opsfit/opsfit/internal/comparison"
	"github.com/opsfit/opsfit/internal/comparison/comparisontest"
	"github.com/opsfit/opsfit/internal/page"
	"github.com/opsfit/opsfit/internal/pages"
	"github.com/opsfit/opsfit/internal/questionnaire/questionnairetest"
	"github.com/opsfit/opsfit/internal/report"
	"github.com/opsfit/opsfit/internal/report/reporttest"
)

// histories are trends of each kind: three results with a questionnaire that changes on the way, many results, and outcomes.
func histories(t testing.TB) map[string]*comparison.Trend {
	t.Helper()
	revised := revisedQuestionnaire(t)
	short := []*report.Document{
		on(t, questionnairetest.Frozen(t), "2026-10-14", ""),
		on(t, questionnairetest.Frozen(t), "2026-03-01", spring),
		on(t, questionnairetest.Frozen(t), "2025-12-01", spring+" release_trigger=dont_know batch_size=dont_know"),
		on(t, revised, "2026-11-20", "detection=journeys outage_cost=noticeable"),
	}
	var long []*report.Document
	for i := range 60 {
		changes := ""
		if i%7 > 3 {
			changes = spring
		}
		long = append(long, on(t, questionnairetest.Frozen(t), fmt.Sprintf("20%02d-%02d-01", 20+i/12, 1+i%12), changes))
	}
	var outcomes []*report.Document
	for i, lead := range []string{"over_6m", "m1_m6", "dont_know", "under_1h"} {
		outcomes = append(outcomes, reporttest.Answers(t, questionnairetest.FrozenOutcomes(t),
			fmt.Sprintf("questionnaire: frozen_outcomes\ndate: 2026-0%d-01\nanswers: {lead_time: %s, change_fail_rate: p4_8}\n", i+1, lead)))
	}
	launches := []*report.Document{
		reporttest.FrozenLaunch(t, "not_ready"), launchOn(t, "2026-11-29", "rollback=tried outage_cost=dont_know"), launchOn(t, "2026-12-06", readied),
	}
	return map[string]*comparison.Trend{
		"launch": comparison.BuildTrend(launches), "hostile launch": comparison.BuildTrend([]*report.Document{reporttest.FrozenLaunch(t, "hostile")}),
		"short": comparison.BuildTrend(short), "long": comparison.BuildTrend(long), "outcomes": comparison.BuildTrend(outcomes),
	}
}

func TestTrend(t *testing.T) {
	t.Parallel()
	all := histories(t)
	goldenPage(t, "trend/short", pages.Trend(all["short"]))
	for _, name := range []string{"short", "outcomes"} {
		goldenScreens(t, "trend/"+name, pages.Trend(all[name]))
	}
	golden(t, "trend/outcomes.txt", textOf(t, pages.Trend(all["outcomes"])))
}

func TestTrendTells(t *testing.T) {
	t.Parallel()
	docs := []*report.Document{
		comparisontest.On(t, "2026-01-01", ""), comparisontest.On(t, "2026-02-01", "D1=p D2=p"), comparisontest.On(t, "2026-03-01", "D1=p N1=p R1=l4"),
	}
	docs[1].Subject, docs[2].Respondent.Name, docs[1].Respondent.Name = "bank", "Ada", "Ben"
	got := sentences(pages.Trend(comparison.BuildTrend(docs)))
	for _, want := range []string{
		"Over 3 results, practice moved from leaning SysOps to leaning DevOps, and the fit stayed at 88 out of 100.",
		"What the situation calls for moved from strong SysOps (-0.63) to strong DevOps (+0.63).",
		"Readiness (good practice under either model) rose from 1.5 to 2.5 out of 4.",
		"How you work moved furthest on Delivery: from leaning SysOps (-0.50) to leaning DevOps (+0.50).",
		"In between, the fit was lowest at 31 (2026-02-01).",
		"2026-01-01: stay with SysOps",
		"several services (shop and bank)",
		"Several people answered (Ben and Ada)",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is missing in:\n%s", want, got)
		}
	}
}

func TestTrendHeadlines(t *testing.T) {
	t.Parallel()
	const weight = "title: Delivery, weight: 3"
	outcome := reporttest.Answers(t, questionnairetest.FrozenOutcomes(t),
		"questionnaire: frozen_outcomes\ndate: 2026-01-01\nanswers: {lead_time: under_1d}\n")
	for name, test := range map[string]struct {
		docs []*report.Document
		want string
	}{
		"a break": {
			[]*report.Document{comparisontest.On(t, "2026-01-01", ""), comparisontest.On(t, "2026-03-01", "", weight, "title: Delivery, weight: 2")},
			"; the questionnaire changed on the way.",
		},
		"both kinds": {[]*report.Document{outcome, comparisontest.On(t, "2026-02-01", "")}, "These results measure different things and are not a series."},
		"none":       {nil, "There is no result to follow."},
	} {
		if got := headlineOf(pages.Trend(comparison.BuildTrend(test.docs))); !strings.HasSuffix(got, test.want) {
			t.Errorf("%s: got %q, want %q", name, got, test.want)
		}
	}
}

// TestTrendInTime holds where the results stand on the scale of time.
func TestTrendInTime(t *testing.T) {
	t.Parallel()
	docs := []*report.Document{
		comparisontest.On(t, "", ""), comparisontest.On(t, "2026-02-28", ""), comparisontest.On(t, "2026-02-28", "D1=p"),
		comparisontest.On(t, "2026-03-02", ""),
	}
	p := pages.Trend(comparison.BuildTrend(docs))
	course, ok := p.Picture().(page.Course)
	if !ok {
		t.Fatal("no picture of time")
	}
	var got []float64
	for _, moment := range course.Moments {
		got = append(got, moment.Day)
	}
	if diff := cmp.Diff([]float64{0, 0, 0, 2}, got); diff != "" {
		t.Errorf("days (-want +got):\n%s", diff)
	}
}

package pages_test

import (
	"math"
	"reflect"
	"regexp"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/opsfit/opsfit/internal/comparison"
	"github.com/opsfit/opsfit/internal/comparison/comparisontest"
	"github.com/opsfit/opsfit/internal/page"
	"github.com/opsfit/opsfit/internal/pages"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/questionnaire/questionnairetest"
	"github.com/opsfit/opsfit/internal/report"
	"github.com/opsfit/opsfit/internal/report/reporttest"
)

// spring are the answers of the frozen sheet half a year earlier, when releases were made by hand.
const spring = "release_trigger=planned_release batch_size=few_weeks release_protection=by_risk outage_cost=noticeable backout=none"

// on scores the typical answers to a frozen questionnaire on a date, with changes written "backout=none audit=body".
func on(t testing.TB, q *questionnaire.Questionnaire, date, changes string) *report.Document {
	t.Helper()
	text := strings.NewReplacer("2026-10-14", date, "questionnaire_version: 1.2.0", "questionnaire_version: "+q.Version).Replace(questionnairetest.Sheet(t, "typical"))
	for field := range strings.FieldsSeq(changes) {
		question, option, _ := strings.Cut(field, "=")
		text = regexp.MustCompile("(?m)^  "+question+": .*").ReplaceAllString(text, "  "+question+": "+option)
	}
	return reporttest.Answers(t, q, text)
}

// revisedQuestionnaire is the frozen one in a later version: an option counts otherwise, and a question has other words.
func revisedQuestionnaire(t testing.TB) *questionnaire.Questionnaire {
	t.Helper()
	return questionnairetest.Load(t, "frozen.yaml", strings.NewReplacer(
		"version: 1.2.0", "version: 1.3.0", "{id: team_decides,    position: 0.5,", "{id: team_decides,    position: 0.25,",
		"How much goes into", "How much is in").Replace(questionnairetest.FrozenFile(t, "frozen.yaml")))
}

// pairs are comparisons of each kind.
func pairs(t testing.TB) map[string]*comparison.Comparison {
	t.Helper()
	frozen := questionnairetest.Frozen(t)
	was, now := on(t, frozen, "2026-03-01", spring), on(t, frozen, "2026-10-14", "backout=tried")
	earlier := reporttest.Answers(t, questionnairetest.FrozenOutcomes(t), "questionnaire: frozen_outcomes\ndate: 2026-03-01\n"+
		"answers: {lead_time: m1_m6, deploy_frequency: m1_m6, change_fail_rate: p4_8}\n")
	return map[string]*comparison.Comparison{
		"moved":        comparison.Compare(was, now),
		"same":         comparison.Compare(now, now),
		"revised":      comparison.Compare(was, on(t, revisedQuestionnaire(t), "2026-11-20", "backout=tried")),
		"short":        comparison.Compare(now, reporttest.Frozen(t, "short")),
		"outcomes":     comparison.Compare(earlier, reporttest.Frozen(t, "outcomes")),
		"bare":         comparison.Compare(reporttest.Bare(t, "leaning"), now),
		"hostile":      comparison.Compare(was, reporttest.Frozen(t, "hostile")),
		"launch":       comparison.Compare(reporttest.FrozenLaunch(t, "not_ready"), launchOn(t, "2026-12-06", readied)),
		"other launch": comparison.Compare(reporttest.FrozenLaunch(t, "hostile"), reporttest.FrozenLaunch(t, "open")),
		"same launch":  comparison.Compare(reporttest.FrozenLaunch(t, "ready"), reporttest.FrozenLaunch(t, "ready")),
	}
}

func TestComparison(t *testing.T) {
	t.Parallel()
	all := pairs(t)
	goldenPage(t, "comparison/moved", pages.Comparison(all["moved"]))
	for _, name := range []string{"moved", "same", "outcomes", "revised"} {
		goldenScreens(t, "comparison/"+name, pages.Comparison(all[name]))
	}
	for _, name := range []string{"same", "outcomes"} {
		golden(t, "comparison/"+name+".txt", textOf(t, pages.Comparison(all[name])))
	}
	for _, name := range []string{"revised", "hostile"} {
		golden(t, "comparison/"+name+".md", markdownOf(t, pages.Comparison(all[name])))
	}
}

// documents are what results are compared to pages of both kinds.
func documents(was, now *report.Document) []page.Page {
	return []page.Page{pages.Comparison(comparison.Compare(was, now)), pages.Trend(comparison.BuildTrend([]*report.Document{was, now, was}))}
}

func TestComparisonsAreWritten(t *testing.T) {
	t.Parallel()
	for _, c := range pairs(t) {
		checkPage(t, pages.Comparison(c))
	}
	for _, trend := range histories(t) {
		checkPage(t, pages.Trend(trend))
	}
	for _, p := range documents(reporttest.Frozen(t, "hostile"), reporttest.Frozen(t, "typical")) {
		checkPage(t, p)
	}
}

func TestComparisonsSetWordsApart(t *testing.T) {
	t.Parallel()
	was, now := on(t, questionnairetest.Frozen(t), "2026-03-01", spring), reporttest.Frozen(t, "notes")
	now.Respondent.Name = "Ada"
	sayEverywhere(was, "\u05d0\u05d1")
	sayEverywhere(now, "\u05d2\u05d3")
	for _, p := range documents(was, now) {
		checkSetApart(t, p)
	}
}

// TestComparisonsOfAnything builds pages of results with numbers and texts that no scoring gives but a file may hold.
func TestComparisonsOfAnything(t *testing.T) {
	t.Parallel()
	absurd := rapid.SampledFrom([]float64{0, 1, -1, 5e-324, math.MaxFloat64, -math.MaxFloat64, 1e300, 0.1 + 0.2})
	rapid.Check(t, func(r *rapid.T) {
		was, now := comparisontest.Scored(t, comparisontest.Whole()), comparisontest.Scored(t, comparisontest.With(comparisontest.Whole(), "D1=p R1=l4"))
		for _, doc := range []*report.Document{was, now} {
			reporttest.EachNumber(reflect.ValueOf(doc), func(number reflect.Value) {
				if rapid.Bool().Draw(r, "spoil") {
					number.SetFloat(absurd.Draw(r, "number"))
				}
			})
			if words := rapid.SampledFrom([]string{"", "\x1b[31m|`<b>", "a\nb"}).Draw(r, "words"); words != "" {
				sayEverywhere(doc, words)
			}
		}
		for _, p := range documents(was, now) {
			checkParts(r, p)
			markdownOf(r, p)
		}
	})
}

func TestComparisonHeadlines(t *testing.T) {
	t.Parallel()
	full, dora := questionnairetest.Shipped(t, "full"), questionnairetest.Shipped(t, "dora")
	outcome := func(answers map[string]string) *report.Document {
		return reporttest.Answers(t, dora, comparisontest.Sheet("dora", "", answers))
	}
	later := func(given map[string]string, replacements ...string) *report.Document {
		return comparisontest.ScoredOn(t, "date: 2026-09-01", given, replacements...)
	}
	earlier := func(changes string) *report.Document {
		return comparisontest.Scored(t, comparisontest.With(comparisontest.Whole(), changes))
	}
	fast := map[string]string{"lead_time": "under_1h", "deploy_frequency": "on_demand", "recovery_time": "under_1h", "change_fail_rate": "p0_2", "rework_rate": "p0_2"}
	unscored := "D1=dont_know D2=dont_know S1=dont_know"
	supposed := func(doc *report.Document) *report.Document {
		doc.WhatIf = &report.WhatIf{}
		return doc
	}
	subject := func(doc *report.Document, name report.Text) *report.Document {
		doc.Subject = name
		return doc
	}
	tests := []struct {
		name     string
		was, now *report.Document
		want     string
	}{
		{"moved to another word", earlier(""), later(comparisontest.With(comparisontest.Whole(), "D1=p")), "Since 2026-03-01, you moved from leaning SysOps to leaning DevOps, and the fit fell from 88 to 50 out of 100."},
		{"moved within a word", earlier("D1=z S1=p D2=z"), later(comparisontest.With(comparisontest.Whole(), "D1=z D2=z S1=p R1=l4 N1=p")), "Since 2026-03-01, you stayed leaning DevOps, and the fit rose from 56 to 81 out of 100."},
		{"only readiness changed", earlier(""), later(comparisontest.With(comparisontest.Whole(), "R1=l4")), "Since 2026-03-01, you stayed leaning SysOps, the fit stayed at 88 out of 100, and readiness rose from 1.5 to 2.5 out of 4."},
		{"nothing", earlier(""), later(comparisontest.Whole()), "Between 2026-03-01 and 2026-09-01 nothing changed: every answer and every figure is the same."},
		{"nothing, the same day", earlier(""), earlier(""), "Nothing changed: every answer and every figure is the same."},
		{"backwards", later(comparisontest.Whole()), earlier("D1=p"), "From 2026-09-01 back to 2026-03-01, you moved from leaning SysOps to leaning DevOps, and the fit fell from 88 to 50 out of 100."},
		{"a what-if", earlier(""), supposed(earlier("D1=p")), "In this what-if, you moved from leaning SysOps to leaning DevOps, and the fit fell from 88 to 50 out of 100."},
		{"the same day", earlier(""), earlier("D1=p"), "From the first result to the second, you moved from leaning SysOps to leaning DevOps, and the fit fell from 88 to 50 out of 100."},
		{"scored for the first time", earlier(unscored), later(comparisontest.Whole()), "Since 2026-03-01, how you work, not scored before, is leaning SysOps (-0.38), and the fit, not known before, is 88 out of 100."},
		{"no longer scored", earlier(""), later(comparisontest.With(comparisontest.Whole(), unscored)), "Since 2026-03-01, how you work, leaning SysOps before, is no longer scored, and the fit, 88 out of 100 before, is no longer known."},
		{"never scored", earlier(unscored), later(comparisontest.With(comparisontest.Whole(), unscored+" R1=l4")), "Since 2026-03-01, how you work is still not scored, and readiness rose from 1.5 to 2.5 out of 4."},
		{
			"the questionnaire alone", earlier(""), later(comparisontest.Whole(), "{id: n, position: -1, text: Operators}", "{id: n, position: -0.5, text: Operators}"),
			"No answer changed, but the questionnaire did: you moved from leaning SysOps to a mix of both, and the fit fell from 88 to 78 out of 100.",
		},
		{"two services", subject(earlier(""), "shop"), subject(later(comparisontest.With(comparisontest.Whole(), "D1=p")), "bank"), "From shop to bank, practice moved from leaning SysOps to leaning DevOps, and the fit fell from 88 to 50 out of 100."},
		{"two kinds", outcome(fast), reporttest.Answers(t, full, comparisontest.Sheet("full", "", nil)), "These two results measure different things and cannot be compared."},
		{
			"outcomes", outcome(fast), outcome(map[string]string{"lead_time": "over_6m", "deploy_frequency": "on_demand", "recovery_time": "under_1h", "change_fail_rate": "p0_2"}),
			"From the first result to the second, delivery stayed fast and stable, throughput fell from 10.0 to 6.7 out of 10, and stability stayed at 9.9 out of 10.",
		},
		{
			"outcomes that are not known", outcome(fast), outcome(nil),
			"From the first result to the second, delivery, fast and stable before, can no longer be placed, throughput, 10.0 out of 10 before, is no longer scored, and stability, 9.9 out of 10 before, is no longer scored.",
		},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			if got := headlineOf(pages.Comparison(comparison.Compare(test.was, test.now))); got != test.want {
				t.Errorf("got  %s\nwant %s", got, test.want)
			}
		})
	}
}

// TestComparisonTells holds what must be said about a change, each in its place.
func TestComparisonTells(t *testing.T) {
	t.Parallel()
	was := comparisontest.Scored(t, comparisontest.With(comparisontest.Whole(), "N2=n S1=n"))
	now := comparisontest.ScoredOn(t, "date: 2026-09-01", comparisontest.With(comparisontest.Whole(), "D1=p R1=l4 R2=l0 S1=n N1=p N2=z"))
	got := sentences(pages.Comparison(comparison.Compare(was, now)))
	for _, want := range []string{
		"5 of 7 answers changed.",
		"What the situation calls for moved from strong SysOps (-1.00) to strong DevOps (+0.63).",
		"The advice was: stay with SysOps. It is now: move towards DevOps.",
		"fell from 1.5 to 1.0 out of 4; Stability no longer falls short of what is called for.",
		"Practice | -0.63, strong SysOps | +0.13, mix of both | +0.75",
		"How you work, +0.75",
		"+0.75: D1 (practice -1.00 to +1.00)",
		`from "Operators" to "Developers"`,
		"No longer listed, since the answers moved that way",
		"R1 (readiness 0 to 4 out of 4)",
		"the situation changed: N2 (situation -1.00 to 0.00)",
		"Nobody has restored.",
		"through D1 +1.00",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is missing in:\n%s", want, got)
		}
	}
}

// TestComparisonTellsShortAxes holds which axes are said to be below the readiness that is called for, one or several, before and after.
func TestComparisonTellsShortAxes(t *testing.T) {
	t.Parallel()
	const none, delivery, stability, both = "R1=l4 R2=l4", "R1=l4 R2=l2", "R1=l2 R2=l4", "R1=l2 R2=l2"
	for _, test := range []struct{ before, after, want string }{
		{none, none, "no axis fell or falls short of what is called for"},
		{none, stability, "Stability falls short of what is called for now, and did not before"},
		{none, both, "Delivery and Stability fall short of what is called for now, and did not before"},
		{stability, stability, "Stability still falls short of what is called for"},
		{both, both, "Delivery and Stability still fall short of what is called for"},
		{delivery, stability, "Stability falls short of what is called for now, and did not before; Delivery no longer falls short of what is called for"},
		{both, stability, "Stability still falls short of what is called for; Delivery no longer falls short of what is called for"},
		{stability, both, "Stability still falls short of what is called for; Delivery falls short of what is called for now, and did not before"},
		{stability, none, "Stability no longer falls short of what is called for"},
		{both, none, "Delivery and Stability no longer fall short of what is called for"},
	} {
		floors := []string{"floor: {stability: 3}", "floor: {stability: 3, delivery: 3}"}
		was := comparisontest.Scored(t, comparisontest.With(comparisontest.Whole(), test.before), floors...)
		now := comparisontest.Scored(t, comparisontest.With(comparisontest.Whole(), test.after+" D1=p"), floors...) // where nothing changes, nothing is said
		why := sentences(pages.Comparison(comparison.Compare(was, now)))
		if !strings.Contains(why, "; "+test.want+".") {
			t.Errorf("from %s to %s: want %q in:\n%s", test.before, test.after, test.want, why)
		}
	}
}

// TestComparisonPraisesNoPole holds that mirrored changes are told in mirrored words: what is said of a move to DevOps is said of
// one to SysOps, with the poles exchanged.
func TestComparisonPraisesNoPole(t *testing.T) {
	t.Parallel()
	tell := func(before, after string) string {
		was, now := comparisontest.Scored(t, comparisontest.With(comparisontest.Whole(), before)), comparisontest.ScoredOn(t, "date: 2026-09-01", comparisontest.With(comparisontest.Whole(), after))
		for _, doc := range []*report.Document{was, now} {
			doc.Warnings, doc.Recommendations = nil, nil
			doc.Questionnaire.Advice = false
		}
		return sentences(pages.Comparison(comparison.Compare(was, now)))
	}
	const to, from = "D1=p D2=p S1=p N1=p N2=z", "D1=n D2=n S1=n N1=n N2=z"
	const middle = "D1=z D2=z S1=z N1=z N2=z"
	mirror := strings.NewReplacer(
		"SysOps", "DevOps", "DevOps", "SysOps", "Operators", "Developers", "Developers", "Operators",
		"Yearly", "Daily", "Daily", "Yearly", "Prove\"", "Contain\"", "Contain\"", "Prove\"", "Low", "High", "High", "Low")
	signs := regexp.MustCompile(`\B[+-]\d`)
	flip := func(sign string) string { return map[byte]string{'+': "-", '-': "+"}[sign[0]] + sign[1:] }
	// The fit is no place on the line, and a floor, which a careful situation alone sets, has no mirror image.
	lines := func(text string, mirrored bool) []string {
		var kept []string
		for line := range strings.SplitSeq(text, "\n") {
			switch {
			case strings.Contains(strings.ToLower(line), "called for"):
			case mirrored && !strings.HasPrefix(line, "Fit | "):
				kept = append(kept, signs.ReplaceAllStringFunc(mirror.Replace(line), flip))
			default:
				kept = append(kept, line)
			}
		}
		return kept
	}
	want, got := lines(tell(middle, to), false), lines(tell(middle, from), true)
	if strings.Join(want, "\n") != strings.Join(got, "\n") {
		t.Errorf("to DevOps:\n%s\n\nto SysOps, mirrored:\n%s", strings.Join(want, "\n"), strings.Join(got, "\n"))
	}
}

// TestComparisonTellsTheQuestionnaire holds what must be said where two questionnaires count otherwise.
func TestComparisonTellsTheQuestionnaire(t *testing.T) {
	t.Parallel()
	was := comparisontest.Scored(t, comparisontest.With(comparisontest.Whole(), "D1=p S1=dont_know"))
	now := comparisontest.ScoredOn(t, "date: 2026-09-01", comparisontest.With(comparisontest.Whole(), "D1=p D2=p S1=p"),
		"title: Delivery, weight: 3", "title: Delivery, weight: 2",
		"{id: p, position: 1, text: Developers}", "{id: p, position: 0.5, text: Developers}",
		"{id: D2, axis: delivery, measures: lean,", "{id: D2, weight: 3, axis: delivery, measures: lean,",
		"affects: {delivery: 1, stability: 0.5}", "affects: {delivery: 2}")
	got := sentences(pages.Comparison(comparison.Compare(was, now)))
	for _, want := range []string{
		"The same answer to D1 (p) counts otherwise: practice +1.00 to +0.50.",
		"D2 counts on Delivery with the weight 3, before with 1.",
		"N1 counts on Stability with the weight none, before with 0.5.",
		"Of the change in how you work, -0.21 comes from the questionnaire and +0.62 from answers that changed.",
		"Of the change in the situation, -0.04 comes from the questionnaire and nothing from answers that changed.",
		"how much of its effect is the team's cannot be told.",
		"D2 (practice 0.00 to +1.00), the answer and perhaps what it counts",
		"D1: the same answer counts otherwise in the questionnaire",
		"Stability, which had no value before",
		"questions or axes weigh otherwise in the questionnaire",
		"To see what the team alone changed, compare the answers files",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is missing in:\n%s", want, got)
		}
	}
}

// TestComparisonTellsQuadrants holds what is said of a quadrant that came, went or changed.
func TestComparisonTellsQuadrants(t *testing.T) {
	t.Parallel()
	dora := questionnairetest.Shipped(t, "dora")
	best := map[string]string{"lead_time": "under_1h", "rework_rate": "p0_2"}
	slow := map[string]string{"lead_time": "over_6m", "rework_rate": "p0_2"}
	for _, test := range []struct {
		was, now map[string]string
		want     string
	}{
		{nil, best, "delivery, not placed before, is fast and stable, throughput, not scored before, is 10.0 out of 10,"},
		{best, slow, "delivery moved from fast and stable to stable but not fast, throughput fell from 10.0 to 0.0 out of 10,"},
		{nil, map[string]string{"lead_time": "over_6m"}, "too few metrics are answered to name a quadrant, throughput, not scored before, is 0.0 out of 10, and stability is still not scored."},
	} {
		was, now := reporttest.Answers(t, dora, comparisontest.Sheet("dora", "", test.was)), reporttest.Answers(t, dora, comparisontest.Sheet("dora", "", test.now))
		if got := headlineOf(pages.Comparison(comparison.Compare(was, now))); !strings.Contains(got, test.want) {
			t.Errorf("got  %s\nwant %s", got, test.want)
		}
	}
}

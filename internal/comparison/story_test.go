package comparison_test

import (
	"fmt"
	"regexp"
	"strings"
	"testing"

	"github.com/opsfit/opsfit/internal/comparison"
	"github.com/opsfit/opsfit/internal/report"
	"github.com/opsfit/opsfit/internal/report/reporttest"
)

func TestHeadlines(t *testing.T) {
	t.Parallel()
	full, dora := shipped(t, "full"), shipped(t, "dora")
	outcome := func(answers map[string]string) *report.Document {
		return reporttest.Answers(t, dora, sheet("dora", "", answers))
	}
	later := func(given map[string]string, replacements ...string) *report.Document {
		return playedOn(t, "date: 2026-09-01", given, replacements...)
	}
	earlier := func(changes string) *report.Document { return played(t, with(whole(), changes)) }
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
		{"moved to another word", earlier(""), later(with(whole(), "D1=p")), "Since 2026-03-01, you moved from leaning SysOps to leaning DevOps, and the fit fell from 88 to 50 of 100."},
		{"moved within a word", earlier("D1=z S1=p D2=z"), later(with(whole(), "D1=z D2=z S1=p R1=l4 N1=p")), "Since 2026-03-01, you stayed leaning DevOps, and the fit rose from 56 to 81 of 100."},
		{"only readiness changed", earlier(""), later(with(whole(), "R1=l4")), "Since 2026-03-01, you stayed leaning SysOps, the fit stayed at 88 of 100, and readiness rose from 1.5 to 2.5 of 4."},
		{"nothing", earlier(""), later(whole()), "Between 2026-03-01 and 2026-09-01 nothing changed: every answer and every figure is the same."},
		{"nothing, the same day", earlier(""), earlier(""), "Nothing changed: every answer and every figure is the same."},
		{"backwards", later(whole()), earlier("D1=p"), "From 2026-09-01 back to 2026-03-01, you moved from leaning SysOps to leaning DevOps, and the fit fell from 88 to 50 of 100."},
		{"a what-if", earlier(""), supposed(earlier("D1=p")), "In this what-if, you moved from leaning SysOps to leaning DevOps, and the fit fell from 88 to 50 of 100."},
		{"the same day", earlier(""), earlier("D1=p"), "From the first result to the second, you moved from leaning SysOps to leaning DevOps, and the fit fell from 88 to 50 of 100."},
		{"scored for the first time", earlier(unscored), later(whole()), "Since 2026-03-01, how you work, not scored before, is leaning SysOps (-0.38), and the fit, not known before, is 88 of 100."},
		{"no longer scored", earlier(""), later(with(whole(), unscored)), "Since 2026-03-01, how you work, leaning SysOps before, is no longer scored, and the fit, 88 of 100 before, is no longer known."},
		{"never scored", earlier(unscored), later(with(whole(), unscored+" R1=l4")), "Since 2026-03-01, how you work is still not scored, and readiness rose from 1.5 to 2.5 of 4."},
		{
			"the questionnaire alone", earlier(""), later(whole(), "{id: n, position: -1, text: Operators}", "{id: n, position: -0.5, text: Operators}"),
			"No answer changed, but the questionnaire did: you moved from leaning SysOps to hybrid, and the fit fell from 88 to 78 of 100.",
		},
		{"two services", subject(earlier(""), "shop"), subject(later(with(whole(), "D1=p")), "bank"), "From shop to bank, practice moved from leaning SysOps to leaning DevOps, and the fit fell from 88 to 50 of 100."},
		{"two kinds", outcome(fast), reporttest.Answers(t, full, sheet("full", "", nil)), "These two results measure different things and cannot be compared."},
		{
			"outcomes", outcome(fast), outcome(map[string]string{"lead_time": "over_6m", "deploy_frequency": "on_demand", "recovery_time": "under_1h", "change_fail_rate": "p0_2"}),
			"From the first result to the second, delivery stayed fast and stable, throughput fell from 10 to 6.7 of 10, and stability stayed at 9.9 of 10.",
		},
		{
			"outcomes that are not known", outcome(fast), outcome(nil),
			"From the first result to the second, delivery, fast and stable before, can no longer be placed, throughput, 10 of 10 before, is no longer scored, and stability, 9.9 of 10 before, is no longer scored.",
		},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			if got := comparison.Tell(comparison.Compare(test.was, test.now)).Headline; got != test.want {
				t.Errorf("got  %s\nwant %s", got, test.want)
			}
		})
	}
}

// sentences are all texts that a story says.
func sentences(story comparison.Story) string {
	text := append([]string{story.Headline}, story.Why...)
	for _, row := range story.Figures {
		text = append(text, fmt.Sprint(row))
	}
	for _, section := range story.Sections {
		text = append(text, section.Title)
		text = append(text, section.Sentences...)
		for _, chapter := range section.Chapters {
			text = append(text, chapter.Title)
			for _, item := range chapter.Items {
				text = append(text, item.Label+" "+item.Text)
				text = append(text, item.Details...)
			}
		}
	}
	return strings.Join(text, "\n")
}

// TestStoryTells holds what must be said about a change, each in its place.
func TestStoryTells(t *testing.T) {
	t.Parallel()
	was := played(t, with(whole(), "N2=n S1=n"))
	now := playedOn(t, "date: 2026-09-01", with(whole(), "D1=p R1=l4 R2=l0 S1=n N1=p N2=z"))
	got := sentences(comparison.Tell(comparison.Compare(was, now)))
	for _, want := range []string{
		"5 of 7 answers changed.",
		"What the situation calls for moved from strong SysOps (-1.00) to strong DevOps (+0.63).",
		"The advice was: stay with SysOps. It is now: shift towards DevOps.",
		"fell from 1.5 to 1 of 4; no axis is below what is called for any more, before it was Stability.",
		"Practice -0.63, strong SysOps +0.13, hybrid +0.75",
		"How you work, +0.75",
		"+0.75 D1 (practice -1.00 to +1.00)",
		`from "Operators" to "Developers"`,
		"Done, as far as the answers tell",
		"R1 (readiness 0 to 4 of 4)",
		"the situation changed: N2 (situation -1.00 to 0.00)",
		"Nobody has restored.",
		"through D1 +1.00",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is missing in:\n%s", want, got)
		}
	}
}

// TestShortAxes holds which axes are said to be below the readiness that is called for, one or several, before and after.
func TestShortAxes(t *testing.T) {
	t.Parallel()
	const none, delivery, stability, both = "R1=l4 R2=l4", "R1=l4 R2=l2", "R1=l2 R2=l4", "R1=l2 R2=l2"
	for _, test := range []struct{ before, after, want string }{
		{none, none, "no axis was or is below what is called for"},
		{none, stability, "below what is called for is now Stability, before it was none"},
		{none, both, "below what is called for are now Delivery and Stability, before it was none"},
		{stability, stability, "below what is called for is still Stability"},
		{both, both, "below what is called for are still Delivery and Stability"},
		{delivery, stability, "below what is called for was Delivery, now is Stability"},
		{both, stability, "below what is called for were Delivery and Stability, now is Stability"},
		{stability, both, "below what is called for was Stability, now are Delivery and Stability"},
		{stability, none, "no axis is below what is called for any more, before it was Stability"},
		{both, none, "no axis is below what is called for any more, before it were Delivery and Stability"},
	} {
		floors := []string{"floor: {stability: 3}", "floor: {stability: 3, delivery: 3}"}
		was := played(t, with(whole(), test.before), floors...)
		now := played(t, with(whole(), test.after+" D1=p"), floors...) // where nothing changes, nothing is said
		why := strings.Join(comparison.Tell(comparison.Compare(was, now)).Why, "\n")
		if !strings.Contains(why, "; "+test.want+".") {
			t.Errorf("from %s to %s: want %q in:\n%s", test.before, test.after, test.want, why)
		}
	}
}

// TestNoPoleIsPraised holds that mirrored changes are told in mirrored words: what is said of a move to DevOps is said of
// one to SysOps, with the poles exchanged.
func TestNoPoleIsPraised(t *testing.T) {
	t.Parallel()
	tell := func(before, after string) string {
		was, now := played(t, with(whole(), before)), playedOn(t, "date: 2026-09-01", with(whole(), after))
		for _, doc := range []*report.Document{was, now} {
			doc.Warnings, doc.Recommendations = nil, nil
			doc.Questionnaire.Advice = false
		}
		return sentences(comparison.Tell(comparison.Compare(was, now)))
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
			case mirrored && !strings.HasPrefix(line, "{Fit"):
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

// TestStoryTellsTheQuestionnaire holds what must be said where two questionnaires count otherwise.
func TestStoryTellsTheQuestionnaire(t *testing.T) {
	t.Parallel()
	was := played(t, with(whole(), "D1=p S1=dont_know"))
	now := playedOn(t, "date: 2026-09-01", with(whole(), "D1=p D2=p S1=p"),
		"title: Delivery, weight: 3", "title: Delivery, weight: 2",
		"{id: p, position: 1, text: Developers}", "{id: p, position: 0.5, text: Developers}",
		"{id: D2, axis: delivery, measures: lean,", "{id: D2, weight: 3, axis: delivery, measures: lean,",
		"affects: {delivery: 1, stability: 0.5}", "affects: {delivery: 2}")
	got := sentences(comparison.Tell(comparison.Compare(was, now)))
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

// TestQuadrantsInWords holds what is said of a quadrant that came, went or changed.
func TestQuadrantsInWords(t *testing.T) {
	t.Parallel()
	dora := shipped(t, "dora")
	best := map[string]string{"lead_time": "under_1h", "rework_rate": "p0_2"}
	slow := map[string]string{"lead_time": "over_6m", "rework_rate": "p0_2"}
	for _, test := range []struct {
		was, now map[string]string
		want     string
	}{
		{nil, best, "delivery, not placed before, is fast and stable, throughput, not scored before, is 10 of 10,"},
		{best, slow, "delivery moved from fast and stable to slow but stable, throughput fell from 10 to 0 of 10,"},
		{nil, map[string]string{"lead_time": "over_6m"}, "too few metrics are answered to name a quadrant, throughput, not scored before, is 0 of 10, and stability is still not scored."},
	} {
		was, now := reporttest.Answers(t, dora, sheet("dora", "", test.was)), reporttest.Answers(t, dora, sheet("dora", "", test.now))
		if got := comparison.Tell(comparison.Compare(was, now)).Headline; !strings.Contains(got, test.want) {
			t.Errorf("got  %s\nwant %s", got, test.want)
		}
	}
}

package comparison_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/opsfit/opsfit/internal/comparison"
	"github.com/opsfit/opsfit/internal/comparison/comparisontest"
	"github.com/opsfit/opsfit/internal/report"
	"github.com/opsfit/opsfit/internal/report/reporttest"
)

func TestDifferenceOfQuestionnaires(t *testing.T) {
	t.Parallel()
	was := comparisontest.Scored(t, comparisontest.With(comparisontest.Whole(), "D1=p"))
	now := comparisontest.Scored(t, comparisontest.With(comparisontest.Whole(), "D1=p N2=-"),
		"version: 1.0.0", "version: 1.1.0",
		"{id: p, position: 1, text: Developers}", "{id: p, position: 0.5, text: Builders}",
		"affects: {delivery: 1, stability: 0.5}", "affects: {delivery: 2}",
		`  - {id: N2, measures: context, affects: {delivery: 1}, text: "Audit?", options: [
      {id: n, position: -1, text: Strict}, {id: z, position: 0, text: Mild}, {id: none, text: None at all}]}`,
		`  - {id: N3, measures: context, affects: {delivery: 1}, text: "Money?", options: [{id: n, position: -1, text: Little}, {id: p, position: 1, text: Much}]}`,
		"{answer: N2, in: [n]}", "{answer: N3, in: [n]}")
	half, one, two := 0.5, 1.0, 2.0
	down := -0.5
	want := comparison.Difference{
		SameID: true, OnlyBefore: []string{"N2"}, OnlyAfter: []string{"N3"},
		Revalued: []comparison.Revalued{
			{Question: "D1", Option: "p", Measures: "lean", Figure: comparison.Figure{Before: &one, After: &half, Change: &down}},
		},
		Reweighted: []comparison.Reweighted{
			{Question: "N1", Axis: "delivery", Figure: comparison.Figure{Before: &one, After: &two, Change: &one}},
			{Question: "N1", Axis: "stability", Figure: comparison.Figure{Before: &half}},
		},
		Reworded: []string{"D1"},
	}
	c := comparison.Compare(was, now)
	if diff := cmp.Diff(want, c.Basis.Questionnaire); diff != "" {
		t.Errorf("difference (-want +got):\n%s", diff)
	}
}

// TestWordsAloneAreNoDifference holds that a version with other words counts alike, so that all moves are the team's.
func TestWordsAloneAreNoDifference(t *testing.T) {
	t.Parallel()
	c := comparison.Compare(comparisontest.Scored(t, comparisontest.Whole()), comparisontest.Scored(t, comparisontest.With(comparisontest.Whole(), "D1=p"), "version: 1.0.0", "version: 1.0.1", "How often?", "How often, really?"))
	d := c.Basis.Questionnaire
	if !d.Alike || d.SameVersion || !cmp.Equal(d.Reworded, []string{"D2"}) {
		t.Errorf("got %+v", d)
	}
	if got := told(c.Verdict.Leaning.Practice.Move); got != "+0.7500: D1 +0.7500 (team)" {
		t.Errorf("got %s", got)
	}
}

func TestNotes(t *testing.T) {
	t.Parallel()
	base := func() *report.Document { return comparisontest.Scored(t, comparisontest.Whole()) }
	tests := []struct {
		name   string
		change func(was, now *report.Document)
		want   string
	}{
		{"same day", func(_, _ *report.Document) {}, "Both results are of the same day, 2026-03-01."},
		{"backwards", func(was, _ *report.Document) { was.Date = "2026-09-01" }, "The second result (2026-03-01) is older than the first (2026-09-01)"},
		{"no date", func(was, _ *report.Document) { was.Date = "" }, "At least one result has no date"},
		{"no real date", func(_, now *report.Document) { now.Date = "2026-13-01" }, "At least one result has no date"},
		{"other subject", func(was, now *report.Document) { was.Subject, now.Subject = "a", "b" }, "two services, a and b"},
		{"other person", func(was, now *report.Document) {
			was.Respondent, now.Respondent = report.Respondent{Name: "Ada", Role: "developer"}, report.Respondent{Role: "operations"}
		}, "Not the same person or role answered both times (Ada, developer; operations)"},
		{"other program", func(was, _ *report.Document) { was.Tool.Version = "0.9.0" }, "two programs or versions, opsfit 0.9.0 and opsfit test"},
		{"what if", func(_, now *report.Document) { now.WhatIf = &report.WhatIf{} }, "At least one of the results is a what-if"},
		{"no advice", func(was, _ *report.Document) {
			was.Questionnaire.Advice, was.Warnings, was.Recommendations = false, nil, nil
		}, "gives no advice"},
		{"other questionnaire", func(was, _ *report.Document) { was.Questionnaire.ID, was.Questionnaire.Digest = "doll", "" }, "two questionnaires, doll 1.0.0 and toy 1.0.0: answers can be compared for the 7 questions that both ask"},
		{"other version", func(was, _ *report.Document) {
			was.Questionnaire.Version, was.Questionnaire.Digest = "0.9.0", "sha256:0"
		}, "changed from version 0.9.0 to 1.0.0."},
		{"same version, other content", func(was, _ *report.Document) { was.Questionnaire.Digest = "sha256:0" }, "although both results name version 1.0.0"},
		{"no digest on either side", func(was, now *report.Document) {
			was.Questionnaire.Digest, now.Questionnaire.Digest = "", ""
		}, "counts answers otherwise although"},
		{"other words", func(was, _ *report.Document) { was.Questionnaire.Version = "0.9.0" }, "it counts answers as before, but its words or its advice may differ"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			was, now := base(), base()
			test.change(was, now)
			notes := strings.Join(comparison.Compare(was, now).Notes, "\n")
			if !strings.Contains(notes, test.want) {
				t.Errorf("%q is missing in:\n%s", test.want, notes)
			}
		})
	}
}

func TestComparable(t *testing.T) {
	t.Parallel()
	leaning, outcome := comparisontest.Scored(t, comparisontest.Whole()), reporttest.Answers(t, shipped(t, "dora"), comparisontest.Sheet("dora", "", map[string]string{"lead_time": "under_1d"}))
	other := comparisontest.Scored(t, comparisontest.Whole())
	other.Questionnaire.ID = "doll"
	for i := range other.Answers {
		other.Answers[i].Question += "x"
	}
	alien := comparisontest.Scored(t, comparisontest.Whole())
	alien.Questionnaire.ID = "doll"
	tests := []struct {
		name       string
		was, now   *report.Document
		wantsError string
	}{
		{"same", leaning, leaning, ""},
		{"two kinds", leaning, outcome, "they measure different things"},
		{"two kinds, the other way", outcome, leaning, "they measure different things"},
		{"another questionnaire with the same questions", leaning, alien, ""},
		{"nothing in common", leaning, other, `the questionnaires "toy" and "doll" have no question in common`},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			err := comparison.CheckComparable(test.was, test.now)
			if test.wantsError == "" && err != nil || test.wantsError != "" && (err == nil || !strings.Contains(err.Error(), test.wantsError)) {
				t.Errorf("got %v, want %q", err, test.wantsError)
			}
		})
	}
}

// TestNamesWithoutCase holds that one service and one person stay one however their names are written, and that names which were
// removed leave the note that they differed.
func TestNamesWithoutCase(t *testing.T) {
	t.Parallel()
	was, now := comparisontest.Scored(t, comparisontest.Whole()), comparisontest.Scored(t, comparisontest.Whole())
	was.Subject, now.Subject = "Payments API", "payments  api"
	was.Respondent.Name, now.Respondent.Name = "Ada", "ADA"
	if basis := comparison.Compare(was, now).Basis; basis.OtherSubject || basis.OtherRespondent {
		t.Errorf("%+v", basis)
	}
	now.Respondent.Name = "Ben"
	compared, trend := comparison.Compare(was, now), comparison.BuildTrend([]*report.Document{was, now})
	compared.RemoveNames()
	trend.RemoveNames()
	for _, notes := range [][]string{compared.Notes, trend.Notes} {
		all := strings.Join(notes, "\n")
		if strings.Contains(all, "Ben") || !strings.Contains(all, "a difference can be one of view") {
			t.Errorf("the notes are %q", notes)
		}
	}
}

package team_test

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/team"
)

const line = `
      - {id: m2, text: A, position: -1}
      - {id: m1, text: B, position: -0.5}
      - {id: z, text: C, position: 0}
      - {id: p1, text: D, position: 0.5}
      - {id: p2, text: E, position: 1}`

// small is a questionnaire with one style question an axis, one about readiness, a need that sets a floor, and a limit; it warns of
// a restore that fails or is unknown, and of readiness below the floor.
const small = `
id: small
version: 1.0.0
title: Small
axes:
  - {id: delivery, title: Delivery, low: slow, high: fast}
  - {id: stability, title: Stability, low: guarded, high: owned}
questions:
  - id: style
    axis: delivery
    measures: lean
    text: How do you release
    options:` + line + `
  - id: guard
    axis: stability
    measures: lean
    text: Who guards
    options:` + line + `
  - id: restore
    axis: stability
    measures: readiness
    text: Are restores tested
    allow_na: true
    options: [{id: never, text: Never, readiness: 0}, {id: once, text: Once, readiness: 2}, {id: often, text: Often, readiness: 4}]
  - id: need
    measures: context
    text: What is needed
    affects: {delivery: 1, stability: 1}
    options:
      - {id: calm, text: Calm, position: -1, floor: {stability: 3}}
      - {id: none, text: None}
      - {id: fast, text: Fast, position: 1}
  - id: teams
    measures: context
    text: How many teams
    options: [{id: one, text: One}, {id: many, text: Many}]
  - id: rule
    title: Outside rule
    measures: context
    kind: limit
    text: What do rules allow
    options:
      - {id: board, text: A board approves, allows: {delivery: {at_most: 0}, stability: {at_most: 0.5}}}
      - {id: pairs, text: Two people approve, allows: {delivery: {at_most: 0.5}}}
      - {id: deadline, text: Fixes are out in a day, allows: {delivery: {at_least: 0.5}}}
      - {id: free, text: Everything}
warnings:
  - id: no_restore
    title: Restore fails
    severity:
      critical: {answer: need, in: [calm]}
      medium: {any: [{level: restore, lte: 1}, {unknown: restore}]}
    when: {any: [{level: restore, lte: 1}, {unknown: restore}]}
    text: Nobody has restored anything.
    why: A reason.
  - id: short
    title: Too little readiness
    severity: high
    when: {metric: shortfall, axis: stability, gt: 0}
    text: Readiness is below the floor.
    why: A reason.
recommendations:
  - id: try_restore
    title: Restore something
    direction: either
    tier: safety
    axis: stability
    effort: 1
    impact: 5
    when: {any: [{level: restore, lte: 2}, {unknown: restore}]}
    lifts: [restore]
    first_step: Restore something this week.
    why: A reason.
    answers_warnings: [no_restore, short]
  - id: hurry
    title: Release more often
    direction: devops
    tier: direction
    axis: delivery
    effort: 1
    impact: 5
    when: {answer: style, in: [m2]}
    requires: {level: restore, gte: 2}
    moves: [style]
    first_step: Release once more this month.
    why: A reason.
`

func smallQuestionnaire(t testing.TB) *questionnaire.Questionnaire {
	t.Helper()
	q, found := questionnaire.Load(questionnaire.Source{Name: "small.yaml", Bytes: []byte(small)}, nil)
	if q == nil {
		t.Fatal(found)
	}
	return q
}

// sheet makes a sheet of "question: option" pairs separated by commas.
func sheet(t testing.TB, role, list string) *answers.Sheet {
	t.Helper()
	text := fmt.Sprintf("questionnaire: small\nrespondent: {role: %q}\nanswers: {%s}\n", role, list)
	file, found := answers.Parse("sheet.yaml", []byte(text))
	if file == nil {
		t.Fatal(found)
	}
	checked, found := file.Check(smallQuestionnaire(t))
	if checked == nil {
		t.Fatal(found)
	}
	return checked
}

func build(t testing.TB, sheets ...*answers.Sheet) *team.Document {
	t.Helper()
	return team.Build(team.Input{Questionnaire: smallQuestionnaire(t), Sheets: sheets, ShowSmallGroups: true})
}

// TestSeveralRespondents is M1 of the worked examples: developers 0.5 and 1, operations -0.5 and 0, a manager 1.
func TestSeveralRespondents(t *testing.T) {
	t.Parallel()
	result := build(
		t, sheet(t, "developer", "style: p1"), sheet(t, "Developer ", "style: p2"), sheet(t, "operations", "style: m1"),
		sheet(t, "operations", "style: z"), sheet(t, "manager", "style: p2"),
	)
	question, axis := result.Questions[0], result.Axes[0]
	if want := map[string]int{"developer": 2, "operations": 2, "manager": 1}; !cmp.Equal(result.Roles, want) {
		t.Errorf("roles %v, want %v", result.Roles, want)
	}
	if *question.Mean != 0.5 || *axis.Practice.Value != 0.5 {
		t.Errorf("role-balanced mean %v, practice %v, want 0.5", *question.Mean, *axis.Practice.Value)
	}
	if math.Abs(*question.Consensus-0.5425) > 5e-5 {
		t.Errorf("consensus %v, want 0.5425", *question.Consensus)
	}
	means := map[string]float64{}
	for role, mean := range axis.RoleMeans {
		means[role] = *mean
	}
	if want := map[string]float64{"developer": 0.75, "operations": -0.25, "manager": 1}; !cmp.Equal(means, want) {
		t.Errorf("role means %v, want %v", means, want)
	}
	// The widest gap is that of manager and operations; developers and operations are 1 apart.
	if *axis.RoleGap != 1.25 {
		t.Errorf("role gap %v, want 1.25", *axis.RoleGap)
	}
	if len(result.DiscussFirst) == 0 || result.DiscussFirst[0].Question != "style" {
		t.Errorf("topics %v, want style first", result.DiscussFirst)
	}
}

// TestSmallGroups proves that nobody's own answers are shown as those of a role.
func TestSmallGroups(t *testing.T) {
	t.Parallel()
	sheets := []*answers.Sheet{
		sheet(t, "developer", "style: p1"), sheet(t, "developer", "style: p1"), sheet(t, "developer", "style: p2"),
		sheet(t, "operations", "style: m2"), sheet(t, "operations", "style: m2"), sheet(t, "manager", "style: m1"),
	}
	result := team.Build(team.Input{Questionnaire: smallQuestionnaire(t), Sheets: sheets})
	axis := result.Axes[0]
	if _, shown := axis.RoleMeans["operations"]; shown || axis.RoleGap != nil || result.Questions[0].RoleGap != nil {
		t.Errorf("a role of two is shown alone: means %v, gap %v", axis.RoleMeans, axis.RoleGap)
	}
	if axis.RoleMeans["developer"] == nil {
		t.Error("a role of three is not shown")
	}
}

// TestWithheld gives the reason for each way in which a mean is nobody's view.
func TestWithheld(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name   string
		sheets []*answers.Sheet
		reason string
	}{
		{"agreed", []*answers.Sheet{
			sheet(t, "a", "style: p2, guard: p2, need: fast"), sheet(t, "b", "style: p2, guard: p1, need: fast"),
		}, ""},
		{"opposed in practice", []*answers.Sheet{
			sheet(t, "a", "style: p2, guard: p2, need: fast"), sheet(t, "b", "style: m2, guard: m2, need: fast"),
		}, "on the SysOps side"},
		{"opposed in situation", []*answers.Sheet{
			sheet(t, "a", "style: p2, guard: p2, need: fast"), sheet(t, "b", "style: p2, guard: p2, need: calm"),
		}, "a situation that calls"},
		{"nobody's verdict", []*answers.Sheet{
			sheet(t, "a", "style: p2, guard: p2, need: none"), sheet(t, "b", "style: z, guard: z, need: fast"),
		}, "fewer than half"},
		{"no majority", []*answers.Sheet{
			sheet(t, "a", "style: z, guard: z, need: fast"), sheet(t, "b", "style: p2, guard: p2, need: fast"),
			sheet(t, "c", "style: z, guard: z, need: none"),
		}, "fewer than half"},
	}
	for _, test := range tests {
		result := build(t, test.sheets...)
		switch {
		case test.reason == "" && result.Withheld != nil:
			t.Errorf("%s: withheld: %s", test.name, result.Withheld.Reason)
		case test.reason == "" && result.Verdict.Leaning.Advice == "":
			t.Errorf("%s: no advice", test.name)
		case test.reason == "":
		case result.Withheld == nil || !strings.Contains(result.Withheld.Reason, test.reason):
			t.Errorf("%s: withheld %v, want %q; advice %q, verdicts %v", test.name, result.Withheld, test.reason,
				result.Verdict.Leaning.Advice, result.Verdicts)
		case result.Verdict.Leaning.Advice != "":
			t.Errorf("%s: withheld, and yet %s", test.name, result.Verdict.Leaning.Advice)
		}
	}
}

func drawSheet(t *rapid.T, tb testing.TB) *answers.Sheet {
	options := []string{"m2", "m1", "z", "p1", "p2", "dont_know", "skipped"}
	return sheet(tb, rapid.SampledFrom([]string{"a", "b", ""}).Draw(t, "role"), fmt.Sprintf(
		"style: %s, guard: %s, restore: %s, need: %s",
		rapid.SampledFrom(options).Draw(t, "style"), rapid.SampledFrom(options).Draw(t, "guard"),
		rapid.SampledFrom([]string{"never", "once", "often", "dont_know", "not_applicable"}).Draw(t, "restore"),
		rapid.SampledFrom([]string{"calm", "none", "fast", "dont_know"}).Draw(t, "need"),
	))
}

// TestOrderNeverMatters compares every byte of the result.
func TestOrderNeverMatters(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(r *rapid.T) {
		sheets := rapid.SliceOfN(rapid.Custom(func(r *rapid.T) *answers.Sheet { return drawSheet(r, t) }), 1, 6).Draw(r, "sheets")
		if diff := cmp.Diff(build(t, sheets...), build(t, rapid.Permutation(sheets).Draw(r, "permuted")...)); diff != "" {
			r.Fatal(diff)
		}
	})
}

// TestHeadCountsNeverMatter: to double one role's people, all with the same answers as before, moves no value and no warning.
func TestHeadCountsNeverMatter(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(r *rapid.T) {
		sheets := rapid.SliceOfN(rapid.Custom(func(r *rapid.T) *answers.Sheet { return drawSheet(r, t) }), 1, 5).Draw(r, "sheets")
		role := rapid.SampledFrom(sheets).Draw(r, "one").Respondent.Role
		doubled := sheets
		for _, one := range sheets {
			if one.Respondent.Role == role {
				doubled = append(slices.Clip(doubled), one)
			}
		}
		before, after := build(t, sheets...), build(t, doubled...)
		for i := range before.Axes {
			if diff := cmp.Diff(before.Axes[i].Axis, after.Axes[i].Axis); diff != "" {
				r.Fatal(diff)
			}
		}
		if diff := cmp.Diff(unsaidWarnings(before.Warnings), unsaidWarnings(after.Warnings)); diff != "" {
			r.Fatal(diff)
		}
	})
}

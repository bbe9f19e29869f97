package plan_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/plan"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/questionnaire/questionnairetest"
	"github.com/opsfit/opsfit/internal/report"
)

// toy is small enough to follow every step by hand. Style options are named m2 m1 z p1 p2 for -1 to 1, levels n0 to n4.
const toy = `
id: toy
version: 1.0.0
title: Toy
axes:
  - {id: delivery, title: Delivery}
  - {id: stability, title: Stability}
questions:
  - {id: pace, axis: delivery, measures: lean, text: How fast, options: [STYLE]}
  - {id: merge, axis: delivery, measures: lean, text: How soon merged, options: [STYLE]}
  - {id: guard, axis: stability, measures: lean, text: What guards users, options: [STYLE]}
  - {id: restore, axis: stability, measures: readiness, text: Restored, options: [LEVELS]}
  - {id: alarm, axis: stability, measures: readiness, text: Noticed, options: [LEVELS]}
  - {id: need, measures: context, affects: {delivery: 1}, text: How urgent, options: [STYLE]}
  - id: cost
    measures: context
    affects: {stability: 1}
    text: What an outage costs
    options: [{id: much, position: -1, floor: {stability: 3}, text: Much}, {id: little, position: 0, floor: {stability: 1}, text: Little}]
warnings:
  - {id: unproven, severity: critical, text: Not proven., when: {all: [{level: restore, lte: 1}, {answer: cost, in: [much]}]}}
recommendations:
  - id: raise_restore
    title: Raise restore
    direction: either
    tier: safety
    axis: stability
    effort: 1
    impact: 5
    when: {any: [{level: restore, lte: 2}, {unknown: restore}, {all: [{level: restore, lte: 3}, {answer: cost, in: [much]}]}]}
    lifts: [restore]
    first_step: Try one.
    answers_warnings: [unproven]
  - id: raise_alarm
    title: Raise alarm
    direction: either
    tier: foundation
    axis: stability
    effort: 2
    impact: 4
    when: {any: [{level: alarm, lte: 1}, {unknown: alarm}]}
    lifts: [alarm]
    first_step: Choose three.
  - id: go_faster
    title: Go faster
    direction: devops
    tier: direction
    axis: delivery
    effort: 2
    impact: 4
    when: {all: [{shift: delivery, towards: devops}, {answer: pace, in: [m2, m1, z]}]}
    moves: [pace]
    requires: {level: alarm, gte: 2}
    first_step: Halve it.
  - id: calm_down
    title: Calm down
    direction: sysops
    tier: direction
    axis: delivery
    effort: 2
    impact: 4
    when: {all: [{shift: delivery, towards: sysops}, {answer: pace, in: [p1, p2]}]}
    moves: [pace]
    first_step: Staff it.
  - id: agree
    title: Agree
    direction: combine
    tier: combine
    axis: overall
    effort: 3
    impact: 2
    when: {all: [{answer: cost, in: [much]}, {level: restore, lte: 4}]}
    first_step: Meet.
  - {id: keep, title: Keep, direction: either, tier: sustain, axis: overall, effort: 1, impact: 1, when: {metric: practice, gte: -1}, first_step: Go on.}
  - {id: ask, title: Ask, direction: either, tier: foundation, axis: overall, effort: 1, impact: 1, when: {metric: dont_know_count, gte: 2}, first_step: Ask.}
`

const (
	style  = "{id: m2, position: -1, text: M2}, {id: m1, position: -0.5, text: M1}, {id: z, position: 0, text: Z}, {id: p1, position: 0.5, text: P1}, {id: p2, position: 1, text: P2}"
	levels = "{id: n0, readiness: 0, text: N0}, {id: n1, readiness: 1, text: N1}, {id: n2, readiness: 2, text: N2}, {id: n3, readiness: 3, text: N3}, {id: n4, readiness: 4, text: N4}"
)

func toyQuestionnaire(t testing.TB, edits ...string) *questionnaire.Questionnaire {
	t.Helper()
	text := strings.NewReplacer(edits...).Replace(toy)
	return questionnairetest.Load(t, "toy.yaml", strings.NewReplacer("STYLE", style, "LEVELS", levels).Replace(text))
}

// sheetOf reads "pace=m2 restore=dont_know"; what is left out is skipped.
func sheetOf(t testing.TB, q *questionnaire.Questionnaire, given string) *answers.Sheet {
	t.Helper()
	sheet, _, err := (&answers.Sheet{}).Suppose(q, strings.Fields(given)...)
	if err != nil {
		t.Fatal(err)
	}
	for id, answer := range sheet.Answers {
		answer.Source = answers.Person
		sheet.Answers[id] = answer
	}
	return sheet
}

// outline tells a path in a few words: the ids, and what each assumes or why it does not.
func outline(doc *plan.Document) []string {
	var lines []string
	for _, step := range doc.Steps {
		line := step.Recommendation.ID + ":"
		for _, change := range step.Assumes {
			line += " " + change.Question + " " + change.From + ">" + change.To
		}
		if step.NotEstimated != nil {
			line += " " + string(step.NotEstimated.Reason)
		}
		lines = append(lines, line)
	}
	return lines
}

func build(q *questionnaire.Questionnaire, sheet *answers.Sheet, steps int) *plan.Document {
	return plan.Build(plan.Run{Tool: report.Tool{Name: "opsfit", Version: "test"}, Questionnaire: q, Sheet: sheet, Steps: steps})
}

// TestPathByHand follows one path with figures that were worked out on paper.
//
// Today delivery is (-1-0.5)/2 = -0.75 where +1 is called for, and stability 0 where -1 is: fit (12.5+50)/2. Readiness is
// (1+1)/2 where 3 is called for. Raising restore scores 100*(3/4)*1+80 = 155 and the alarm 100*(3/4)*(4/5)-10 = 50; going
// faster waits for the alarm, then scores 100*1*(4/5)-10 = 70; keep scores 100*(1/2)*(1/5) = 10, and agree, with nothing
// missing to the highest level of restore, 0-20.
func TestPathByHand(t *testing.T) {
	t.Parallel()
	q := toyQuestionnaire(t)
	doc := build(q, sheetOf(t, q, "pace=m2 merge=m1 guard=z restore=n1 alarm=n1 need=p2 cost=much"), 10)
	want := []string{
		"raise_restore: restore n1>n4", // n3 would do, were the cost of an outage not much
		"raise_alarm: alarm n1>n2",
		"go_faster: pace m2>p1", // past m1 and z, where it is still recommended
		"keep: keeps",
		"agree: no_single_answer",
	}
	if diff := cmp.Diff(want, outline(doc)); diff != "" {
		t.Fatalf("path (-want +got):\n%s", diff)
	}
	type figures struct{ Practice, Fit, Readiness, Delivery, Shortfall float64 }
	at := func(state plan.State) figures {
		v := state.Verdict.Leaning
		return figures{*v.Practice.Value, *v.Fit.Value, *v.Readiness.Value, *state.Axes[0].Practice.Value, *state.Axes[1].Shortfall.Value}
	}
	got := []figures{at(doc.Start)}
	for _, step := range doc.Steps {
		got = append(got, at(step.After))
	}
	wantFigures := []figures{
		{-0.375, 31.25, 1, -0.75, 2},
		{-0.375, 31.25, 2.5, -0.75, 0.5},
		{-0.375, 31.25, 3, -0.75, 0},
		{0, 50, 3, 0, 0},
		{0, 50, 3, 0, 0},
		{0, 50, 3, 0, 0},
	}
	if diff := cmp.Diff(wantFigures, got); diff != "" {
		t.Errorf("figures (-want +got):\n%s", diff)
	}
	first, second, last := doc.Steps[0], doc.Steps[1], doc.Steps[4]
	if len(first.Warnings.Gone) != 1 || first.Warnings.Gone[0].ID != "unproven" || !second.Warnings.IsNone() {
		t.Errorf("warnings: %+v, then %+v", first.Warnings, second.Warnings)
	}
	if len(first.Unblocks) != 0 || len(second.Unblocks) != 1 || second.Unblocks[0].ID != "go_faster" {
		t.Errorf("unblocked: %+v, then %+v", first.Unblocks, second.Unblocks)
	}
	if want := (plan.Effort{Days: 2, Weeks: 2, Quarters: 1}); last.EffortSoFar != want {
		t.Errorf("effort %+v", last.EffortSoFar)
	}
	if !doc.Complete || len(doc.Next) != 0 || len(doc.Waiting) != 0 {
		t.Errorf("complete %t, next %v, waiting %v", doc.Complete, doc.Next, doc.Waiting)
	}
}

func TestPaths(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name  string
		given string
		edits []string
		want  []string
	}{
		{
			name:  "a level that is enough is not raised further",
			given: "pace=z merge=z guard=z restore=n1 alarm=n4 need=z cost=little",
			want:  []string{"raise_restore: restore n1>n3", "keep: keeps"},
		},
		{
			name:  "from an unknown answer to the lowest level that is enough",
			given: "pace=z merge=z guard=z restore=dont_know alarm=n4 need=z cost=little",
			want:  []string{"raise_restore: restore dont_know>n3", "keep: keeps"},
		},
		{
			name:  "a trigger that only says unknown names no level",
			given: "pace=z merge=z guard=z restore=n4 alarm=dont_know need=z cost=little",
			edits: []string{"{level: alarm, lte: 1}, ", ""},
			want:  []string{"raise_alarm: finds_out", "keep: keeps"},
		},
		{
			name:  "what is open may come out either way",
			given: "pace=dont_know merge=z guard=dont_know restore=n4 alarm=n4 need=z cost=little",
			want:  []string{"ask: finds_out"},
		},
		{
			name:  "a level that counts only together with an answer says when a step is useful, not what it raises",
			given: "pace=z merge=z guard=z restore=n4 alarm=n4 need=z cost=much",
			want:  []string{"keep: keeps", "agree: no_single_answer"},
		},
		{
			name:  "style moves no further than the situation calls for: at z delivery is aligned",
			given: "pace=m2 merge=z guard=z restore=n4 alarm=n4 need=z cost=little",
			want:  []string{"keep: keeps", "go_faster: pace m2>z"},
		},
		{
			name:  "towards SysOps in the same way",
			given: "pace=p2 merge=z guard=z restore=n4 alarm=n4 need=m1 cost=little",
			want:  []string{"calm_down: pace p2>z", "keep: keeps"},
		},
		{
			name:  "the furthest answer that the situation calls for, where none ends the recommendation",
			given: "pace=m2 guard=z restore=n4 alarm=n4 need=z cost=little merge=not_applicable",
			edits: []string{
				"text: How fast, options: [STYLE]",
				"text: How fast, options: [{id: m2, position: -1, text: A}, {id: m1, position: -0.3, text: B}, {id: p2, position: 1, text: C}]",
				"text: How soon merged,", "text: How soon merged, allow_na: true,", "in: [m2, m1, z]", "in: [m2, m1]", "in: [p1, p2]", "in: [p2]",
			},
			want: []string{"go_faster: pace m2>m1", "keep: keeps"},
		},
		{
			name:  "no answer at all, where the next one is too far",
			given: "pace=m2 guard=z restore=n4 alarm=n4 need=z cost=little merge=not_applicable",
			edits: []string{
				"text: How fast, options: [STYLE]", "text: How fast, options: [{id: m2, position: -1, text: A}, {id: p2, position: 1, text: C}]",
				"text: How soon merged,", "text: How soon merged, allow_na: true,", "in: [m2, m1, z]", "in: [m2]", "in: [p1, p2]", "in: [p2]",
			},
			want: []string{"go_faster: too_far", "keep: keeps"},
		},
		{
			name:  "no level is lowered, although that would end the recommendation",
			given: "pace=z merge=z guard=z restore=n4 alarm=n3 need=z cost=little",
			edits: []string{"{level: alarm, lte: 1}, {unknown: alarm}", "{level: alarm, gte: 3}"},
			want:  []string{"keep: keeps", "raise_alarm: no_single_answer"},
		},
		{
			name:  "a trigger on how little would have to change is tried as well",
			given: "pace=m2 merge=m1 guard=z restore=n4 alarm=n4 need=p2 cost=little",
			edits: []string{"{answer: pace, in: [m2, m1, z]}]", "{answer: pace, in: [m2, m1, z]}, {metric: steps_to_other_side, gte: 1}]"},
			want:  []string{"go_faster: pace m2>p1", "keep: keeps"},
		},
		{
			name:  "two answers of style, and none of them more than the other",
			given: "pace=m2 merge=m2 guard=z restore=n4 alarm=n4 need=p2 cost=little",
			edits: []string{"{answer: pace, in: [m2, m1, z]}]", "{answer: pace, in: [m2, m1, z]}, {answer: merge, in: [m2]}]", "moves: [pace]", "moves: [pace, merge]"},
			want:  []string{"go_faster: no_single_answer", "keep: keeps"},
		},
		{
			name:  "of two levels that are each enough, one that an earlier step raised is left alone",
			given: "pace=z merge=z guard=z restore=n1 alarm=n0 need=z cost=little",
			edits: []string{
				"{level: alarm, lte: 1}, {unknown: alarm}", "{level: alarm, lte: 1}, {level: restore, lte: 2}",
				"lifts: [alarm]", "lifts: [restore, alarm]",
			},
			want: []string{"raise_restore: restore n1>n3", "raise_alarm: alarm n0>n2", "keep: keeps"},
		},
		{
			name:  "what a trigger names and the catalogue does not say to change stays",
			given: "pace=m2 merge=m1 guard=z restore=n1 alarm=n4 need=p2 cost=little",
			edits: []string{"lifts: [restore]", "", "moves: [pace]", "moves: [merge]"},
			want:  []string{"raise_restore: no_single_answer", "go_faster: no_single_answer", "keep: keeps"},
		},
		{
			name:  "an item for either pole moves an answer the way that the situation asks for",
			given: "pace=m2 merge=m1 guard=z restore=n4 alarm=n4 need=p2 cost=little",
			edits: []string{"direction: devops", "direction: either", "{shift: delivery, towards: devops}, ", ""},
			want:  []string{"go_faster: pace m2>p1", "keep: keeps"},
		},
		{
			name:  "and none where it asks for no change",
			given: "pace=z merge=z guard=z restore=n4 alarm=n4 need=z cost=little",
			edits: []string{"direction: devops", "direction: either", "{shift: delivery, towards: devops}, ", ""},
			want:  []string{"go_faster: too_far", "keep: keeps"},
		},
		{
			name:  "nothing is said of how far to go where it is not known what the situation calls for",
			given: "pace=m2 merge=m1 guard=z restore=n4 alarm=n4 cost=little",
			edits: []string{"{shift: delivery, towards: devops}, ", ""},
			want:  []string{"go_faster: not_known", "keep: keeps"},
		},
		{
			name:  "a level that is below the floor is raised to the floor",
			given: "pace=z merge=z guard=z restore=n2 alarm=n1 need=z cost=much",
			edits: []string{
				"{any: [{level: alarm, lte: 1}, {unknown: alarm}]}", "{unmet: alarm}",
				"{level: restore, lte: 2}, ", "", "in: [much]}]}]}", "in: [little]}]}]}",
			},
			want: []string{"raise_alarm: alarm n1>n3", "keep: keeps", "agree: no_single_answer"},
		},
		{
			name:  "nothing leads to what waits for an answer that no step changes",
			given: "pace=m2 merge=m2 guard=z restore=n4 alarm=skipped need=p2 cost=little",
			edits: []string{"{any: [{level: alarm, lte: 1}, {unknown: alarm}]}", "{level: alarm, lte: 1}"},
			want:  []string{"keep: keeps"},
		},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			q := toyQuestionnaire(t, test.edits...)
			if diff := cmp.Diff(test.want, outline(build(q, sheetOf(t, q, test.given), 20))); diff != "" {
				t.Errorf("path (-want +got):\n%s", diff)
			}
		})
	}
}

// TestBothLevelsAtOnce raises two levels in one step.
func TestBothLevelsAtOnce(t *testing.T) {
	t.Parallel()
	q := toyQuestionnaire(t, "{level: alarm, lte: 1}, {unknown: alarm}", "{level: alarm, lte: 1}, {level: restore, lte: 2}",
		"lifts: [alarm]", "lifts: [restore, alarm]", "{level: restore, lte: 2}, {unknown: restore}, ", "")
	doc := build(q, sheetOf(t, q, "pace=z merge=z guard=z restore=n1 alarm=n0 need=z cost=little"), 20)
	want := []string{"raise_alarm: restore n1>n3 alarm n0>n2", "keep: keeps"}
	if diff := cmp.Diff(want, outline(doc)); diff != "" {
		t.Errorf("path (-want +got):\n%s", diff)
	}
}

// TestEndOfAPath tells what more steps would bring from what nothing on the path leads to.
func TestEndOfAPath(t *testing.T) {
	t.Parallel()
	q := toyQuestionnaire(t)
	cut := build(q, sheetOf(t, q, "pace=m2 merge=m1 guard=z restore=n1 alarm=n1 need=p2 cost=much"), 1)
	if cut.Complete || len(cut.Steps) != 1 || len(cut.Next) != 3 || cut.Next[0].ID != "raise_alarm" {
		t.Errorf("complete %t, %d steps, next %+v", cut.Complete, len(cut.Steps), cut.Next)
	}
	if len(cut.Waiting) != 1 || cut.Waiting[0].ID != "go_faster" {
		t.Errorf("waiting %+v", cut.Waiting)
	}
	q = toyQuestionnaire(t, "{any: [{level: alarm, lte: 1}, {unknown: alarm}]}", "{level: alarm, lte: 1}")
	whole := build(q, sheetOf(t, q, "pace=m2 merge=m2 guard=z restore=n4 alarm=skipped need=p2 cost=little"), 20)
	if !whole.Complete || len(whole.Waiting) != 1 {
		t.Errorf("complete %t, waiting %+v", whole.Complete, whole.Waiting)
	}
	if want := `alarm has to be at least "N2" (today: skipped)`; whole.Waiting[0].After[0] != want {
		t.Errorf("after %q, want %q", whole.Waiting[0].After[0], want)
	}
}

// TestWaitingSaysThen holds that an assumed answer is not called that of today.
func TestWaitingSaysThen(t *testing.T) {
	t.Parallel()
	q := toyQuestionnaire(t, "requires: {level: alarm, gte: 2}", "requires: {level: alarm, gte: 3}")
	doc := build(q, sheetOf(t, q, "pace=m2 merge=m2 guard=z restore=n4 alarm=n1 need=p2 cost=little"), 20)
	if want := `alarm has to be at least "N3" (then: "N2")`; len(doc.Waiting) != 1 || doc.Waiting[0].After[0] != want {
		t.Errorf("waiting %+v, want %s", doc.Waiting, want)
	}
}

func TestQuadrantHasNoPath(t *testing.T) {
	t.Parallel()
	q := questionnairetest.FrozenOutcomes(t)
	doc := build(q, sheetOf(t, q, "lead_time=under_1d"), 10)
	if len(doc.Steps) != 0 || !doc.Complete || doc.Start.Verdict.Quadrant == nil {
		t.Errorf("%d steps, complete %t, verdict %+v", len(doc.Steps), doc.Complete, doc.Start.Verdict)
	}
}

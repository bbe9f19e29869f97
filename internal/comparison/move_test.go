package comparison_test

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/opsfit/opsfit/internal/comparison"
	"github.com/opsfit/opsfit/internal/comparison/comparisontest"
	"github.com/opsfit/opsfit/internal/report"
)

// told writes a move as "change: cause effect (origin), …" with four decimals.
func told(m comparison.Move) string {
	if m.Change == nil {
		return "none"
	}
	text := fmt.Sprintf("%+.4f:", *m.Change)
	if m.Unexplained != nil {
		return text + " unexplained"
	}
	for _, cause := range m.Causes {
		name := string(cause.Question) + string(cause.Axis)
		if cause.Kind != comparison.AnswerCause {
			name = cause.Kind + " " + name
		}
		text += fmt.Sprintf(" %s %+.4f (%s),", strings.TrimSpace(name), cause.Effect, cause.Origin)
	}
	return strings.TrimSuffix(text, ",")
}

// TestMoves holds hand-computed cases: P, N and R are means of answers on an axis, and the overall values are
// (3 x delivery + stability) / 4.
func TestMoves(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name, before, after string
		practice            string
		situation           string
		readiness           string
		delivery            string
	}{
		{
			// Delivery goes from (-1+0)/2 to (1+0)/2.
			name: "another option", after: "D1=p",
			practice: "+0.7500: D1 +0.7500 (team)", delivery: "+1.0000: D1 +1.0000 (team)",
			situation: "+0.0000:", readiness: "+0.0000:",
		},
		{
			// Delivery goes from 0 (D2 alone) to (1+0)/2; D2 keeps its say of nothing.
			name: "an answer like no other joins", before: "D1=dont_know", after: "D1=p",
			practice: "+0.3750: D1 +0.3750 (team)", delivery: "+0.5000: D1 +0.5000 (team)",
			situation: "+0.0000:", readiness: "+0.0000:",
		},
		{
			// D1 says what D2 says: it moves nothing, and D2 is not blamed for sharing its weight.
			name: "an answer like the other joins", before: "D1=dont_know D2=p", after: "D1=p D2=p",
			practice: "+0.0000:", delivery: "+0.0000:", situation: "+0.0000:", readiness: "+0.0000:",
		},
		{
			// The one leaves as the other comes: halfway between the means of -1 and 1 is 0.
			name: "nobody stays", before: "D1=n D2=dont_know", after: "D1=dont_know D2=p",
			practice: "+1.5000: D1 +0.7500 (team), D2 +0.7500 (team)", delivery: "+2.0000: D1 +1.0000 (team), D2 +1.0000 (team)",
			situation: "+0.0000:", readiness: "+0.0000:",
		},
		{
			// Halfway between the means of 1 and 0 is 1/2, from which both are as far away.
			name: "nobody stays, and the centre is not in the middle", before: "D1=p D2=dont_know", after: "D1=dont_know D2=z",
			practice: "-0.7500: D1 -0.3750 (team), D2 -0.3750 (team)", delivery: "-1.0000: D1 -0.5000 (team), D2 -0.5000 (team)",
			situation: "+0.0000:", readiness: "+0.0000:",
		},
		{
			// Delivery alone is 1/2; with stability at 1 it is (3/2+1)/4 = 5/8.
			name: "an axis joins", before: "D1=p S1=dont_know", after: "D1=p S1=p",
			practice: "+0.1250: axis stability +0.1250 (team)", delivery: "+0.0000:",
			situation: "+0.0000:", readiness: "+0.0000:",
		},
		{
			// Delivery: (-1+0)/2 to (1+0)/2; stability: -1 to 1; one answer, one cause.
			name: "one context answer on two axes", after: "N1=p",
			practice: "+0.0000:", delivery: "+0.0000:",
			situation: "+1.2500: N1 +1.2500 (team)", readiness: "+0.0000:",
		},
		{
			// Delivery: (-1+0)/2 = -1/2 to N1 alone, -1. What leaves has no position any more.
			name: "an option without a position", after: "N2=none",
			practice: "+0.0000:", delivery: "+0.0000:",
			situation: "-0.3750: N2 -0.3750 (team)", readiness: "+0.0000:",
		},
		{
			// Stability 0 to 4 with weight 1 of 4, delivery 2 to 0 with weight 3 of 4.
			name: "readiness both ways", after: "R1=l4 R2=l0",
			practice: "+0.0000:", delivery: "+0.0000:", situation: "+0.0000:",
			readiness: "-0.5000: R2 -1.5000 (team), R1 +1.0000 (team)",
		},
		{
			name: "not scored before", before: "D1=dont_know D2=dont_know S1=dont_know", after: "D1=p",
			practice: "none", delivery: "none", situation: "+0.0000:", readiness: "+0.0000:",
		},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			was, now := comparisontest.Scored(t, comparisontest.With(comparisontest.Whole(), test.before)), comparisontest.Scored(t, comparisontest.With(comparisontest.Whole(), test.after))
			c := comparison.Compare(was, now)
			v := c.Verdict.Leaning
			want := []string{test.practice, test.delivery, test.situation, test.readiness}
			got := []string{told(v.Practice.Move), told(c.Axes[0].Practice.Move), told(v.Situation.Move), told(v.Readiness.Move)}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("practice, practice on delivery, situation, readiness (-want +got):\n%s", diff)
			}
		})
	}
}

// TestOriginsTellTheTeamFromTheQuestionnaire holds what may be said when the second questionnaire counts otherwise.
func TestOriginsTellTheTeamFromTheQuestionnaire(t *testing.T) {
	t.Parallel()
	const revalued = "{id: p, position: 1, text: Developers}"
	tests := []struct {
		name          string
		before, after string
		replaced      []string
		want          string
		parts         [3]float64
	}{
		{
			// Delivery: (1+0)/2 to (1/2+0)/2.
			name: "the same answer, another value", before: "D1=p", after: "D1=p",
			replaced: []string{revalued, "{id: p, position: 0.5, text: Developers}"},
			want:     "-0.1875: D1 -0.1875 (questionnaire)", parts: [3]float64{0, -0.1875, 0},
		},
		{
			// Delivery: (-1+0)/2 to (1/2+0)/2.
			name: "another answer, perhaps another value", after: "D1=p",
			replaced: []string{revalued, "{id: p, position: 0.5, text: Developers}"},
			want:     "+0.5625: D1 +0.5625 (inseparable)", parts: [3]float64{0, 0, 0.5625},
		},
		{
			// Delivery: (1+0)/2 to 1: D2 leaves with the question.
			name: "a question fewer", before: "D1=p", after: "D1=p D2=-",
			replaced: []string{`  - {id: D2, axis: delivery, measures: lean, text: "How often?", options: [
      {id: n, position: -1, text: Yearly}, {id: z, position: 0, text: Monthly}, {id: p, position: 1, text: Daily}]}
`, "", "{answer: D2, in: [p]}", "{answer: D1, in: [p]}", "{answer: D2, in: [z]}", "{answer: D1, in: [z]}", "{answer: D2, in: [n]}", "{answer: D1, in: [n]}"},
			want: "+0.3750: D2 +0.3750 (questionnaire)", parts: [3]float64{0, 0.375, 0},
		},
		{
			// Delivery (1+0)/2 and stability 0 at 3 to 1; then 1 to 1: 3/8 to 1/4.
			name: "an axis that weighs less", before: "D1=p", after: "D1=p",
			replaced: []string{"title: Delivery, weight: 3", "title: Delivery, weight: 1"},
			want:     "-0.1250: weights -0.1250 (questionnaire)", parts: [3]float64{0, -0.125, 0},
		},
		{
			// Delivery (1+0)/2 to (3+0)/4: D1 weighs three times as much.
			name: "a question that weighs more", before: "D1=p", after: "D1=p",
			replaced: []string{"{id: D1, axis: delivery, measures: lean,", "{id: D1, weight: 3, axis: delivery, measures: lean,"},
			want:     "+0.1875: weights +0.1875 (questionnaire)", parts: [3]float64{0, 0.1875, 0},
		},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			c := comparison.Compare(comparisontest.Scored(t, comparisontest.With(comparisontest.Whole(), test.before)), comparisontest.Scored(t, comparisontest.With(comparisontest.Whole(), test.after), test.replaced...))
			move := c.Verdict.Leaning.Practice.Move
			if got := told(move); got != test.want {
				t.Errorf("got %s, want %s", got, test.want)
			}
			for i, part := range []*float64{move.Parts.Team, move.Parts.Questionnaire, move.Parts.Inseparable} {
				if part == nil || math.Abs(*part-test.parts[i]) > 1e-9 {
					t.Errorf("part %d is %s, want %v", i, report.Signed(part), test.parts[i])
				}
			}
			if c.Basis.Questionnaire.Alike {
				t.Error("the questionnaires pass for alike")
			}
		})
	}
}

// TestUnexplained holds that a result of another program, which need not say how each answer counts, is taken as it is.
func TestUnexplained(t *testing.T) {
	t.Parallel()
	was, now := comparisontest.Scored(t, comparisontest.Whole()), comparisontest.Scored(t, comparisontest.With(comparisontest.Whole(), "D1=p N1=p R1=l4"))
	for i := range was.Answers {
		was.Answers[i].Weights = nil
	}
	c := comparison.Compare(was, now)
	v := c.Verdict.Leaning
	got := []string{told(v.Practice.Move), told(v.Situation.Move), told(v.Readiness.Move)}
	want := []string{"+0.7500: D1 +0.7500 (team)", "+1.2500: unexplained", "+1.0000: unexplained"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("moves (-want +got):\n%s", diff)
	}
	if !strings.Contains(strings.Join(c.Notes, "\n"), "not every move is traced") {
		t.Errorf("no note says so: %q", c.Notes)
	}
}

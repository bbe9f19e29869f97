package comparison_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/opsfit/opsfit/internal/comparison"
	"github.com/opsfit/opsfit/internal/comparison/comparisontest"
)

func TestChangedAnswers(t *testing.T) {
	t.Parallel()
	was := comparisontest.Scored(t, comparisontest.With(comparisontest.Whole(), "D1=dont_know D2=z S1=z R1=- R2=dont_know N1=n N2=n"))
	now := comparisontest.Scored(t, comparisontest.With(comparisontest.Whole(), "D1=na D2=p S1=- R1=l2 R2=- N1=n N2=-"),
		`  - {id: N2, measures: context, affects: {delivery: 1}, text: "Audit?", options: [
      {id: n, position: -1, text: Strict}, {id: z, position: 0, text: Mild}, {id: none, text: None at all}]}`, "",
		"{answer: N2, in: [n]}", "{answer: N1, in: [n]}",
		"questions:", "questions:\n  - {id: R0, axis: delivery, measures: readiness, text: \"New?\", options: [{id: l0, readiness: 0, text: No}, {id: l4, readiness: 4, text: Yes}]}")
	var got []string
	for _, change := range comparison.Compare(was, now).Answers.Changed {
		got = append(got, strings.Join([]string{
			change.Question, change.Kind, string(change.Before.Status) + "/" + string(change.Before.Option), string(change.After.Status) + "/" + string(change.After.Option),
		}, " "))
	}
	want := []string{
		"R0 new_question / skipped/",
		"D1 status dont_know/ not_applicable/",
		"D2 option answered/z answered/p",
		"S1 unanswered answered/z skipped/",
		"R1 answered skipped/ answered/l2",
		"R2 status dont_know/ skipped/",
		"N2 removed_question answered/n /",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("changes (-want +got):\n%s", diff)
	}
}

// TestNotesAreNoAnswers holds that other remarks are told and change nothing.
func TestNotesAreNoAnswers(t *testing.T) {
	t.Parallel()
	was, now := comparisontest.Scored(t, comparisontest.With(comparisontest.Whole(), "D1=na")), comparisontest.Scored(t, comparisontest.With(comparisontest.Whole(), "D1=na"))
	now.Answers[0].Reason = "another reason"
	now.Answers[1].Note = "since spring"
	now.Answers[2].Evidence = "a link"
	now.Answers[3].Reviewed = "2026-03-02"
	now.Answers[4].Source = "evidence"
	c := comparison.Compare(was, now)
	if diff := cmp.Diff([]string{"D1", "D2", "S1", "R1"}, c.Answers.Remarked); diff != "" || len(c.Answers.Changed) != 0 {
		t.Errorf("changed %v, remarked (-want +got):\n%s", c.Answers.Changed, diff)
	}
	if comparison.Moved(c) {
		t.Error("remarks pass for a change")
	}
}

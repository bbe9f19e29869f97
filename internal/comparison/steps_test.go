package comparison_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/opsfit/opsfit/internal/comparison"
	"github.com/opsfit/opsfit/internal/comparison/comparisontest"
)

// filed writes steps as "id reason/changed" by what became of them, the open ones left out.
func filed(s comparison.Steps) string {
	var parts []string
	for _, list := range []struct {
		name  string
		steps []comparison.Step
	}{{"done", s.Done}, {"dropped", s.Dropped}, {"new", s.New}, {"unblocked", s.Unblocked}, {"held back", s.HeldBack}} {
		for _, step := range list.steps {
			text := list.name + " " + step.ID
			if step.Reason != "" {
				text += " " + string(step.Reason)
			}
			parts = append(parts, text+" "+strings.Join(step.Changed, "+"))
		}
	}
	return strings.Join(parts, ", ")
}

func TestWhatBecameOfSteps(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name, before, after string
		replaced            []string
		want                string
	}{
		{name: "nothing"},
		{name: "readiness rose", after: "R1=l4", want: "done restore improved R1"},
		{name: "readiness rose a little", after: "R1=l2", want: ""},
		{name: "unknown, then good", before: "R1=dont_know", after: "R1=l4", want: "done restore improved R1, done find_out improved R1"},
		{name: "known, then unknown", after: "R1=dont_know", want: "new find_out R1"},
		{name: "the way of the step", before: "D1=z", after: "D1=p", want: "done self_service improved D1"},
		{name: "the way of a step to SysOps", before: "D2=p", after: "D2=n", want: "done windows improved D2"},
		{name: "away from a step to stay", after: "D2=p", want: "dropped keep_pace practice D2, new windows D2"},
		{name: "no longer applicable", after: "D1=na", want: "dropped self_service practice D1"},
		{name: "a style that became known is no move", before: "D2=p R1=l4 D1=dont_know", after: "D2=p R1=l4 D1=p", want: "done find_out improved D1"},
		{name: "only the situation changed", before: "N2=n", after: "N2=z", want: "dropped auditor situation N2, dropped both situation N2"},
		{name: "both changed", before: "N2=n", after: "N2=z R2=l4", want: "dropped auditor situation N2, dropped both several R2+N2"},
		{name: "readiness alone ended it", before: "N2=n", after: "N2=n R2=l4", want: "done both improved R2"},
		{name: "another condition ended it", before: "S1=n", after: "S1=n N1=p", want: "dropped quiet condition "},
		{name: "an open question about the situation answered", before: "N1=dont_know", after: "N1=z", want: "done find_out improved N1"},
		{name: "unblocked", before: "R2=l0", after: "R2=l4", want: "unblocked self_service "},
		{name: "held back", after: "R2=l0", want: "held back self_service "},
		{
			name: "the questionnaire changed as well", after: "R1=l4", replaced: []string{"title: Delivery, weight: 3", "title: Delivery, weight: 2"},
			want: "dropped restore questionnaire R1",
		},
		{
			name: "the advice changed", replaced: []string{"version: 1.0.0", "version: 1.1.0", "{any: [{level: R1, lte: 2}, {unknown: R1}]}", "{level: R1, gte: 4}"},
			want: "dropped restore questionnaire ",
		},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			c := comparison.Compare(comparisontest.Scored(t, comparisontest.With(comparisontest.Whole(), test.before)), comparisontest.Scored(t, comparisontest.With(comparisontest.Whole(), test.after), test.replaced...))
			if diff := cmp.Diff(test.want, filed(c.Recommendations)); diff != "" {
				t.Errorf("steps (-want +got):\n%s", diff)
			}
		})
	}
}

// TestNoAdviceIsNoNews holds that a questionnaire without advice does not end what another one advised.
func TestNoAdviceIsNoNews(t *testing.T) {
	t.Parallel()
	was, now := comparisontest.Scored(t, comparisontest.Whole()), comparisontest.Scored(t, comparisontest.Whole())
	was.Questionnaire.Advice, was.Warnings, was.Recommendations = false, nil, nil
	c := comparison.Compare(was, now)
	if len(c.Recommendations.New)+len(c.Warnings.New) != 0 || c.Basis.Advised {
		t.Errorf("news from no advice: %+v, %+v", c.Recommendations.New, c.Warnings.New)
	}
}

func TestWhatBecameOfWarnings(t *testing.T) {
	t.Parallel()
	was, now := comparisontest.Scored(t, comparisontest.Whole()), comparisontest.Scored(t, comparisontest.With(comparisontest.Whole(), "R1=l4 D2=n"))
	was.Warnings = append(was.Warnings, now.Warnings[0])
	was.Warnings[1].ID, was.Warnings[1].Severity = "stays", "high"
	now.Warnings = append(now.Warnings, was.Warnings[1])
	now.Warnings[1].Severity = "medium"
	now.Warnings[1].Exempted = true
	w := comparison.Compare(was, now).Warnings
	if len(w.Gone) != 1 || w.Gone[0].ID != "no_restore" || !cmp.Equal(w.Gone[0].Changed, []string{"R1"}) {
		t.Errorf("gone: %+v", w.Gone)
	}
	if len(w.New) != 1 || w.New[0].ID != "slow" || !cmp.Equal(w.New[0].Changed, []string{"D2"}) {
		t.Errorf("new: %+v", w.New)
	}
	if len(w.Still) != 1 || w.Still[0].Exempted != (comparison.Exempted{After: true}) || w.Still[0].Severity != (comparison.Words{Before: "high", After: "medium"}) {
		t.Errorf("still: %+v", w.Still)
	}
}

package pages_test

import (
	"strings"
	"testing"

	"github.com/opsfit/opsfit/internal/page"
	"github.com/opsfit/opsfit/internal/page/text"
	"github.com/opsfit/opsfit/internal/pages"
	"github.com/opsfit/opsfit/internal/plan"
	"github.com/opsfit/opsfit/internal/report"
	"github.com/opsfit/opsfit/internal/report/reporttest"
)

// planOf makes a path of at most so many steps from a frozen answers file.
func planOf(t testing.TB, name string, steps int) *plan.Document {
	t.Helper()
	q, sheet := reporttest.FrozenSheet(t, name)
	return plan.Build(plan.Run{Tool: report.Tool{Name: "opsfit", Version: "test"}, Questionnaire: q, Sheet: sheet, Steps: steps})
}

func TestPlan(t *testing.T) {
	t.Parallel()
	goldenPage(t, "plan/typical", pages.Plan(planOf(t, "typical", 10)))
	goldenScreens(t, "plan/typical", pages.Plan(planOf(t, "typical", 10)))
	goldenScreens(t, "plan/unknown", pages.Plan(planOf(t, "unknown", 2)))
	goldenScreens(t, "plan/outcomes", pages.Plan(planOf(t, "outcomes", 2)))
	golden(t, "plan/unknown.txt", textOf(t, pages.Plan(planOf(t, "unknown", 2))))
}

func TestPlanHeadlines(t *testing.T) {
	t.Parallel()
	advised := report.Head{Questionnaire: report.QuestionnaireRef{Advice: true}}
	for _, test := range []struct {
		doc  plan.Document
		want string
	}{
		{plan.Document{}, "This questionnaire gives no advice, so there is no path."},
		{plan.Document{Head: advised, Complete: true}, "Nothing is recommended, so there is no path."},
		{
			plan.Document{Head: advised, Complete: true, Waiting: []report.Recommendation{{Title: "Wait", After: []string{"a"}}}},
			"Every recommendation waits for something, so there is no first step.",
		},
		{*planOf(t, "typical", 1), "One step, and where it would lead."},
		{*planOf(t, "typical", 3), "3 steps, in the order in which to start them, and where they would lead."},
	} {
		if got := string(textOf(t, pages.Plan(&test.doc))); !strings.Contains(got, test.want+"\n") {
			t.Errorf("%q is missing in\n%s", test.want, got)
		}
	}
}

// TestPlanSaysWhatMoreStepsWouldBring tells what is still waiting from what nothing on the path leads to.
func TestPlanSaysWhatMoreStepsWouldBring(t *testing.T) {
	t.Parallel()
	doc := &plan.Document{Waiting: []report.Recommendation{{Title: "Go faster", After: []string{"a rehearsal"}}}}
	for _, complete := range []bool{false, true} {
		doc.Complete = complete
		if got := string(textOf(t, pages.Plan(doc))); strings.Contains(got, "Still waiting") == complete ||
			strings.Contains(got, "Out of reach of this path") != complete {
			t.Errorf("complete %t:\n%s", complete, got)
		}
	}
}

// TestPlanSaysWhichStepsLeadToAReason is about answers that nobody gave: earlier steps are taken to lead to them.
func TestPlanSaysWhichStepsLeadToAReason(t *testing.T) {
	t.Parallel()
	because := []report.Cause{{Question: "backout", Title: "Rollback plan", Option: "tried", Text: "Tested"}}
	to := func(option string) []report.Change {
		return []report.Change{{Question: "backout", Title: "Rollback plan", From: "none", FromText: "None", To: option, ToText: option}}
	}
	for _, test := range []struct {
		first, second []report.Change
		reason, title string
	}{
		{to("tried"), nil, "After step 1, because Rollback plan", "3  Rehearse (after 1)\n"},
		{to("tried"), to("tried"), "After steps 1 and 2, because Rollback plan", "3  Rehearse (after 1 and 2)\n"},
		{to("written"), nil, "Because Rollback plan", "3  Rehearse\n"},
	} {
		doc := planOf(t, "typical", 3)
		doc.Steps[0].Assumes, doc.Steps[1].Assumes = test.first, test.second
		doc.Steps[2].Recommendation.Title, doc.Steps[2].Recommendation.Because = "Rehearse", because
		p := pages.Plan(doc)
		if got := string(textOf(t, p)); !strings.Contains(got, test.reason) {
			t.Errorf("%q is not in\n%s", test.reason, got)
		}
		if got := string(screenOf(t, p, text.Options{Width: 80, Rows: 24})); !strings.Contains(got, test.title) {
			t.Errorf("%q is not in\n%s", test.title, got)
		}
	}
}

// TestPlanSetsApartWhatAFileSays puts a text wherever the answers or the questionnaire have one of their own.
func TestPlanSetsApartWhatAFileSays(t *testing.T) {
	t.Parallel()
	doc := planOf(t, "typical", 3)
	const stranger = "שם"
	doc.Subject, doc.Team, doc.Questionnaire.Title = stranger, stranger, stranger
	step := &doc.Steps[0]
	step.Recommendation.Title, step.Recommendation.FirstStep, step.Recommendation.Because[0].Text = stranger, stranger, stranger
	step.Assumes = append(step.Assumes, report.Change{Question: stranger, From: "a", FromText: stranger, To: "b", ToText: stranger})
	step.Unblocks = append(step.Unblocks, plan.Item{Title: stranger})
	step.After.Axes[0].Title = stranger
	doc.Next = append(doc.Next, plan.Item{Title: stranger})
	doc.Waiting = append(doc.Waiting, report.Recommendation{Title: stranger, After: []string{stranger}})
	words := string(textOf(t, pages.Plan(doc)))
	if apart := strings.Count(words, page.Said(stranger).String()); apart < 12 || apart != strings.Count(words, stranger) {
		t.Errorf("%d of %d texts are set apart in\n%s", apart, strings.Count(words, stranger), words)
	}
}

// TestPlanSaysWhatComesBeforeMoving holds that a path towards a pole does not begin elsewhere without a word.
func TestPlanSaysWhatComesBeforeMoving(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		advice     report.Text
		directions []string
		want       string
	}{
		{"shift_devops", []string{"either", "either", "devops"}, "The advice is to move towards DevOps; the first 2 steps come before that: they help under either model."},
		{"shift_sysops", []string{"either", "sysops"}, "The advice is to move towards SysOps; the first step comes before that: it helps under either model."},
		{"combine", []string{"either"}, "The advice is to combine both models; these steps come before that: each helps under either model."},
		{"shift_devops", []string{"devops", "either"}, ""},
		{"stay_devops", []string{"either"}, ""},
	} {
		doc := &plan.Document{}
		doc.Questionnaire.Advice = true
		doc.Start.Verdict.Leaning = &report.Leaning{Advice: test.advice}
		for _, direction := range test.directions {
			step := plan.Step{Recommendation: report.Recommendation{Title: "Step", Direction: direction}}
			step.After.Verdict.Leaning = &report.Leaning{}
			doc.Steps = append(doc.Steps, step)
		}
		if got := sentences(pages.Plan(doc)); strings.Contains(got, "The advice is to") != (test.want != "") || !strings.Contains(got, test.want) {
			t.Errorf("%s, %q: want %q in\n%s", test.advice, test.directions, test.want, got)
		}
	}
}

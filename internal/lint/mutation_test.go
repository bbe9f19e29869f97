package lint_test

import (
	"math/big"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/opsfit/opsfit/internal/condition"
	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/questionnaire/questionnairetest"
)

// The tests below break the shipped questionnaire in every place where a defect can be, one at a time, and want that
// defect found there and nothing else.

// full returns a copy of the shipped questionnaire that may be changed.
func full(t *testing.T) *questionnaire.Questionnaire {
	t.Helper()
	return questionnairetest.Shipped(t, "full")
}

// questionsOfFull is full with rules that are known but not checked, which takes most of the time.
func questionsOfFull(t *testing.T) *questionnaire.Questionnaire {
	t.Helper()
	q := full(t)
	q.Catalogue.Inherited = true
	return q
}

func wantOnly(t *testing.T, found diag.List, code string, at diag.Pos) {
	t.Helper()
	if len(found) != 1 || found[0].Code != code || found[0].Pos != at {
		t.Errorf("want one %s at %v, got %v", code, at, found)
	}
}

func TestEveryLeanQuestionHasToSpan(t *testing.T) {
	t.Parallel()
	q := questionsOfFull(t)
	for i := range q.Questions {
		question := &q.Questions[i]
		if question.Measures != questionnaire.Lean {
			continue
		}
		for _, end := range []int{0, len(question.Options) - 1} {
			option := &question.Options[end]
			was := option.Position
			option.Position = new(big.Rat).Mul(was, big.NewRat(9, 10))
			wantOnly(t, linter(t).Check(q), "lean-span", question.Pos)
			option.Position = was
		}
	}
}

func TestNoTwoOptionsCountAlike(t *testing.T) {
	t.Parallel()
	q := questionsOfFull(t)
	for i := range q.Questions {
		question := &q.Questions[i]
		if question.Measures == questionnaire.Context {
			continue // Rules tell most of these apart.
		}
		for j := 2; j < len(question.Options)-1; j++ {
			before, option := question.Options[j-1], &question.Options[j]
			was := *option
			option.Position, option.Readiness = before.Position, before.Readiness
			found := linter(t).Check(q)
			if len(found) != 1 || found[0].Code != "same-score" {
				t.Errorf("%s, option %s: %v", question.ID, option.ID, found)
			}
			*option = was
		}
	}
}

func TestEveryTextIsAskedOnce(t *testing.T) {
	t.Parallel()
	q := questionsOfFull(t)
	for i := 1; i < len(q.Questions); i++ {
		was := q.Questions[i].Text
		q.Questions[i].Text = q.Questions[i-1].Text
		found := linter(t).Check(q)
		if len(found) != 1 || found[0].Code != "duplicate-text" {
			t.Errorf("%s: %v", q.Questions[i].ID, found)
		}
		q.Questions[i].Text = was
	}
}

// impossible is a test that no answer passes, at a place of its own.
func impossible(line int) condition.Condition {
	return condition.Condition{
		Kind: condition.LevelTest, Question: "restore_test",
		Bounds: []condition.Bound{{Op: condition.GT, Value: big.NewRat(4, 1)}}, Pos: diag.Pos{Line: line, Column: 7},
	}
}

func all(of ...condition.Condition) condition.Condition {
	return condition.Condition{Kind: condition.All, Of: of}
}

// The three tests below break all rules at once, for a check of the whole catalogue takes long: one finding is wanted for each of
// them, where it is, and nothing else.

func TestEveryRuleHasToAppear(t *testing.T) {
	t.Parallel()
	q := full(t)
	var want []diag.Pos
	for i, when := range conditions(q) {
		*when = all(*when, impossible(10_000+i))
		want = append(want, diag.Pos{Line: 10_000 + i, Column: 7})
	}
	wantAll(t, linter(t).Check(q), "never-fires", want)
}

func TestNoRuleMayAlwaysAppear(t *testing.T) {
	t.Parallel()
	q := full(t)
	var want []diag.Pos
	for i := range q.Catalogue.Recommendations {
		rule := &q.Catalogue.Recommendations[i]
		was := rule.When
		// What it requires could now always hold as well; this is about its condition.
		rule.Requires = condition.Condition{}
		// Nor is it about answers at their end.
		rule.Lifts, rule.Moves = nil, nil
		rule.When = condition.Condition{Kind: condition.Any, Of: []condition.Condition{
			was, {Kind: condition.None, Of: []condition.Condition{was}},
		}}
		want = append(want, rule.Pos)
	}
	wantAll(t, linter(t).Check(q), "always-fires", want)
}

func TestEverySeverityHasToBeReached(t *testing.T) {
	t.Parallel()
	q := full(t)
	var want []diag.Pos
	for i := range q.Catalogue.Warnings {
		rule := &q.Catalogue.Warnings[i]
		last := rule.Grades[len(rule.Grades)-1].When
		last.Pos = diag.Pos{Line: 10_000 + i, Column: 7}
		rule.Grades = append(slices.Clip(rule.Grades), questionnaire.Grade{Severity: questionnaire.Info, When: last})
		if last.Kind == condition.Always {
			last.Pos = rule.Pos
		}
		want = append(want, last.Pos)
	}
	wantAll(t, linter(t).Check(q), "grade-never", want)
}

// A figure that has nothing to do with what an item lifts is no reason for it.
func TestEveryItemHasToLiftSomething(t *testing.T) {
	t.Parallel()
	q := full(t)
	var want []diag.Pos
	for i := range q.Catalogue.Recommendations {
		rule := &q.Catalogue.Recommendations[i]
		if len(rule.Lifts) == 0 {
			continue
		}
		rule.When = condition.Condition{Kind: condition.Any, Of: []condition.Condition{rule.When, {
			Kind: condition.MetricTest, Metric: condition.Practice, Axis: condition.Overall,
			Bounds: []condition.Bound{{Op: condition.GTE, Value: big.NewRat(int64(i), 100)}},
		}}}
		want = append(want, rule.Pos)
	}
	wantAll(t, linter(t).Check(q), "nothing-to-lift", want)
}

// wantAll wants one finding at each place, all of one code.
func wantAll(t *testing.T, found diag.List, code string, at []diag.Pos) {
	t.Helper()
	var got []diag.Pos
	for _, d := range found {
		if d.Code != code {
			t.Errorf("not a %s: %s", code, d)
			continue
		}
		got = append(got, d.Pos)
	}
	byLine := func(a, b diag.Pos) int { return a.Line - b.Line }
	slices.SortFunc(at, byLine)
	slices.SortFunc(got, byLine)
	if diff := cmp.Diff(at, got); diff != "" {
		t.Errorf("places of %s (-want +got):\n%s", code, diff)
	}
}

func conditions(q *questionnaire.Questionnaire) []*condition.Condition {
	var list []*condition.Condition
	for i := range q.Catalogue.Warnings {
		list = append(list, &q.Catalogue.Warnings[i].When)
	}
	for i := range q.Catalogue.Recommendations {
		list = append(list, &q.Catalogue.Recommendations[i].When)
	}
	return list
}

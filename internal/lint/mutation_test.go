package lint_test

import (
	"math/big"
	"slices"
	"testing"

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

// impossible is a test that no answer passes.
func impossible() condition.Condition {
	return condition.Condition{
		Kind: condition.LevelTest, Question: "restore_test",
		Bounds: []condition.Bound{{Op: condition.GT, Value: big.NewRat(4, 1)}}, Pos: diag.Pos{Line: 7, Column: 7},
	}
}

func all(of ...condition.Condition) condition.Condition {
	return condition.Condition{Kind: condition.All, Of: of}
}

func TestEveryRuleHasToAppear(t *testing.T) {
	t.Parallel()
	q := full(t)
	for _, when := range conditions(q) {
		was := *when
		*when = all(was, impossible())
		wantOnly(t, linter(t).Check(q), "never-fires", diag.Pos{Line: 7, Column: 7})
		*when = was
	}
}

func TestNoRuleMayAlwaysAppear(t *testing.T) {
	t.Parallel()
	q := full(t)
	for i := range q.Catalogue.Recommendations {
		rule := &q.Catalogue.Recommendations[i]
		was, requires := rule.When, rule.Requires
		// What it requires could now always hold as well; this is about its condition.
		rule.Requires = condition.Condition{}
		rule.When = condition.Condition{Kind: condition.Any, Of: []condition.Condition{
			was, {Kind: condition.None, Of: []condition.Condition{was}},
		}}
		if rule.ID == "measure_five" {
			continue // What it looks for is known to hold; its opposite is a test that never does.
		}
		wantOnly(t, linter(t).Check(q), "always-fires", rule.Pos)
		rule.When, rule.Requires = was, requires
	}
}

func TestEverySeverityHasToBeReached(t *testing.T) {
	t.Parallel()
	q := full(t)
	for i := range q.Catalogue.Warnings {
		rule := &q.Catalogue.Warnings[i]
		was := rule.Grades
		rule.Grades = append(slices.Clip(was), questionnaire.Grade{Severity: questionnaire.Info, When: was[len(was)-1].When})
		found := linter(t).Check(q)
		if len(found) != 1 || found[0].Code != "grade-never" {
			t.Errorf("%s: %v", rule.ID, found)
		}
		rule.Grades = was
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

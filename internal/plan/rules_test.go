package plan_test

import (
	"slices"
	"testing"

	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/questionnaire/questionnairetest"
	"github.com/opsfit/opsfit/internal/report"
)

// TestNoStepBreaksARule takes every rule about changes that a team can name, with every way of approving them: no step leads to
// an approval that the rule does not allow, or beyond a limit.
func TestNoStepBreaksARule(t *testing.T) {
	t.Parallel()
	q := questionnairetest.Shipped(t, "full")
	for _, audit := range q.Question("audit").Options {
		for _, approval := range q.Question("approval").Options {
			for _, isFast := range []bool{false, true} {
				sheet := uniform(q, isFast).With(q, "audit", chosen(audit.ID)).With(q, "approval", chosen(approval.ID))
				for _, step := range build(q, sheet, 6).Steps {
					if slices.ContainsFunc(step.Warnings.New, isAboutRules) {
						t.Errorf("%s, %s, fast %t: %s leads to %v", audit.ID, approval.ID, isFast, step.Recommendation.ID, step.Warnings.New)
					}
				}
			}
		}
	}
}

func isAboutRules(warning report.ActiveWarning) bool {
	return warning.ID == "audit_mismatch" || warning.ID == "beyond_limit"
}

// uniform is ready, works the SysOps way and needs the DevOps way, or the other way round where it is fast.
func uniform(q *questionnaire.Questionnaire, isFast bool) *answers.Sheet {
	sheet := &answers.Sheet{Questionnaire: q.ID, Answers: map[string]answers.Answer{}}
	for i := range q.Questions {
		question := &q.Questions[i]
		option := question.Options[len(question.Options)-1]
		if question.Measures == questionnaire.Lean && !isFast || question.IsNeed() && isFast {
			option = question.Options[0]
		}
		sheet.Answers[question.ID] = chosen(option.ID)
	}
	return sheet
}

func chosen(option string) answers.Answer {
	return answers.Answer{Status: answers.Answered, Option: option, Source: answers.Person}
}

package advice_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/opsfit/opsfit/internal/condition"
	"github.com/opsfit/opsfit/internal/questionnaire"
)

func fixed(severity questionnaire.Severity) []questionnaire.Grade {
	return []questionnaire.Grade{{Severity: severity}}
}

func TestWarningTakesTheFirstGradeThatHolds(t *testing.T) {
	t.Parallel()
	graded := func(most, next condition.Condition) []questionnaire.Grade {
		return []questionnaire.Grade{
			{Severity: questionnaire.Critical, When: most},
			{Severity: questionnaire.Medium, When: next},
		}
	}
	yes, no := answer("pace", "low"), answer("pace", "high")
	tests := []struct {
		name   string
		when   condition.Condition
		grades []questionnaire.Grade
		want   questionnaire.Severity
	}{
		{"fixed severity", yes, fixed(questionnaire.High), questionnaire.High},
		{"the most severe of two that hold", yes, graded(yes, yes), questionnaire.Critical},
		{"the one that holds", yes, graded(no, yes), questionnaire.Medium},
		{"a grade on an unknown value does not hold", yes, graded(level("tests", lte("4")), yes), questionnaire.Medium},
		{"silent where no grade holds", yes, graded(no, no), ""},
		{"silent where the condition does not hold", no, fixed(questionnaire.High), ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			catalogue := questionnaire.Catalogue{Warnings: []questionnaire.Warning{{ID: "w", When: test.when, Grades: test.grades}}}
			var got questionnaire.Severity
			for _, warning := range advise(t, catalogue, map[string]string{"pace": "low", "tests": "dont_know"}).Warnings {
				got = warning.Severity
			}
			if got != test.want {
				t.Errorf("severity %q, want %q", got, test.want)
			}
		})
	}
}

func TestWarningNamesWhatGradedIt(t *testing.T) {
	t.Parallel()
	catalogue := questionnaire.Catalogue{Warnings: []questionnaire.Warning{{
		ID:   "w",
		When: answer("pace", "low"),
		Grades: []questionnaire.Grade{
			{Severity: questionnaire.Critical, When: level("restore", lte("0"))},
			{Severity: questionnaire.High, When: level("alarm", lte("2"))},
		},
	}}}
	got := advise(t, catalogue, map[string]string{"pace": "low", "restore": "r1", "alarm": "r2"}).Warnings
	if len(got) != 1 {
		t.Fatalf("%d warnings, want 1", len(got))
	}
	if diff := cmp.Diff(ids("pace", "alarm"), got[0].Because); diff != "" {
		t.Errorf("because (-want +got):\n%s", diff)
	}
}

// TestGravestWarningStandsFirst orders by severity, then by how far the worst answer is below its floor, then by title and id. In the
// fixture, two questions are unmet: tests by more than restore.
func TestGravestWarningStandsFirst(t *testing.T) {
	t.Parallel()
	var catalogue questionnaire.Catalogue
	for _, rule := range []struct {
		id, title string
		severity  questionnaire.Severity
		when      condition.Condition
	}{
		{"z", "", questionnaire.Info, answer("pace", "low")},
		{"b", "Alpha", questionnaire.High, answer("pace", "low")},
		{"y", "", questionnaire.Critical, answer("pace", "low")},
		{"a", "", questionnaire.Medium, answer("pace", "low")},
		{"a2", "Beta", questionnaire.High, answer("pace", "low")},
		{"near", "Near", questionnaire.High, all(answer("pace", "low"), level("restore", gte("0")))},
		{"far", "Far", questionnaire.High, all(answer("pace", "low"), level("tests", gte("0")))},
		{"c", "", questionnaire.Critical, answer("pace", "low")},
	} {
		catalogue.Warnings = append(catalogue.Warnings, questionnaire.Warning{
			ID: rule.id, Title: rule.title, When: rule.when, Grades: fixed(rule.severity),
		})
	}
	var got []string
	for _, warning := range advise(t, catalogue, map[string]string{"pace": "low", "restore": "r1", "alarm": "r1", "tests": "r1"}).Warnings {
		got = append(got, warning.Rule.ID)
	}
	if diff := cmp.Diff(ids("c", "y", "far", "near", "b", "a2", "a", "z"), got); diff != "" {
		t.Errorf("order (-want +got):\n%s", diff)
	}
}

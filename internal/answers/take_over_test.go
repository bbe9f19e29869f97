package answers_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/questionnaire/questionnairetest"
)

// Answers to another questionnaire are taken over where question and option have the same ids, and only there.
func TestTakeOver(t *testing.T) {
	t.Parallel()
	const other = `questionnaire: somewhere_else
questionnaire_version: 7.0.0
subject: payments
team: shop
date: 2025-01-02
respondent: {role: operations}
answers:
  release_trigger: {option: planned_release, note: "every Friday"}
  only_asked_there: yes
  backout: only_offered_there
  learning: dont_know
`
	file, found := answers.Parse("other.yaml", []byte(other))
	if file == nil {
		t.Fatal(found)
	}
	q := questionnairetest.Frozen(t)
	sheet, found := file.TakeOver(q)
	if sheet == nil {
		t.Fatal(found)
	}
	want := &answers.Sheet{
		Questionnaire: q.ID, QuestionnaireVersion: q.Version, Subject: "payments", Team: "shop",
		Respondent: answers.Respondent{Role: "operations"},
		Answers: map[string]answers.Answer{
			"release_trigger": {Status: answers.Answered, Option: "planned_release", Note: "every Friday", Source: answers.Person},
			"learning":        {Status: answers.DontKnow, Source: answers.Person},
		},
	}
	if diff := cmp.Diff(want, sheet, cmpopts.IgnoreTypes(diag.Pos{}), cmpopts.EquateEmpty()); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
	if len(found) != 1 || found[0].Severity != diag.Warning || found[0].Code != "unknown-option" {
		t.Errorf("found %v, want one warning about the option", found)
	}
}

// A file that cannot be read for what it says gives nothing to take over.
func TestTakeOverRefusesBrokenFiles(t *testing.T) {
	t.Parallel()
	for _, text := range []string{"questionnaire: other\n", "questionnaire: other\ndate: tomorrow\nanswers: {}\n"} {
		file, _ := answers.Parse("other.yaml", []byte(text))
		if sheet, found := file.TakeOver(questionnairetest.Frozen(t)); sheet != nil || !found.HasErrors() {
			t.Errorf("%q: sheet %v, found %v", text, sheet, found)
		}
	}
}

package answers_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/questionnaire/questionnairetest"
)

const oldDraft = `questionnaire: frozen
questionnaire_version: 0.9.0
subject: payments
date: tomorrow
answers:
  release_trigger: planned_release
  gone_question: yes
  backout: gone_option
  test_net: {option: gone_option, note: "keep me"}
  detection: {not_applicable: "always applies"}
  rollback: [a]
  learning: dont_know
`

// A draft of another version keeps what fits, and every line that does not is named.
func TestKeepWhatFits(t *testing.T) {
	t.Parallel()
	q := questionnairetest.Frozen(t)
	file, found := answers.Parse("draft.yaml", []byte(oldDraft))
	if file == nil {
		t.Fatal(found)
	}
	sheet, dropped := file.Keep(q)
	if sheet == nil {
		t.Fatal(dropped)
	}
	want := map[string]answers.Answer{
		"release_trigger": {Status: answers.Answered, Option: "planned_release", Source: answers.Person},
		"test_net":        {Status: answers.Skipped, Note: "keep me", Source: answers.Person},
	}
	if diff := cmp.Diff(want, sheet.Answers, cmpopts.IgnoreTypes(diag.Pos{}), cmpopts.IgnoreMapEntries(func(_ string, a answers.Answer) bool {
		return a.Status == answers.DontKnow
	})); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
	for _, line := range []string{"gone_question", "backout", "test_net", "detection", "rollback", "date"} {
		if !named(dropped, line) {
			t.Errorf("nothing is said about %s:\n%v", line, dropped)
		}
	}
	if dropped.HasErrors() {
		t.Errorf("a draft that can be used has errors: %v", dropped)
	}
}

func named(found diag.List, word string) bool {
	for _, d := range found {
		if strings.Contains(d.Message, word) {
			return true
		}
	}
	return false
}

func TestKeepRefuses(t *testing.T) {
	t.Parallel()
	for name, text := range map[string]string{
		"another questionnaire": "questionnaire: frozen_short\nanswers: {}\n",
		"no answers":            "questionnaire: frozen\n",
		"a duplicate key":       "questionnaire: frozen\nanswers: {}\nanswers: {}\n",
	} {
		file, found := answers.Parse("draft.yaml", []byte(text))
		if file == nil {
			t.Fatal(found)
		}
		if sheet, found := file.Keep(questionnairetest.Frozen(t)); sheet != nil || !found.HasErrors() {
			t.Errorf("%s: %v, %v", name, sheet, found)
		}
	}
}

// A sheet that was written is kept whole and nothing is said.
func TestKeepOwnDraft(t *testing.T) {
	t.Parallel()
	q := questionnairetest.Frozen(t)
	sheet := &answers.Sheet{Subject: "s", Answers: map[string]answers.Answer{
		"release_trigger": {Status: answers.Answered, Option: "planned_release", Note: "n", Source: answers.Person},
		"batch_size":      {Status: answers.NotApplicable, Source: answers.Person},
	}}
	file, _ := answers.Parse("draft.yaml", answers.Write(q, sheet))
	got, found := file.Keep(q)
	if len(found) > 0 {
		t.Fatal(found)
	}
	if diff := cmp.Diff(sheet.Answers, got.Answers, cmpopts.IgnoreTypes(diag.Pos{})); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
	if about := file.About(); about.Subject != "s" {
		t.Errorf("%+v", about)
	}
}

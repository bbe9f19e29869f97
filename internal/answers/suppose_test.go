package answers_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/questionnaire/questionnairetest"
)

func TestSuppose(t *testing.T) {
	t.Parallel()
	q := questionnairetest.Frozen(t)
	given := map[string]answers.Answer{
		"restore_test":    {Status: answers.Answered, Option: "untested", Note: "nobody tried", Evidence: "https://example.com", Source: answers.Person},
		"who_runs":        {Status: answers.Answered, Option: "separate", Note: "on Tuesdays", Source: answers.Person},
		"release_trigger": {Status: answers.Answered, Option: "team_decides", Source: answers.Person},
	}
	sheet := &answers.Sheet{Subject: "till", Answers: given}
	before := cmp.Diff(nil, sheet)
	supposed, changed, err := sheet.Suppose(q, "restore_test=yearly, who_runs = separate", "batch_size=not_applicable,release_trigger=dont_know,detection=skipped")
	if err != nil {
		t.Fatal(err)
	}
	want := &answers.Sheet{Subject: "till", Answers: map[string]answers.Answer{
		"restore_test":    {Status: answers.Answered, Option: "yearly", Source: answers.Supposed},
		"who_runs":        given["who_runs"], // as it was: nothing is supposed
		"release_trigger": {Status: answers.DontKnow, Source: answers.Supposed},
		"batch_size":      {Status: answers.NotApplicable, Source: answers.Supposed},
	}}
	if diff := cmp.Diff(want, supposed); diff != "" {
		t.Errorf("supposed (-want +got):\n%s", diff)
	}
	order := []string{"release_trigger", "batch_size", "restore_test", "detection", "who_runs"}
	if diff := cmp.Diff(order, changed); diff != "" {
		t.Errorf("changed (-want +got):\n%s", diff)
	}
	if after := cmp.Diff(nil, sheet); before != after {
		t.Error("the sheet itself was changed")
	}
}

func TestSupposeSaysWhatIsWrong(t *testing.T) {
	t.Parallel()
	q := questionnairetest.Frozen(t)
	for change, want := range map[string]string{
		"":                                  `"" is not a change of an answer; write QUESTION=OPTION, with commas between several`,
		"restore_test":                      `restore_test has no option behind it; write restore_test=OPTION and choose one of unsure, untested, partial, yearly`,
		"restore_test=":                     `restore_test has no option behind it; write restore_test=OPTION`,
		"restore":                           `"restore" is not a change of an answer`,
		"=yearly":                           `"=yearly" is not a change`,
		"restore_test=yearly,":              `"" is not a change`,
		"restore=yearly":                    `"restore" is not a question of frozen; did you mean "restore_test"?`,
		"restore_tset=yearly":               `"restore_tset" is not a question of frozen; did you mean "restore_test"?`,
		"restore_test=yearli":               `restore_test has no option "yearli"; did you mean "yearly"?`,
		"restore_test=dontknow":             `restore_test has no option "dontknow"; did you mean "dont_know"?`,
		"restore_test=x":                    `restore_test has no option "x"; choose one of unsure, untested, partial, yearly, quarterly, dont_know`,
		"who_runs=not_applicable":           `who_runs always applies and cannot be answered not_applicable; choose an option, or dont_know`,
		"who_runs=joint,who_runs=separate":  `who_runs is changed twice, to joint and to separate; keep one of the two`,
		"who_runs=\x1b[31m":                 `who_runs has no option "\x1b[31m"`,
		"\u202e=joint":                      `"\u202e" is not a question of frozen`,
		strings.Repeat("x", 100_000) + "=a": `"` + strings.Repeat("x", 59) + `…" is not a question of frozen`,
	} {
		_, _, err := (&answers.Sheet{}).Suppose(q, change)
		if err == nil || !strings.HasPrefix(err.Error(), want) {
			t.Errorf("%.40q: got %v, want %s", change, err, want)
		}
	}
}

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
	q := questionnairetest.Shipped(t, "full")
	given := map[string]answers.Answer{
		"restore_test": {Status: answers.Answered, Option: "untested", Note: "nobody tried", Evidence: "https://example.com", Source: answers.Person},
		"approval":     {Status: answers.Answered, Option: "board", Note: "on Tuesdays", Source: answers.Person},
		"batch_size":   {Status: answers.Answered, Option: "feature", Source: answers.Person},
	}
	sheet := &answers.Sheet{Subject: "till", Answers: given}
	before := cmp.Diff(nil, sheet)
	supposed, changed, err := sheet.Suppose(q, "restore_test=yearly, approval = board", "integration=not_applicable,batch_size=dont_know,detection=skipped")
	if err != nil {
		t.Fatal(err)
	}
	want := &answers.Sheet{Subject: "till", Answers: map[string]answers.Answer{
		"restore_test": {Status: answers.Answered, Option: "yearly", Source: answers.Supposed},
		"approval":     given["approval"], // as it was: nothing is supposed
		"batch_size":   {Status: answers.DontKnow, Source: answers.Supposed},
		"integration":  {Status: answers.NotApplicable, Source: answers.Supposed},
	}}
	if diff := cmp.Diff(want, supposed); diff != "" {
		t.Errorf("supposed (-want +got):\n%s", diff)
	}
	order := []string{"integration", "batch_size", "approval", "restore_test", "detection"}
	if diff := cmp.Diff(order, changed); diff != "" {
		t.Errorf("changed (-want +got):\n%s", diff)
	}
	if after := cmp.Diff(nil, sheet); before != after {
		t.Error("the sheet itself was changed")
	}
}

func TestSupposeSaysWhatIsWrong(t *testing.T) {
	t.Parallel()
	q := questionnairetest.Shipped(t, "full")
	for change, want := range map[string]string{
		"":                                  `"" is no change of an answer; write QUESTION=OPTION, with commas between several`,
		"restore_test":                      `"restore_test" is no change of an answer`,
		"restore_test=":                     `"restore_test=" is no change`,
		"=yearly":                           `"=yearly" is no change`,
		"restore_test=yearly,":              `"" is no change`,
		"restore=yearly":                    `"restore" is no question of full; opsfit questionnaire show lists the questions`,
		"restore_tset=yearly":               `"restore_tset" is no question of full; did you mean "restore_test"?`,
		"restore_test=yearli":               `restore_test has no option "yearli"; did you mean "yearly"?`,
		"restore_test=dontknow":             `restore_test has no option "dontknow"; did you mean "dont_know"?`,
		"restore_test=x":                    `restore_test has no option "x"; choose one of unsure, untested, partial, yearly, quarterly, dont_know`,
		"approval=not_applicable":           `approval always applies and cannot be answered not_applicable; choose an option, or dont_know`,
		"approval=peer,approval=board":      `approval is changed twice, to peer and to board; keep one of the two`,
		"approval=\x1b[31m":                 `approval has no option "\x1b[31m"`,
		"\u202e=peer":                       `"\u202e" is no question of full`,
		strings.Repeat("x", 100_000) + "=a": `"` + strings.Repeat("x", 59) + `…" is no question of full`,
	} {
		_, _, err := (&answers.Sheet{}).Suppose(q, change)
		if err == nil || !strings.HasPrefix(err.Error(), want) {
			t.Errorf("%.40q: got %v, want %s", change, err, want)
		}
	}
}

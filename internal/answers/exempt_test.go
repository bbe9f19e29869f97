package answers_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/questionnaire/questionnairetest"
)

const exempting = `questionnaire: frozen
exempt:
  - {warning: slow_but_not_safe, reason: "a successor starts in March", until: 2027-03-31, owner: Ada, approved_by: Grace}
  - {warning: unproven_restore, reason: 2027 brings the new storage, until: 2027-01-31, approved_by: Grace}
answers: {}
`

func TestExemptions(t *testing.T) {
	t.Parallel()
	sheet, found := read(questionnairetest.Frozen(t), "a.yaml", []byte(exempting))
	if sheet == nil || len(found) > 0 {
		t.Fatal(found)
	}
	want := []answers.Exemption{
		{
			Warning: "slow_but_not_safe", Reason: "a successor starts in March", Until: "2027-03-31", Owner: "Ada", ApprovedBy: "Grace",
			Pos: diag.Pos{Line: 3, Column: 5}, UntilPos: diag.Pos{Line: 3, Column: 80},
		},
		{
			Warning: "unproven_restore", Reason: "2027 brings the new storage", Until: "2027-01-31", ApprovedBy: "Grace",
			Pos: diag.Pos{Line: 4, Column: 5}, UntilPos: diag.Pos{Line: 4, Column: 77},
		},
	}
	if diff := cmp.Diff(want, sheet.Exemptions); diff != "" {
		t.Error(diff)
	}
	for _, none := range []string{"exempt:\n", "exempt: []\n", ""} {
		sheet, found := read(questionnairetest.Frozen(t), "a.yaml", []byte("questionnaire: frozen\n"+none+"answers: {}\n"))
		if sheet == nil || len(found) > 0 || len(sheet.Exemptions) > 0 {
			t.Errorf("%q: %+v, %v", none, sheet, found)
		}
	}
}

// A questionnaire without warnings has nothing to exempt.
func TestExemptionsNeedWarnings(t *testing.T) {
	t.Parallel()
	text := strings.Replace(exempting, "frozen", "frozen_outcomes", 1)
	sheet, found := read(questionnairetest.FrozenOutcomes(t), "a.yaml", []byte(text))
	want := `a.yaml:3:15: "frozen_outcomes" gives no warnings; remove the exemption [unknown-warning]`
	if sheet != nil || len(found) != 2 || found[0].String() != want {
		t.Errorf("got %v, want %s", found, want)
	}
}

// Thousands of wrong ids are reported without looking for a near name each time.
func TestManyUnknownWarnings(t *testing.T) {
	t.Parallel()
	text := "questionnaire: frozen\nanswers: {}\nexempt:\n" + strings.Repeat("  - {warning: slow_but_not_saef, reason: the new storage comes, until: 2027-01-31, approved_by: Grace}\n", 10_000)
	_, found := read(questionnairetest.Frozen(t), "a.yaml", []byte(text))
	if got := len(found.Sorted().Capped()); got != diag.MaxPerFile {
		t.Errorf("%d findings are shown", got)
	}
}

// Whoever goes on with a draft keeps its exemptions, apart from those of warnings that are gone.
func TestKeepExemptions(t *testing.T) {
	t.Parallel()
	text := strings.Replace(exempting, "unproven_restore", "gone", 1)
	text = strings.Replace(text, ", until: 2027-03-31", "", 1)
	file, _ := answers.Parse("draft.yaml", []byte(text))
	sheet, dropped := file.Keep(questionnairetest.Frozen(t))
	if sheet == nil || len(sheet.Exemptions) != 1 || sheet.Exemptions[0].Warning != "slow_but_not_safe" {
		t.Fatalf("%+v, %v", sheet, dropped)
	}
	if len(dropped) != 1 || !strings.Contains(dropped[0].Message, `"gone"`) {
		t.Errorf("dropped %v", dropped)
	}
}

package answers_test

import (
	"testing"

	"github.com/opsfit/opsfit/internal/questionnaire/questionnairetest"
)

// A danger is accepted for a year at most: whoever needs longer looks at it again.
func TestExemptionsEndWithinAYear(t *testing.T) {
	t.Parallel()
	sheet, found := read(questionnairetest.Frozen(t), "a.yaml", []byte(exempting))
	if sheet == nil {
		t.Fatal(found)
	}
	for day, want := range map[string]string{
		"2026-03-31": "",
		"2026-03-30": `a.yaml:3:80: the exemption of "slow_but_not_safe" ends more than a year from now; name a day up to 2027-03-30, ` +
			`and look at it again then [long-exemption]`,
		"2030-01-01": "",
		"":           "",
	} {
		got := ""
		if late := sheet.CheckExemptions("a.yaml", day); len(late) > 0 {
			got = late[0].String()
		}
		if got != want {
			t.Errorf("on %s: got %s, want %s", day, got, want)
		}
	}
}

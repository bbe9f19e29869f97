package team_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/team"
	"github.com/opsfit/opsfit/internal/team/teamtest"
)

// TestSaysWhatStandsForTheGroup: an answer that nobody gave must not be named as a cause without a word.
func TestSaysWhatStandsForTheGroup(t *testing.T) {
	t.Parallel()
	const standIn = "even if nobody chose it"
	whole := teamtest.Input(t)
	alone := whole
	alone.Sheets = whole.Sheets[:1]
	for name, test := range map[string]struct {
		input team.Input
		want  bool
	}{"people differ": {whole, true}, "alone": {alone, false}} {
		if notes := fmt.Sprint(team.Build(test.input).Notes); strings.Contains(notes, standIn) != test.want {
			t.Errorf("%s: %q in the notes is not %v: %s", name, standIn, test.want, notes)
		}
	}
}

// TestSaysWhoCannotBeToldApart: without names a second sheet of one person goes unnoticed.
func TestSaysWhoCannotBeToldApart(t *testing.T) {
	t.Parallel()
	named := func(names ...string) []*answers.Sheet {
		var sheets []*answers.Sheet
		for _, name := range names {
			one := sheet(t, "dev", "style: z")
			one.Respondent.Name = name
			sheets = append(sheets, one)
		}
		return sheets
	}
	for _, test := range []struct {
		sheets []*answers.Sheet
		want   string
	}{
		{named("Ada", "Bo", "Cy"), ""},
		{named("Ada", "Bo", ""), ""},
		{named("Ada", " ", ""), "2 of 3 respondents gave no name: if one of them answered twice, both sheets count."},
	} {
		notes := fmt.Sprint(build(t, test.sheets...).Notes)
		if got := strings.Contains(notes, "gave no name"); got != (test.want != "") || !strings.Contains(notes, test.want) {
			t.Errorf("%q missing or not wanted in %s", test.want, notes)
		}
	}
}

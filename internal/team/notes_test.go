package team_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/opsfit/opsfit/internal/answers"
)

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

// TestSaysWhichRoleIsASlip: a role that one person mistyped has the weight of a whole one.
func TestSaysWhichRoleIsASlip(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		roles []string
		want  string
	}{
		{[]string{"developer", "developer", "operations"}, ""},
		{[]string{"developer", "Developer ", "develper"}, `the role "develper", which is almost "developer"`},
		{[]string{"operations", "operations", "oparetions"}, `the role "oparetions", which is almost "operations"`},
		{[]string{"ops", "ops", "op"}, `the role "op", which is almost "ops"`},
		{[]string{"tester", "testers"}, `the role "testers", which is almost "tester"`},
		{[]string{"developer", "develper", "develper"}, `the role "developer", which is almost "develper"`},
		{[]string{"developer", "developer", "develper", "develper"}, ""},
		{[]string{"dev", "dba", "ops", "qa", "po"}, ""},
		{[]string{"unspecified", "unspecified", "unspecifyed"}, ""},
		{[]string{"", "", "unspecifie"}, ""},
		{[]string{strings.Repeat("a", 100), strings.Repeat("a", 101)}, ""},
	} {
		var sheets []*answers.Sheet
		for _, role := range test.roles {
			sheets = append(sheets, sheet(t, role, "style: z"))
		}
		notes := fmt.Sprint(build(t, sheets...).Notes)
		if got := strings.Contains(notes, "is almost"); got != (test.want != "") || !strings.Contains(notes, test.want) {
			t.Errorf("%q: %q missing or not wanted in %s", test.roles, test.want, notes)
		}
	}
}

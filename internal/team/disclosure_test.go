package team_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/team"
)

// group makes a sheet for each "role: option" pair, where the option answers the style question on delivery.
func group(t testing.TB, pairs ...string) []*answers.Sheet {
	t.Helper()
	var sheets []*answers.Sheet
	for _, pair := range pairs {
		role, option, _ := strings.Cut(pair, ": ")
		sheets = append(sheets, sheet(t, role, "style: "+option))
	}
	return sheets
}

// TestNoDifferenceTells proves that nobody can take the mean of the roles that are shown from the mean of all and be left
// with what one or two people said.
func TestNoDifferenceTells(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name   string
		sheets []*answers.Sheet
		shown  []string
	}{
		{"everybody is of a large role", group(t, "dev: p1", "dev: p1", "dev: p2", "ops: m2", "ops: m2", "ops: m1"), []string{"dev", "ops"}},
		{"three are left", group(t, "dev: p1", "dev: p1", "dev: p2", "ops: m2", "ops: m1", "boss: z"), []string{"dev"}},
		{"two are left", group(t, "dev: p1", "dev: p1", "dev: p2", "ops: m2", "ops: m2"), nil},
		{"one is left", group(t, "dev: p1", "dev: p1", "dev: p2", "ops: m2", "ops: m2", "ops: m1", "boss: z"), nil},
		{"who does not know is not left", group(t, "dev: p1", "dev: p1", "dev: p2", "boss: dont_know"), []string{"dev"}},
		{"one of three knows", group(t, "dev: p1", "dev: dont_know", "dev: skipped", "ops: m2", "ops: m2", "ops: m1"), nil},
	}
	for _, test := range tests {
		result := team.Build(team.Input{Questionnaire: smallQuestionnaire(t), Sheets: test.sheets})
		var shown []string
		for _, role := range result.Axes[0].ShownRoles() {
			shown = append(shown, role.Role)
		}
		if diff := cmp.Diff(test.shown, shown); diff != "" {
			t.Errorf("%s (-want +got):\n%s", test.name, diff)
		}
	}
}

// TestGapOfLargeRoles: the distance of two large roles tells nothing about a third one, which may be anywhere.
func TestGapOfLargeRoles(t *testing.T) {
	t.Parallel()
	sheets := group(t, "dev: p1", "dev: p1", "dev: p1", "ops: m1", "ops: m1", "ops: m1", "boss: z")
	result := team.Build(team.Input{Questionnaire: smallQuestionnaire(t), Sheets: sheets})
	for what, gap := range map[string]*float64{"axis": result.Axes[0].RoleGap, "question": result.Questions[0].RoleGap} {
		if gap == nil || *gap != 1 {
			t.Errorf("%s: the roles are %v apart, want 1", what, gap)
		}
	}
	few := group(t, "dev: p1", "dev: p1", "dev: p1", "ops: m1", "ops: dont_know", "ops: dont_know", "boss: z")
	result = team.Build(team.Input{Questionnaire: smallQuestionnaire(t), Sheets: few})
	for what, gap := range map[string]*float64{"axis": result.Axes[0].RoleGap, "question": result.Questions[0].RoleGap} {
		if gap != nil {
			t.Errorf("%s: one of operations answered, and yet the roles are %v apart", what, *gap)
		}
	}
}

// TestAskedForSmallGroups: those who ask for small groups get every role.
func TestAskedForSmallGroups(t *testing.T) {
	t.Parallel()
	result := build(t, group(t, "dev: p1", "dev: p1", "dev: p2", "boss: m2")...)
	want := []team.RoleMean{{Role: "boss", Mean: -1}, {Role: "dev", Mean: 2.0 / 3}}
	if diff := cmp.Diff(want, result.Axes[0].ShownRoles()); diff != "" {
		t.Errorf("roles (-want +got):\n%s", diff)
	}
}

// TestSaysWhatCanBeTold: a report that leaves names out must not promise that nobody can be told.
func TestSaysWhatCanBeTold(t *testing.T) {
	t.Parallel()
	const mayTell, keptBack = "whoever knows the group can often tell", "has no figure of its own"
	three := group(t, "dev: p1", "dev: p1", "dev: p2")
	boss := append(group(t, "boss: z"), three...)
	tests := []struct {
		name  string
		given team.Input
		want  [2]bool
	}{
		{"one role", team.Input{Sheets: three}, [2]bool{true, false}},
		{"one is left", team.Input{Sheets: boss}, [2]bool{true, true}},
		{"small groups", team.Input{Sheets: boss, ShowSmallGroups: true}, [2]bool{true, false}},
		{"names", team.Input{Sheets: three, Names: true}, [2]bool{false, false}},
		{"alone", team.Input{Sheets: three[:1]}, [2]bool{false, false}},
	}
	for _, test := range tests {
		test.given.Questionnaire = smallQuestionnaire(t)
		notes := fmt.Sprint(team.Build(test.given).Notes)
		if got := [2]bool{strings.Contains(notes, mayTell), strings.Contains(notes, keptBack)}; got != test.want {
			t.Errorf("%s: %v, want %v in %s", test.name, got, test.want, notes)
		}
	}
}

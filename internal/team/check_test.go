package team_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/team"
)

func TestCheck(t *testing.T) {
	t.Parallel()
	inRole := func(file, role string) team.Member {
		return team.Member{File: file, Sheet: &answers.Sheet{Respondent: answers.Respondent{Role: role}}}
	}
	member := func(file, subject, version, name string) team.Member {
		return team.Member{File: file, Sheet: &answers.Sheet{
			Subject: subject, QuestionnaireVersion: version, Respondent: answers.Respondent{Name: name},
		}}
	}
	tests := []struct {
		name    string
		members []team.Member
		want    []string
	}{
		{"alike", []team.Member{member("a", "shop", "1.0.0", "Ada"), member("b", "shop", "1.0.0", "Bo")}, nil},
		{"what is not stated contradicts nothing", []team.Member{member("a", "", "", ""), member("b", "shop", "1.0.0", "")}, nil},
		{
			"another service",
			[]team.Member{member("a", "shop", "", ""), member("b", "till", "", "")},
			[]string{`b: the service is "till", in a it is "shop"; give both the same subject [mixed-subjects]`},
		},
		{
			"another version",
			[]team.Member{member("a", "", "1.0.0", ""), member("b", "", "2.0.0", "")},
			[]string{`b: the questionnaire version is "2.0.0", in a it is "1.0.0"; answer the questions again with one version [mixed-versions]`},
		},
		{
			"one person twice",
			[]team.Member{member("a", "", "", "Ada  L"), member("b", "", "", "ada l")},
			[]string{`b: "ada l" answered in a, too; keep one of the two, or give them names of their own [same-respondent]`},
		},
		{
			"a role with a slip",
			[]team.Member{inRole("a", "developer"), inRole("b", "Develper"), inRole("c", "developer")},
			[]string{`b: warning: nobody else has the role "develper", and it is almost "developer"; ` +
				`all roles have equal weight; correct it if it is a slip [similar-role]`},
		},
	}
	for _, test := range tests {
		var got []string
		for _, d := range team.Check(smallQuestionnaire(t), test.members) {
			got = append(got, d.String())
		}
		if diff := cmp.Diff(test.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", test.name, diff)
		}
	}
}

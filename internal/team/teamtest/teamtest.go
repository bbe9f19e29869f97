// Package teamtest makes team results for the tests of any package. Only tests may import it.
package teamtest

import (
	"strings"
	"testing"

	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/report"
	"github.com/opsfit/opsfit/internal/report/reporttest"
	"github.com/opsfit/opsfit/internal/team"
)

func tool() report.Tool { return report.Tool{Name: "opsfit", Version: "test"} }

// Input reads the sheets of one service that several people answered.
func Input(t testing.TB) team.Input {
	t.Helper()
	m := team.Input{Tool: tool()}
	for _, path := range reporttest.Sheets(t, "team") {
		q, sheet := reporttest.Read(t, path)
		m.Questionnaire, m.Sheets = q, append(m.Sheets, sheet)
	}
	return m
}

// Documents are group results by name: one that is withheld, the same with small groups shown, one that agrees with names and
// small groups shown, one person alone, and one whose every text is hostile.
func Documents(t testing.TB) map[string]*team.Document {
	t.Helper()
	whole := Input(t)
	roles := whole
	roles.ShowSmallGroups = true
	agreed := whole
	agreed.Sheets, agreed.Names, agreed.ShowSmallGroups = whole.Sheets[:3], true, true
	alone := whole
	alone.Sheets = whole.Sheets[:1]
	return map[string]*team.Document{
		"split": team.Build(whole), "roles": team.Build(roles), "agreed": team.Build(agreed), "alone": team.Build(alone),
		"hostile": team.Build(hostileInput(t)),
	}
}

func hostileInput(t testing.TB) team.Input {
	t.Helper()
	m := Input(t)
	for i, sheet := range m.Sheets {
		other := *sheet
		other.Subject, other.Team, other.Respondent.Role = reporttest.Hostile, reporttest.Hostile, reporttest.Hostile
		other.Respondent.Name = strings.Repeat("x", 200) + reporttest.Hostile
		other.Answers = map[string]answers.Answer{}
		for id, answer := range sheet.Answers {
			answer.Note = reporttest.Hostile
			other.Answers[id] = answer
		}
		m.Sheets[i] = &other
	}
	m.Names = true
	return m
}

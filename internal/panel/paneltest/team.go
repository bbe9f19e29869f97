// Package paneltest makes team results for the tests of any room. Only tests may import it.
package paneltest

import (
	"strings"
	"testing"

	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/panel"
	"github.com/opsfit/opsfit/internal/report"
	"github.com/opsfit/opsfit/internal/report/reporttest"
)

// Hostile tries something in each of the ways to break out of a terminal, markdown, HTML or a table.
const Hostile = "a|b `c` <script>alert(1)</script> \x1b[31m\u202e # [x](javascript:y)\n- =1+1"

func tool() report.Tool { return report.Tool{Name: "opsfit", Version: "test"} }

// Meeting reads the sheets of one service that several people answered.
func Meeting(t testing.TB) panel.Meeting {
	t.Helper()
	m := panel.Meeting{Tool: tool()}
	for _, path := range reporttest.Sheets(t, "team") {
		q, sheet := reporttest.Read(t, path)
		m.Questionnaire, m.Sheets = q, append(m.Sheets, sheet)
	}
	return m
}

// Teams are group results by name: one that is withheld, the same with small groups shown, one that agrees with names and
// small groups shown, one person alone, and one whose every text is hostile.
func Teams(t testing.TB) map[string]*report.Team {
	t.Helper()
	whole := Meeting(t)
	roles := whole
	roles.ShowSmallGroups = true
	agreed := whole
	agreed.Sheets, agreed.Names, agreed.ShowSmallGroups = whole.Sheets[:3], true, true
	alone := whole
	alone.Sheets = whole.Sheets[:1]
	return map[string]*report.Team{
		"split": panel.Team(whole), "roles": panel.Team(roles), "agreed": panel.Team(agreed), "alone": panel.Team(alone),
		"hostile": panel.Team(hostileMeeting(t)),
	}
}

func hostileMeeting(t testing.TB) panel.Meeting {
	t.Helper()
	m := Meeting(t)
	for i, sheet := range m.Sheets {
		other := *sheet
		other.Subject, other.Team, other.Respondent.Role = Hostile, Hostile, Hostile
		other.Respondent.Name = strings.Repeat("x", 200) + Hostile
		other.Answers = map[string]answers.Answer{}
		for id, answer := range sheet.Answers {
			answer.Note = Hostile
			other.Answers[id] = answer
		}
		m.Sheets[i] = &other
	}
	m.Names = true
	return m
}

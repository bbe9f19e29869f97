// Package teamtest makes team results for the tests of any package. Only tests may import it.
package teamtest

import (
	"embed"
	"io/fs"
	"strings"
	"testing"

	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/report"
	"github.com/opsfit/opsfit/internal/report/reporttest"
	"github.com/opsfit/opsfit/internal/team"
)

// sheets are the answers of six people about one service to the frozen questionnaire.
//
//go:embed sheets
var sheets embed.FS

// Input reads the sheets of one service that six people answered: three developers, two from operations and a manager.
func Input(t testing.TB) team.Input {
	t.Helper()
	in := team.Input{Tool: report.Tool{Name: "opsfit", Version: "test"}}
	files, err := fs.Glob(sheets, "sheets/*.yaml")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		text, err := sheets.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		q, sheet := reporttest.Parse(t, file, string(text))
		in.Questionnaire, in.Sheets = q, append(in.Sheets, sheet)
	}
	return in
}

// Documents are team results by name: one that is withheld, the same with small groups shown, one that agrees with names and
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
	in := Input(t)
	for i, sheet := range in.Sheets {
		other := *sheet
		other.Subject, other.Team, other.Respondent.Role = reporttest.Hostile, reporttest.Hostile, reporttest.Hostile
		other.Respondent.Name = strings.Repeat("x", 200) + reporttest.Hostile
		other.Answers = map[string]answers.Answer{}
		for id, answer := range sheet.Answers {
			answer.Note = reporttest.Hostile
			other.Answers[id] = answer
		}
		in.Sheets[i] = &other
	}
	in.Names = true
	return in
}

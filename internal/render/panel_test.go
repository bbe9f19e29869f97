package render

import (
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/panel"
	"github.com/opsfit/opsfit/internal/questionnaire/questionnairetest"
	"github.com/opsfit/opsfit/internal/report"
)

// meeting reads the sheets of one service that several people answered.
func meeting(t testing.TB) panel.Meeting {
	t.Helper()
	files, err := filepath.Glob(filepath.Join("..", "..", "testdata", "team", "*.yaml"))
	if err != nil || len(files) != 6 {
		t.Fatalf("sheets in testdata/team: %v, %v", files, err)
	}
	m := panel.Meeting{
		Tool: report.Tool{Name: "opsfit", Version: "test"}, Questionnaire: questionnairetest.Shipped(t, "full"),
	}
	for _, path := range files {
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		file, _ := answers.Parse(path, text)
		sheet, found := file.Check(m.Questionnaire)
		if sheet == nil {
			t.Fatal(found)
		}
		m.Sheets = append(m.Sheets, sheet)
	}
	return m
}

// teams are the group results that the golden files show: one that is withheld, one that agrees with names and small
// groups shown, one person alone, and one whose every text is hostile.
func teams(t testing.TB) map[string]*report.Team {
	t.Helper()
	whole := meeting(t)
	agreed := whole
	agreed.Sheets, agreed.Names, agreed.ShowSmallGroups = whole.Sheets[:3], true, true
	alone := whole
	alone.Sheets = whole.Sheets[:1]
	return map[string]*report.Team{
		"split": panel.Team(whole), "agreed": panel.Team(agreed), "alone": panel.Team(alone), "hostile": panel.Team(hostileMeeting(t)),
	}
}

const hostileWords = "a|b `c` <script>alert(1)</script> \x1b[31m\u202e # [x](javascript:y)\n- =1+1"

func hostileMeeting(t testing.TB) panel.Meeting {
	t.Helper()
	m := meeting(t)
	for i, sheet := range m.Sheets {
		other := *sheet
		other.Subject, other.Team, other.Respondent.Role = hostileWords, hostileWords, hostileWords
		other.Respondent.Name = strings.Repeat("x", 200) + hostileWords
		other.Answers = map[string]answers.Answer{}
		for id, answer := range sheet.Answers {
			answer.Note = hostileWords
			other.Answers[id] = answer
		}
		m.Sheets[i] = &other
	}
	m.Names = true
	return m
}

func TestTeamGolden(t *testing.T) {
	t.Parallel()
	for name, team := range teams(t) {
		for _, format := range Teams() {
			golden(t, "team/"+name+"."+format.Name, written(t, func(w io.Writer) error { return format.Write(w, team, Options{}) }))
		}
		narrow := written(t, func(w io.Writer) error { return TeamText(w, team, Options{Width: 40, ASCII: true}) })
		golden(t, "team/"+name+".40.text", narrow)
		checkLines(t, string(narrow), 40)
	}
}

// services are the shipped samples as a portfolio, one of them hostile.
func services(t testing.TB) *report.Portfolio {
	t.Helper()
	var list []report.Service
	tally := panel.NewTally()
	for _, result := range realResults(t) {
		service := panel.ServiceOf("services/"+result.name+".yaml", result.doc)
		if result.name == "start-up" {
			service.Path, service.Subject, service.Team = hostileWords, hostileWords, hostileWords
			service.DependsOn = []string{"delivery-platform"}
		}
		list = append(list, service)
		tally.Add(service)
	}
	unusable := []report.Unreadable{{Path: hostileWords, Diagnostics: []report.Complaint{
		{Line: 3, Column: 5, Severity: "error", Code: "unknown-option", Message: "x has no option " + hostileWords, Hint: hostileWords},
	}}}
	return panel.Portfolio(report.Tool{Name: "opsfit", Version: "test"}, list, unusable, tally, panel.Arrangement{By: "advice"})
}

func TestPortfolioGolden(t *testing.T) {
	t.Parallel()
	portfolio := services(t)
	for _, format := range Portfolios() {
		golden(t, "portfolio/samples."+format.Name, written(t, func(w io.Writer) error { return format.Write(w, portfolio, Options{}) }))
	}
	narrow := written(t, func(w io.Writer) error { return PortfolioText(w, portfolio, Options{Width: 40, ASCII: true}) })
	golden(t, "portfolio/samples.40.text", narrow)
	checkLines(t, string(narrow), 40)
	empty := panel.Portfolio(report.Tool{Name: "opsfit", Version: "test"}, []report.Service{}, []report.Unreadable{},
		panel.NewTally(), panel.Arrangement{})
	for _, format := range Portfolios() {
		golden(t, "portfolio/empty."+format.Name, written(t, func(w io.Writer) error { return format.Write(w, empty, Options{}) }))
	}
}

func BenchmarkTeam(b *testing.B) {
	team := panel.Team(meeting(b))
	for _, format := range Teams() {
		b.Run(format.Name, func(b *testing.B) {
			for b.Loop() {
				_ = format.Write(io.Discard, team, Options{})
			}
		})
	}
}

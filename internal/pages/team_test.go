package pages_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/page"
	"github.com/opsfit/opsfit/internal/pages"
	"github.com/opsfit/opsfit/internal/report"
	"github.com/opsfit/opsfit/internal/team"
	"github.com/opsfit/opsfit/internal/team/teamtest"
)

func TestTeam(t *testing.T) {
	t.Parallel()
	docs := teamtest.Documents(t)
	goldenPage(t, "team/split", pages.Team(docs["split"]))
	for _, name := range []string{"split", "agreed"} {
		goldenScreens(t, "team/"+name, pages.Team(docs[name]))
	}
	golden(t, "team/agreed.txt", textOf(t, pages.Team(docs["agreed"])))
	golden(t, "team/split.svg", pictureOf(t, pages.TeamPicture(docs["split"])))
	golden(t, "team/agenda.md", markdownOf(t, pages.TeamAgenda(docs["split"])))
}

// TestTeamTellsEveryNote: what somebody took the time to write must not get lost because nobody disagrees.
func TestTeamTellsEveryNote(t *testing.T) {
	t.Parallel()
	doc := teamtest.Documents(t)["split"]
	words := string(markdownOf(t, pages.Team(doc)))
	told := 0
	for i := range doc.Questions {
		for _, note := range doc.Questions[i].Notes {
			told++
			if !strings.Contains(words, note) {
				t.Errorf("%s: %q is missing", doc.Questions[i].ID, note)
			}
		}
	}
	if told == 0 {
		t.Error("the sample has no notes")
	}
}

// TestTeamNamesNobody: no name gets into a page unless names were asked for.
func TestTeamNamesNobody(t *testing.T) {
	t.Parallel()
	docs := teamtest.Documents(t)
	for _, sheet := range teamtest.Input(t).Sheets {
		for _, name := range []string{"split", "roles", "alone"} {
			for kind, p := range teamPages(docs[name]) {
				if strings.Contains(string(textOf(t, p)), sheet.Respondent.Name) {
					t.Errorf("%s: the %s names %s", name, kind, sheet.Respondent.Name)
				}
			}
		}
	}
	if !strings.Contains(string(textOf(t, pages.Team(docs["agreed"]))), "Ines (developer)") {
		t.Error("names were asked for and are missing")
	}
}

func teamPages(doc *team.Document) map[string]page.Page {
	return map[string]page.Page{"page": pages.Team(doc), "agenda": pages.TeamAgenda(doc), "picture": pages.TeamPicture(doc)}
}

// TestTeamShowsWhatTheDocumentHolds: whoever is told what a saved document says is told the same by a page, so that what
// protects small groups there protects them everywhere.
func TestTeamShowsWhatTheDocumentHolds(t *testing.T) {
	t.Parallel()
	whole := teamtest.Input(t)
	rapid.Check(t, func(r *rapid.T) {
		in := whole
		in.Sheets = rapid.SliceOfN(rapid.Custom(func(r *rapid.T) *answers.Sheet {
			sheet := *rapid.SampledFrom(whole.Sheets).Draw(r, "sheet")
			sheet.Respondent.Role = rapid.SampledFrom([]string{"developer", "operations", "manager", ""}).Draw(r, "role")
			return &sheet
		}), 1, 8).Draw(r, "sheets")
		in.ShowSmallGroups, in.Names = rapid.Bool().Draw(r, "small"), rapid.Bool().Draw(r, "names")
		doc := team.Build(in)
		saved, err := json.Marshal(doc)
		if err != nil {
			r.Fatal(err)
		}
		var reread team.Document
		if err := json.Unmarshal(saved, &reread); err != nil {
			r.Fatal(err)
		}
		again := teamPages(&reread)
		for kind, p := range teamPages(doc) {
			if diff := cmp.Diff(string(textOf(r, again[kind])), string(textOf(r, p))); diff != "" {
				r.Fatalf("%s (-saved +built):\n%s", kind, diff)
			}
		}
	})
}

// TestRolesOnTheLine: a role has a mark only where its mean may be shown, and then with its name.
func TestRolesOnTheLine(t *testing.T) {
	t.Parallel()
	doc := teamtest.Documents(t)["split"]
	p := pages.Team(doc)
	chart, ok := p.Picture().(page.Chart)
	if !ok {
		t.Fatal("the page has no chart")
	}
	shown := 0
	for i := range doc.Axes {
		want := map[string]float64{}
		for role, mean := range doc.Axes[i].RoleMeans {
			if mean != nil {
				want[role] = *mean
				shown++
			}
		}
		got := map[string]float64{}
		for _, mark := range chart.Rows[i+1].Marks {
			if mark.Kind == page.Role {
				got[page.Plain(mark.Label)] = mark.At
			}
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", doc.Axes[i].ID, diff)
		}
	}
	if shown == 0 {
		t.Error("the sample shows no role")
	}
}

// TestTeamAdvisesNoWayWithoutAVerdict: while a group has no verdict, steps towards one pole lead where it does not agree to go;
// those that help under either model are as good as ever.
func TestTeamAdvisesNoWayWithoutAVerdict(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		name, direction string
		want            bool
	}{{"split", "devops", false}, {"split", "either", true}, {"agreed", "devops", true}, {"agreed", "either", true}} {
		doc := teamtest.Documents(t)[test.name]
		step := &doc.Recommendations[0]
		step.Title, step.Direction = "The first of all steps", test.direction
		for kind, words := range map[string][]byte{
			"page": textOf(t, pages.Team(doc)), "agenda": markdownOf(t, pages.TeamAgenda(doc)),
		} {
			if got := strings.Contains(string(words), step.Title); got != test.want {
				t.Errorf("%s: a step towards %s in the %s is %v, want %v", test.name, test.direction, kind, got, test.want)
			}
		}
	}
}

// TestTeamSaysByHowMany: a warning and a step tell of how many, and how many gave the answers behind them.
func TestTeamSaysByHowMany(t *testing.T) {
	t.Parallel()
	three, one := 3, 1
	because := []report.Cause{
		{Question: "a", Title: "Restore", Option: "x", Text: "Never", Count: &three}, {Question: "a", Title: "Restore", Text: "don't know", Count: &one},
	}
	doc := groupOf(5)
	doc.Warnings = []report.Warning{{
		Severity: "high", Text: "Something is wrong.", SaidBy: &report.SaidBy{Count: 4, Of: 5}, Disputed: true, Because: because,
	}}
	doc.Recommendations = []report.Recommendation{{Title: "Restore something", SaidBy: &report.SaidBy{Count: 5, Of: 5}, Because: because}}
	got := strings.Join(strings.Fields(string(textOf(t, pages.Team(doc)))), " ")
	for _, want := range []string{
		"Disputed: 4 of 5 of you. Because Restore \"Never\" (3 of you), (don't know, 1 of you)",
		"From the answers of all 5 of you. Because Restore \"Never\" (3 of you), (don't know, 1 of you)",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is missing in:\n%s", want, got)
		}
	}
}

// TestTeamPicture: the picture shows where the answers differ, and the lines where they do not.
func TestTeamPicture(t *testing.T) {
	t.Parallel()
	for name, want := range map[string]string{"split": "spread", "alone": "lines"} {
		p := pages.TeamPicture(teamtest.Documents(t)[name])
		if chart, ok := p.Picture().(page.Chart); !ok || chart.ID != want {
			t.Errorf("%s: the picture is %q, want %q", name, chart.ID, want)
		}
	}
}

func BenchmarkTeam(b *testing.B) {
	doc, build := teamtest.Documents(b)["split"], pages.Team
	b.ReportAllocs()
	for b.Loop() {
		textOf(b, build(doc))
		htmlOf(b, build(doc))
	}
}

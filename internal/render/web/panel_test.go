package web_test

import (
	"io"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/opsfit/opsfit/internal/panel/paneltest"
	"github.com/opsfit/opsfit/internal/render/web"
	"github.com/opsfit/opsfit/internal/report"
)

// everyPage is each kind of page with what is hardest for it.
func everyPage(t testing.TB) map[string][]byte {
	pages := map[string][]byte{}
	for name, doc := range everyDocument(t) {
		pages[name] = pageOf(t, doc)
	}
	for name, team := range paneltest.Teams(t) {
		pages["team "+name] = bytesOf(t, team, web.Team)
	}
	return pages
}

// TestTeamPageTellsTheWholeStory holds that a page says every sentence of the story, every answer and every note.
func TestTeamPageTellsTheWholeStory(t *testing.T) {
	t.Parallel()
	for name, team := range paneltest.Teams(t) {
		words := textOf(parsed(t, bytesOf(t, team, web.Team)))
		for _, text := range teamTexts(team) {
			if !strings.Contains(words, shown(text)) {
				t.Errorf("%s does not say %q", name, text)
			}
		}
	}
}

func teamTexts(team *report.Team) []string {
	story := report.TellTeam(team)
	told := slices.Concat([]string{story.Title, story.Headline, story.Agreed}, story.Why, story.Notes)
	for _, fact := range story.Asked {
		told = append(told, fact.Label, fact.Value)
	}
	for _, topic := range story.Topics {
		told = append(told, topic.Why)
		for _, vote := range topic.Distribution {
			told = append(told, vote.Text)
			if len(vote.Text) <= 80 {
				told = append(told, vote.Text+": "+report.Counted(vote.Count, "respondent"))
			}
		}
	}
	for i := range team.Axes {
		for _, fact := range report.AgreementFacts(&team.Axes[i])[1:] {
			told = append(told, fact.Value)
		}
	}
	for i := range team.Questions {
		question := &team.Questions[i]
		told = append(append(told, question.Question, question.Prompt, report.AnswersWord(question)), question.Notes...)
	}
	for _, voice := range team.Names {
		told = append(told, report.VoiceWord(voice))
	}
	return told
}

// TestTeamPageNamesNobody holds that no name gets onto a page unless names were asked for.
func TestTeamPageNamesNobody(t *testing.T) {
	t.Parallel()
	meeting := paneltest.Meeting(t)
	for _, name := range []string{"split", "roles", "alone"} {
		team := paneltest.Teams(t)[name]
		for _, write := range []func(io.Writer, *report.Team) error{web.Team, web.TeamPicture} {
			text := string(bytesOf(t, team, write))
			for _, sheet := range meeting.Sheets {
				if strings.Contains(text, sheet.Respondent.Name) {
					t.Errorf("%s names %s", name, sheet.Respondent.Name)
				}
			}
		}
	}
}

// TestHostileTeamChangesNoShape is TestHostileTextChangesNoShape for teams.
func TestHostileTeamChangesNoShape(t *testing.T) {
	t.Parallel()
	holdsShape(t, func() *report.Team { return paneltest.Teams(t)["agreed"] }, web.Team)
}

// holdsShape fills each text of a document with hostile ones: its page keeps the elements that it has with plain words.
func holdsShape[D any](t *testing.T, fresh func() D, write func(io.Writer, D) error) {
	t.Helper()
	plain := fresh()
	fillAll(plain, "word")
	want := shapeOf(parsed(t, bytesOf(t, plain, write)))
	rapid.Check(t, func(r *rapid.T) {
		pieces := []string{attack, "<", ">", "&", `"`, "'", "{{.}}", "\u2028", "\ufffe", "\xff", "\u202e", " ", "漢", "a\nb"}
		bad := "x" + strings.Join(rapid.SliceOfN(rapid.SampledFrom(pieces), 1, 5).Draw(r, "pieces"), "")
		spoilt := fresh()
		fillAll(spoilt, bad)
		if shape := shapeOf(parsed(t, bytesOf(t, spoilt, write))); !slices.Equal(shape, want) {
			r.Fatalf("the shape differs (-word +hostile):\n%s", cmp.Diff(want, shape))
		}
	})
}

// fillAll puts one text into every text of a document but those by which its parts find each other.
func fillAll(doc any, with string) {
	eachText(reflect.ValueOf(doc), "", func(path string, text reflect.Value) {
		for _, kept := range []string{
			".Axis", ".Measures", ".Status", ".Question", ".Option", ".Agreement", ".Path", ".Kind", ".In", ".Severity", ".Date", ".Reason",
			".Agreed", ".ID", ".Worst",
		} {
			if strings.HasSuffix(strings.TrimRight(path, "[]0123456789"), kept) {
				return
			}
		}
		text.SetString(with)
	})
}

func BenchmarkTeam(b *testing.B) {
	team := paneltest.Teams(b)["split"]
	b.ReportAllocs()
	for b.Loop() {
		bytesOf(b, team, web.Team)
	}
}

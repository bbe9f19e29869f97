package render

import (
	"io"
	"strings"
	"testing"

	"github.com/opsfit/opsfit/internal/portfolio/portfoliotest"
	"github.com/opsfit/opsfit/internal/team"
	"github.com/opsfit/opsfit/internal/team/teamtest"
)

func TestTeamGolden(t *testing.T) {
	t.Parallel()
	for name, group := range teamtest.Documents(t) {
		for _, format := range Teams() {
			golden(t, "team/"+name+"."+format.Name, formatted(t, format.Write, group, Options{}))
		}
		narrow := formatted(t, TeamText, group, Options{Width: 40, ASCII: true})
		golden(t, "team/"+name+".40.text", narrow)
		checkLines(t, string(narrow), 40)
	}
}

// TestTeamTellsEveryNote: what somebody took the time to write must not get lost because nobody disagrees.
func TestTeamTellsEveryNote(t *testing.T) {
	t.Parallel()
	group := teamtest.Documents(t)["split"]
	text := string(written(t, func(w io.Writer) error { return TeamText(w, group, Options{Width: 200}) }))
	document := string(written(t, func(w io.Writer) error { return TeamMarkdown(w, group, Options{}) }))
	told := 0
	for i := range group.Questions {
		for _, note := range group.Questions[i].Notes {
			told++
			if !strings.Contains(text, note) || !strings.Contains(document, string(escape(note))) {
				t.Errorf("%s: %q is missing in the text or the markdown", group.Questions[i].ID, note)
			}
		}
	}
	if told == 0 {
		t.Error("the sample has no notes")
	}
}

func TestPortfolioGolden(t *testing.T) {
	t.Parallel()
	samples := portfoliotest.Samples(t)
	for _, format := range Portfolios() {
		golden(t, "portfolio/samples."+format.Name, formatted(t, format.Write, samples, Options{}))
	}
	narrow := formatted(t, PortfolioText, samples, Options{Width: 40, ASCII: true})
	golden(t, "portfolio/samples.40.text", narrow)
	checkLines(t, string(narrow), 40)
	empty := portfoliotest.Empty()
	for _, format := range Portfolios() {
		golden(t, "portfolio/empty."+format.Name, formatted(t, format.Write, empty, Options{}))
	}
}

func BenchmarkTeam(b *testing.B) {
	group := team.Build(teamtest.Input(b))
	for _, format := range Teams() {
		b.Run(format.Name, func(b *testing.B) {
			for b.Loop() {
				_ = format.Write(io.Discard, group, Options{})
			}
		})
	}
}

package render

import (
	"io"
	"testing"

	"github.com/opsfit/opsfit/internal/panel"
	"github.com/opsfit/opsfit/internal/panel/paneltest"
)

func TestTeamGolden(t *testing.T) {
	t.Parallel()
	for name, team := range paneltest.Teams(t) {
		for _, format := range Teams() {
			golden(t, "team/"+name+"."+format.Name, written(t, func(w io.Writer) error { return format.Write(w, team, Options{}) }))
		}
		narrow := written(t, func(w io.Writer) error { return TeamText(w, team, Options{Width: 40, ASCII: true}) })
		golden(t, "team/"+name+".40.text", narrow)
		checkLines(t, string(narrow), 40)
	}
}

func TestPortfolioGolden(t *testing.T) {
	t.Parallel()
	portfolio := paneltest.Samples(t)
	for _, format := range Portfolios() {
		golden(t, "portfolio/samples."+format.Name, written(t, func(w io.Writer) error { return format.Write(w, portfolio, Options{}) }))
	}
	narrow := written(t, func(w io.Writer) error { return PortfolioText(w, portfolio, Options{Width: 40, ASCII: true}) })
	golden(t, "portfolio/samples.40.text", narrow)
	checkLines(t, string(narrow), 40)
	empty := paneltest.Empty()
	for _, format := range Portfolios() {
		golden(t, "portfolio/empty."+format.Name, written(t, func(w io.Writer) error { return format.Write(w, empty, Options{}) }))
	}
}

func BenchmarkTeam(b *testing.B) {
	team := panel.Team(paneltest.Meeting(b))
	for _, format := range Teams() {
		b.Run(format.Name, func(b *testing.B) {
			for b.Loop() {
				_ = format.Write(io.Discard, team, Options{})
			}
		})
	}
}

package render

import (
	"io"
	"testing"

	"github.com/opsfit/opsfit/internal/portfolio/portfoliotest"
	"github.com/opsfit/opsfit/internal/team"
	"github.com/opsfit/opsfit/internal/team/teamtest"
)

func TestTeamGolden(t *testing.T) {
	t.Parallel()
	group := teamtest.Documents(t)["split"]
	for _, format := range Teams() {
		if format.Name == "html" || format.Name == "svg" {
			golden(t, "team/split."+format.Name, formatted(t, format.Write, group, Options{}))
		}
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

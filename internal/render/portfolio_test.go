package render

import (
	"testing"

	"github.com/opsfit/opsfit/internal/portfolio/portfoliotest"
)

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

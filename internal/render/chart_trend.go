package render

import (
	"github.com/opsfit/opsfit/internal/comparison"
	"github.com/opsfit/opsfit/internal/english"
)

// leaningHistory shows practice and situation of the whole, one line a result, the first on top.
func (p *page) leaningHistory(trend *comparison.Trend, shown []int) chart {
	o := trend.Overall
	c := p.leaningScale()
	c.heads = append(c.heads, "fit", "ready")
	c.names = append(c.names, "fit", "ready")
	c.legend = append(c.legend, explanation{p.gone, "another questionnaire from here on"})
	for n, at := range shown {
		if comparison.BrokeSince(trend, shown, n) {
			c.rows = append(c.rows, p.breakRow(len(c.heads)))
		}
		line := leaningTrack()
		line.practice, line.practiceTone = o.Practice[at], poleTone(o.PracticeBand[at])
		line.situation, line.situationTone = o.Situation[at], poleTone(o.SituationBand[at])
		c.rows = append(c.rows, chartRow{
			title: trend.Points[at].Name(), picture: line,
			figures: []string{lineFigure(o.Practice[at]), lineFigure(o.Situation[at]), fitMissing(o.Fit[at]), orMissing(o.Readiness[at])},
		})
	}
	return c
}

func fitMissing(fit *float64) string {
	if fit == nil {
		return missing
	}
	return english.Plain(fit, 0)
}

// outcomeHistory shows throughput and stability, one line a result, the first on top.
func (p *page) outcomeHistory(trend *comparison.Trend, shown []int) chart {
	o := trend.Outcomes
	c := chart{
		heads: []string{p.practice, p.situation},
		names: []string{p.practice, p.situation},
		low:   0, high: 10,
		above: scalePlaces(0, 5, 10),
		legend: []explanation{
			{p.practice, "throughput"},
			{p.situation, "stability"},
			{p.both, "both at one place"},
			{p.gone, "another questionnaire from here on"},
		},
	}
	for n, at := range shown {
		if comparison.BrokeSince(trend, shown, n) {
			c.rows = append(c.rows, p.breakRow(len(c.heads)))
		}
		line := track{low: 0, high: 10, practice: o.Throughput[at], practiceTone: strongTone, situation: o.Stability[at]}
		c.rows = append(c.rows, chartRow{
			title: trend.Points[at].Name(), picture: line, figures: []string{orMissing(o.Throughput[at]), orMissing(o.Stability[at])},
		})
	}
	return c
}

// breakRow is a line that parts two scales.
func (p *page) breakRow(figures int) chartRow {
	return chartRow{picture: ruler{}, figures: make([]string, figures)}
}

// ruler is a line of breaks.
type ruler struct{}

func (ruler) draw(s symbols, cells int) []glyph {
	glyphs := make([]glyph, cells)
	for i := range glyphs {
		glyphs[i] = glyph{s.gone, faintTone}
	}
	return glyphs
}

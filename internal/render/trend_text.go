package render

import (
	"io"

	"github.com/opsfit/opsfit/internal/comparison"
)

// TrendText writes a series of results for a terminal or a log: the headline, the way of the whole, then a small chart of
// each axis. No line is wider than the options say. The only error is one of the writer.
func TrendText(w io.Writer, trend *comparison.Trend, opt Options) error {
	p := newPage(w, opt)
	story := comparison.TellTrend(trend)
	p.opening(story)
	p.curves(trend)
	p.sections(story.Sections)
	p.closing(story)
	return p.writeTo(w)
}

// mostRows is how many results a chart with one line each shows.
const mostRows = 50

// curves draws the series.
func (p *page) curves(trend *comparison.Trend) {
	shown := comparison.Sample(len(trend.Points), mostRows)
	p.blank()
	switch {
	case trend.Overall != nil:
		p.chart(p.leaningHistory(trend, shown))
	case trend.Outcomes != nil:
		p.chart(p.outcomeHistory(trend, shown))
	default:
		return
	}
	p.sampled("The chart", len(shown), len(trend.Points))
	strips := p.strips(trend)
	for _, c := range strips.charts {
		p.heading(c.title)
		p.chart(c.chart)
	}
	p.sampled("Each strip", strips.points, len(trend.Points))
}

// sampled says that a picture shows some of the results only.
func (p *page) sampled(picture string, shown, all int) {
	if sentence := comparison.Sampled(picture, shown, all); sentence != "" {
		p.blank()
		p.text(2, faintTone, sentence)
	}
}

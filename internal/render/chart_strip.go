package render

import (
	"math"
	"slices"

	"github.com/opsfit/opsfit/internal/comparison"
	"github.com/opsfit/opsfit/internal/english"
	"github.com/opsfit/opsfit/internal/report"
)

// strip is a series in one line: one sign, or several of the same, a value, and one for a break.
type strip struct {
	signs []glyph
}

// stripSign is the widest that one value is drawn.
const stripSign = 4

func (t strip) draw(s symbols, cells int) []glyph {
	each := t.width(s, cells)
	glyphs := make([]glyph, 0, cells)
	for _, sign := range t.signs {
		times := each
		if sign.symbol == s.gone {
			times = 1
		}
		for range times {
			glyphs = append(glyphs, sign)
		}
	}
	for len(glyphs) < cells {
		glyphs = append(glyphs, glyph{" ", plainTone})
	}
	return glyphs[:cells]
}

// width is how many cells each value has.
func (t strip) width(s symbols, cells int) int {
	values := 0
	for _, sign := range t.signs {
		if sign.symbol == s.gone {
			cells--
		} else {
			values++
		}
	}
	return min(max(cells/max(values, 1), 1), stripSign)
}

// strips are the small charts of all series.
type strips struct {
	charts []titledChart
	// points is how many results each of them shows.
	points int
}

type titledChart struct {
	title string
	chart chart
}

// strips draws every series of a trend in one line each.
func (p *page) strips(trend *comparison.Trend) strips {
	room := min(odd(p.chartWidth-chartIndent), longestTrack)
	shown := comparison.Sample(len(trend.Points), mostRows)
	for len(shown) > 2 && len(shown)+breaksAmong(trend, shown) > room {
		shown = comparison.Sample(len(trend.Points), len(shown)-1)
	}
	maker := stripMaker{page: p, trend: trend, shown: shown, cells: len(shown) + breaksAmong(trend, shown)}
	charts := maker.outcomes
	if trend.Overall != nil {
		charts = maker.leaning
	}
	return strips{charts: maker.known(charts()), points: len(shown)}
}

// known leaves out the series without any value, and the charts without any series.
func (m stripMaker) known(charts []titledChart) []titledChart {
	var kept []titledChart
	for _, c := range charts {
		c.chart.rows = slices.DeleteFunc(c.chart.rows, func(row chartRow) bool {
			return !slices.ContainsFunc(row.picture.draw(m.symbols, m.cells), func(g glyph) bool {
				return g.symbol != m.unknown && g.symbol != m.gone
			})
		})
		if len(c.chart.rows) > 0 {
			kept = append(kept, c)
		}
	}
	return kept
}

func breaksAmong(trend *comparison.Trend, shown []int) int {
	count := 0
	for n := range shown {
		if comparison.BrokeSince(trend, shown, n) {
			count++
		}
	}
	return count
}

// stripMaker makes the strips of the shown points.
type stripMaker struct {
	*page
	trend *comparison.Trend
	shown []int
	cells int
}

func (m stripMaker) leaning() []titledChart {
	placeLegend := []explanation{
		{m.heights[0], "strong SysOps"},
		{m.heights[1], "leaning SysOps"},
		{m.heights[2], "hybrid"},
		{m.heights[3], "leaning DevOps"},
		{m.heights[4], "strong DevOps"},
		{m.unknown, "not scored"},
		{m.gone, "another questionnaire"},
	}
	amountLegend := []explanation{
		{text: m.amounts[0] + " nothing to " + m.amounts[7] + " all"}, {m.unknown, "not scored"}, {m.gone, "another questionnaire"},
	}
	practice, situation := m.empty(placeLegend), m.empty(placeLegend)
	fit, readiness, coverage := m.empty(amountLegend), m.empty(amountLegend), m.empty(amountLegend)
	add := func(title string, s *comparison.Series) {
		practice.rows = append(practice.rows, m.onLine(title, s.Practice, s.PracticeBand))
		situation.rows = append(situation.rows, m.onLine(title, s.Situation, s.SituationBand))
		fit.rows = append(fit.rows, m.amount(title, s.Fit, 100, fitMissing))
		readiness.rows = append(readiness.rows, m.amount(title, s.Readiness, 4, orMissing))
		coverage.rows = append(coverage.rows, m.amount(title, s.Coverage, 1, percentMissing))
	}
	add("Overall", &m.trend.Overall.Series)
	for i := range m.trend.Axes {
		add(m.trend.Axes[i].Title, &m.trend.Axes[i].Series)
	}
	return []titledChart{
		{"How you work, over time", practice},
		{"What the situation calls for, over time", situation},
		{"Fit over time, 0 to 100", fit},
		{"Readiness over time, 0 to 4", readiness},
		{"Coverage over time, 0 to 100 %", coverage},
	}
}

func (m stripMaker) outcomes() []titledChart {
	c := m.empty([]explanation{
		{text: m.amounts[0] + " 0 to " + m.amounts[7] + " 10"}, {m.unknown, "not scored"}, {m.gone, "another questionnaire"},
	})
	o := m.trend.Outcomes
	c.rows = append(c.rows, m.amount("Throughput", o.Throughput, 10, orMissing), m.amount("Stability", o.Stability, 10, orMissing),
		m.amount("All metrics", o.Overall, 10, orMissing))
	for _, metric := range m.trend.Metrics {
		c.rows = append(c.rows, m.amount(metric.ID, metric.Value, 10, orMissing))
	}
	return []titledChart{{"Metric by metric, over time", c}}
}

func (m stripMaker) empty(legend []explanation) chart {
	return chart{heads: []string{"first", "last"}, names: []string{"", "to"}, legend: legend, least: m.cells}
}

func percentMissing(share *float64) string {
	if share == nil {
		return missing
	}
	return english.Percent(share)
}

// onLine is a strip of places between the poles, by band.
func (m stripMaker) onLine(title string, values []*float64, bands []report.Text) chartRow {
	sign := func(at int) glyph {
		height := report.BandPlace(bands[at])
		if values[at] == nil || height < 0 {
			return glyph{m.unknown, faintTone}
		}
		return glyph{m.heights[height], poleTone(bands[at])}
	}
	first, last := comparison.Ends(values)
	return chartRow{title: title, picture: m.strip(sign), figures: []string{lineFigure(first), lineFigure(last)}}
}

// amount is a strip of quantities from 0 to most.
func (m stripMaker) amount(title string, values []*float64, most float64, figure func(*float64) string) chartRow {
	sign := func(at int) glyph {
		if values[at] == nil {
			return glyph{m.unknown, faintTone}
		}
		share := min(max(*values[at]/most, 0), 1)
		return glyph{m.amounts[int(math.Round(share*float64(len(m.amounts)-1)))], plainTone}
	}
	first, last := comparison.Ends(values)
	return chartRow{title: title, picture: m.strip(sign), figures: []string{figure(first), figure(last)}}
}

func (m stripMaker) strip(sign func(at int) glyph) strip {
	var t strip
	for n, at := range m.shown {
		if comparison.BrokeSince(m.trend, m.shown, n) {
			t.signs = append(t.signs, glyph{m.gone, faintTone})
		}
		t.signs = append(t.signs, sign(at))
	}
	return t
}

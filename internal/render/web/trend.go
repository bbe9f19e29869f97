package web

import (
	"fmt"
	"io"
	"slices"

	"github.com/opsfit/opsfit/internal/comparison"
	"github.com/opsfit/opsfit/internal/english"
	"github.com/opsfit/opsfit/internal/report"
)

// Trend writes a series of results as a page: where it led beside the way of the whole, a small chart of each axis over time,
// then every result. An error is one of the writer.
func Trend(w io.Writer, trend *comparison.Trend) error {
	return Write(w, trendPage(trend, comparison.TellTrend(trend)))
}

func trendPage(trend *comparison.Trend, story comparison.Story) Page {
	var picture Column
	if chart := wholeHistory(trend); chart != nil {
		picture = Column{{Chart: chart}}
	}
	sections := []Section{
		historySection(trend),
		resultSection(story.Results),
		figureSection("First and last", beforeAfter("First", "Last"), story.Figures),
	}
	return Page{
		Kind: "Trend", Title: story.Title, Facts: story.Asked, Lead: []Section{besides("verdict", "Trend", wordsOf(story), picture)},
		Sections: kept(append(sections, storySections(story.Sections)...)...), Colophon: writtenBy(trend.Tool),
	}
}

// resultSection is a table with a row for each result.
func resultSection(results comparison.Table) Section {
	if len(results.Rows) == 0 {
		return Section{}
	}
	table := &Table{Caption: comparison.TitleResults, Rows: results.Rows}
	for _, head := range results.Head {
		table.Columns = append(table.Columns, TableColumn{Title: head})
	}
	return Section{ID: "results", Title: comparison.TitleResults, Blocks: []Block{{Table: table}}}
}

// pointsDrawn is the most results that a chart shows: more marks would lie over each other on a telephone.
const pointsDrawn = 40

// timeline is what the charts of a trend share.
type timeline struct {
	*comparison.Trend

	shown []int
}

func timelineOf(trend *comparison.Trend) timeline {
	return timeline{trend, comparison.Sample(len(trend.Points), pointsDrawn)}
}

// history is an empty chart of series over time.
func (t timeline) history(id, caption string, keys []Key) *Chart {
	chart := &Chart{
		ID: id, Caption: caption, Heads: []string{"first", "last"}, Legend: keys,
		Note: "The results stand in order of time, evenly spaced.",
	}
	if comparison.IsBroken(t.Trend) {
		chart.Legend = append(chart.Legend,
			Key{mark(func(c *canvas) { c.down("break", 0, 0, 20) }), "from here on another questionnaire, which counts otherwise"})
	}
	if note := comparison.Sampled("Each chart", len(t.shown), len(t.Points)); note != "" {
		chart.Note += " " + note
	}
	return chart
}

// add adds a row for a series with one main line.
func (t timeline) add(chart *Chart, s series, whole bool) {
	first, last := comparison.Ends(s.values)
	chart.Rows = append(chart.Rows, Row{
		Name: s.name, Strong: whole, Picture: s.picture(t),
		Figures: []Labelled{{"first", s.figureOr(first)}, {"last", s.figureOr(last)}},
	})
}

// wholeHistory shows the whole over time; nil where the results are no series.
func wholeHistory(trend *comparison.Trend) *Chart {
	t := timelineOf(trend)
	switch {
	case trend.Overall != nil:
		o := trend.Overall
		chart := t.history("whole", "The whole over time", leaningKeys())
		t.add(chart, leaningSeries("Practice", &o.Series), true)
		t.add(chart, series{name: "Fit, of 100", values: o.Fit, high: 100, figure: func(v *float64) string { return english.Plain(v, 0) }}, false)
		t.add(chart, series{name: "Readiness, of 4", values: o.Readiness, high: highestLevel, figure: oneDecimal}, false)
		return chart
	case trend.Outcomes != nil:
		o := trend.Outcomes
		chart := t.history("whole", "Outcomes over time, 0 to 10; higher is better", nil)
		t.add(chart, series{name: "Throughput", values: o.Throughput, high: highestScore, figure: oneDecimal}, true)
		t.add(chart, series{name: "Stability", values: o.Stability, high: highestScore, figure: oneDecimal}, true)
		return chart
	}
	return nil
}

// historySection has a small chart of each axis or metric.
func historySection(trend *comparison.Trend) Section {
	t := timelineOf(trend)
	chart := t.history("parts", "Practice by axis", leaningKeys())
	for i := range trend.Axes {
		t.add(chart, leaningSeries(trend.Axes[i].Title, &trend.Axes[i].Series), false)
	}
	blocks := []Block{{Chart: chart}}
	if len(trend.Metrics) > 0 {
		chart.Caption, chart.Legend = "Each metric, 0 to 10; higher is better", chart.Legend[len(leaningKeys()):]
		for _, metric := range trend.Metrics {
			t.add(chart, series{name: metric.ID, values: metric.Value, high: highestScore, figure: oneDecimal}, false)
		}
	}
	if len(trend.Axes) > 0 {
		levels := t.history("levels", "Readiness by axis, 0 to 4", nil)
		for i := range trend.Axes {
			axis := &trend.Axes[i]
			if !slices.ContainsFunc(axis.Readiness, func(value *float64) bool { return value != nil }) {
				continue
			}
			t.add(levels, series{name: axis.Title, values: axis.Readiness, high: highestLevel, figure: oneDecimal}, false)
		}
		if len(levels.Rows) > 0 {
			blocks = []Block{{Columns: []Column{{{Chart: chart}}, {{Chart: levels}}}}}
		}
	}
	if len(chart.Rows) == 0 {
		return Section{}
	}
	return Section{ID: "over-time", Title: comparison.TitleOverTime, Blocks: blocks}
}

func leaningSeries(name string, s *comparison.Series) series {
	return series{name: name, values: s.Practice, other: s.Situation, low: -1, high: 1, figure: report.Signed}
}

func leaningKeys() []Key {
	return []Key{
		{mark(func(c *canvas) { c.across("way", -1, 1, 10); c.dot("practice middle", 0, 10, 4) }), "practice, DevOps above and SysOps below"},
		{mark(func(c *canvas) { c.across("other", -1, 1, 10) }), "situation"},
	}
}

// words says what a series shows to those who do not see it.
func (s series) words(t timeline) string {
	first, last := comparison.Ends(s.values)
	words := fmt.Sprintf("%s: first %s, last %s, of %s", short(s.name, heardColumns), s.figureOr(first), s.figureOr(last),
		english.Count(len(t.Points), "result"))
	if s.other != nil {
		first, last = comparison.Ends(s.other)
		words += fmt.Sprintf("; situation first %s, last %s", s.figureOr(first), s.figureOr(last))
	}
	return words
}

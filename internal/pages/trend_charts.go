package pages

import (
	"math"
	"slices"
	"time"

	"github.com/opsfit/opsfit/internal/comparison"
	"github.com/opsfit/opsfit/internal/english"
	"github.com/opsfit/opsfit/internal/page"
	"github.com/opsfit/opsfit/internal/report"
)

// partHistories shows every value over time, overall and by axis or metric; none where the results are no series. Two charts
// stand beside each other.
func (p *trendPage) partHistories() []page.Block {
	var histories []page.Block
	for _, h := range slices.Concat(p.leaningHistories(), p.metricHistories(), p.stateHistories()) {
		if len(h.Series) > 0 {
			histories = append(histories, h.chart())
		}
	}
	var blocks []page.Block
	for pair := range slices.Chunk(histories, 2) {
		if len(pair) == 1 {
			blocks = append(blocks, pair...)
		} else {
			blocks = append(blocks, page.Columns{pair[:1], pair[1:]})
		}
	}
	return blocks
}

func (p *trendPage) leaningHistories() []*history {
	if p.Overall == nil {
		return nil
	}
	practice := p.newHistory("practice", "How you work", lineScale(), report.Signed)
	situation := p.newHistory("situation", "What the situation calls for", lineScale(), report.Signed)
	fit := p.newHistory("fit", "Fit (0 to 100)",
		page.Scale{Kind: page.Score, Low: 0, High: 100, Spoken: "Scale of fit from 0 to 100"},
		wholeFit)
	readiness := p.newHistory("readiness", "Readiness (0 to 4)", levelScale(), report.Level)
	coverage := p.newHistory("coverage", "Coverage",
		page.Scale{Kind: page.Share, Low: 0, High: 100, Spoken: "Scale of coverage from 0 to 100 %"},
		percentOf)
	add := func(name string, s *comparison.Series, whole bool) {
		situation.add(name, s.Situation, whole)
		fit.add(name, s.Fit, whole)
		readiness.add(name, s.Readiness, whole)
		coverage.add(name, inPercent(s.Coverage), whole)
	}
	add("Overall", &p.Overall.Series, true)
	for i := range p.Axes {
		axis := &p.Axes[i]
		practice.addBoth(said(axis.Title), axis.Practice, axis.Situation, false)
		add(said(axis.Title), &axis.Series, false)
	}
	if !situation.moves() {
		return []*history{practice, fit, readiness, coverage}
	}
	return []*history{practice, situation, fit, readiness, coverage}
}

// wholeFit is the fit of an axis, which has no word.
func wholeFit(value *float64) string { return report.FitFigure(report.Fit{Value: value}) }

// percentOf is a share that is told in percent already.
func percentOf(percent *float64) string {
	if percent == nil {
		return english.Percent(nil)
	}
	return english.Percent(new(*percent / 100))
}

func inPercent(shares []*float64) []*float64 {
	scaled := make([]*float64, len(shares))
	for i, share := range shares {
		if share != nil {
			scaled[i] = new(*share * 100)
		}
	}
	return scaled
}

func (p *trendPage) metricHistories() []*history {
	metrics := p.newHistory("metrics", "Scores (0 to 10; higher is better)", scoreScale(), report.ScoreFigure)
	for _, metric := range p.Metrics {
		metrics.add(said(metric.Title), metric.Value, false)
	}
	return []*history{metrics}
}

// history is a chart of values over time.
type history struct {
	page.History

	// figure writes a value.
	figure func(*float64) string
}

func (p *trendPage) newHistory(id, caption string, scale page.Scale, figure func(*float64) string) *history {
	h := &history{figure: figure}
	h.ID, h.Caption, h.Scale, h.Moments = id, caption, scale, p.moments()
	h.Keys = []page.Key{breakKey()}
	return h
}

// moments are the results in time. One without a date stands at the day of the one before it.
func (p *trendPage) moments() []page.Moment {
	var moments []page.Moment
	var first time.Time
	day := 0.0
	for i := range p.Points {
		point := &p.Points[i]
		if date, dated := point.Day(); dated {
			if first.IsZero() {
				first = date
			}
			day = date.Sub(first).Hours() / 24
		}
		moments = append(moments, page.Moment{Day: day, Label: point.Name(), Short: monthOf(point), Broken: point.Break})
	}
	return withShortLabels(moments)
}

// withShortLabels leaves out the short labels that two moments would share.
func withShortLabels(moments []page.Moment) []page.Moment {
	count := map[string]int{}
	for i := range moments {
		count[moments[i].Short]++
	}
	for i := range moments {
		if count[moments[i].Short] > 1 {
			moments[i].Short = ""
		}
	}
	return moments
}

// add adds a series; one without any value is left out.
func (h *history) add(name string, values []*float64, whole bool) {
	ends := comparison.FirstAndLast(values)
	if !slices.ContainsFunc(values, func(value *float64) bool { return value != nil }) {
		return
	}
	h.Series = append(h.Series, page.Series{
		Name: name, Strong: whole, Values: values, First: h.figureOrDash(ends.Before), Last: h.figureOrDash(ends.After),
	})
}

// addBoth adds a practice with the situation that it is held against.
func (h *history) addBoth(name string, practice, situation []*float64, whole bool) {
	before := len(h.Series)
	h.add(name, practice, whole)
	if len(h.Series) == before {
		return
	}
	if before == 0 {
		h.Keys = append([]page.Key{{Kind: page.Practice, Text: "practice"}, {Kind: page.Situation, Text: "situation"}}, h.Keys...)
	}
	series, ends := &h.Series[before], comparison.FirstAndLast(situation)
	series.Other = situation
	series.Spoken = "first " + series.First + ", last " + series.Last +
		"; situation first " + h.figureOrDash(ends.Before) + ", last " + h.figureOrDash(ends.After)
}

func (h *history) figureOrDash(value *float64) string {
	if value == nil {
		return "–"
	}
	return h.figure(value)
}

// moves reports that a series has two values that differ.
func (h *history) moves() bool {
	return slices.ContainsFunc(h.Series, func(s page.Series) bool {
		return slices.ContainsFunc(s.Values, func(value *float64) bool { return comparison.NewFigure(s.Values[0], value).Moved() })
	})
}

// finding says which part moved most from its first to its last value, the first one on a tie, else how the whole moved. Where one of
// these values is not known nothing is said to be unchanged.
func (h *history) finding() string {
	most, size, known := -1, 0.0, true
	for i, series := range h.Series {
		ends := comparison.FirstAndLast(series.Values)
		known = known && ends.Change != nil
		switch {
		case !ends.Moved() || ends.Change == nil:
		case most < 0 || h.Series[most].Strong || math.Abs(*ends.Change) > size:
			most, size = i, math.Abs(*ends.Change)
		}
	}
	switch {
	case most < 0 && known:
		return h.Caption + ": no change from first to last"
	case most < 0:
		return h.Caption
	}
	series := h.Series[most]
	if len(h.Series) == 1 || series.Strong {
		return h.Caption + ": " + series.Name + " moved from " + series.First + " to " + series.Last
	}
	return h.Caption + ": " + series.Name + " moved most, from " + series.First + " to " + series.Last
}

// chart is the chart with its figures as a table behind it.
func (h *history) chart() page.History {
	h.Caption = h.finding()
	table := &page.Table{Caption: h.Caption, Columns: []page.Column{{Title: "Date"}}}
	for _, series := range h.Series {
		table.Columns = append(table.Columns, page.Column{Title: series.Name, Number: true})
	}
	table.Rows = func(yield func([]string) bool) {
		for i, moment := range h.Moments {
			row := []string{moment.Label}
			for _, series := range h.Series {
				row = append(row, h.figureOrDash(series.Values[i]))
			}
			if !yield(row) {
				return
			}
		}
	}
	h.Behind = table
	return h.History
}

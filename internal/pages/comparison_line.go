package pages

import (
	"math"
	"slices"

	"github.com/opsfit/opsfit/internal/comparison"
	"github.com/opsfit/opsfit/internal/page"
	"github.com/opsfit/opsfit/internal/report"
	"github.com/opsfit/opsfit/internal/score"
)

// practiceChart shows how the practice moved beside what the situation calls for after it, with what each axis calls for now in
// a word; the figures stand in the table behind it.
func (p *comparisonPage) practiceChart() page.Chart {
	j := newJourneys("practice-moves", p.moveFinding(), lineScale(), report.Signed,
		page.Key{Kind: page.Situation, Text: "what the situation calls for now", Label: "service calls for now"}, "situation")
	v := p.Verdict.Leaning
	j.add("Overall", v.Practice.Figure(), v.Situation.After.Value, true)
	for i := range p.Axes {
		axis := &p.Axes[i]
		j.add(p.titles[axis.ID], axis.Practice.Figure(), axis.Situation.After.Value, false)
	}
	chart := j.chart()
	// The table behind it keeps the figures.
	chart.Heads, chart.Rows = nil, slices.Clone(chart.Rows)
	for i := range chart.Keys {
		if chart.Keys[i].Label == "" {
			chart.Keys[i].Label = chart.Keys[i].Text
		}
	}
	for i := range chart.Rows {
		row := &chart.Rows[i]
		row.Spoken = spokenMove(row.Figures)
		row.Figures = nil
		if i == 0 {
			row.Word, row.Fits = report.FitWord(v.Fit.Word.After), true
			continue
		}
		axis := &p.Axes[i-1]
		row.Low, row.High = said(axis.Low), said(axis.High)
		row.Word, row.Fits = nowWord(axis)
	}
	return chart
}

func spokenMove(figures []string) string {
	return "before " + figures[0] + ", after " + figures[1] + ", situation " + figures[2]
}

// nowWord says what the situation calls for on an axis after the move, and whether that is nothing.
func nowWord(axis *comparison.Axis) (word string, fits bool) {
	after := report.Axis{Practice: axis.Practice.After, Direction: axis.Direction.After}
	if word = axisWord(&after); word == "" {
		return "unknown", true
	}
	return word, score.Direction(after.Direction) == score.Aligned
}

// moveFinding names the axis that moved furthest.
func (p *comparisonPage) moveFinding() string {
	var furthest *comparison.Axis
	longest := 0.0
	for i := range p.Axes {
		axis := &p.Axes[i]
		before, after := axis.Practice.Before.Value, axis.Practice.After.Value
		if before == nil || after == nil || !axis.Practice.Before.Scored || !axis.Practice.After.Scored {
			continue
		}
		if way := math.Abs(*after - *before); way > longest {
			furthest, longest = axis, way
		}
	}
	if furthest == nil {
		return "How you worked, and how you work"
	}
	moved := p.titles[furthest.ID] + " moved furthest"
	if was, is := furthest.Practice.Before.Band, furthest.Practice.After.Band; was != is {
		return moved + ", from " + report.BandInSentence(was) + " to " + report.BandInSentence(is)
	}
	return moved + ", by " + report.Distance(&longest)
}

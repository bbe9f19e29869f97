package render

import (
	"github.com/opsfit/opsfit/internal/comparison"
	"github.com/opsfit/opsfit/internal/report"
)

// practiceJourneys shows how the practice moved beside what the situation calls for after it.
func (p *page) practiceJourneys(c *comparison.Comparison) chart {
	v := c.Verdict.Leaning
	drawn := p.lineChart("how you worked before", "how you work after")
	drawn.heads, drawn.names = append(drawn.heads, p.situation), append(drawn.names, p.situation)
	drawn.legend = append(drawn.legend, explanation{p.situation, "situation after"},
		explanation{p.both, "practice and situation after at one place"})
	drawn.rows = append(drawn.rows, p.practiceJourney("Overall", v.Practice, v.Situation.After))
	drawn.rows[0].tone = strongTone
	for i := range c.Axes {
		axis := &c.Axes[i]
		drawn.rows = append(drawn.rows, p.practiceJourney(axis.Title, axis.Practice, axis.Situation.After))
	}
	return drawn
}

// lineChart is an empty chart of journeys between the poles.
func (p *page) lineChart(before, after string) chart {
	return chart{
		heads: []string{p.before, p.after},
		names: []string{p.before, p.after},
		low:   -1, high: 1,
		above: polePlaces(),
		below: edgePlaces(),
		legend: []explanation{
			{p.before, before}, {p.after, after}, {p.unmoved, "before and after at one place"},
		},
	}
}

func (p *page) practiceJourney(title string, practice comparison.Practice, situation report.Situation) chartRow {
	line := journey{track: leaningTrack(), afterTone: poleTone(practice.After.Band)}
	figures := []string{missing, missing, lineFigure(situation.Value)}
	if practice.Before.Scored {
		line.before, figures[0] = practice.Before.Value, lineFigure(practice.Before.Value)
	}
	if practice.After.Scored {
		line.after, figures[1] = practice.After.Value, lineFigure(practice.After.Value)
	}
	line.goal, line.goalSymbol, line.goalTone = situation.Value, p.situation, poleTone(situation.Band)
	return chartRow{title: title, picture: line, figures: figures}
}

// lineFigure is a place on the line; missing where there is none.
func lineFigure(value *float64) string {
	if value == nil {
		return missing
	}
	return report.Signed(value)
}

// situationJourneys shows how the situation moved.
func (p *page) situationJourneys(c *comparison.Comparison) chart {
	v := c.Verdict.Leaning
	drawn := p.lineChart("the situation before", "the situation after")
	drawn.rows = append(drawn.rows, situationJourney("Overall", v.Situation))
	drawn.rows[0].tone = strongTone
	for i := range c.Axes {
		drawn.rows = append(drawn.rows, situationJourney(c.Axes[i].Title, c.Axes[i].Situation))
	}
	return drawn
}

func situationJourney(title string, situation comparison.Situation) chartRow {
	line := journey{
		track: leaningTrack(), before: situation.Before.Value, after: situation.After.Value,
		afterTone: poleTone(situation.After.Band),
	}
	return chartRow{title: title, picture: line, figures: []string{lineFigure(situation.Before.Value), lineFigure(situation.After.Value)}}
}

// readinessJourneys shows how readiness moved beside what is called for after it.
func (p *page) readinessJourneys(c *comparison.Comparison) chart {
	drawn := chart{
		heads: []string{p.before, p.after, p.goal},
		names: []string{p.before, p.after, p.goal},
		low:   0, high: 4,
		above: scalePlaces(0, 1, 2, 3, 4),
		legend: []explanation{
			{p.before, "readiness before"},
			{p.after, "readiness after"},
			{p.unmoved, "before and after at one place"},
			{p.goal, "floor of the situation after"},
		},
	}
	drawn.rows = append(drawn.rows, p.readinessJourney("Overall", c.Verdict.Leaning.Readiness, nil))
	drawn.rows[0].tone = strongTone
	for i := range c.Axes {
		axis := &c.Axes[i]
		drawn.rows = append(drawn.rows, p.readinessJourney(axis.Title, axis.Readiness, axis.Floor.After))
	}
	return drawn
}

func (p *page) readinessJourney(title string, readiness comparison.Readiness, floor *float64) chartRow {
	was, now := readiness.Before.Value, readiness.After.Value
	line := journey{
		track: track{low: 0, high: 4}, before: was, after: now, afterTone: strongTone,
		goal: floor, goalSymbol: p.goal, goalTone: strongTone,
	}
	return chartRow{title: title, picture: line, figures: []string{orMissing(was), orMissing(now), orMissing(floor)}}
}

// outcomeJourneys shows how the two groups and every metric moved beside the published means.
func (p *page) outcomeJourneys(c *comparison.Comparison) chart {
	v := c.Verdict.Quadrant
	drawn := chart{
		heads: []string{p.before, p.after, p.situation},
		names: []string{p.before, p.after, p.situation},
		low:   0, high: 10,
		above: scalePlaces(0, 5, 10),
		legend: []explanation{
			{p.before, "before"},
			{p.after, "after"},
			{p.unmoved, "before and after at one place"},
			{p.situation, "published mean"},
			{p.both, "after and the mean at one place"},
		},
	}
	drawn.rows = append(drawn.rows,
		p.outcomeJourney("Throughput", v.Throughput.Figure, v.Throughput.Benchmark),
		p.outcomeJourney("Stability", v.Stability.Figure, v.Stability.Benchmark))
	for i := range drawn.rows {
		drawn.rows[i].tone = strongTone
	}
	for _, metric := range c.Metrics {
		drawn.rows = append(drawn.rows, p.outcomeJourney(metric.ID, metric.Figure, metric.Benchmark))
	}
	return drawn
}

func (p *page) outcomeJourney(title string, f comparison.Figure, mean *float64) chartRow {
	line := journey{
		track: track{low: 0, high: 10}, before: f.Before, after: f.After, afterTone: strongTone,
		goal: mean, goalSymbol: p.situation, goalTone: plainTone,
	}
	return chartRow{title: title, picture: line, figures: []string{orMissing(f.Before), orMissing(f.After), orMissing(mean)}}
}

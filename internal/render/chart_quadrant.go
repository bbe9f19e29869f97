package render

import (
	"fmt"

	"github.com/opsfit/opsfit/internal/english"
	"github.com/opsfit/opsfit/internal/report"
)

// outcomeChart is an empty chart of the scale 0 to 10, on which higher is better.
func (p *page) outcomeChart(year report.Year) chart {
	c := chart{
		heads: []string{p.practice},
		names: []string{p.practice},
		low:   0, high: 10,
		above:  scalePlaces(0, 5, 10),
		legend: []explanation{{p.practice, "these answers"}},
	}
	if year != 0 {
		c.heads = append(c.heads, fmt.Sprintf("%s %d", p.situation, year))
		c.names = append(c.names, p.situation)
		c.legend = append(c.legend,
			explanation{p.situation, fmt.Sprintf("published mean of %d", year)},
			explanation{p.span, "one standard deviation around it"},
			explanation{p.both, "both at one place"})
	}
	return c
}

// quadrantChart shows the two groups beside their published means.
func (p *page) quadrantChart(v *report.Quadrant) chart {
	c := p.outcomeChart(v.BenchmarkYear)
	c.rows = []chartRow{
		p.outcomeRow("Throughput", v.Throughput.Value, v.Throughput.Benchmark, v.BenchmarkYear, "not scored"),
		p.outcomeRow("Stability", v.Stability.Value, v.Stability.Benchmark, v.BenchmarkYear, "not scored"),
	}
	return c
}

// metricChart shows every metric beside its published mean, with the share of respondents who answered the same.
func (p *page) metricChart(doc *report.Document) chart {
	year := doc.Verdict.Quadrant.BenchmarkYear
	c := p.outcomeChart(year)
	c.heads, c.names = append(c.heads, "same"), append(c.names, "same")
	if years := report.ShareYears(doc.Metrics); years != "" {
		c.legend = append(c.legend, explanation{text: "same: respondents of " + years + " who gave this answer"})
	}
	for _, metric := range doc.Metrics {
		row := p.outcomeRow(metric.ID, metric.Value, metric.Benchmark, year, "not answered")
		share := missing
		if metric.Share != nil {
			share = english.Fixed(metric.Share, 1) + " %"
		}
		row.figures = append(row.figures, share)
		c.rows = append(c.rows, row)
	}
	return c
}

// outcomeRow shows a value, or the word for its absence, beside its published mean.
func (p *page) outcomeRow(title string, value *float64, benchmark *report.Benchmark, year report.Year, absent string) chartRow {
	line := track{low: 0, high: 10, practice: value, practiceTone: strongTone, situationTone: strongTone}
	figures := []string{absent}
	if value != nil {
		figures[0] = english.Fixed(value, 1)
	}
	mean := missing
	if benchmark != nil && benchmark.Mean != nil {
		line.situation = benchmark.Mean
		mean = english.Fixed(benchmark.Mean, 1)
		if benchmark.SD != nil {
			low, high := *benchmark.Mean-*benchmark.SD, *benchmark.Mean+*benchmark.SD
			line.from, line.to = &low, &high
			mean += " " + p.plusMinus + " " + english.Fixed(benchmark.SD, 1)
		}
	}
	if year != 0 {
		figures = append(figures, mean)
	}
	return chartRow{title: title, picture: line, figures: figures}
}

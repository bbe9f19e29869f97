package comparison

import (
	"cmp"

	"github.com/opsfit/opsfit/internal/report"
)

func quadrantOf(was, now *report.Quadrant) *Quadrant {
	return &Quadrant{
		Kind:       now.Kind,
		Throughput: groupOf(was.Throughput, now.Throughput), Stability: groupOf(was.Stability, now.Stability),
		Overall: NewFigure(was.Overall, now.Overall), Quadrant: Words{was.Quadrant, now.Quadrant}, BenchmarkYear: now.BenchmarkYear,
	}
}

func groupOf(was, now report.Group) Group {
	return Group{Figure: NewFigure(was.Value, now.Value), Benchmark: meanOf(now.Benchmark)}
}

func meanOf(benchmark *report.Benchmark) *float64 {
	if benchmark == nil {
		return nil
	}
	return benchmark.Mean
}

// compareMetrics compares the metrics of both results.
func (c *pairing) compareMetrics() []Metric {
	metrics := []Metric{}
	for _, match := range matchByID(c.before.Metrics, c.after.Metrics, metricID) {
		metrics = append(metrics, metricOf(match.was, match.now))
	}
	return metrics
}

// metricOf compares one metric; either side is nil where the result does not have it.
func metricOf(was, now *report.Metric) Metric {
	switch {
	case was == nil:
		return metricIn(InAfter, now, NewFigure(nil, now.Value), meanOf(now.Benchmark))
	case now == nil:
		return metricIn(InBefore, was, NewFigure(was.Value, nil), nil)
	}
	return metricIn(InBoth, now, NewFigure(was.Value, now.Value), meanOf(now.Benchmark))
}

func metricIn(in string, latest *report.Metric, figure Figure, mean *float64) Metric {
	return Metric{ID: latest.ID, Title: cmp.Or(latest.Title, latest.ID), In: in, Figure: figure, Benchmark: mean}
}

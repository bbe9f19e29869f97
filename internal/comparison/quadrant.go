package comparison

import "github.com/opsfit/opsfit/internal/report"

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
		return Metric{ID: now.ID, In: InAfter, Figure: NewFigure(nil, now.Value), Benchmark: meanOf(now.Benchmark)}
	case now == nil:
		return Metric{ID: was.ID, In: InBefore, Figure: NewFigure(was.Value, nil)}
	}
	return Metric{ID: now.ID, In: InBoth, Figure: NewFigure(was.Value, now.Value), Benchmark: meanOf(now.Benchmark)}
}

package verdict

import (
	"slices"
	"strconv"
	"strings"

	"github.com/opsfit/opsfit/internal/english"
	"github.com/opsfit/opsfit/internal/report"
	"github.com/opsfit/opsfit/internal/score"
)

// recovery is the metric that the word fast needs.
const recovery = "recovery_time"

// quadrantHeadline says how delivery performs, or why that cannot be said.
func (t *teller) quadrantHeadline() string {
	q := t.doc.Verdict.Quadrant
	if q.Quadrant == "" {
		return fill(t.text("quadrant", "none"), values{"questions": t.titles(q.Missing)})
	}
	text := t.text("quadrant", string(q.Quadrant), quadrantForm(q))
	return fill(text, values{
		"throughput": figure(q.Throughput.Value), "stability": figure(q.Stability.Value), "year": strconv.Itoa(int(q.BenchmarkYear)),
		"mean": t.missedMean(q), "metric": t.limitingMetric(q), "rate_limit": rate(q.RateLimit),
	})
}

// quadrantForm tells whether single metrics forbid a word that the mean of their group would allow.
func quadrantForm(q *report.Quadrant) string {
	limitsFast := slices.Contains(q.LimitedBy, recovery)
	limitsStable := slices.ContainsFunc(q.LimitedBy, func(metric string) bool { return metric != recovery })
	switch {
	case limitsFast && limitsStable:
		return "limited_both"
	case limitsFast:
		return "limited_fast"
	case limitsStable:
		return "limited_stable"
	}
	return "plain"
}

// missedMean is the published mean that a sentence is about.
func (t *teller) missedMean(q *report.Quadrant) string {
	group := q.Throughput
	isStabilityMissed := string(q.Quadrant) == score.FastUnstable || slices.Contains(q.LimitedBy, recovery)
	if isStabilityMissed {
		group = q.Stability
	}
	if group.Benchmark == nil {
		return ""
	}
	return figure(group.Benchmark.Mean)
}

// limitingMetric is the first metric that forbids the word stable, with its article.
func (t *teller) limitingMetric(q *report.Quadrant) string {
	for _, metric := range q.LimitedBy {
		if metric != recovery {
			return "the " + t.said(english.Lower(t.metricTitle(metric)))
		}
	}
	return ""
}

func (t *teller) metricTitle(id string) string {
	for i := range t.doc.Metrics {
		if t.doc.Metrics[i].ID == id {
			return t.doc.Metrics[i].Title
		}
	}
	return id
}

// outcomes tell each group beside its mean, but where the headline does.
func (t *teller) outcomes() []string {
	q := t.doc.Verdict.Quadrant
	headline := ""
	if q.Quadrant != "" {
		headline = t.text("quadrant", string(q.Quadrant), quadrantForm(q))
	}
	year := strconv.Itoa(int(q.BenchmarkYear))
	distance := report.ScoreFigure(report.Nearest(score.AverageDistance()))
	var sentences []string
	for _, group := range []struct {
		name string
		of   report.Group
	}{{"Throughput", q.Throughput}, {"Stability", q.Stability}} {
		with := values{"group": group.name, "value": figure(group.of.Value), "year": year, "distance": distance}
		if group.of.Benchmark != nil {
			with["mean"] = figure(group.of.Benchmark.Mean)
		}
		if group.of.Value == nil {
			sentences = append(sentences, fill(t.text("quadrant", "missing_group"), with))
			continue
		}
		if !strings.Contains(headline, "{"+english.Lower(group.name)+"}") {
			sentences = append(sentences, fill(t.text("quadrant", "group"), with))
		}
		if group.of.AboutAverage {
			sentences = append(sentences, fill(t.text("quadrant", "about_average"), with))
		}
	}
	return compact(sentences...)
}

// rate is a share for a sentence; empty where there is none.
func rate(percent *float64) string {
	if percent == nil {
		return ""
	}
	return english.Rounded(*percent)
}

package score

import (
	"math/big"
	"slices"

	"github.com/opsfit/opsfit/internal/questionnaire"
)

// The keys of the group means among the benchmarks.
const (
	throughputGroup = "throughput"
	stabilityGroup  = "stability"
)

// scoreQuadrant places delivery outcomes beside published means. A metric without an answer counts nowhere: it is
// neither the worst nor the best.
func scoreQuadrant(q *questionnaire.Questionnaire, readings []answeredQuestion) *Quadrant {
	result := &Quadrant{}
	for _, r := range readings {
		if r.question.Measures != questionnaire.Outcome {
			continue
		}
		result.Metrics = append(result.Metrics, metricOf(r, q.Outcomes))
		if !r.isAnswered() {
			result.Missing = append(result.Missing, r.question.ID)
		}
	}
	result.Throughput = groupOf(result.Metrics, q.Outcomes.Throughput, benchmarkOf(q.Outcomes, throughputGroup))
	result.Stability = groupOf(result.Metrics, q.Outcomes.Stability, benchmarkOf(q.Outcomes, stabilityGroup))
	result.Overall = meanOf(result.Metrics)
	result.Quadrant = quadrantOf(result.Throughput, result.Stability)
	return result
}

func metricOf(r answeredQuestion, outcomes *questionnaire.Outcomes) Metric {
	m := Metric{ID: r.question.ID, Benchmark: benchmarkOf(outcomes, r.question.ID)}
	if r.isAnswered() {
		m.Value, m.Class = outcomeOf(r.option), r.option.Class
		m.Share, m.ShareYear = r.option.Share, r.option.ShareYear
	}
	return m
}

// outcomeOf is 10 - percent/10, or (class-1)/5*10, as the dora.dev Quick Check computes them.
func outcomeOf(option *questionnaire.Option) *big.Rat {
	if option.Percent != nil {
		lost := new(big.Rat).Mul(option.Percent, big.NewRat(1, 10))
		return lost.Sub(big.NewRat(10, 1), lost)
	}
	return big.NewRat(int64(option.Class-1)*2, 1)
}

func groupOf(metrics []Metric, ids []string, benchmark *questionnaire.Benchmark) Group {
	members := slices.DeleteFunc(slices.Clone(metrics), func(m Metric) bool {
		return !slices.Contains(ids, m.ID)
	})
	g := Group{Value: meanOf(members), Benchmark: benchmark}
	g.Thin = g.Value != nil && slices.ContainsFunc(members, func(m Metric) bool { return m.Value == nil })
	if g.isComparable() {
		g.AboutAverage = absDifference(g.Value, benchmark.Mean).Cmp(averageDistance.value()) <= 0
	}
	return g
}

func meanOf(metrics []Metric) *big.Rat {
	var values mean
	for _, m := range metrics {
		if m.Value != nil {
			values.add(big.NewRat(1, 1), m.Value)
		}
	}
	return values.value()
}

func benchmarkOf(outcomes *questionnaire.Outcomes, id string) *questionnaire.Benchmark {
	if benchmark, published := outcomes.Benchmarks[id]; published {
		return &benchmark
	}
	return nil
}

// quadrantOf is empty unless both groups can be compared.
func quadrantOf(throughput, stability Group) string {
	if !throughput.isComparable() || !stability.isComparable() {
		return ""
	}
	switch fast, stable := throughput.isAtLeastMean(), stability.isAtLeastMean(); {
	case fast && stable:
		return FastStable
	case fast:
		return FastUnstable
	case stable:
		return SlowStable
	default:
		return SlowUnstable
	}
}

func (g Group) isComparable() bool {
	return g.Value != nil && g.Benchmark != nil
}

func (g Group) isAtLeastMean() bool {
	return g.Value.Cmp(g.Benchmark.Mean) >= 0
}

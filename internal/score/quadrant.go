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
	answered := answeredMetrics(readings)
	result.LimitedBy = LimitedBy{
		Fast:   failing(result.Throughput, q.Outcomes.FastTests, answered),
		Stable: failing(result.Stability, q.Outcomes.StableTests, answered),
	}
	result.Quadrant = quadrantOf(result)
	result.Sentences = sentencesOf(q.Outcomes, result.Quadrant, answered)
	return result
}

// answeredMetrics are the chosen options by metric.
func answeredMetrics(readings []answeredQuestion) map[string]*questionnaire.Option {
	chosen := map[string]*questionnaire.Option{}
	for _, r := range readings {
		if r.isAnswered() {
			chosen[r.question.ID] = r.option
		}
	}
	return chosen
}

// failing are the metrics that alone forbid the word of a group whose mean would allow it. One without an answer forbids nothing.
func failing(group Group, tests []questionnaire.OutcomeTest, answered map[string]*questionnaire.Option) []string {
	if !group.isComparable() || !group.isAtLeastMean() {
		return nil
	}
	var metrics []string
	for i := range tests {
		if option := answered[tests[i].Metric]; option != nil && !tests[i].Holds(option) {
			metrics = append(metrics, tests[i].Metric)
		}
	}
	return metrics
}

// sentencesOf are the ids of the sentences whose tests all hold; a metric without an answer passes no test.
func sentencesOf(outcomes *questionnaire.Outcomes, quadrant string, answered map[string]*questionnaire.Option) []string {
	var ids []string
	for i := range outcomes.Sentences {
		sentence := &outcomes.Sentences[i]
		holds := sentence.Quadrant == "" || sentence.Quadrant == quadrant
		for j := range sentence.When {
			option := answered[sentence.When[j].Metric]
			holds = holds && option != nil && sentence.When[j].Holds(option)
		}
		if holds {
			ids = append(ids, sentence.ID)
		}
	}
	return ids
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

// quadrantOf is empty unless both groups can be compared. A group is fast, or stable, at its published mean and where no metric
// forbids the word.
func quadrantOf(q *Quadrant) string {
	if !q.Throughput.isComparable() || !q.Stability.isComparable() {
		return ""
	}
	fast := q.Throughput.isAtLeastMean() && q.LimitedBy.Fast == nil
	stable := q.Stability.isAtLeastMean() && q.LimitedBy.Stable == nil
	switch {
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

package report

import (
	"slices"

	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/score"
)

func (b builder) quadrant(q *score.Quadrant) *Quadrant {
	outcomes := b.run.Questionnaire.Outcomes
	sentences := []string{}
	for _, sentence := range outcomes.Sentences {
		if slices.Contains(q.Sentences, sentence.ID) {
			sentences = append(sentences, sentence.Text)
		}
	}
	return &Quadrant{
		Kind:          string(questionnaire.Quadrant),
		Throughput:    group(q.Throughput),
		Stability:     group(q.Stability),
		Overall:       Nearest(q.Overall),
		Quadrant:      Text(q.Quadrant),
		Sentence:      Text(outcomes.Quadrants[q.Quadrant]),
		LimitedBy:     notNil(slices.Concat(q.LimitedBy.Fast, q.LimitedBy.Stable)),
		RateLimit:     rateLimit(outcomes.StableTests),
		Sentences:     sentences,
		Missing:       notNil(q.Missing),
		BenchmarkYear: Year(outcomes.Year),
	}
}

func group(g score.Group) Group {
	return Group{Value: Nearest(g.Value), Benchmark: benchmark(g.Benchmark), AboutAverage: g.AboutAverage, Thin: g.Thin}
}

func benchmark(m *questionnaire.Benchmark) *Benchmark {
	if m == nil {
		return nil
	}
	return &Benchmark{Mean: Nearest(m.Mean), SD: Nearest(m.SD)}
}

func (b builder) metrics() []Metric {
	if b.run.Score.Quadrant == nil {
		return nil
	}
	metrics := []Metric{}
	for _, m := range b.run.Score.Quadrant.Metrics {
		metric := Metric{
			ID: m.ID, Title: b.run.Questionnaire.Question(m.ID).Title, Value: Nearest(m.Value), Benchmark: benchmark(m.Benchmark),
			Share: Nearest(m.Share), ShareYear: Year(m.ShareYear),
			Distribution: distribution(b.run.Questionnaire.Question(m.ID)),
		}
		if m.Class > 0 {
			metric.Class = &m.Class
		}
		metrics = append(metrics, metric)
	}
	return metrics
}

// distribution is empty unless a share of at least one answer is published.
func distribution(question *questionnaire.Question) []Share {
	shares := []Share{}
	published := false
	for _, option := range question.Options {
		published = published || option.Share != nil
		shares = append(shares, Share{
			Option: option.ID, Text: option.Text, Share: Nearest(option.Share), Year: Year(option.ShareYear),
		})
	}
	if !published {
		return []Share{}
	}
	return shares
}

// rateLimit is the highest rate that the tests let pass; nil where they are about no rate.
func rateLimit(tests []questionnaire.OutcomeTest) *float64 {
	var limit *float64
	for i := range tests {
		if at := Nearest(tests[i].PercentAtMost); at != nil && (limit == nil || *at > *limit) {
			limit = at
		}
	}
	return limit
}

package methodology

import (
	"fmt"
	"math/big"

	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/report"
	"github.com/opsfit/opsfit/internal/score"
)

func (b *builder) quadrantSteps() []Step {
	quadrant := b.metrics.result.Quadrant
	if quadrant == nil {
		return nil
	}
	var steps []Step
	values := map[string]*big.Rat{}
	for i := range quadrant.Metrics {
		metric := &quadrant.Metrics[i]
		values[metric.ID] = metric.Value
		steps = append(steps, Step{metric.ID, b.workOutMetric(metric), formatResult(metric.Value)})
	}
	outcomes := b.metricOutcomes()
	return append(steps,
		Step{"Throughput", workOutGroup(outcomes.Throughput, values), formatBesideMean(quadrant.Throughput)},
		Step{"Stability", workOutGroup(outcomes.Stability, values), formatBesideMean(quadrant.Stability)},
		Step{"Quadrant", "", report.QuadrantWord(report.Text(quadrant.Quadrant))},
	)
}

func (b *builder) workOutMetric(metric *score.Metric) string {
	question := b.metrics.q.Question(metric.ID)
	option := b.metrics.chosenOption(question)
	switch {
	case option == nil:
		return ""
	case option.Percent != nil:
		return "10 - " + formatExact(option.Percent) + " / 10"
	}
	return fmt.Sprintf("(%d - 1) / 5 * 10", option.Class)
}

func workOutGroup(ids []string, values map[string]*big.Rat) string {
	var terms []term
	for _, id := range ids {
		if values[id] != nil {
			terms = append(terms, term{ratOne(), values[id]})
		}
	}
	return formatMean(terms)
}

func formatBesideMean(group score.Group) string {
	text := formatResult(group.Value)
	if group.Benchmark != nil {
		text += ", beside a mean of " + formatPublished(group.Benchmark.Mean)
	}
	return text
}

// metricOutcomes is never nil, whatever questionnaire was shipped.
func (b *builder) metricOutcomes() *questionnaire.Outcomes {
	if b.shipped.Metrics.Outcomes == nil {
		return &questionnaire.Outcomes{}
	}
	return b.shipped.Metrics.Outcomes
}

// formatPublished writes a published figure as it was published, with one decimal.
func formatPublished(r *big.Rat) string {
	if r == nil {
		return "not published"
	}
	return r.FloatString(1)
}

// benchmarkTable lists the published figures in the order of the questions, then of the groups.
func (b *builder) benchmarkTable() Table {
	outcomes := b.metricOutcomes()
	table := Table{
		Columns: []Column{{Title: "Metric or group"}, {Title: "Mean", Figures: true}, {Title: "Standard deviation", Figures: true}},
	}
	var ids []string
	for i := range b.shipped.Metrics.Questions {
		ids = append(ids, b.shipped.Metrics.Questions[i].ID)
	}
	for _, id := range append(ids, "throughput", "stability") {
		if published, found := outcomes.Benchmarks[id]; found {
			table.Rows = append(table.Rows, []string{id, formatPublished(published.Mean), formatPublished(published.SD)})
		}
	}
	return table
}

package methodology

import (
	"fmt"
	"math/big"
	"strings"

	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/report"
	"github.com/opsfit/opsfit/internal/score"
)

func (b *builder) quadrant() Section {
	outcomes := b.outcomes()
	return Section{
		ID: "quadrant", Title: "Delivery metrics: fast and stable",
		Text: []string{
			fmt.Sprintf("%q asks for outcomes and not for a way of working, and so leads to no leaning and no advice. Each answer becomes a "+
				"score from 0 to 10, higher is better, beside the mean that was published for %d.", b.shipped.Metrics.ID, outcomes.Year),
		},
		Points: []string{
			"Fast: throughput is at or above its published mean. Stable: stability is at or above its own. Without an answer in a group " +
				"there is no quadrant.",
			"A group is the mean of its answered metrics. A missing metric is neither 0 nor 10; a group that lacks one is called thin.",
		},
		Formulas: []Formula{
			{"Metric in classes", "score = (class - 1) / 5 * 10", "Classes run from 1, the slowest, to 6, as in the Quick Check of dora.dev."},
			{"Metric in percent", "score = 10 - percent / 10", "The middle of the range that was chosen, as in the Quick Check."},
			{"Group", "score = sum(scores) / number of answered metrics", "Throughput: " + metricNames(outcomes.Throughput) +
				". Stability: " + metricNames(outcomes.Stability) + "."},
		},
		Tables:   []Table{b.benchmarks(), b.judged("average_distance")},
		Examples: []Example{b.metricExample()},
		Reasons: []string{
			"To cut the quadrants at the means is a judgement. Throughput and stability are kept apart because they are: among the groups " +
				"published for 2024, the second fastest failed more often than the third.",
			"The percentage scores are linear as in the Quick Check, so 40 % of failed deployments still score 6. Read a score beside its " +
				"answer.",
		},
	}
}

// outcomes are never nil for the reader of a page, whatever questionnaire was shipped.
func (b *builder) outcomes() *questionnaire.Outcomes {
	if b.shipped.Metrics.Outcomes == nil {
		return &questionnaire.Outcomes{}
	}
	return b.shipped.Metrics.Outcomes
}

// metricNames lists metrics in words.
func metricNames(ids []string) string {
	return strings.ReplaceAll(strings.Join(ids, ", "), "_", " ")
}

// benchmarks lists the published figures in the order of the questions, then of the groups.
func (b *builder) benchmarks() Table {
	outcomes := b.outcomes()
	table := Table{
		Title:   fmt.Sprintf("Published for %d, all industries (dora-team/dora.dev; never a target)", outcomes.Year),
		Columns: []Column{{Title: "Metric or group"}, {Title: "Mean", Figures: true}, {Title: "Standard deviation", Figures: true}},
	}
	var ids []string
	for i := range b.shipped.Metrics.Questions {
		ids = append(ids, b.shipped.Metrics.Questions[i].ID)
	}
	for _, id := range append(ids, "throughput", "stability") {
		if published, found := outcomes.Benchmarks[id]; found {
			table.Rows = append(table.Rows, []string{id, decimal(published.Mean), decimal(published.SD)})
		}
	}
	return table
}

// decimal writes a published figure as it was published, with one decimal.
func decimal(r *big.Rat) string {
	if r == nil {
		return "not published"
	}
	return r.FloatString(1)
}

func (b *builder) metricExample() Example {
	quadrant := b.metrics.result.Quadrant
	if quadrant == nil {
		return Example{}
	}
	example := Example{Text: "One metric of stability is not known: the group rests on the other one, and the report says so."}
	values := map[string]*big.Rat{}
	for i := range quadrant.Metrics {
		metric := &quadrant.Metrics[i]
		values[metric.ID] = metric.Value
		example.Steps = append(example.Steps, Step{metric.ID, b.metricWorking(metric), result(metric.Value)})
	}
	outcomes := b.outcomes()
	example.Steps = append(example.Steps,
		Step{"Throughput", groupWorking(outcomes.Throughput, values), besideMean(quadrant.Throughput)},
		Step{"Stability", groupWorking(outcomes.Stability, values), besideMean(quadrant.Stability)},
		Step{"Quadrant", "", report.QuadrantWord(report.Text(quadrant.Quadrant))},
	)
	return example
}

func (b *builder) metricWorking(metric *score.Metric) string {
	question := b.metrics.q.Question(metric.ID)
	option := b.metrics.chosen(question)
	switch {
	case option == nil:
		return ""
	case option.Percent != nil:
		return "10 - " + figure(option.Percent) + " / 10"
	}
	return fmt.Sprintf("(%d - 1) / 5 * 10", option.Class)
}

func groupWorking(ids []string, values map[string]*big.Rat) string {
	var terms []term
	for _, id := range ids {
		if values[id] != nil {
			terms = append(terms, term{one(), values[id]})
		}
	}
	return meanOf(terms)
}

func besideMean(group score.Group) string {
	text := result(group.Value)
	if group.Benchmark != nil {
		text += ", beside a mean of " + decimal(group.Benchmark.Mean)
	}
	return text
}

package methodology

import (
	"fmt"
	"math/big"
	"strings"

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

// outcomeLimitTable lists what the words fast and stable need besides the mean of their group.
func (b *builder) outcomeLimitTable() Table {
	outcomes := b.metricOutcomes()
	table := Table{Judged: true, Columns: []Column{{Title: "Word"}, {Title: "Needs too"}}}
	for _, test := range outcomes.FastTests {
		table.Rows = append(table.Rows, []string{"fast", b.formatOutcomeTest(test)})
	}
	for _, test := range outcomes.StableTests {
		table.Rows = append(table.Rows, []string{"stable", b.formatOutcomeTest(test)})
	}
	return table
}

// sentenceTable lists what is said beside the quadrant, and when.
func (b *builder) sentenceTable() Table {
	table := Table{Judged: true, Columns: []Column{{Title: "Said where"}, {Title: "Sentence"}}}
	for _, sentence := range b.metricOutcomes().Sentences {
		var parts []string
		if sentence.Quadrant != "" {
			parts = append(parts, "the result is "+report.QuadrantWord(report.Text(sentence.Quadrant)))
		}
		for _, test := range sentence.When {
			parts = append(parts, b.formatOutcomeTest(test))
		}
		table.Rows = append(table.Rows, []string{strings.Join(parts, ", and "), sentence.Text})
	}
	return table
}

// formatOutcomeTest writes a test on a metric with the text of the class that it ends at.
func (b *builder) formatOutcomeTest(test questionnaire.OutcomeTest) string {
	question := b.shipped.Metrics.Question(test.Metric)
	switch {
	case test.PercentAtMost != nil:
		return question.Title + " at most " + formatExact(test.PercentAtMost) + " %"
	case test.ClassAtLeast > 0:
		return fmt.Sprintf("%s in class %d or faster (%s)", question.Title, test.ClassAtLeast, classText(question, test.ClassAtLeast))
	default:
		return fmt.Sprintf("%s in class %d or slower (%s)", question.Title, test.ClassAtMost, classText(question, test.ClassAtMost))
	}
}

func classText(question *questionnaire.Question, class int) string {
	for i := range question.Options {
		if question.Options[i].Class == class {
			return question.Options[i].Text
		}
	}
	return ""
}

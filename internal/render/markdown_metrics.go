package render

import (
	"fmt"

	"github.com/opsfit/opsfit/internal/english"
	"github.com/opsfit/opsfit/internal/report"
)

// metricTable puts each metric and each group beside the published figures and their year.
func metricTable(doc *report.Document) grid {
	verdict := doc.Verdict.Quadrant
	published := "Published mean"
	if verdict.BenchmarkYear != 0 {
		published = fmt.Sprintf("Published mean of %d", verdict.BenchmarkYear)
	}
	same := "Gave this answer"
	if years := report.ShareYears(doc.Metrics); years != "" {
		same += " in " + years
	}
	table := grid{
		head:  []markup{"Metric", "Answer", "Score of 10", escape(published), "Standard deviation", escape(same)},
		right: map[int]bool{2: true, 3: true, 4: true, 5: true},
	}
	for _, metric := range doc.Metrics {
		row := []markup{escape(metric.ID), said(doc.Answers, metric.ID)}
		row = append(row, scoreCells(metric.Value, metric.Benchmark)...)
		table.rows = append(table.rows, append(row, shareCell(metric.Share)))
	}
	table.rows = append(table.rows, groupRow("Throughput", verdict.Throughput), groupRow("Stability", verdict.Stability))
	return table
}

func groupRow(name markup, group report.Group) []markup {
	row := append([]markup{strong(name), dash}, scoreCells(group.Value, group.Benchmark)...)
	return append(row, dash)
}

// scoreCells gives a score of 10 with the published mean and standard deviation beside it.
func scoreCells(value *float64, published *report.Benchmark) []markup {
	if published == nil {
		published = &report.Benchmark{}
	}
	return []markup{figureOr(notScored, value), figureOr(dash, published.Mean), figureOr(dash, published.SD)}
}

func shareCell(percent *float64) markup {
	if percent == nil {
		return dash
	}
	return escape(english.Fixed(percent, 1) + " %")
}

// said returns what was answered to a question, in words.
func said(answers []report.Answer, question string) markup {
	for i := range answers {
		if answers[i].Question == question {
			return answerWords(&answers[i])
		}
	}
	return dash
}

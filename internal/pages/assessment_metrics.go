package pages

import (
	"cmp"
	"fmt"
	"strings"

	"github.com/opsfit/opsfit/internal/page"
	"github.com/opsfit/opsfit/internal/report"
)

// metrics show every metric beside its published mean, and where its answer lies among those of others.
func metrics(doc *report.Document) page.Section {
	section := page.Section{ID: "metrics", Title: "Metric by metric", Part: page.Detail, Explain: []string{"quadrant"}}
	if doc.Verdict.Quadrant == nil {
		return section
	}
	cards := page.Cards{Layout: page.Stack}
	for i := range doc.Metrics {
		metric := &doc.Metrics[i]
		answer := doc.AnswerTo(metric.ID)
		if answer == nil {
			answer = &report.Answer{}
		}
		cards.Items = append(cards.Items, metricCard(i+1, metric, answer))
	}
	section.Blocks = []page.Block{metricChart(doc), cards}
	return section
}

func metricChart(doc *report.Document) page.Chart {
	year := doc.Verdict.Quadrant.BenchmarkYear
	years := report.ShareYears(doc.Metrics)
	same := "Gave this answer"
	if years != "" {
		same += " in " + years
	}
	table := &page.Table{Caption: "The metrics", Columns: append(outcomeColumns("Metric", year), page.Column{Title: same, Number: true})}
	chart := page.Chart{
		ID: "metric-scores", Caption: "Each metric, 0 to 10; higher is better", Scale: scoreScale(),
		Heads: []string{"score", "mean", "same"}, Keys: outcomeKeys(year, false), Behind: table,
	}
	if years != "" {
		chart.Note = "same: respondents of " + years + " who gave this answer"
	}
	var rows [][]string
	for i := range doc.Metrics {
		metric := &doc.Metrics[i]
		share := "–"
		if metric.Share != nil {
			share = report.PublishedShare(metric.Share)
		}
		row := outcomeRow(said(cmp.Or(metric.Title, metric.ID)), metric.Value, metric.Benchmark, "not answered")
		row.Figures = append(row.Figures, share)
		chart.Rows = append(chart.Rows, row)
		cells := append([]string{said(cmp.Or(metric.Title, metric.ID))}, outcomeCells(metric.Value, metric.Benchmark, "not answered")...)
		rows = append(rows, append(cells, share))
	}
	table.Rows = page.RowsOf(rows...)
	return chart
}

// metricCard shows the published answers of others, among which the one given here is marked.
func metricCard(number int, metric *report.Metric, answer *report.Answer) page.Card {
	others := []page.Block{page.Quiet("No distribution of answers is published for this metric.")}
	if len(metric.Distribution) > 0 {
		others = []page.Block{shareChart(fmt.Sprintf("shares-%d", number), metric, answer)}
	}
	return page.Card{Title: said(cmp.Or(metric.Title, metric.ID)), Blocks: others}
}

// answerInWords is the chosen option in words, or why there is none.
func answerInWords(answer *report.Answer) string {
	if answer.Listed != nil && answer.IsAnswered() {
		return cmp.Or(strings.Join(sayAll(answer.ListedAs(report.Present)), "; "), "none of these")
	}
	if answer.IsAnswered() {
		return said(answer.Text)
	}
	return report.StatusWord(answer.Status)
}

func shareChart(id string, metric *report.Metric, answer *report.Answer) page.Chart {
	caption := "What others answered"
	if years := report.DistributionYears(metric.Distribution); years != "" {
		caption += " in " + years
	}
	chart := page.Chart{
		ID: id, Caption: caption, Heads: []string{"share"}, WideNames: true,
		Keys:  []page.Key{{Kind: page.Own, Text: "the answer given here"}},
		Scale: page.Scale{Kind: page.Share, High: largestShare(metric.Distribution)},
	}
	for i := range metric.Distribution {
		share := &metric.Distribution[i]
		own := answer.IsAnswered() && share.Option == string(answer.Option)
		row := page.Row{Name: said(share.Text), Strong: own, Figures: []string{"not published"}}
		kind := page.Bar
		if own {
			kind = page.Own
		}
		if share.Share != nil {
			row.Figures[0] = report.PublishedShare(share.Share)
			row.Marks = []page.Mark{{Kind: kind, To: *share.Share}}
		}
		row.Spoken = row.Figures[0]
		if own {
			row.Spoken += ", the answer given here"
		}
		chart.Rows = append(chart.Rows, row)
	}
	return chart
}

// largestShare is what the longest bar stands for; never 0.
func largestShare(distribution []report.Share) float64 {
	largest := 0.0
	for _, share := range distribution {
		if share.Share != nil {
			largest = max(largest, *share.Share)
		}
	}
	if largest == 0 {
		return 1
	}
	return largest
}

package web

import (
	"fmt"

	"github.com/opsfit/opsfit/internal/english"
	"github.com/opsfit/opsfit/internal/report"
)

func quadrantFigure(v *report.Quadrant) *Figure {
	f := newField()
	f.quadrant(v)
	return &Figure{
		ID: "quadrant", Caption: "How fast, and how stable",
		Picture: f.figure("quadrant", quadrantWidth, quadrantHeight, "Throughput and stability", quadrantWords(v)),
		Legend:  quadrantKeys(v), Behind: groupTable(v),
	}
}

func groupTable(v *report.Quadrant) *Table {
	table := &Table{Caption: "Throughput and stability, 0 to 10", Columns: outcomeColumns("Group", v.BenchmarkYear)}
	for _, group := range []struct {
		name string
		report.Group
	}{{"Throughput", v.Throughput}, {"Stability", v.Stability}} {
		table.Rows = append(table.Rows, append([]string{group.name}, scoreCells(group.Value, group.Benchmark)...))
	}
	return table
}

func outcomeColumns(first string, year report.Year) []TableColumn {
	published := "Published mean"
	if year != 0 {
		published = fmt.Sprintf("Published mean of %d", year)
	}
	columns := []TableColumn{{Title: first}}
	for _, title := range []string{"Score of 10", published, "Standard deviation"} {
		columns = append(columns, TableColumn{Title: title, Number: true})
	}
	return columns
}

func scoreCells(value *float64, benchmark *report.Benchmark) []string {
	if benchmark == nil {
		benchmark = &report.Benchmark{}
	}
	return []string{levelOr("not scored", value), levelOr("–", benchmark.Mean), levelOr("–", benchmark.SD)}
}

// metricSection shows every metric beside its published mean, and where its answer lies among those of others.
func metricSection(doc *report.Document) Section {
	v := doc.Verdict.Quadrant
	if v == nil {
		return Section{}
	}
	cards := &Cards{Layout: Stack}
	for i := range doc.Metrics {
		metric := &doc.Metrics[i]
		cards.Items = append(cards.Items, metricCard(i+1, metric, answerTo(doc.Answers, metric.ID)))
	}
	return Section{ID: "metrics", Title: report.TitleMetrics, Blocks: []Block{
		{Chart: metricChart(doc)}, {Cards: cards},
	}}
}

// answerTo returns an answer without anything in it where a document has none.
func answerTo(answers []report.Answer, question string) *report.Answer {
	for i := range answers {
		if answers[i].Question == question {
			return &answers[i]
		}
	}
	return &report.Answer{}
}

func metricChart(doc *report.Document) *Chart {
	year := doc.Verdict.Quadrant.BenchmarkYear
	columns := outcomeColumns("Metric", year)
	same := "Gave this answer"
	if years := report.ShareYears(doc.Metrics); years != "" {
		same += " in " + years
	}
	table := &Table{Caption: "The metrics", Columns: append(columns, TableColumn{Title: same, Number: true})}
	chart := &Chart{
		ID: "metric-scores", Caption: "Each metric, 0 to 10; higher is better", Scale: outcomeScalePicture(),
		Heads: []string{"score", "mean", "same"}, Legend: outcomeKeys(year), Behind: table,
	}
	if years := report.ShareYears(doc.Metrics); years != "" {
		chart.Note = "same: respondents of " + years + " who gave this answer"
	}
	for i := range doc.Metrics {
		metric := &doc.Metrics[i]
		share := "–"
		if metric.Share != nil {
			share = english.Fixed(metric.Share, 1) + " %"
		}
		picture := outcomePicture(metric.ID, metric.Value, metric.Benchmark)
		chart.Rows = append(chart.Rows, Row{Name: metric.ID, Picture: picture, Figures: []Labelled{
			{"score", levelOr("not answered", metric.Value)}, {"mean", orDash(meanWords(metric.Benchmark))}, {"same", share},
		}})
		table.Rows = append(table.Rows, append(append([]string{metric.ID}, scoreCells(metric.Value, metric.Benchmark)...), share))
	}
	return chart
}

// metricCard shows the published distribution behind an answer.
func metricCard(number int, metric *report.Metric, answer *report.Answer) Card {
	said := string(answer.Text)
	if !answer.IsAnswered() {
		said = report.StatusWord(answer.Status)
	}
	words := Column{{Text: answer.Prompt}, {Facts: []report.Fact{{Label: "Answer", Value: orDash(said)}}}}
	picture := Column{{Quiet: "No distribution of answers is published for this metric."}}
	if len(metric.Distribution) > 0 {
		picture = Column{{Chart: shareChart(fmt.Sprintf("shares-%d", number), metric, answer)}}
	}
	return Card{Title: metric.ID, Blocks: []Block{{Columns: []Column{words, picture}}}}
}

func shareChart(id string, metric *report.Metric, answer *report.Answer) *Chart {
	caption := "What others answered"
	if years := report.DistributionYears(metric.Distribution); years != "" {
		caption += " in " + years
	}
	chart := &Chart{ID: id, Caption: caption, Heads: []string{"share"}}
	largest := largestShare(metric.Distribution)
	for _, share := range metric.Distribution {
		own := answer.IsAnswered() && share.Option == string(answer.Option)
		row := Row{Name: share.Text, Strong: own, Picture: sharePicture(share, largest, own), Figures: []Labelled{{"share", shareWords(share)}}}
		if own {
			row.Note = "the answer given here"
		}
		chart.Rows = append(chart.Rows, row)
	}
	return chart
}

func largestShare(distribution []report.Share) float64 {
	var shares []float64
	for _, share := range distribution {
		if share.Share != nil {
			shares = append(shares, *share.Share)
		}
	}
	return reach(shares)
}

package pages

import (
	"fmt"

	"github.com/opsfit/opsfit/internal/english"
	"github.com/opsfit/opsfit/internal/page"
	"github.com/opsfit/opsfit/internal/report"
)

func quadrantTips(doc *report.Document) []string {
	v := doc.Verdict.Quadrant
	if len(v.Missing) == 0 {
		return nil
	}
	return []string{fmt.Sprintf("Answering %s could change it; a group is the mean of its answered metrics only.",
		report.Shortened(titlesOf(doc.Answers, v.Missing)))}
}

// quadrantPlot shows throughput against stability, between the published means.
func quadrantPlot(v *report.Quadrant) page.Plot {
	caption := quadrantFinding(v)
	plot := page.Plot{
		ID: "quadrant", Caption: caption, X: scoreScale(), Y: scoreScale(), XTitle: "Throughput", YTitle: "Stability",
		Keys: outcomeKeys(v.BenchmarkYear, true), Spoken: quadrantInWords(v),
		Instead: groupChart(v, caption), Behind: groupTable(v),
	}
	if v.Throughput.Value != nil || v.Stability.Value != nil {
		plot.Points = []page.Point{{X: v.Throughput.Value, Y: v.Stability.Value, Count: 1, Name: "these answers"}}
	}
	if x, y := meanOf(v.Throughput.Benchmark), meanOf(v.Stability.Benchmark); x != nil && y != nil {
		plot.CutX, plot.CutY = x, y
		for i := range plot.Corners {
			plot.Corners[i] = report.QuadrantWord(report.QuadrantAt(i%2 == 1, i >= 2))
		}
	}
	plot.SpreadX, plot.SpreadY = spreadOf(v.Throughput.Benchmark), spreadOf(v.Stability.Benchmark)
	switch {
	case v.Throughput.Value == nil:
		plot.Keys[0].Text += ", anywhere on this line while throughput is unknown"
	case v.Stability.Value == nil:
		plot.Keys[0].Text += ", anywhere on this line while stability is unknown"
	}
	return plot
}

// quadrantFinding says where the answers lie, as far as that is known.
func quadrantFinding(v *report.Quadrant) string {
	throughput, stability := v.Throughput.Value, v.Stability.Value
	switch {
	case throughput != nil && stability == nil:
		return "Throughput is " + report.ScoreFigure(throughput) + " out of 10, stability is unknown"
	case throughput == nil && stability != nil:
		return "Stability is " + report.ScoreFigure(stability) + " out of 10, throughput is unknown"
	case v.Quadrant == "":
		return "How fast, and how stable"
	}
	finding := english.Capital(report.QuadrantWord(v.Quadrant))
	if v.BenchmarkYear != 0 {
		finding += fmt.Sprintf(", beside the published means of %d", v.BenchmarkYear)
	}
	return finding
}

func meanOf(benchmark *report.Benchmark) *float64 {
	if benchmark == nil {
		return nil
	}
	return benchmark.Mean
}

// spreadOf returns the ends of one standard deviation around the mean; nil where it is not published.
func spreadOf(benchmark *report.Benchmark) *[2]float64 {
	if benchmark == nil || benchmark.Mean == nil || benchmark.SD == nil {
		return nil
	}
	return &[2]float64{*benchmark.Mean - *benchmark.SD, *benchmark.Mean + *benchmark.SD}
}

func quadrantInWords(v *report.Quadrant) string {
	words := fmt.Sprintf("Throughput %s. Stability %s.",
		outcomeInWords(v.Throughput.Value, v.Throughput.Benchmark), outcomeInWords(v.Stability.Value, v.Stability.Benchmark))
	if v.Quadrant == "" {
		return words
	}
	return "The answers lie where delivery is " + report.QuadrantWord(v.Quadrant) + ". " + words
}

func outcomeInWords(value *float64, benchmark *report.Benchmark) string {
	words := "not scored"
	if value != nil {
		words = report.ScoreFigure(value) + " out of 10"
	}
	if mean := meanInWords(benchmark); mean != "" {
		words += ", published mean " + mean
	}
	return words
}

// meanInWords is a published mean with its standard deviation, "6.0 ± 2.1"; empty where there is none.
func meanInWords(benchmark *report.Benchmark) string {
	mean := meanOf(benchmark)
	if mean == nil {
		return ""
	}
	words := report.ScoreFigure(mean)
	if benchmark.SD != nil {
		words += " ± " + report.ScoreFigure(benchmark.SD)
	}
	return words
}

// outcomeKeys explain the marks of a score beside its published mean; of several means for a plot.
func outcomeKeys(year report.Year, several bool) []page.Key {
	keys := []page.Key{{Kind: page.Value, Text: "these answers"}}
	if year == 0 {
		return keys
	}
	mean, around := "published mean of %d", "it"
	if several {
		mean, around = "published means of %d", "them"
	}
	return append(keys, page.Key{Kind: page.Mean, Text: fmt.Sprintf(mean, year)},
		page.Key{Kind: page.Deviation, Text: "one standard deviation around " + around})
}

// groupChart shows the two groups on lines, where a plot has no room.
func groupChart(v *report.Quadrant, caption string) page.Chart {
	return page.Chart{
		ID: "groups", Caption: caption, Scale: scoreScale(), Heads: []string{"score", "mean"}, Keys: outcomeKeys(v.BenchmarkYear, false),
		Rows: []page.Row{
			outcomeRow("Throughput", v.Throughput.Value, v.Throughput.Benchmark, "not scored"),
			outcomeRow("Stability", v.Stability.Value, v.Stability.Benchmark, "not scored"),
		},
		Behind: groupTable(v),
	}
}

// outcomeRow shows a value, or the word for its absence, beside its published mean.
func outcomeRow(name string, value *float64, benchmark *report.Benchmark, missing string) page.Row {
	row := page.Row{
		Name: name, Figures: []string{scoreOr(missing, value), orDash(meanInWords(benchmark))}, Spoken: outcomeInWords(value, benchmark),
	}
	if spread := spreadOf(benchmark); spread != nil {
		row.Marks = append(row.Marks, page.Mark{Kind: page.Deviation, At: spread[0], To: spread[1]})
	}
	if mean := meanOf(benchmark); mean != nil {
		row.Marks = append(row.Marks, page.Mark{Kind: page.Mean, At: *mean})
	}
	if value != nil {
		row.Marks = append(row.Marks, page.Mark{Kind: page.Value, At: *value})
	}
	return row
}

func groupTable(v *report.Quadrant) *page.Table {
	return &page.Table{
		Caption: "Throughput and stability, 0 to 10", Columns: outcomeColumns("Group", v.BenchmarkYear),
		Rows: page.RowsOf(
			append([]string{"Throughput"}, outcomeCells(v.Throughput.Value, v.Throughput.Benchmark, "not scored")...),
			append([]string{"Stability"}, outcomeCells(v.Stability.Value, v.Stability.Benchmark, "not scored")...),
		),
	}
}

// scoreOr writes a score; the other text where there is none.
func scoreOr(missing string, value *float64) string {
	if value == nil {
		return missing
	}
	return report.ScoreFigure(value)
}

func outcomeColumns(first string, year report.Year) []page.Column {
	published := "Published mean"
	if year != 0 {
		published = fmt.Sprintf("Published mean of %d", year)
	}
	return []page.Column{
		{Title: first}, {Title: "Score out of 10", Number: true}, {Title: published, Number: true}, {Title: "Standard deviation", Number: true},
	}
}

func outcomeCells(value *float64, benchmark *report.Benchmark, missing string) []string {
	if benchmark == nil {
		benchmark = &report.Benchmark{}
	}
	return []string{scoreOr(missing, value), scoreOr("–", benchmark.Mean), scoreOr("–", benchmark.SD)}
}

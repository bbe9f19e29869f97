package pages

import (
	"slices"

	"github.com/opsfit/opsfit/internal/comparison"
	"github.com/opsfit/opsfit/internal/english"
	"github.com/opsfit/opsfit/internal/page"
	"github.com/opsfit/opsfit/internal/report"
)

// journeys is a chart of values at two times, with what each is held against.
type journeys struct {
	page.Chart

	// goal is the mark of what values are held against; empty for none.
	goal page.MarkKind
	// figure writes a value.
	figure func(*float64) string
}

// newJourneys returns an empty chart; goalHead is empty where values are held against nothing.
func newJourneys(id, caption string, scale page.Scale, figure func(*float64) string, goal page.Key, goalHead string) *journeys {
	j := &journeys{goal: goal.Kind, figure: figure}
	j.ID, j.Caption, j.Scale = id, caption, scale
	j.Heads = []string{"before", "after"}
	j.Keys = []page.Key{{Kind: page.Before, Text: "before"}, {Kind: page.After, Text: "after"}}
	if goalHead != "" {
		j.Heads, j.Keys = append(j.Heads, goalHead), append(j.Keys, goal)
	}
	return j
}

// add adds a row; a value that is not known has no mark.
func (j *journeys) add(name string, value comparison.Figure, goal *float64, whole bool) {
	values := []*float64{value.Before, value.After, goal}[:len(j.Heads)]
	kinds := []page.MarkKind{page.Before, page.After, j.goal}
	row := page.Row{Name: name, Strong: whole}
	for i, at := range values {
		if at == nil {
			row.Figures = append(row.Figures, "–")
			continue
		}
		mark := page.Mark{Kind: kinds[i], At: *at}
		if j.Scale.Kind == page.Line && kinds[i] != page.Before {
			mark.Hue = hueAt(*at)
		}
		row.Marks, row.Figures = append(row.Marks, mark), append(row.Figures, j.figure(at))
	}
	j.Rows = append(j.Rows, row)
}

// chart is the chart with its figures as a table behind it.
func (j *journeys) chart() page.Chart {
	table := &page.Table{Caption: j.Caption, Columns: []page.Column{{Title: "What"}}}
	for _, head := range j.Heads {
		table.Columns = append(table.Columns, page.Column{Title: english.Capital(head), Number: true})
	}
	table.Rows = func(yield func([]string) bool) {
		for _, row := range j.Rows {
			if !yield(slices.Concat([]string{row.Name}, row.Figures)) {
				return
			}
		}
	}
	j.Behind = table
	return j.Chart
}

// leadChart shows how the whole and its parts moved; nil where the results cannot be compared.
func (p *comparisonPage) leadChart() page.Block {
	switch {
	case p.Verdict.Leaning != nil:
		return p.practiceChart()
	case p.Verdict.Quadrant != nil:
		return p.scoreChart()
	case p.Verdict.Readiness != nil:
		return p.readinessChart()
	}
	return nil
}

// scoreChart shows how the two groups and every metric moved beside the published means.
func (p *comparisonPage) scoreChart() page.Chart {
	j := newJourneys("outcome-moves", "Outcomes, 0 to 10; higher is better", scoreScale(), report.ScoreFigure,
		page.Key{Kind: page.Mean, Text: "published mean"}, "mean")
	v := p.Verdict.Quadrant
	j.add("Throughput", v.Throughput.Figure, v.Throughput.Benchmark, true)
	j.add("Stability", v.Stability.Figure, v.Stability.Benchmark, true)
	for _, metric := range p.Metrics {
		j.add(said(metric.Title), metric.Figure, metric.Benchmark, false)
	}
	return j.chart()
}

// situationSection is empty where what the service calls for stayed the same.
func (p *comparisonPage) situationSection() page.Section {
	section := page.Section{ID: "situation", Title: "What the situation calls for", Part: page.Body, Beside: true}
	if p.Verdict.Leaning == nil || !comparison.SituationMoved(p.Comparison) {
		return section
	}
	j := newJourneys("situation-moves", "What the service called for, and what it calls for", lineScale(), report.Signed, page.Key{}, "")
	j.add("Overall", p.Verdict.Leaning.Situation.Figure(), nil, true)
	for i := range p.Axes {
		j.add(p.titles[p.Axes[i].ID], p.Axes[i].Situation.Figure(), nil, false)
	}
	section.Explain, section.Blocks = []string{"situation"}, []page.Block{j.chart()}
	return section
}

// readinessSection is empty where readiness and what is called for stayed the same.
func (p *comparisonPage) readinessSection() page.Section {
	section := page.Section{ID: "readiness", Title: "Readiness, good practice under either model", Part: page.Body, Beside: true}
	if p.Verdict.Leaning == nil || !comparison.ReadinessMoved(p.Comparison) {
		return section
	}
	section.Explain, section.Blocks = []string{"readiness", "floors"}, []page.Block{p.readinessChart()}
	return section
}

// readinessChart shows how readiness moved beside what is called for now.
func (p *comparisonPage) readinessChart() page.Chart {
	goal, head := "least that the situation calls for now", "floor"
	if p.Verdict.Readiness != nil {
		goal, head = "least that is asked for now", "minimum"
	}
	j := newJourneys("readiness-moves", "Readiness, 0 to 4", levelScale(), report.Level, page.Key{Kind: page.Floor, Text: goal}, head)
	j.add("Overall", p.Verdict.OverallReadiness().Figure(), nil, true)
	for _, axis := range p.Levels() {
		if level := axis.Readiness.Figure(); level.Before != nil || level.After != nil || axis.Floor.After != nil {
			j.add(p.titles[axis.ID], level, axis.Floor.After, false)
		}
	}
	return j.chart()
}

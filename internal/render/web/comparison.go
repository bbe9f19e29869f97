package web

import (
	"io"

	"github.com/opsfit/opsfit/internal/comparison"
	"github.com/opsfit/opsfit/internal/english"
	"github.com/opsfit/opsfit/internal/report"
)

// Comparison writes two results side by side as a page: the difference in one sentence beside the way of every axis, then the
// figures, and what moved them, answer by answer. An error is one of the writer.
func Comparison(w io.Writer, c *comparison.Comparison) error {
	return Write(w, comparisonPage(c, comparison.Tell(c)))
}

func comparisonPage(c *comparison.Comparison, story comparison.Story) Page {
	words, picture := wordsOf(story), Column{}
	if comparison.Moved(c) {
		switch {
		case c.Verdict.Leaning != nil:
			picture = Column{{Chart: practiceJourneys(c)}}
		case c.Verdict.Quadrant != nil:
			picture = Column{{Chart: outcomeJourneys(c)}}
		}
	}
	lead := besides("verdict", "Comparison", words, picture)
	sections := []Section{
		figureSection("Before and after", beforeAfter("Before", "After"), story.Figures), readinessMoves(c), situationMoves(c),
	}
	return Page{
		Kind: "Comparison", Title: story.Title, Facts: story.Asked, Lead: []Section{lead},
		Sections: kept(append(sections, storySections(story.Sections)...)...), Colophon: writtenBy(c.Tool),
	}
}

// wordsOf is what a reader of a story takes along.
func wordsOf(story comparison.Story) Column {
	words := Column{{Headline: story.Headline}}
	if len(story.Why) > 0 {
		words = append(words, Block{List: story.Why})
	}
	return words
}

// besides is a section of words with a picture beside them where there is one.
func besides(id, title string, words, picture Column) Section {
	if len(picture) == 0 {
		return Section{ID: id, Title: title, Blocks: words}
	}
	return Section{ID: id, Title: title, Blocks: []Block{{Columns: []Column{words, picture}}}}
}

// writtenBy says what made a page of self-reported results.
func writtenBy(tool report.Tool) string {
	return "Self-reported. Written by " + tool.Name + " " + tool.Version + "."
}

func beforeAfter(before, after string) []TableColumn {
	return []TableColumn{{Title: "Figure"}, {Title: before}, {Title: after}, {Title: "Change"}}
}

// figureSection is a table of figures at two times.
func figureSection(title string, columns []TableColumn, rows []comparison.Row) Section {
	if len(rows) == 0 {
		return Section{}
	}
	table := &Table{Caption: title, Columns: columns}
	for _, row := range rows {
		table.Rows = append(table.Rows, []string{row.Label, row.Before, row.After, orDash(row.Change)})
	}
	return Section{ID: "figures", Title: title, Beside: true, Blocks: []Block{{Table: table}}}
}

// practiceJourneys shows how the practice moved beside what the situation calls for after it.
func practiceJourneys(c *comparison.Comparison) *Chart {
	v := c.Verdict.Leaning
	chart := lineJourneyChart("practice-moves", "How you worked, and how you work")
	chart.Heads = append(chart.Heads, "situation")
	chart.Legend = append(chart.Legend,
		Key{mark(func(c *canvas) { c.diamond("situation middle", 0, 10, 9) }), "what the service calls for now"})
	add := func(name string, p comparison.Practice, s report.Situation, whole bool) {
		j := journey{
			name: name, hue: bandHue(p.After.Band), figure: report.Signed,
			goal: s.Value, goalWord: "situation", goalHue: bandHue(s.Band),
		}
		if p.Before.Scored {
			j.before = p.Before.Value
		}
		if p.After.Scored {
			j.after = p.After.Value
		}
		chart.addJourney(j, lineJourney(j), whole)
	}
	add("Overall", v.Practice, v.Situation.After, true)
	for i := range c.Axes {
		add(c.Axes[i].Title, c.Axes[i].Practice, c.Axes[i].Situation.After, false)
	}
	return chart
}

// situationMoves is empty where what the service calls for stayed the same.
func situationMoves(c *comparison.Comparison) Section {
	if !comparison.Moved(c) || c.Verdict.Leaning == nil || !comparison.SituationMoved(c) {
		return Section{}
	}
	chart := lineJourneyChart("situation-moves", "What the service called for, and what it calls for")
	add := func(name string, s comparison.Situation, whole bool) {
		j := journey{name: name, before: s.Before.Value, after: s.After.Value, hue: bandHue(s.After.Band), figure: report.Signed}
		chart.addJourney(j, lineJourney(j), whole)
	}
	add("Overall", c.Verdict.Leaning.Situation, true)
	for i := range c.Axes {
		add(c.Axes[i].Title, c.Axes[i].Situation, false)
	}
	return Section{ID: "situation", Title: "What the situation calls for", Beside: true, Blocks: []Block{{Chart: chart}}}
}

// readinessMoves is empty where readiness and its floors stayed the same.
func readinessMoves(c *comparison.Comparison) Section {
	if !comparison.Moved(c) || c.Verdict.Leaning == nil || !comparison.ReadinessMoved(c) {
		return Section{}
	}
	chart := journeyChart("readiness-moves", "Readiness, 0 to 4", "floor")
	chart.Scale = levelScalePicture()
	chart.Legend = append(chart.Legend, Key{mark(func(c *canvas) { c.down("floor", 0, 0, 20) }), "floor: what the situation calls for now"})
	add := func(name string, r comparison.Readiness, floor *float64, whole bool) {
		j := journey{name: name, before: r.Before.Value, after: r.After.Value, goal: floor, goalWord: "floor", hue: middleHue, figure: oneDecimal}
		chart.addJourney(j, levelJourney(j), whole)
	}
	add("Overall", c.Verdict.Leaning.Readiness, nil, true)
	for i := range c.Axes {
		axis := &c.Axes[i]
		if r := axis.Readiness; r.Before.Value != nil || r.After.Value != nil || axis.Floor.After != nil {
			add(axis.Title, r, axis.Floor.After, false)
		}
	}
	return Section{ID: "readiness", Title: "Readiness, which counts under either model", Beside: true, Blocks: []Block{{Chart: chart}}}
}

// outcomeJourneys shows how the two groups and every metric moved beside the published means.
func outcomeJourneys(c *comparison.Comparison) *Chart {
	v := c.Verdict.Quadrant
	chart := journeyChart("outcome-moves", "Outcomes, 0 to 10; higher is better", "mean")
	chart.Scale = outcomeScalePicture()
	chart.Legend = append(chart.Legend, Key{mark(func(c *canvas) { c.diamond("situation middle", 0, 10, 9) }), "published mean"})
	add := func(name string, f comparison.Figure, mean *float64, whole bool) {
		j := journey{name: name, before: f.Before, after: f.After, goal: mean, goalWord: "published mean", hue: middleHue, figure: oneDecimal}
		chart.addJourney(j, outcomeJourney(j), whole)
	}
	add("Throughput", v.Throughput.Figure, v.Throughput.Benchmark, true)
	add("Stability", v.Stability.Figure, v.Stability.Benchmark, true)
	for _, metric := range c.Metrics {
		add(metric.ID, metric.Figure, metric.Benchmark, false)
	}
	return chart
}

func oneDecimal(value *float64) string { return english.Fixed(value, 1) }

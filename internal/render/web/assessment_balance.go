package web

import (
	"math"

	"github.com/opsfit/opsfit/internal/english"
	"github.com/opsfit/opsfit/internal/report"
)

// balanceSection shows readiness beside what is called for, and what makes the practice value.
func balanceSection(doc *report.Document) Section {
	if doc.Verdict.Leaning == nil {
		return Section{}
	}
	columns := []Column{{{Chart: levelChart(doc)}}}
	if chart := pullChart(doc); chart != nil {
		columns = append(columns, Column{{Chart: chart}})
	}
	return Section{ID: "balance", Title: "Readiness, and what makes the practice value", Blocks: []Block{{Columns: columns}}}
}

// levelChart shows how far each axis is from the readiness that the situation calls for.
func levelChart(doc *report.Document) *Chart {
	chart := &Chart{
		ID: "levels", Caption: "Readiness, 0 to 4, and its floor", Scale: levelScalePicture(), Heads: []string{"level", "floor", "short"},
		Legend: levelKeys(), Behind: levelTable(doc),
	}
	chart.Rows = append(chart.Rows, levelRow("Overall", level{readiness: doc.Verdict.Leaning.Readiness}))
	chart.Rows[0].Strong = true
	for i := range doc.Axes {
		axis := &doc.Axes[i]
		chart.Rows = append(chart.Rows, levelRow(axis.Title, level{axis.Readiness, axis.Floor, axis.Shortfall.Value}))
	}
	return chart
}

func levelRow(name string, l level) Row {
	return Row{Name: name, Picture: levelPicture(name, l), Figures: []Labelled{
		{"level", levelOr(report.BandWord(""), l.readiness.Value)}, {"floor", levelOr("–", l.floor)}, {"short", levelOr("–", l.shortfall)},
	}}
}

func levelOr(missing string, value *float64) string {
	if value == nil {
		return missing
	}
	return english.Fixed(value, 1)
}

func levelTable(doc *report.Document) *Table {
	table := &Table{Caption: "Readiness by axis", Columns: []TableColumn{{Title: "Axis"}}}
	for _, title := range []string{"Level", "At least", "Floor", "Short by", "At worst"} {
		table.Columns = append(table.Columns, TableColumn{Title: title, Number: true})
	}
	add := func(name string, r report.Readiness, floor *float64, s report.Shortfall) {
		table.Rows = append(table.Rows, []string{
			name, levelOr(report.BandWord(""), r.Value), levelOr("–", r.LowerBound),
			levelOr("–", floor), levelOr("–", s.Value), levelOr("–", s.Worst),
		})
	}
	add("Overall", doc.Verdict.Leaning.Readiness, nil, report.Shortfall{})
	for i := range doc.Axes {
		axis := &doc.Axes[i]
		add(axis.Title, axis.Readiness, axis.Floor, axis.Shortfall)
	}
	return table
}

// pullsShown is how many answers the chart of contributions shows alone; the others stand together, and each in the table.
const pullsShown = 8

// pullChart shows which answers pull the practice value which way; nil when it is not scored.
func pullChart(doc *report.Document) *Chart {
	pulls := report.TopPulls(doc, pullsShown)
	if len(pulls.Top) == 0 {
		return nil
	}
	effects := []float64{}
	for _, pull := range pulls.Top {
		effects = append(effects, *pull.Effect)
	}
	if pulls.Rest != nil {
		effects = append(effects, *pulls.Rest)
	}
	chart := &Chart{
		ID: "pulls", Caption: "Which answers pull which way", Scale: pullScalePicture(), Heads: []string{"adds"},
		Note: "All answers about style together make the practice value, " +
			report.Placed(pulls.Sum, doc.Verdict.Leaning.Practice.Band) + ".",
		Behind: pullTable(doc),
	}
	longest := reach(effects)
	for _, pull := range pulls.Top {
		chart.Rows = append(chart.Rows, pullRow(pull.Question, pull.Text, "pull", pull.Effect, longest))
	}
	if pulls.Rest != nil {
		chart.Rows = append(chart.Rows, pullRow(english.Count(pulls.Others, "other answer")+" together", "", "pull rest", pulls.Rest, longest))
	}
	return chart
}

func pullRow(name, said string, look class, effect *float64, longest float64) Row {
	title := short(name, heardColumns) + " adds " + report.Signed(effect)
	return Row{
		Name: name, Note: said, Picture: pullPicture(title, *effect, longest, look), Figures: []Labelled{{"adds", report.Signed(effect)}},
	}
}

func pullTable(doc *report.Document) *Table {
	table := &Table{Caption: "What each answer about style adds", Columns: []TableColumn{
		{Title: "Question"}, {Title: "Axis"}, {Title: "Answer"}, {Title: "Position", Number: true}, {Title: "Adds", Number: true},
	}}
	for _, pull := range report.TopPulls(doc, math.MaxInt).Top {
		table.Rows = append(table.Rows, []string{pull.Question, pull.Axis, pull.Text, report.Signed(&pull.Position), report.Signed(pull.Effect)})
	}
	return table
}

package pages

import (
	"fmt"
	"slices"

	"github.com/opsfit/opsfit/internal/english"
	"github.com/opsfit/opsfit/internal/page"
	"github.com/opsfit/opsfit/internal/report"
)

// axes tell each axis in figures, with where each of its answers stands.
func axes(doc *report.Document) page.Section {
	section := page.Section{ID: "axes", Title: titleAxes, Part: page.Detail, Explain: explainAxes()}
	if doc.Verdict.Leaning == nil {
		return section
	}
	cards := page.Cards{Layout: page.Stack}
	for i := range doc.Axes {
		axis := &doc.Axes[i]
		columns := page.Columns{{page.Facts{Items: axisFacts(axis)}}}
		if len(axis.Contributions) > 0 {
			columns = append(columns, []page.Block{positionChart(doc, fmt.Sprintf("positions-%d", i+1), axis)})
		}
		cards.Items = append(cards.Items, page.Card{Title: said(axis.Title), Blocks: []page.Block{columns}})
	}
	section.Blocks = []page.Block{
		page.Quiet("For each axis: where each answer stands, and what it adds to the overall practice."), cards,
	}
	return section
}

// axisFacts are the figures of one axis with their words.
func axisFacts(axis *report.Axis) []page.Fact {
	facts := []page.Fact{
		{Label: "SysOps end", Value: said(axis.Low)},
		{Label: "DevOps end", Value: said(axis.High)},
		{Label: "Practice", Value: report.Placed(axis.Practice.Value, axis.Practice.Band) + report.Possible(axis.Practice)},
		{
			Label: "Situation",
			Value: report.Placed(axis.Situation.Value, axis.Situation.Band) + figureAfter("; tension ", axis.Tension, 2, " out of 1"),
		},
		{Label: "Wanted", Value: wantedInWords(axis)},
		{Label: "Allowed", Value: allowedInWords(axis)},
		{Label: "Gap", Value: gapInWords(axis)},
		{Label: "Readiness", Value: axisReadiness(axis)},
		{Label: "Answered", Value: styleAnswered(axis)},
	}
	return slices.DeleteFunc(facts, func(fact page.Fact) bool { return fact.Value == "" })
}

// wantedInWords is what the needs ask for, where limits keep the situation from it.
func wantedInWords(axis *report.Axis) string {
	if len(axis.Situation.HeldBy) == 0 {
		return ""
	}
	return report.Placed(axis.Situation.Wanted.Value, axis.Situation.Wanted.Band) + ", without the limits"
}

// allowedInWords are the bounds in force.
func allowedInWords(axis *report.Axis) string {
	var bounds []string
	if allowed := axis.Situation.Allowed; allowed.AtLeast != nil {
		bounds = append(bounds, "at least "+report.Signed(allowed.AtLeast))
	}
	if allowed := axis.Situation.Allowed; allowed.AtMost != nil {
		bounds = append(bounds, "at most "+report.Signed(allowed.AtMost))
	}
	words := english.List(bounds)
	if axis.Situation.Clash {
		words += ", which contradict each other"
	}
	return words
}

// figureAfter is a figure between two texts; nothing where there is no figure.
func figureAfter(before string, value *float64, decimals int, after string) string {
	if value == nil {
		return ""
	}
	return before + english.Plain(value, decimals) + after
}

func gapInWords(axis *report.Axis) string {
	if axis.Gap == nil {
		return "unknown"
	}
	return report.Signed(axis.Gap) + ", " + report.DirectionWord(axis.Direction) + figureAfter("; fit ", axis.Fit, 0, " out of 100")
}

func styleAnswered(axis *report.Axis) string {
	weight := figureAfter("; weight ", &axis.Weight, 2, "")
	if axis.Coverage == nil {
		return "no style question applies" + weight
	}
	return english.Percent(axis.Coverage) + " of the style questions" + weight
}

func axisReadiness(axis *report.Axis) string {
	if axis.Readiness.Value == nil {
		return "not scored"
	}
	return english.Plain(axis.Readiness.Value, 1) + " out of 4" +
		boundAfter(axis.Readiness.Value, ", at least ", axis.Readiness.LowerBound) + figureAfter("; floor ", axis.Floor, 1, "") +
		figureAfter("; short by ", axis.Shortfall.Value, 1, "") + boundAfter(axis.Shortfall.Value, ", at worst ", axis.Shortfall.Worst)
}

// boundAfter is a bound behind the value that it bounds; nothing where no unknown answer keeps the two apart.
func boundAfter(value *float64, before string, bound *float64) string {
	const decimals = 1
	if value == nil || english.Plain(value, decimals) == english.Plain(bound, decimals) {
		return ""
	}
	return figureAfter(before, bound, decimals, "")
}

// positionChart shows where each answer about an axis stands, and what it adds to the whole.
func positionChart(doc *report.Document, id string, axis *report.Axis) page.Chart {
	chart := page.Chart{
		ID: id, Caption: "Its answers, from SysOps to DevOps", Heads: []string{"stands", "adds"},
		Scale: page.Scale{Kind: page.Pull, Low: -1, High: 1, Spoken: "Scale from -1, SysOps, to +1, DevOps"},
	}
	for i := range axis.Contributions {
		item := &axis.Contributions[i]
		row := page.Row{
			Name: titleOfQuestion(doc.Answers, item.Question), Note: said(item.Option), Figures: []string{report.Signed(&item.Position), "–"},
			Spoken: "position " + report.Signed(&item.Position),
			Marks: []page.Mark{
				{Kind: page.Bar, To: item.Position, Hue: page.HueOf(item.Position)},
				{Kind: page.Value, At: item.Position, Hue: page.HueOf(item.Position)},
			},
		}
		if item.Effect != nil {
			row.Figures[1] = report.Signed(item.Effect)
			row.Spoken += ", adds " + row.Figures[1]
		}
		chart.Rows = append(chart.Rows, row)
	}
	return chart
}

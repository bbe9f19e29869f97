package pages

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/opsfit/opsfit/internal/page"
	"github.com/opsfit/opsfit/internal/report"
)

// The parts of screens.
const (
	partAbout       = "about"
	partVerdict     = "verdict"
	partWarnings    = "warnings"
	partLimits      = "limits"
	partChart       = "chart"
	partConfidence  = "confidence"
	partGates       = "gates"
	partCommitments = "commitments"
	partSteps       = "steps"
	partChanges     = "changes"
	partFound       = "found"
	partTopics      = "topics"
	partGroups      = "groups"
	partAdvice      = "advice"
	partWhatIf      = "what-if"
	partReasons     = "reasons"
	partPoints      = "points"
)

// aboutForms name what was assessed, by whom and when; then what alone.
func aboutForms(head report.Head) [][]page.Block {
	name := titleOf(head)
	return [][]page.Block{
		{page.Quiet(strings.Join(append([]string{name}, head.ByWhom(said)...), ", "))}, {page.Quiet(name)}, nil,
	}
}

// mostNamed is how many things of one kind a screen names.
const mostNamed = 5

// firstAndMore returns the first texts and, where there are more, how many.
func firstAndMore(texts []string, most int) []string {
	if len(texts) <= most {
		return texts
	}
	return append(slices.Clone(texts[:most]), fmt.Sprintf("%d more", len(texts)-most))
}

// listForms are the first of some texts, as many as each number says; 0 for none of them. Numbers that change nothing are passed
// over.
func listForms(texts []string, most ...int) [][]page.Block {
	if len(texts) == 0 {
		return nil
	}
	forms := [][]page.Block{{page.List(texts)}}
	for _, n := range most {
		switch {
		case n >= len(texts):
		case n == 0:
			forms = append(forms, nil)
		default:
			forms = append(forms, []page.Block{page.List(texts[:n])})
		}
	}
	return forms
}

// textForms are a text, and none.
func textForms(text string) [][]page.Block {
	if text == "" {
		return nil
	}
	return [][]page.Block{{page.Text(text)}, nil}
}

// headlineForms are a headline, which never gives way.
func headlineForms(headline string) [][]page.Block { return [][]page.Block{{page.Headline(headline)}} }

// withoutEnds is a chart without the words of its ends.
func withoutEnds(chart page.Chart) page.Chart {
	chart.Rows = slices.Clone(chart.Rows)
	for i := range chart.Rows {
		chart.Rows[i].Low, chart.Rows[i].High = "", ""
	}
	return chart
}

// withoutFigures is a chart without the figures of its rows.
func withoutFigures(chart page.Chart) page.Chart {
	chart.Heads, chart.Rows = nil, slices.Clone(chart.Rows)
	for i := range chart.Rows {
		chart.Rows[i].Figures = nil
	}
	return chart
}

// widestShown is how many axes a small screen keeps.
const widestShown = 2

// fewRows keeps the whole, which is the first row, and the rows with the widest gaps in their order, without the words of ends.
func fewRows(chart page.Chart) page.Chart {
	chart = withoutEnds(chart)
	order := make([]int, len(chart.Rows))
	for i := range order {
		order[i] = i
	}
	rest := order[1:]
	slices.SortStableFunc(rest, func(a, b int) int { return cmp.Compare(gapOf(&chart.Rows[b]), gapOf(&chart.Rows[a])) })
	order = order[:1+min(widestShown, len(rest))]
	slices.Sort(order)
	rows := make([]page.Row, len(order))
	for i, at := range order {
		rows[i] = chart.Rows[at]
	}
	chart.Rows = rows
	return chart
}

// gapOf is how far apart the two values of a row are: practice and situation, or before and after; 0 where one is not known.
func gapOf(row *page.Row) float64 {
	at := map[page.MarkKind]float64{}
	for _, mark := range row.Marks {
		at[mark.Kind] = mark.At
	}
	for _, pair := range [][2]page.MarkKind{{page.Practice, page.Situation}, {page.Before, page.After}} {
		from, hasFrom := at[pair[0]]
		to, hasTo := at[pair[1]]
		if hasFrom && hasTo {
			return math.Abs(to - from)
		}
	}
	return 0
}

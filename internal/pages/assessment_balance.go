package pages

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"github.com/opsfit/opsfit/internal/english"
	"github.com/opsfit/opsfit/internal/page"
	"github.com/opsfit/opsfit/internal/report"
)

// balance shows readiness beside what is called for, and what makes the practice value.
func balance(doc *report.Document) page.Section {
	section := page.Section{
		ID: "balance", Title: "Readiness, and what makes the practice value", Part: page.Body,
		Explain: []string{"readiness", "floors", "unmet"},
	}
	if doc.Verdict.Leaning == nil {
		return section
	}
	var columns page.Columns
	if levels := levelChart(doc); hasValue(levels) {
		columns = append(columns, []page.Block{levels})
	}
	if pulls := report.TopPulls(doc, pullsShown); len(pulls.Top) > 0 {
		columns = append(columns, []page.Block{pullChart(doc, pulls)})
	}
	if len(columns) > 0 {
		section.Blocks = []page.Block{columns}
	}
	section.Blocks = append(section.Blocks, unmetBlocks(doc)...)
	return section
}

// unmetShown is how many answers below their floor are told; the document holds all, the worst first.
const unmetShown = 5

// unmetBlocks tell which answers are below what the situation calls for, or not known where something is called for.
func unmetBlocks(doc *report.Document) []page.Block {
	unmet := slices.SortedStableFunc(slices.Values(doc.Verdict.Leaning.Readiness.Unmet), compareUnmet)
	if len(unmet) == 0 {
		return nil
	}
	table := page.Table{
		Caption: "What is not met, the worst first",
		Columns: []page.Column{{Title: "Question"}, {Title: "Axis"}, {Title: "Has", Number: true}, {Title: "Needs", Number: true}},
	}
	var rows [][]string
	for i := range unmet[:min(len(unmet), unmetShown)] {
		u := &unmet[i]
		rows = append(rows, []string{
			titleOfQuestion(doc.Answers, u.Question), axisTitleIn(doc, u.Axis), u.LevelWord(), report.Level(&u.Floor),
		})
	}
	table.Rows = page.RowsOf(rows...)
	blocks := []page.Block{table}
	if rest := len(unmet) - unmetShown; rest > 0 {
		blocks = append(blocks, page.Quiet(fmt.Sprintf("and %d more", rest)))
	}
	return blocks
}

// compareUnmet puts the worse of two first: a critical one, then the one farther below its floor, then a known one. What is
// unknown counts as level 0.
func compareUnmet(a, b report.Unmet) int {
	last := func(is bool) int {
		if is {
			return 1
		}
		return 0
	}
	return cmp.Or(
		last(!a.Critical)-last(!b.Critical), cmp.Compare(distance(&b), distance(&a)), last(a.Level == nil)-last(b.Level == nil),
	)
}

func distance(u *report.Unmet) float64 {
	if u.Level == nil {
		return u.Floor
	}
	return u.Floor - *u.Level
}

// axisTitleIn is the title of an axis by its id.
func axisTitleIn(doc *report.Document, id string) string {
	for _, axis := range doc.Levels() {
		if axis.ID == id {
			return said(axis.Title)
		}
	}
	return said(id)
}

// levelChart shows how far each axis is from the readiness that the situation calls for.
func levelChart(doc *report.Document) page.Chart {
	floor := floorWord(doc)
	chart := page.Chart{
		ID: "levels", Caption: "Readiness, 0 to 4, and its floor", Scale: levelScale(),
		Heads: []string{"level", floor, "short"},
		Keys: []page.Key{
			{Kind: page.Sure, Text: "holds whatever the unknown hides"},
			{Kind: page.Likely, Text: "if the unknown is like the known"},
			{Kind: page.Floor, Text: "floor: what the situation calls for"},
			{Kind: page.Shortfall, Text: "short of it"},
		},
		Behind: levelTable(doc),
	}
	if doc.Verdict.Readiness != nil {
		chart.Caption, chart.Keys[2].Text = levelFinding(doc), floor+": the least that is asked for"
	}
	for _, axis := range doc.Levels() {
		chart.Rows = append(chart.Rows, levelRow(&axis, floor))
	}
	return chart
}

// floorWord is what the least that is called for on an axis is called: a minimum in a checklist, whose verdict speaks of minimums.
func floorWord(doc *report.Document) string {
	if doc.Verdict.Readiness != nil {
		return "minimum"
	}
	return "floor"
}

// levelRow is readiness on its scale beside what is called for, under its word; nil is not drawn.
func levelRow(axis *report.ReadinessAxis, word string) page.Row {
	readiness, floor, shortfall := axis.Readiness, axis.Floor, axis.Shortfall.Value
	row := page.Row{
		Name: said(axis.Title), Spoken: levelInWords(axis, word),
		Figures: []string{levelOfAxis(axis), levelOr("–", floor), levelOr("–", shortfall)},
	}
	if readiness.Value != nil && floor != nil && shortfall != nil && *shortfall > 0 {
		row.Marks = append(row.Marks, page.Mark{Kind: page.Shortfall, At: *readiness.Value, To: *floor})
	}
	if readiness.Value != nil {
		row.Marks = append(row.Marks, page.Mark{Kind: page.Likely, To: *readiness.Value})
	}
	if readiness.Value != nil && readiness.LowerBound != nil {
		row.Marks = append(row.Marks, page.Mark{Kind: page.Sure, To: *readiness.LowerBound})
	}
	if floor != nil {
		row.Marks = append(row.Marks, page.Mark{Kind: page.Floor, At: *floor})
	}
	return row
}

func levelInWords(axis *report.ReadinessAxis, word string) string {
	readiness := axis.Readiness
	if readiness.Value == nil {
		return "readiness not scored"
	}
	value, least := axis.LevelWord(), report.Level(readiness.LowerBound)
	words := "readiness " + value + " out of 4"
	if least != report.Level(readiness.Value) {
		words += ", at least " + least
	}
	if axis.Floor != nil {
		words += ", " + word + " " + report.Level(axis.Floor)
	}
	return words
}

func levelOfAxis(axis *report.ReadinessAxis) string {
	if axis.Readiness.Value == nil {
		return "not scored"
	}
	return axis.LevelWord()
}

// levelOr writes a level; the other text where there is none.
func levelOr(missing string, value *float64) string {
	if value == nil {
		return missing
	}
	return report.Level(value)
}

func levelTable(doc *report.Document) *page.Table {
	var rows [][]string
	for _, axis := range doc.Levels() {
		rows = append(rows, []string{
			said(axis.Title), levelOfAxis(&axis), levelOr("–", axis.Readiness.LowerBound), levelOr("–", axis.Floor),
			levelOr("–", axis.Shortfall.Value), levelOr("–", axis.Shortfall.Worst),
		})
	}
	return &page.Table{
		Caption: "Readiness by axis",
		Columns: []page.Column{
			{Title: "Axis"},
			{Title: "Level", Number: true},
			{Title: "At least", Number: true},
			{Title: english.Capital(floorWord(doc)), Number: true},
			{Title: "Short by", Number: true},
			{Title: "At worst", Number: true},
		},
		Rows: page.RowsOf(rows...),
	}
}

// pullsShown is how many answers the chart of effects shows alone; the others stand together, and each in the document.
const pullsShown = 4

// pullChart shows which answers pull the practice value which way.
func pullChart(doc *report.Document, pulls report.Pulls) page.Chart {
	longest := 0.0
	for _, pull := range pulls.Top {
		longest = max(longest, math.Abs(*pull.Effect))
	}
	if pulls.Rest != nil {
		longest = max(longest, math.Abs(*pulls.Rest))
	}
	chart := page.Chart{
		ID: "pulls", Caption: "Which answers pull which way", Heads: []string{"adds"},
		Scale: page.Scale{
			Kind: page.Pull, Low: -longest, High: longest,
			Spoken: "Answers pull to the left, towards SysOps, or to the right, towards DevOps",
		},
		Note: "All answers about style add up to the practice value.",
	}
	for _, pull := range pulls.Top {
		chart.Rows = append(chart.Rows, pullRow(titleOfQuestion(doc.Answers, pull.Question), said(pull.Text), pull.Effect))
	}
	if pulls.Rest != nil {
		chart.Rows = append(chart.Rows, pullRow(english.Count(pulls.Others, "other answer")+" together", "", pulls.Rest))
	}
	return chart
}

func pullRow(name, answer string, effect *float64) page.Row {
	return page.Row{
		Name: name, Note: answer, Figures: []string{report.Signed(effect)}, Spoken: "adds " + report.Signed(effect),
		Marks: []page.Mark{{Kind: page.Bar, To: *effect, Hue: page.HueOf(*effect)}},
	}
}

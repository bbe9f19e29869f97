package pages

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/opsfit/opsfit/internal/english"
	"github.com/opsfit/opsfit/internal/page"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/report"
	"github.com/opsfit/opsfit/internal/verdict"
)

// The parts of screens.
const (
	partAbout      = "about"
	partVerdict    = "verdict"
	partWarnings   = "warnings"
	partLimits     = "limits"
	partChart      = "chart"
	partConfidence = "confidence"
	partGates      = "gates"
	partSteps      = "steps"
	partWhatIf     = "what-if"
)

// assessmentScreen is the verdict and what to deal with before it, its chart, how sure it is, the gates, and where to begin.
func assessmentScreen(doc *report.Document, told *verdict.Telling) page.Screen {
	var screen page.Screen
	screen.Add(page.ScreenPart{ID: partAbout, Forms: aboutForms(doc.Head())})
	screen.Add(page.ScreenPart{ID: partWhatIf, Close: true, Forms: supposedForms(doc)})
	screen.Add(page.ScreenPart{ID: partVerdict, Close: true, Forms: [][]page.Block{{page.Headline(told.Headline)}}})
	screen.Add(page.ScreenPart{ID: partWarnings, Close: true, Forms: warningForms(doc, told)})
	screen.Add(page.ScreenPart{ID: partLimits, Close: true, Forms: sentenceForms(heldOrOpen(doc, told))})
	screen.Add(page.ScreenPart{ID: partChart, Forms: verdictChartForms(doc)})
	screen.Add(page.ScreenPart{ID: partConfidence, Close: true, Forms: confidenceForms(doc, told)})
	screen.Add(page.ScreenPart{ID: partGates, Forms: gatesForms(doc)})
	screen.Add(page.ScreenPart{ID: partSteps, Close: len(doc.Gates) > 0, Forms: beginForms(doc)})
	screen.Shrink = []string{
		partChart, partWarnings, partLimits, partChart, partAbout, partWhatIf, partSteps, partChart, partAbout, partLimits,
		partChart, partConfidence, page.NextPart, partWarnings, partGates, partSteps, partChart,
	}
	return screen
}

// heldOrOpen are what limits change, what could still be, or what an outcome means.
func heldOrOpen(doc *report.Document, told *verdict.Telling) []string {
	if q := doc.Verdict.Quadrant; q != nil {
		return nonEmpty(said(q.Sentence))
	}
	return slices.Concat(told.Limits, nonEmpty(told.Range))
}

// aboutForms name what was assessed, by whom and when; then what alone.
func aboutForms(head report.Head) [][]page.Block {
	name := titleOf(head)
	return [][]page.Block{
		{page.Quiet(strings.Join(append([]string{name}, head.ByWhom(said)...), ", "))}, {page.Quiet(name)}, nil,
	}
}

// sentenceForms are all sentences, the first alone, and none.
func sentenceForms(sentences []string) [][]page.Block {
	if len(sentences) == 0 {
		return nil
	}
	all := make([]page.Block, len(sentences))
	for i, sentence := range sentences {
		all[i] = page.Text(sentence)
	}
	return [][]page.Block{all, all[:1], nil}
}

// supposedForms say of a what-if what was supposed, and which figures that moves.
func supposedForms(doc *report.Document) [][]page.Block {
	if doc.WhatIf == nil {
		return nil
	}
	var facts factList
	for _, change := range doc.WhatIf.Changes {
		facts.add("Supposed", said(cmp.Or(change.Title, change.Question))+" "+supposedAnswer(change.To, change.ToText))
	}
	supposed := len(facts)
	facts.add("Changes", cmp.Or(strings.Join(whatChanges(doc), "; "), "nothing"))
	return [][]page.Block{{page.Facts{Items: facts}}, {page.Facts{Items: facts[:supposed]}}}
}

// whatChanges are the figures of a what-if that the chart does not show, each before and after.
func whatChanges(doc *report.Document) []string {
	var changes []string
	for _, change := range changedFigures(doc.WhatIf.Before.Verdict, doc.Verdict).Items {
		shown := change.Label == "Practice" || change.Label == "Situation"
		if change.Before != change.After && !shown {
			changes = append(changes, english.Lower(change.Label)+" "+change.Before+" -> "+change.After)
		}
	}
	return changes
}

// supposedAnswer is an answer in words; a status is no quotation.
func supposedAnswer(word, text string) string {
	if slices.Contains(questionnaire.ReservedOptions(), word) {
		return text
	}
	return english.Quote(said(text))
}

// mostNamed is how many things of one kind a screen names.
const mostNamed = 5

// warningForms name what to deal with before the advice: the critical and the high warnings by title, then the gravest.
func warningForms(doc *report.Document, told *verdict.Telling) [][]page.Block {
	if told.First == "" {
		return nil
	}
	short := []page.Block{page.Text(told.First)}
	cards, counts, total := page.Cards{Layout: page.Lines}, []string{}, 0
	for _, severity := range []questionnaire.Severity{questionnaire.Critical, questionnaire.High} {
		titles := warningTitles(doc, severity)
		if len(titles) == 0 {
			continue
		}
		named := firstAndMore(titles, max(mostNamed-total, 1))
		cards.Items = append(cards.Items, page.Card{
			Tag: strings.ToUpper(string(severity)), Weight: weightOf(string(severity)), Title: english.List(named),
		})
		counts, total = append(counts, fmt.Sprintf("%d %s", len(titles), severity)), total+len(titles)
	}
	if total < 2 {
		return [][]page.Block{short}
	}
	return [][]page.Block{{page.Text("First deal with " + english.List(counts) + " warnings:"), cards}, short}
}

// warningTitles are the titles of the warnings of a severity that are not exempted.
func warningTitles(doc *report.Document, severity questionnaire.Severity) []string {
	var titles []string
	for i := range doc.Warnings {
		if warning := &doc.Warnings[i]; !warning.Exempted && warning.Severity == string(severity) {
			titles = append(titles, said(warningName(warning.ID, warning.Title, warning.Text)))
		}
	}
	return titles
}

// firstAndMore returns the first texts and, where there are more, how many.
func firstAndMore(texts []string, most int) []string {
	if len(texts) <= most {
		return texts
	}
	return append(slices.Clone(texts[:most]), fmt.Sprintf("%d more", len(texts)-most))
}

// confidenceForms say how sure the advice is and why, then only how sure. Without an advice there is nothing to be sure of.
func confidenceForms(doc *report.Document, told *verdict.Telling) [][]page.Block {
	if doc.Verdict.Leaning == nil || doc.Verdict.Leaning.Confidence == "" {
		return nil
	}
	return [][]page.Block{{page.Text(told.Confidence)}, {page.Text("Confidence is " + said(doc.Verdict.Leaning.Confidence) + ".")}}
}

func gatesForms(doc *report.Document) [][]page.Block {
	if gates := GatesInShort(doc); gates != "" {
		return [][]page.Block{{page.Text(gates)}}
	}
	return nil
}

// beginForms are the steps to begin with by title, then the first of them.
func beginForms(doc *report.Document) [][]page.Block {
	first, _, _ := steps(doc)
	var facts factList
	for _, step := range first {
		facts.add("Begin with", said(step.Title))
	}
	if len(facts) == 0 {
		return nil
	}
	return [][]page.Block{{page.Facts{Items: facts}}, {page.Facts{Items: facts[:1]}}, nil}
}

// verdictChartForms are the chart of a verdict: with what the ends of each axis mean, without, with the whole and the two axes that
// are farthest apart, the same without its keys, the whole alone, and none.
func verdictChartForms(doc *report.Document) [][]page.Block {
	if doc.Verdict.Quadrant != nil {
		return outcomeChartForms(doc)
	}
	chart := screenLines(doc)
	without := func(change func(*page.Chart)) page.Chart {
		changed := chart
		changed.Rows = slices.Clone(chart.Rows)
		for i := range changed.Rows {
			changed.Rows[i].Low, changed.Rows[i].High = "", ""
		}
		change(&changed)
		return changed
	}
	few := func(c *page.Chart) { c.Rows = slices.Insert(widest(doc, c.Rows[1:]), 0, c.Rows[0]) }
	return [][]page.Block{
		{chart},
		{without(func(*page.Chart) {})},
		{without(few)},
		{without(func(c *page.Chart) { few(c); c.Keys = nil })},
		{without(func(c *page.Chart) { c.Rows, c.Keys = c.Rows[:1], nil })},
		nil,
	}
}

// screenLines is the chart of practice and situation; the words at its ends say what its caption would.
func screenLines(doc *report.Document) page.Chart {
	chart := lineChart(doc)
	chart.Caption, chart.Behind, chart.Keys = "", nil, []page.Key{
		{Kind: page.Practice, Text: "how you work"},
		{Kind: page.Situation, Text: "what the service calls for"},
		{Kind: page.Wanted, Text: "wanted behind a limit"},
		{Kind: page.Limit, Text: "limit"},
		{Kind: page.Range, Text: "possible, with what is unknown"},
	}
	return chart
}

// widestShown is how many axes a small screen keeps.
const widestShown = 2

// widest returns the rows of the axes with the widest gaps, in the order of the axes. A gap that is not known counts as none.
func widest(doc *report.Document, rows []page.Row) []page.Row {
	gap := func(i int) float64 {
		if doc.Axes[i].Gap == nil {
			return 0
		}
		return math.Abs(*doc.Axes[i].Gap)
	}
	order := make([]int, len(rows))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(gap(b), gap(a)) })
	order = order[:min(widestShown, len(order))]
	slices.Sort(order)
	kept := make([]page.Row, len(order))
	for i, at := range order {
		kept[i] = rows[at]
	}
	return kept
}

// outcomeChartForms are the chart of every metric, of the two groups, and none.
func outcomeChartForms(doc *report.Document) [][]page.Block {
	all, groups := metricChart(doc), groupChart(doc.Verdict.Quadrant, "")
	all.Caption, all.Note, all.Behind, groups.Behind = "", "", nil, nil
	all.Heads = all.Heads[:2]
	for i := range all.Rows {
		all.Rows[i].Figures = all.Rows[i].Figures[:2]
	}
	all.Rows = append(slices.Clone(groups.Rows), all.Rows...)
	bare := groups
	bare.Keys = nil
	return [][]page.Block{{all}, {groups}, {bare}, nil}
}

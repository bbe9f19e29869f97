package pages

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/opsfit/opsfit/internal/english"
	"github.com/opsfit/opsfit/internal/page"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/report"
	"github.com/opsfit/opsfit/internal/verdict"
)

// whatIfLead stands before a headline that is about supposed answers.
const whatIfLead = "What if: "

// tell is a result in sentences. The headline says of a what-if that it is one.
func tell(doc *report.Document) verdict.Telling {
	told := verdict.Shipped().Tell(doc, said[string], refToAnswer[string])
	if doc.WhatIf != nil {
		told.Headline = whatIfLead + told.Headline
	}
	return told
}

// verdictSection is the verdict, how sure it is, its chart and the overall figures.
func verdictSection(doc *report.Document, told *verdict.Telling) page.Section {
	words := []page.Block{page.Headline(told.Headline)}
	words = append(words, listBlock(told.Reasons)...)
	for _, text := range nonEmpty(told.First, told.Confidence) {
		words = append(words, page.Text(text))
	}
	ruler, tiles := fitRuler(doc, told), keyFigures(doc)
	if len(ruler) > 0 {
		tiles = slices.DeleteFunc(tiles, func(fact page.Fact) bool { return fact.Label == labelFit })
	}
	words = append(words, ruler...)
	if len(tiles) > 0 {
		words = append(words, page.Facts{Items: tiles, Tiles: true})
	}
	return page.Section{
		ID: "verdict", Title: "Verdict", Part: page.Lead, Blocks: besideChart(words, verdictChart(doc)),
	}
}

// reasons are the sentences about a verdict that its section does not say.
func reasons(doc *report.Document, told *verdict.Telling) page.Section {
	hasRuler := len(fitRuler(doc, told)) > 0
	section := listSection("why", "Why this verdict", slices.DeleteFunc(why(doc, told), func(sentence string) bool {
		return hasRuler && sentence == told.Fit
	}))
	section.Explain = explainFigures(doc.Verdict.Kind())
	return section
}

// why are the other sentences about a verdict, what a limit holds first.
func why(doc *report.Document, told *verdict.Telling) []string {
	if q := doc.Verdict.Quadrant; q != nil {
		return nonEmpty(slices.Concat(told.Outcomes, []string{said(q.Sentence)}, sayAll(q.Sentences))...)
	}
	return nonEmpty(slices.Concat(
		told.Limits, []string{told.Apart, told.Scale, told.Fit}, told.Readiness, []string{told.More}, told.Next, []string{told.Range},
	)...)
}

// verdictChart shows the verdict: the line between the poles, whose figures are told axis by axis, the levels of a checklist, or the
// quadrant; nil where nothing is scored.
func verdictChart(doc *report.Document) page.Block {
	if doc.Verdict.Quadrant != nil {
		return quadrantPlot(doc.Verdict.Quadrant)
	}
	chart := page.Chart{}
	if doc.Verdict.Readiness != nil {
		chart = levelChart(doc)
	} else {
		chart = lineChart(doc)
		chart.Behind = nil
	}
	if !hasValue(chart) {
		return nil
	}
	return chart
}

// whatIf says, in front of everything else, that the page is about a supposed result, what was supposed, and what that
// changes; it is empty for a page about given answers.
func whatIf(doc *report.Document) page.Section {
	section := page.Section{ID: "what-if", Title: titleWhatIf, Part: page.Lead, Notice: true}
	if doc.WhatIf == nil {
		return section
	}
	section.Blocks = []page.Block{
		page.Text(doc.WhatIf.Intro()),
		page.Columns{{supposedAnswers(doc)}, {changedFigures(doc.WhatIf.Before.Verdict, doc.Verdict)}},
	}
	if report.Advises(doc) {
		changes := report.CompareWarnings(doc.WhatIf.Before.Warnings, report.ActiveWarnings(doc))
		section.Blocks = append(section.Blocks, page.List(warningChanges(changes)))
	}
	return section
}

func supposedAnswers(doc *report.Document) page.Changes {
	block := page.Changes{Caption: "What was supposed", What: "Question", Before: "As answered", After: "What if"}
	for _, change := range doc.WhatIf.Changes {
		block.Items = append(block.Items, page.Change{
			Label:  refToAnswer(change.Question, cmp.Or(change.Title, change.Question)),
			Before: given(change.From, change.FromText), After: given(change.To, change.ToText),
		})
	}
	return block
}

// given is an answer in words; a status is no quotation.
func given(word, text string) string {
	if slices.Contains(questionnaire.ReservedOptions(), word) {
		return text
	}
	return english.Quote(said(text))
}

// changedFigures puts the overall figures of two verdicts of one kind beside each other.
func changedFigures(before, after report.Verdict) page.Changes {
	block := page.Changes{Caption: "What that changes", What: "Figure", Before: "As answered", After: "What if"}
	then := figures(after)
	for i, fact := range figures(before) {
		change := page.Change{Label: fact.Label, Before: fact.Value, After: then[i].Value}
		if fact.Label == labelReadiness {
			change.Before, change.After = readinessMove(
				before.OverallReadiness().Readiness, after.OverallReadiness().Readiness, levelOutOf)
		}
		block.Items = append(block.Items, change)
	}
	return block
}

// warningChanges tells which warnings come and go, those for the better first; never empty.
func warningChanges(c report.WarningChanges) []string {
	if c.IsNone() {
		return []string{"No warning comes or goes."}
	}
	nameOf := func(w *report.ActiveWarning) string { return said(warningName(w.ID, w.Title, w.Text)) }
	var sentences []string
	for _, w := range c.Gone {
		sentences = append(sentences, fmt.Sprintf("Gone: %s %s", strings.ToUpper(w.Severity), nameOf(&w)))
	}
	for _, w := range c.Regraded {
		sentences = append(sentences,
			fmt.Sprintf("Now %s, no longer %s: %s", strings.ToUpper(w.Severity), strings.ToUpper(w.Was), nameOf(&w.ActiveWarning)))
	}
	for _, w := range c.New {
		sentences = append(sentences, fmt.Sprintf("New: %s %s", strings.ToUpper(w.Severity), nameOf(&w)))
	}
	return sentences
}

package pages

import (
	"fmt"
	"slices"
	"strings"

	"github.com/opsfit/opsfit/internal/english"
	"github.com/opsfit/opsfit/internal/page"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/report"
)

// headline is the verdict in one sentence, which says of a what-if that it is one.
func headline(doc *report.Document) string {
	if doc.WhatIf != nil {
		return "What if: " + verdictSentence(doc.Verdict)
	}
	return verdictSentence(doc.Verdict)
}

func verdictSentence(v report.Verdict) string {
	if v.Quadrant != nil && v.Quadrant.Sentence != "" {
		return said(v.Quadrant.Sentence)
	}
	return report.Headline(v)
}

// verdict is the verdict, why it is so, its chart and the overall figures.
func verdict(doc *report.Document) page.Section {
	return page.Section{
		ID: "verdict", Title: "Verdict", Part: page.Lead, Explain: explainFigures(doc.Verdict.Quadrant != nil),
		Blocks: []page.Block{
			page.Columns{{page.Headline(headline(doc)), page.List(why(doc))}, {verdictChart(doc)}},
			page.Facts{Items: figures(doc.Verdict), Tiles: true},
		},
	}
}

// verdictChart shows the verdict: the line between the poles, or the quadrant.
func verdictChart(doc *report.Document) page.Block {
	if doc.Verdict.Quadrant != nil {
		return quadrantPlot(doc.Verdict.Quadrant)
	}
	return lineChart(doc)
}

// figures are the overall numbers of a verdict with their words.
func figures(v report.Verdict) []page.Fact {
	return factsOf(report.Figures(v))
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
		page.Columns{{supposedAnswers(doc.WhatIf.Changes)}, {changedFigures(doc.WhatIf.Before.Verdict, doc.Verdict)}},
	}
	if report.Advises(doc) {
		changes := report.CompareWarnings(doc.WhatIf.Before.Warnings, report.ActiveWarnings(doc))
		section.Blocks = append(section.Blocks, page.List(warningChanges(changes)))
	}
	return section
}

func supposedAnswers(changes []report.Change) page.Changes {
	block := page.Changes{Caption: "What was supposed", What: "Question", Before: "As answered", After: "What if"}
	for _, change := range changes {
		block.Items = append(block.Items, page.Change{
			Label: said(change.Question), Before: given(change.From, change.FromText), After: given(change.To, change.ToText),
		})
	}
	return block
}

// given is an answer in words, with its id in brackets; a status is no quotation.
func given(word, text string) string {
	if slices.Contains(questionnaire.ReservedOptions(), word) {
		return text
	}
	return english.Quote(said(text)) + " (" + said(word) + ")"
}

// changedFigures puts two verdicts of one kind beside each other: the sentence, then each overall figure.
func changedFigures(before, after report.Verdict) page.Changes {
	block := page.Changes{Caption: "What that changes", What: "Figure", Before: "As answered", After: "What if"}
	block.Items = append(block.Items, page.Change{Label: "Verdict", Before: verdictSentence(before), After: verdictSentence(after)})
	then := figures(after)
	for i, fact := range figures(before) {
		block.Items = append(block.Items, page.Change{Label: fact.Label, Before: fact.Value, After: then[i].Value})
	}
	return block
}

// warningChanges tells which warnings come and go, those for the better first; never empty.
func warningChanges(c report.WarningChanges) []string {
	if c.IsNone() {
		return []string{"No warning comes or goes."}
	}
	var sentences []string
	for _, w := range c.Gone {
		sentences = append(sentences, fmt.Sprintf("Gone: %s %s", strings.ToUpper(w.Severity), said(w.Text)))
	}
	for _, w := range c.Regraded {
		sentences = append(sentences,
			fmt.Sprintf("Now %s, no longer %s: %s", strings.ToUpper(w.Severity), strings.ToUpper(w.Was), said(w.Text)))
	}
	for _, w := range c.New {
		sentences = append(sentences, fmt.Sprintf("New: %s %s", strings.ToUpper(w.Severity), said(w.Text)))
	}
	return sentences
}

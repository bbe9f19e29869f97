package pages

import (
	"fmt"
	"strings"

	"github.com/opsfit/opsfit/internal/page"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/report"
)

// firstSteps are the steps to begin with, each with its reasons to be opened. It is empty where the questionnaire has no advice.
func firstSteps(doc *report.Document) page.Section {
	section := page.Section{ID: "first", Title: "What to do first", Part: page.Body}
	first, _, _ := steps(doc)
	switch {
	case !report.Advises(doc):
		return section
	case len(first) == 0:
		section.Blocks = []page.Block{page.Text("No step is recommended.")}
		return section
	}
	section.Explain = []string{"ranking"}
	section.Blocks = []page.Block{page.Cards{From: 1, Checklist: true, Layout: page.Grid, Items: stepCards(first, true)}}
	return section
}

// firstShown is how many steps a page puts in front: more than three is a list nobody starts.
const firstShown = 3

// steps are those to begin with, the other ones for now, and those that must wait.
func steps(doc *report.Document) (first, further, later []*report.Recommendation) {
	for i := range doc.Recommendations {
		switch item := &doc.Recommendations[i]; {
		case !item.IsNow():
			later = append(later, item)
		case len(first) < firstShown:
			first = append(first, item)
		default:
			further = append(further, item)
		}
	}
	return first, further, later
}

// furtherSteps are the other steps for now, numbered on.
func furtherSteps(doc *report.Document) page.Section {
	section := page.Section{ID: "then", Title: "Also worth doing now", Part: page.Detail}
	if first, further, _ := steps(doc); len(further) > 0 {
		section.Blocks = []page.Block{page.Cards{From: len(first) + 1, Layout: page.Grid, Items: stepCards(further, false)}}
	}
	return section
}

// laterSteps are what has to wait, each with what must come first.
func laterSteps(doc *report.Document) page.Section {
	section := page.Section{ID: "later", Title: "For later, and what must come first", Part: page.Detail}
	_, _, later := steps(doc)
	if len(later) == 0 {
		return section
	}
	cards := stepCards(later, false)
	for i, step := range later {
		var after []page.Fact
		for _, condition := range step.After {
			after = append(after, page.Fact{Label: "After", Value: said(condition)})
		}
		if len(after) > 0 {
			cards[i].Blocks = append([]page.Block{page.Facts{Items: after}}, cards[i].Blocks...)
		}
	}
	section.Blocks = []page.Block{page.Cards{Layout: page.Grid, Items: cards}}
	return section
}

// stepCards shows what to do first, and folds the reasons. Steps in front say because of what they are there.
func stepCards(steps []*report.Recommendation, inFront bool) []page.Card {
	cards := make([]page.Card, len(steps))
	for i, step := range steps {
		blocks := []page.Block{page.Text(said(step.FirstStep))}
		if step.SaidBy != nil {
			blocks = append(blocks, page.Text("From the answers of "+step.SaidBy.Words()+"."))
		}
		short := report.BecauseInShort(step.Because, step.SaidBy, said)
		full := report.BecauseInFull(step.Because, step.SaidBy, said)
		if inFront && short != "" {
			blocks = append(blocks, page.Quiet("Because "+short))
			if short == full {
				full = ""
			}
		}
		fold := page.Fold{Title: "Why, and what comes then", Blocks: []page.Block{page.Facts{Items: stepReasons(step, full)}}}
		cards[i] = page.Card{Title: said(step.Title), Blocks: append(blocks, fold)}
	}
	return cards
}

// stepReasons are what comes after the first step, why, and what it rests on.
func stepReasons(step *report.Recommendation, because string) []page.Fact {
	var facts []page.Fact
	for _, fact := range []page.Fact{
		{Label: "Then", Value: said(step.Then)},
		{Label: "Why", Value: said(step.Why)},
		{Label: "Effect", Value: said(step.Effect)},
		{Label: "Avoid", Value: said(step.AntiPattern)},
		{Label: "Effort", Value: fmt.Sprintf("%s, for an impact of %d out of 5", report.EffortWord(step.Effort), step.Impact)},
		{Label: "Because", Value: because},
		{Label: "Id", Value: fmt.Sprintf("%s (%s, %s)", said(step.ID), said(step.Axis), step.Tier)},
	} {
		if fact.Value != "" {
			facts = append(facts, fact)
		}
	}
	return facts
}

// warnings are what the answers warn of. It is empty where the questionnaire has no advice.
func warnings(doc *report.Document) page.Section {
	section := page.Section{ID: "warnings", Title: titleWarnings, Part: page.Body}
	switch {
	case !report.Advises(doc):
		return section
	case len(doc.Warnings) == 0:
		section.Blocks = []page.Block{page.Text("None.")}
		return section
	}
	cards := page.Cards{Layout: page.Lines}
	for i := range doc.Warnings {
		cards.Items = append(cards.Items, warningCard(&doc.Warnings[i], report.ExemptionOf(doc, doc.Warnings[i].ID)))
	}
	section.Blocks = []page.Block{cards}
	return section
}

func warningCard(warning *report.Warning, exemption *report.Exemption) page.Card {
	card := page.Card{
		Tag: strings.ToUpper(warning.Severity), Weight: weightOf(warning.Severity),
		Title: said(warningName(warning.ID, warning.Title, warning.Text)),
	}
	if warning.Title != warning.ID {
		card.Blocks = append(card.Blocks, page.Text(said(warning.Text)))
	}
	if warning.Why != "" {
		card.Blocks = append(card.Blocks, page.Text(said(warning.Why)))
	}
	if sentence := warning.SaidBySentence(); sentence != "" {
		card.Blocks = append(card.Blocks, page.Text(sentence))
	}
	if causes := report.BecauseInFull(warning.Because, warning.SaidBy, said); causes != "" {
		card.Blocks = append(card.Blocks, page.Quiet("Because "+causes))
	}
	if exemption != nil {
		card.Blocks = append(card.Blocks, page.Text("Exempted "+report.ExemptedWords(exemption, said)))
	}
	return card
}

// warningName is the short title of a warning; its text where the catalogue gives none, so that the title is the id.
func warningName(id, title, text string) string {
	if title == "" || title == id {
		return text
	}
	return title
}

func weightOf(severity string) page.Weight {
	switch questionnaire.Severity(severity) {
	case questionnaire.Critical:
		return page.Heaviest
	case questionnaire.High:
		return page.Heavy
	default:
		return page.Light
	}
}

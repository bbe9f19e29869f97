package pages

import (
	"fmt"
	"strings"

	"github.com/opsfit/opsfit/internal/english"
	"github.com/opsfit/opsfit/internal/page"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/report"
)

// firstSteps are the steps to begin with, each with its reasons to be opened. It is empty where the questionnaire has no advice.
func firstSteps(doc *report.Document) page.Section {
	section := page.Section{ID: "first", Title: report.TitleFirst, Part: page.Body}
	story := report.Tell(doc)
	switch {
	case !story.Advises:
		return section
	case len(story.First) == 0:
		section.Blocks = []page.Block{page.Text(report.NoSteps)}
		return section
	}
	cards := page.Cards{From: 1, Checklist: true, Layout: page.Grid}
	for i := range story.First {
		cards.Items = append(cards.Items, stepCard(&story.First[i]))
	}
	section.Explain = []string{"ranking"}
	section.Blocks = []page.Block{cards}
	return section
}

func stepCard(step *report.Recommendation) page.Card {
	card := page.Card{Title: said(step.Title), Blocks: []page.Block{page.Text(said(step.FirstStep))}}
	if causes := causesInShort(step.Because); causes != "" {
		card.Blocks = append(card.Blocks, page.Quiet("Because "+causes))
	}
	reasons := page.Facts{Items: stepReasons(step)}
	card.Blocks = append(card.Blocks, page.Fold{Title: "Why, and what comes then", Blocks: []page.Block{reasons}})
	return card
}

func stepReasons(step *report.Recommendation) []page.Fact {
	var facts []page.Fact
	for _, fact := range []page.Fact{
		{Label: "Then", Value: said(step.Then)},
		{Label: "Why", Value: said(step.Why)},
		{Label: "Effect", Value: said(step.Effect)},
		{Label: "Avoid", Value: said(step.AntiPattern)},
		{Label: "Effort", Value: fmt.Sprintf("%s, for an impact of %d of 5", report.EffortWord(step.Effort), step.Impact)},
		{Label: "Because", Value: causesInFull(step.Because)},
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
	section := page.Section{ID: "warnings", Title: report.TitleWarning, Part: page.Body}
	switch {
	case !report.Advises(doc):
		return section
	case len(doc.Warnings) == 0:
		section.Blocks = []page.Block{page.Text(report.NoWarnings)}
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
		Tag: strings.ToUpper(warning.Severity), Weight: weightOf(warning.Severity), Title: said(warning.Text),
	}
	if warning.Why != "" {
		card.Blocks = append(card.Blocks, page.Text(said(warning.Why)))
	}
	if causes := causesInFull(warning.Because); causes != "" {
		card.Blocks = append(card.Blocks, page.Quiet("Because "+causes))
	}
	if exemption != nil {
		card.Blocks = append(card.Blocks, page.Text("Exempted "+report.ExemptedWords(exemption)))
	}
	return card
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

// causesInShort names the first answers that something follows from, and counts the others.
func causesInShort(causes []report.Cause) string {
	parts := causeWords(causes)
	if rest := len(causes) - len(parts); rest > 0 {
		parts = append(parts, fmt.Sprintf("and %d more", rest))
	}
	return strings.Join(parts, "; ")
}

// causesInFull names all answers that something follows from, those beyond the first ones by their ids.
func causesInFull(causes []report.Cause) string {
	words := strings.Join(causeWords(causes), "; ")
	if len(causes) <= report.CausesShown {
		return words
	}
	var ids []string
	for _, cause := range causes[report.CausesShown:] {
		ids = append(ids, said(cause.Question))
	}
	return words + "; also " + strings.Join(ids, ", ")
}

func causeWords(causes []report.Cause) []string {
	var parts []string
	for _, cause := range causes[:min(len(causes), report.CausesShown)] {
		answer := said(cause.Text)
		if cause.Option == "" {
			answer = "(" + answer + ")"
		} else {
			answer = english.Quote(answer)
		}
		parts = append(parts, said(cause.Question)+" "+answer)
	}
	return parts
}

package web

import (
	"fmt"
	"strings"

	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/report"
)

func firstSection(story report.Story) Section {
	if !story.Advises {
		return Section{}
	}
	section := Section{ID: "first", Title: report.TitleFirst}
	if len(story.First) == 0 {
		section.Blocks = []Block{{Text: report.NoSteps}}
		return section
	}
	cards := &Cards{From: 1, Layout: Grid}
	for _, step := range story.First {
		cards.Items = append(cards.Items, stepCard(step))
	}
	section.Blocks = []Block{{Cards: cards}}
	return section
}

// stepCard shows what to do and because of what; the reasons are folded.
func stepCard(step report.Recommendation) Card {
	blocks := []Block{{Text: step.FirstStep}}
	blocks = append(blocks, becauseBlocks(report.BecauseInShort(step.Because))...)
	more := &Fold{Title: "Why, and what comes then", Blocks: []Block{{Facts: stepFacts(step)}}}
	return Card{Title: step.Title, Blocks: append(blocks, Block{Fold: more})}
}

func becauseBlocks(causes string) []Block {
	if causes == "" {
		return nil
	}
	return []Block{{Quiet: "Because " + causes}}
}

func stepFacts(step report.Recommendation) []report.Fact {
	var facts []report.Fact
	for _, fact := range []report.Fact{
		{Label: "Then", Value: step.Then},
		{Label: "Why", Value: step.Why},
		{Label: "Effect", Value: step.Effect},
		{Label: "Avoid", Value: step.AntiPattern},
		{Label: "Effort", Value: fmt.Sprintf("%s, for an impact of %d of 5", report.EffortWord(step.Effort), step.Impact)},
		{Label: "Because", Value: report.BecauseInFull(step.Because)},
		{Label: "Id", Value: fmt.Sprintf("%s (%s, %s)", step.ID, step.Axis, step.Tier)},
	} {
		if strings.TrimSpace(fact.Value) != "" {
			facts = append(facts, fact)
		}
	}
	return facts
}

func thenSection(story report.Story) Section {
	if len(story.Then) == 0 {
		return Section{}
	}
	cards := &Cards{From: len(story.First) + 1, Layout: Grid}
	for _, step := range story.Then {
		cards.Items = append(cards.Items, stepCard(step))
	}
	return Section{ID: "then", Title: report.TitleThen, Blocks: []Block{{Cards: cards}}}
}

// laterSection shows what has to wait, each with what must come first.
func laterSection(story report.Story) Section {
	if len(story.Later) == 0 {
		return Section{}
	}
	cards := &Cards{Layout: Grid}
	for _, step := range story.Later {
		card := stepCard(step)
		var after []report.Fact
		for _, condition := range step.After {
			after = append(after, report.Fact{Label: "After", Value: condition})
		}
		if len(after) > 0 {
			card.Blocks = append([]Block{{Facts: after}}, card.Blocks...)
		}
		cards.Items = append(cards.Items, card)
	}
	return Section{ID: "later", Title: report.TitleLater, Blocks: []Block{{Cards: cards}}}
}

func warningSection(doc *report.Document, story report.Story) Section {
	if !story.Advises {
		return Section{}
	}
	section := Section{ID: "warnings", Title: report.TitleWarning}
	if len(doc.Warnings) == 0 {
		section.Blocks = []Block{{Text: report.NoWarnings}}
		return section
	}
	cards := &Cards{Layout: Lines}
	for _, warning := range doc.Warnings {
		cards.Items = append(cards.Items, warningCard(warning, report.ExemptionOf(doc, warning.ID)))
	}
	section.Blocks = []Block{{Cards: cards}}
	return section
}

func warningCard(warning report.Warning, exemption *report.Exemption) Card {
	card := Card{Tag: strings.ToUpper(warning.Severity), Weight: weightOf(warning.Severity), Title: warning.Text}
	if warning.Why != "" {
		card.Blocks = append(card.Blocks, Block{Text: warning.Why})
	}
	card.Blocks = append(card.Blocks, becauseBlocks(report.BecauseInFull(warning.Because))...)
	if exemption != nil {
		card.Blocks = append(card.Blocks, Block{Text: "Exempted " + report.ExemptedWords(exemption)})
	}
	return card
}

func weightOf(severity string) Weight {
	switch questionnaire.Severity(severity) {
	case questionnaire.Critical:
		return Heaviest
	case questionnaire.High:
		return Heavy
	default:
		return Light
	}
}

package pages

import (
	"fmt"
	"slices"
	"strings"

	"github.com/opsfit/opsfit/internal/adr"
	"github.com/opsfit/opsfit/internal/english"
	"github.com/opsfit/opsfit/internal/page"
	"github.com/opsfit/opsfit/internal/report"
	"github.com/opsfit/opsfit/internal/score"
	"github.com/opsfit/opsfit/internal/verdict"
)

// Record is a decision record drafted from a result, in the parts of a Markdown Architectural Decision Record (MADR 4). It
// proposes; people decide, and edit it. The facts that a later result is held against are hidden in it; an error is one of
// their encoding.
func Record(doc *report.Document) (page.Page, error) {
	facts := adr.FactsOf(doc)
	hidden, err := facts.Comment()
	if err != nil {
		return page.Page{}, err
	}
	record := leaningRecord
	switch {
	case doc.Verdict.Quadrant != nil:
		record = quadrantRecord
	case doc.Verdict.Readiness != nil:
		record = stateRecord
	}
	told := verdict.Shipped().Tell(doc, said[string], refToAnswer[string])
	p := record(doc, &facts, &told)
	if doc.WhatIf != nil {
		p.Title = whatIfLead + p.Title
		p.Sections[0].Blocks = append(p.Sections[0].Blocks, page.Text(doc.WhatIf.Note()))
	}
	explained := page.Section{Explain: []string{"record"}}
	p.Sections = append(p.Sections, page.Section{ID: "origin", Title: "More Information", Blocks: []page.Block{
		page.Text(draftedBy(doc)),
		page.Text("It proposes; the decision is that of the people named above."),
		// It stands here as a text, since the facts end the record.
		page.Quiet(page.ExplainedBy + " " + explained.ExplainCommand()),
		page.Hidden(hidden),
	}})
	return p, nil
}

func leaningRecord(doc *report.Document, facts *adr.Facts, told *verdict.Telling) page.Page {
	support := slices.Concat(nonEmpty(told.First, told.Confidence), why(doc, withoutShortfall(doc, told)), told.Borderline)
	outcome := []page.Block{page.Text(proposal(adr.Proposed(doc.Verdict.Leaning).Title(), told)), page.List(support), consequences(doc)}
	return choice{
		title:    recordTitle(doc),
		question: fmt.Sprintf("How should %s be run: the DevOps way, the SysOps way, or with both combined?", serviceOf(doc)),
		drivers:  drivers(doc), options: optionTitles(adr.Options()), outcome: outcome, arguments: optionCards(doc),
		revisit: revisit(doc, facts, told),
	}.record(doc)
}

// choice is what a record of one choice among options has of its own.
type choice struct {
	title, question  string
	drivers, outcome []page.Block
	options          page.List
	arguments        page.Cards
	revisit          []string
}

func (c choice) record(doc *report.Document) page.Page {
	return page.Page{
		Title: c.title,
		Sections: []page.Section{
			recordContext(doc, c.question),
			{ID: "drivers", Title: adr.TitleDrivers, Blocks: c.drivers},
			{ID: "options", Title: "Considered Options", Blocks: []page.Block{c.options}},
			{ID: "outcome", Title: adr.TitleOutcome, Blocks: c.outcome},
			{ID: "arguments", Title: "Pros and Cons of the Options", Blocks: []page.Block{c.arguments}},
			{ID: "dissent", Title: adr.TitleDissent, Blocks: listBlock(dissent(doc))},
			{ID: "steps", Title: adr.TitleSteps, Blocks: recordSteps(doc)},
			{ID: "revisit", Title: "When to Revisit", Blocks: listBlock(append(c.revisit, ages(doc)...))},
		},
	}
}

// withoutShortfall leaves out the sentence about the largest shortfall: the consequences name every axis where readiness is short.
func withoutShortfall(doc *report.Document, told *verdict.Telling) *verdict.Telling {
	rest := *told
	if len(missing(doc)) > 0 && len(rest.Readiness) > 0 {
		rest.Readiness = rest.Readiness[1:]
	}
	return &rest
}

// quadrantRecord is short: delivery metrics lead to no choice between ways of working, and saying so is better than an empty
// file or a choice that nothing supports.
func quadrantRecord(doc *report.Document, facts *adr.Facts, told *verdict.Telling) page.Page {
	outcome := []page.Block{
		page.Text("No option is proposed: the metrics say how delivery goes, and not whether the DevOps way or the SysOps way fits. " +
			"Answer the questionnaire that compares both for a record with options (opsfit assess -q full -f adr)."),
		page.List(append([]string{told.Headline}, why(doc, told)...)),
		confirmation(),
	}
	var answered []string
	for i := range doc.Answers {
		if doc.Answers[i].IsAnswered() {
			answered = append(answered, driverSentence(&doc.Answers[i], ""))
		}
	}
	return page.Page{
		Title: "Delivery metrics of " + serviceOf(doc) + ": nothing to decide from them alone",
		Sections: []page.Section{
			recordContext(doc, fmt.Sprintf("How well do changes of %s reach its users, and what follows from that?", serviceOf(doc))),
			{ID: "drivers", Title: adr.TitleDrivers, Blocks: listBlock(answered)},
			{ID: "outcome", Title: adr.TitleOutcome, Blocks: outcome},
			{ID: "dissent", Title: adr.TitleDissent, Blocks: listBlock(dissent(doc))},
			{ID: "revisit", Title: "When to Revisit", Blocks: listBlock(append(quadrantTips(doc), aging(facts)))},
		},
	}
}

// recordContext is the question to decide, and who answered what and when.
func recordContext(doc *report.Document, question string) page.Section {
	return page.Section{
		ID: "context", Title: "Context and Problem Statement", Blocks: []page.Block{page.Text(question), page.Text(assessed(doc))},
	}
}

func assessed(doc *report.Document) string {
	parts := []string{"It was assessed"}
	if doc.Team != "" {
		parts = []string{"It belongs to the team " + said(doc.Team) + " and was assessed"}
	}
	head, q := doc.Head(), doc.Questionnaire
	return fmt.Sprintf("%s: %d of %s of %s (%s %s) are answered, all of it self-reported.",
		strings.Join(append(parts, head.ByWhom(said)...), " "), head.Answered, english.Count(head.Questions, "question"),
		english.Quote(said(q.Title)), said(q.ID), said(q.Version))
}

// draftedBy says what a record rests on, so that it can be traced.
func draftedBy(doc *report.Document) string {
	q := doc.Questionnaire
	return fmt.Sprintf("Drafted by %s %s from the questionnaire %s %s with the digest %s.",
		said(doc.Tool.Name), said(doc.Tool.Version), said(q.ID), said(q.Version), said(q.Digest))
}

// serviceOf is the service in a sentence.
func serviceOf(doc *report.Document) string {
	if doc.Subject != "" {
		return said(doc.Subject)
	}
	return "this service"
}

func recordTitle(doc *report.Document) string {
	name := serviceOf(doc)
	switch score.Advice(doc.Verdict.Leaning.Advice) {
	case score.StaySysOps:
		return "Keep running " + name + " the SysOps way"
	case score.StayDevOps:
		return "Keep running " + name + " the DevOps way"
	case score.StayHybrid:
		return "Keep combining DevOps and SysOps for " + name
	case score.ShiftDevOps:
		return "Move " + name + " towards DevOps"
	case score.ShiftSysOps:
		return "Move " + name + " towards SysOps"
	case score.Combine:
		return "Combine DevOps and SysOps for " + name
	}
	return "How to run " + name + ": not decided yet"
}

// proposal names the option that the verdict suggests and why; an empty title is that of none.
func proposal(title string, told *verdict.Telling) string {
	if title == "" {
		return "No option is proposed. " + told.Headline
	}
	return fmt.Sprintf("Proposed option: %s. %s People decide: when you have, say so here and in the status.",
		english.Quote(title), told.Headline)
}

// recordSteps are the first steps to tick off, and sentences that name the others.
func recordSteps(doc *report.Document) []page.Block {
	first, further, later := steps(doc)
	cards := page.Cards{Checklist: true, Layout: page.Lines}
	for _, step := range first {
		cards.Items = append(cards.Items, page.Card{Title: said(step.Title), Blocks: []page.Block{page.Text(said(step.FirstStep))}})
	}
	var blocks []page.Block
	if len(cards.Items) > 0 {
		blocks = append(blocks, cards)
	}
	for _, rest := range []struct {
		lead  string
		steps []*report.Recommendation
	}{{"Also worth doing now: ", further}, {"For later, once other things are done: ", later}} {
		var titles []string
		for _, step := range rest.steps {
			titles = append(titles, english.Quote(said(step.Title)))
		}
		if len(titles) > 0 {
			blocks = append(blocks, page.Text(rest.lead+english.List(titles)+"."))
		}
	}
	return blocks
}

package record

import (
	"fmt"
	"slices"
	"strings"

	"github.com/opsfit/opsfit/internal/english"
	"github.com/opsfit/opsfit/internal/report"
	"github.com/opsfit/opsfit/internal/score"
)

// Record is what a decision record says about a result, in the parts of a Markdown Architectural Decision Record (MADR
// 4). It proposes; people decide, and edit it. Renderers lay it out and escape its texts; they write no sentences.
type Record struct {
	Title string
	// Date is the day of the assessment, YYYY-MM-DD; empty when the answers name none.
	Date string
	// Context are paragraphs; the first is the question to decide.
	Context []string
	// Drivers are what the situation asks for, by axis.
	Drivers []DriverGroup
	// Options are what can be chosen; nil where the questions lead to no choice.
	Options []Option
	// Outcome is the proposal and then, sentence by sentence, what supports it.
	Outcome []string
	// Consequences are those of the proposed option, Regardless what has to be faced whatever is decided.
	Consequences []Argument
	Regardless   []string
	// Dissent are sentences about what is unknown, contradictory or seen otherwise.
	Dissent []string
	// Steps are the first things to do, OtherSteps sentences that name the rest.
	Steps      []report.Recommendation
	OtherSteps []string
	// Revisit are sentences about what would make the record out of date.
	Revisit []string
	// Origin are sentences about what the record rests on.
	Origin []string
	// Facts are what a later assessment is held against.
	Facts Facts
}

// The titles of a record; report.TitleOrigin is the last. Those of MADR are written as it writes them.
const (
	TitleContext      = "Context and Problem Statement"
	TitleDrivers      = "Decision Drivers"
	TitleOptions      = "Considered Options"
	TitleOutcome      = "Decision Outcome"
	TitleConsequences = "Consequences"
	TitleConfirmation = "Confirmation"
	TitleArguments    = "Pros and Cons of the Options"
	TitleDissent      = "Dissent and Unknowns"
	TitleSteps        = "First Steps"
	TitleRevisit      = "When to Revisit"
)

// Deciders stands where people have to write who decided.
const Deciders = "(name those who decide)"

// Draft makes the record of a result from the document alone.
func Draft(doc *report.Document) Record {
	record := Record{Date: dateOf(doc), Facts: FactsOf(doc), Origin: origin(doc)}
	if doc.Verdict.Quadrant != nil {
		draftQuadrant(doc, &record)
	} else {
		draftLeaning(doc, &record)
	}
	if doc.WhatIf != nil {
		record.Title = "What if: " + record.Title
		record.Context = append(record.Context, doc.WhatIf.Note())
	}
	return record
}

func draftLeaning(doc *report.Document, record *Record) {
	story := report.Tell(doc)
	record.Title = title(doc)
	record.Context = []string{
		fmt.Sprintf("How should %s be run: the DevOps way, the SysOps way, or with both combined?", named(doc)),
		assessed(doc),
	}
	record.Drivers = drivers(doc)
	record.Options = options(doc)
	record.Outcome = append([]string{proposal(doc)}, story.Why...)
	if between := report.Borderline(doc.Verdict.Leaning); between != "" {
		record.Outcome = append(record.Outcome, between)
	}
	record.Consequences, record.Regardless = consequences(doc), regardless(doc)
	record.Dissent = dissent(doc, story)
	record.Steps, record.OtherSteps = story.First, otherSteps(story)
	record.Revisit = append(revisit(doc), story.Ages...)
}

// named is the service in a sentence.
func named(doc *report.Document) string {
	if doc.Subject != "" {
		return string(doc.Subject)
	}
	return "this service"
}

func title(doc *report.Document) string {
	name := named(doc)
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

// assessed says who answered what and when, and what such answers are.
func assessed(doc *report.Document) string {
	parts := []string{"It was assessed"}
	if doc.Team != "" {
		parts = []string{"It belongs to the team " + string(doc.Team) + " and was assessed"}
	}
	head := doc.Head()
	return fmt.Sprintf("%s: %d of %s of %s (%s %s) are answered, all of it self-reported.",
		strings.Join(append(parts, head.ByWhom()...), " "), head.Answered, english.Count(head.Questions, "question"),
		english.Quote(doc.Questionnaire.Title), doc.Questionnaire.ID, doc.Questionnaire.Version)
}

// proposal names the option that the verdict suggests and why.
func proposal(doc *report.Document) string {
	chosen := suggested(doc.Verdict.Leaning)
	if chosen == noModel {
		return "No option is proposed: " + lowered(report.Undecided(doc.Verdict.Leaning))
	}
	return fmt.Sprintf("Proposed option: %s, because %s. People decide: when you have, say so here and in the status.",
		english.Quote(optionTitle(chosen)), reason(doc.Verdict.Leaning))
}

// lowered puts a sentence behind a colon.
func lowered(sentence string) string { return strings.ToLower(sentence[:1]) + sentence[1:] }

// reason is why an option is proposed, to stand behind "because".
func reason(v *report.Leaning) string {
	works, calls := report.Working(v.Practice.Band), report.Calling(v.Situation.Band)
	switch score.Advice(v.Advice) {
	case score.StaySysOps, score.StayDevOps:
		return "it is run that way, and that is what its situation calls for"
	case score.StayHybrid:
		return "it is run in a mix of both ways, and the situation calls for neither end"
	case score.ShiftDevOps:
		return fmt.Sprintf("it is run %s, and the situation calls %s; that means moving towards DevOps", works, calls)
	case score.ShiftSysOps:
		return fmt.Sprintf("it is run %s, and the situation calls %s; that means moving towards SysOps", works, calls)
	case score.Combine:
		return combineReason(v)
	}
	return ""
}

// combineReason names the reason that tells most, as the headline does.
func combineReason(v *report.Leaning) string {
	switch {
	case slices.Contains(v.CombineBecause, string(score.SpeedAndCaution)):
		return "the situation asks for speed and for caution at once"
	case slices.Contains(v.CombineBecause, string(score.BothWays)):
		return "some parts of it should move towards DevOps and others towards SysOps"
	}
	return "the situation pulls towards both ends at once"
}

package pages

import (
	"fmt"
	"strings"

	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/english"
	"github.com/opsfit/opsfit/internal/page"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/report"
)

// What a log shows of gates and warnings. At 80 columns the page has at most 24 lines, so each is cut to a line, or to two where
// few gates are not met.
const (
	gateLines    = 5
	warningLines = 3
	lineWidth    = 66
)

// Check is the page of a check for a log: how the gates came out, the failed ones first, which warnings there are, and where the
// whole report is.
func Check(doc *report.Document, whereabouts string) page.Page {
	name := doc.Head().Title() + ", " + doc.Questionnaire.ID + " " + doc.Questionnaire.Version
	about := page.Fact{Label: "Checked", Value: cut(name, 1)}
	if doc.WhatIf != nil {
		about.Label = titleWhatIf
	}
	return page.Page{
		Kind: "Check", Title: about.Value, Facts: []page.Fact{about, {Label: "Verdict", Value: report.Brief(doc.Verdict)}},
		Sections: []page.Section{
			{ID: "gates", Title: titleGates, Part: page.Body, Blocks: checkedGates(doc)},
			checkedWarnings(doc),
			{ID: "result", Title: "Result", Part: page.Body, Blocks: checkResult(doc)},
		},
		Footer: said(whereabouts),
	}
}

// cut returns what a file said in so many lines of a terminal, with an ellipsis where it is longer.
func cut(text string, lines int) string {
	wrapped := english.Wrap(diag.Visible(text), lineWidth)
	if len(wrapped) <= lines {
		return said(text)
	}
	wrapped[lines-1] = english.Fit(wrapped[lines-1], lineWidth-1)
	return said(strings.Join(wrapped[:lines], " ")) + "…"
}

// checkedGates lists the failed gates first.
func checkedGates(doc *report.Document) []page.Block {
	var failed, met []report.GateLine
	for _, gate := range report.GateLines(doc) {
		if gate.Met {
			met = append(met, gate)
		} else {
			failed = append(failed, gate)
		}
	}
	if len(failed)+len(met) == 0 {
		return nil
	}
	lines := 1
	if 2*len(failed) <= gateLines {
		lines = 2
	}
	room := gateLines - lines*len(failed)
	cards := page.Cards{Layout: page.Lines}
	for _, gate := range failed[:min(len(failed), gateLines)] {
		cards.Items = append(cards.Items, page.Card{Tag: gate.Word(), Weight: page.Heaviest, Title: cut(gateSentence(gate), lines)})
	}
	shown := len(cards.Items)
	// What stands behind a gate that is met, such as a changed questionnaire, is said where there is room for it.
	lines = 1
	if 2*len(met) <= room {
		lines = 2
	}
	for _, gate := range met[:min(len(met), max(room, 0))] {
		cards.Items = append(cards.Items, page.Card{Tag: gate.Word(), Weight: page.Light, Title: cut(gateSentence(gate), lines)})
	}
	rest := nonEmpty(countRest(len(failed)-shown, "not met"), countRest(len(met)-len(cards.Items)+shown, "met"))
	if len(rest) > 0 {
		cards.Items = append(cards.Items, page.Card{Title: "and " + english.List(rest)})
	}
	return []page.Block{cards}
}

// countRest counts what is left out; nothing where nothing is.
func countRest(n int, state string) string {
	if n == 0 {
		return ""
	}
	return fmt.Sprintf("%d more %s", n, state)
}

// gateSentence says first what would be missed most if the line is cut. What is required stands in the names of all gates but
// those that compare with something else.
func gateSentence(gate report.GateLine) string {
	text := gate.Name + ": actual " + gate.Actual
	compares := gate.Kind == report.RegressionGate || gate.Kind == report.ExemptionGate
	if compares && gate.Required != "" {
		text += ", required " + gate.Required
	}
	return strings.TrimSpace(text + ". " + gate.Reason)
}

// checkedWarnings counts the warnings in the title and lists the gravest of those that are not exempted.
func checkedWarnings(doc *report.Document) page.Section {
	section := page.Section{ID: "warnings", Title: titleWarnings + ": " + warningCounts(doc.Warnings), Part: page.Body}
	if !report.Advises(doc) {
		return section
	}
	cards, rest := page.Cards{Layout: page.Lines}, 0
	for i := range doc.Warnings {
		switch warning := &doc.Warnings[i]; {
		case warning.Exempted:
		case len(cards.Items) == warningLines:
			rest++
		default:
			cards.Items = append(cards.Items, page.Card{
				Tag: strings.ToUpper(warning.Severity), Weight: weightOf(warning.Severity),
				Title: cut(warning.Title+" ("+warning.ID+")", 1),
			})
		}
	}
	if rest > 0 {
		cards.Items = append(cards.Items, page.Card{Title: fmt.Sprintf("and %d more", rest)})
	}
	section.Blocks = []page.Block{cards}
	return section
}

// warningCounts counts the active warnings by severity, and those that are exempted.
func warningCounts(warnings []report.Warning) string {
	counts := map[string]int{}
	for _, warning := range warnings {
		if warning.Exempted {
			counts["exempted"]++
		} else {
			counts[warning.Severity]++
		}
	}
	var parts []string
	for _, word := range append(questionnaire.Severities(), "exempted") {
		if n := counts[string(word)]; n > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", n, word))
		}
	}
	if len(parts) == 0 {
		return "none"
	}
	return strings.Join(parts, ", ")
}

// checkResult says in one sentence how the gates came out; where there is none, how to add one, on lines that can be copied. A
// result without a leaning has no fit.
func checkResult(doc *report.Document) []page.Block {
	if len(doc.Gates) > 0 {
		return []page.Block{page.Headline(GatesInShort(doc))}
	}
	example := `gates: ["fit >= 70"]`
	if doc.Verdict.Leaning == nil {
		example = "gates: {max_age: 180d}"
	}
	return []page.Block{
		page.Headline("No gate is set, so nothing was checked. Add one to .opsfit.yaml, for example:"), page.Preformatted(example),
	}
}

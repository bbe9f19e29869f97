package pages

import (
	"fmt"
	"slices"
	"strings"

	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/english"
	"github.com/opsfit/opsfit/internal/page"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/report"
	"github.com/opsfit/opsfit/internal/verdict"
)

// What a terminal shows of gates and warnings. At 80 columns it has at most 24 lines, so each is cut to a line, or to two where
// few gates are not met.
const (
	gateLines    = 5
	warningLines = 3
	lineWidth    = 66
)

// What there is of a checklist, which has its worst points there and its warnings in one line.
const (
	pointLines           = 6
	pointLinesWithGates  = 4
	gateLinesOfChecklist = 2
)

// check is the page of a check; a log has all of it, and a terminal what fits.
type check struct {
	*report.Document

	// fits tells that texts are cut so that all of it is one screen.
	fits bool
}

// Check is the page of a check for a log: how the gates came out, the failed ones first, which warnings there are, and where the
// whole report is. No text is cut.
func Check(doc *report.Document, whereabouts string) page.Page {
	return check{Document: doc}.page(whereabouts)
}

// CheckScreen is Check as a terminal of 24 lines shows it: long texts are cut, and gates beyond the first few are counted.
func CheckScreen(doc *report.Document, whereabouts string) page.Page {
	return check{Document: doc, fits: true}.page(whereabouts)
}

func (c check) page(whereabouts string) page.Page {
	about := page.Fact{Label: "Checked", Value: c.text(c.Head().Title()+", "+c.Questionnaire.ID+" "+c.Questionnaire.Version, 1)}
	if c.WhatIf != nil {
		about.Label = titleWhatIf
	}
	facts := []page.Fact{about, {Label: "Verdict", Value: c.verdict()}}
	if c.Verdict.Readiness != nil && report.Advises(c.Document) {
		facts = append(facts, page.Fact{Label: titleWarnings, Value: c.text(gravestWarning(c.Warnings), 1)})
	}
	if c.Commitments != nil {
		facts = append(facts, page.Fact{Label: titleCommitments, Value: countsInWords(c.Commitments.Summary)})
	}
	return page.Page{
		Kind: "Check", Title: about.Value, Facts: facts,
		Sections: []page.Section{
			{ID: "gates", Title: titleGates, Part: page.Body, Blocks: c.gates()},
			c.points(),
			c.warnings(),
			{ID: "result", Title: "Result", Part: page.Body, Blocks: checkResult(c.Document)},
		},
		Footer: said(whereabouts),
	}
}

// verdict is the verdict in one line or, where there is none, why.
func (c check) verdict() string {
	if v := c.Verdict; v.Leaning != nil && v.Leaning.Advice == "" || v.Readiness != nil && v.Readiness.State == "" {
		return verdict.Shipped().Tell(c.Document, said[string], nil).Headline
	}
	return report.Brief(c.Verdict)
}

// text is what a file said; on a screen in so many lines, with an ellipsis where it is longer.
func (c check) text(text string, lines int) string {
	wrapped := english.Wrap(diag.Visible(text), lineWidth)
	if !c.fits || len(wrapped) <= lines {
		return said(text)
	}
	wrapped[lines-1] = english.Fit(wrapped[lines-1], lineWidth-1)
	return said(strings.Join(wrapped[:lines], " ")) + "…"
}

// gates lists the failed gates first.
func (c check) gates() []page.Block {
	var failed, met []report.GateLine
	for _, gate := range report.GateLines(c.Document) {
		if gate.Met {
			met = append(met, gate)
		} else {
			failed = append(failed, gate)
		}
	}
	if len(failed)+len(met) == 0 {
		return nil
	}
	// What stands behind a gate that is met, such as a changed questionnaire, is said where there is room for it.
	cards, room := page.Cards{Layout: page.Lines}, 2*(len(failed)+len(met))
	if c.fits {
		room = gateLines
		if c.Verdict.Readiness != nil {
			room = gateLinesOfChecklist
		}
	}
	unshown := c.addGates(&cards, failed, page.Heaviest, &room)
	rest := nonEmpty(countRest(unshown, "not met"), countRest(c.addGates(&cards, met, page.Light, &room), "met"))
	if len(rest) > 0 {
		cards.Items = append(cards.Items, page.Card{Title: "and " + english.List(rest)})
	}
	return []page.Block{cards}
}

// addGates adds as many gates as there is room for, of two lines each where all of them fit so, and returns how many are left.
func (c check) addGates(cards *page.Cards, gates []report.GateLine, weight page.Weight, room *int) (left int) {
	lines := 1
	if 2*len(gates) <= *room {
		lines = 2
	}
	shown := gates[:min(len(gates), max(*room, 0))]
	for _, gate := range shown {
		cards.Items = append(cards.Items, page.Card{Tag: gate.Word(), Weight: weight, Title: c.text(gateSentence(gate), lines)})
	}
	*room -= lines * len(gates)
	return len(gates) - len(shown)
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

// points counts the points of a checklist that are below their minimum in the title, and lists the worst.
func (c check) points() page.Section {
	v := c.Verdict.Readiness
	if v == nil || len(v.Readiness.Unmet) == 0 {
		return page.Section{}
	}
	unmet, cards, most := v.Readiness.Unmet, page.Cards{Layout: page.Lines}, pointLines
	if len(c.Gates) > 0 {
		most = pointLinesWithGates
	}
	for i := range unmet[:min(len(unmet), most)] {
		u := &unmet[i]
		card := page.Card{Tag: "BELOW", Weight: page.Light, Title: c.text(titleIn(c.Answers, u.Question)+": "+hasAndNeeds(u), 1)}
		if u.Critical {
			card.Tag, card.Weight = "CRITICAL", page.Heaviest
		}
		cards.Items = append(cards.Items, card)
	}
	if rest := len(unmet) - most; rest > 0 {
		cards.Items = append(cards.Items, page.Card{Title: fmt.Sprintf("and %d more", rest)})
	}
	title := "Below the minimum or unknown: " + english.Count(len(unmet), "point")
	return page.Section{ID: "unmet", Title: title, Part: page.Body, Blocks: []page.Block{cards}}
}

// warnings counts the warnings in the title and lists the gravest of those that are not exempted.
func (c check) warnings() page.Section {
	section := page.Section{ID: "warnings", Title: titleWarnings + ": " + warningCounts(c.Warnings), Part: page.Body}
	if !report.Advises(c.Document) || c.Verdict.Readiness != nil {
		return section
	}
	cards, rest := page.Cards{Layout: page.Lines}, 0
	for i := range c.Warnings {
		switch warning := &c.Warnings[i]; {
		case warning.Exempted:
		case len(cards.Items) == warningLines:
			rest++
		default:
			cards.Items = append(cards.Items, page.Card{
				Tag: strings.ToUpper(warning.Severity), Weight: weightOf(warning.Severity),
				Title: c.text(report.Named(warning.Title, warning.ID), 1),
			})
		}
	}
	if rest > 0 {
		cards.Items = append(cards.Items, page.Card{Title: fmt.Sprintf("and %d more", rest)})
	}
	section.Blocks = []page.Block{cards}
	return section
}

// gravestWarning counts the warnings by severity, and names the gravest that is not exempted.
func gravestWarning(warnings []report.Warning) string {
	text := warningCounts(warnings)
	at := slices.IndexFunc(warnings, func(w report.Warning) bool { return !w.Exempted })
	if at >= 0 {
		text += "; first: " + warnings[at].Title
	}
	return text
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
	switch v := doc.Verdict; {
	case v.Readiness != nil:
		example = "gates: {require_ready: true}"
	case v.Quadrant != nil:
		example = "gates: {max_age: 180d}"
	}
	return []page.Block{
		page.Headline("No gate is set, so nothing was checked. Add one to .opsfit.yaml, for example:"), page.Preformatted(example),
	}
}

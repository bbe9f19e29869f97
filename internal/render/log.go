package render

import (
	"fmt"
	"io"
	"strings"

	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/english"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/report"
)

// Checks returns the formats of a check: one screen for a log, which ends with where the whole report is, and those of an
// assessment.
func Checks(whereabouts string) Formats[*report.Document] {
	screen := Format[*report.Document]{
		Name: "log", Extensions: []string{".log"},
		Write: func(w io.Writer, doc *report.Document, opt Options) error { return log(w, doc, whereabouts, opt) },
	}
	return append(Formats[*report.Document]{screen}, Assessments()...)
}

// What a section shows. At 80 columns the screen has at most 24 lines: these, a title for each section and a line for what it
// leaves out, three empty lines, and one line each for the service, the verdict, the gates in short and, as a rule, the
// whereabouts.
const (
	gateLinesShown    = 8
	warningLinesShown = 4
)

// log tells a pipeline how the gates came out, the failed ones first, and which warnings there are.
func log(w io.Writer, doc *report.Document, whereabouts string, opt Options) error {
	p := newPage(w, opt)
	story := report.Tell(doc)
	about := story.Title + ", " + doc.Questionnaire.ID + " " + doc.Questionnaire.Version
	if story.WhatIf != nil {
		about = report.TitleWhatIf + ": " + about
	}
	p.short(strongTone, about)
	p.short(plainTone, story.Brief)
	p.blank()
	p.logGates(story)
	if story.Advises {
		p.blank()
		p.logWarnings(doc)
	}
	p.blank()
	if story.GatesInShort == "" {
		p.noGate(doc)
	} else {
		p.short(strongTone, story.GatesInShort)
	}
	p.text(0, faintTone, whereabouts)
	return p.writeTo(w)
}

// noGate tells whoever set none how to, on lines that can be copied as they are. A result without a leaning has no fit.
func (p *page) noGate(doc *report.Document) {
	p.text(0, strongTone, "No gate is set, so nothing was checked. Add one to .opsfit.yaml, for example:")
	example := `gates: ["fit >= 70"]`
	if doc.Verdict.Leaning == nil {
		example = "gates: {max_age: 180d}"
	}
	p.text(2, strongTone, example)
}

// roomy is the width from which a screen cuts what does not fit; a narrower one wraps it.
const roomy = 80

// short adds a text on one line.
func (p *page) short(t tone, text string) {
	if p.width >= roomy {
		text = p.cut(text, p.width)
	}
	p.text(0, t, text)
}

// clipped puts a text beside its label, on so many lines at most.
func (p *page) clipped(name label, text string, lines int) {
	width := p.width - p.under(name)
	text = diag.Visible(text)
	if rest := english.Wrap(text, width); p.width >= roomy && len(rest) > lines {
		last := p.cut(strings.Join(rest[lines-1:], " "), width)
		text = strings.Join(append(rest[:lines-1:lines-1], last), " ")
	}
	p.labelled(name, plainTone, text)
}

// logGates lists the failed gates first, on two lines each where they all fit in that way, and the others likewise.
func (p *page) logGates(story report.Story) {
	if len(story.Gates) == 0 {
		return
	}
	p.text(0, strongTone, report.TitleGates)
	failed, met := parted(story.Gates)
	lines := 2
	if lines*len(failed) > gateLinesShown {
		lines = 1
	}
	room := gateLinesShown
	for _, gate := range failed[:min(len(failed), gateLinesShown)] {
		p.clipped(gateLabel(gate), gateSentence(gate), lines)
		room -= lines
	}
	// What stands behind a gate that is met, such as a changed questionnaire, is said where there is room for it.
	lines = 1
	if 2*len(met) <= room {
		lines = 2
	}
	for _, gate := range met[:min(len(met), max(room, 0))] {
		p.clipped(gateLabel(gate), gateSentence(gate), lines)
	}
	p.more(len(failed)-gateLinesShown, "not met")
	p.more(len(met)-max(room, 0), "met")
}

func parted(gates []report.GateLine) (failed, met []report.GateLine) {
	for _, gate := range gates {
		if gate.Met {
			met = append(met, gate)
		} else {
			failed = append(failed, gate)
		}
	}
	return failed, met
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

// more counts what is left out.
func (p *page) more(n int, state string) {
	if n > 0 {
		p.text(2, faintTone, fmt.Sprintf("and %d more %s", n, state))
	}
}

func (p *page) logWarnings(doc *report.Document) {
	p.text(0, strongTone, report.TitleWarning+": "+warningCounts(doc.Warnings))
	var active []report.Warning
	for _, warning := range doc.Warnings {
		if !warning.Exempted {
			active = append(active, warning)
		}
	}
	for _, warning := range active[:min(len(active), warningLinesShown)] {
		name := label{indent: 2, width: 10, tone: severityTone(warning.Severity), text: strings.ToUpper(warning.Severity)}
		p.clipped(name, warning.ID+": "+warning.Text, 1)
	}
	p.more(len(active)-warningLinesShown, "active")
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

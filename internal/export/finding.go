package export

import (
	"slices"

	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/report"
)

// finding is something in a document that somebody has to look at: a gate that is not met, a warning, or an answer that a
// repository contradicts. Its texts are as a person typed them.
type finding struct {
	// check is the stable name of what was found: the id of a warning; the kind of a gate behind "gate-", pointMissed or
	// contradiction, which no id can be.
	check string
	// about tells findings of one check apart: the condition of a gate, the question of a point or a contradiction.
	about string
	// title fits one line.
	title string
	// summary says it in short; details may be empty.
	summary, details string
	place            report.Place
	// severity is empty for a gate.
	severity questionnaire.Severity
	// exemption is nil for what nobody has accepted.
	exemption *report.Exemption
}

// text is all that is said under the title, in one or more lines.
func (f *finding) text() string {
	if f.details == "" {
		return f.summary
	}
	return f.summary + "\n" + f.details
}

func (f *finding) isGate() bool { return f.severity == "" }

// findings lists the gates that are not met, the points of a checklist below their minimum, the warnings, and the answers that a
// repository contradicts; each in the order of the document.
func findings(doc *report.Document) []finding {
	return supposing(doc, slices.Concat(unmet(doc, report.GateLines(doc)), missed(doc), warned(doc), contradicted(doc)))
}

// unmet takes the gates of a document and what a report says of each, in the same order.
func unmet(doc *report.Document, lines []report.GateLine) []finding {
	var found []finding
	for i := range doc.Gates {
		if gate := &doc.Gates[i]; !gate.Met {
			found = append(found, finding{
				check: "gate-" + string(gate.Kind), about: gate.Gate, title: "Gate not met: " + gate.Gate,
				summary: sentences(lines[i].Figures(), lines[i].Reason), place: doc.PlaceOfGate(gate),
			})
		}
	}
	return found
}

func warned(doc *report.Document) []finding {
	var found []finding
	for i := range doc.Warnings {
		warning := &doc.Warnings[i]
		found = append(found, finding{
			check: warning.ID, title: severityOf(doc, warning) + ": " + report.Named(warning.Title, warning.ID),
			summary: warning.Text, details: explained(doc, warning), place: doc.PlaceOfWarning(warning), severity: graded(warning.Severity),
			exemption: report.ExemptionOf(doc, warning.ID),
		})
	}
	return found
}

// graded takes a word that no run writes for the least severe one.
func graded(word string) questionnaire.Severity {
	if severity := questionnaire.Severity(word); severity.Rank() > 0 {
		return severity
	}
	return questionnaire.Info
}

// supposing says of every finding of a what-if that it is one.
func supposing(doc *report.Document, found []finding) []finding {
	if doc.WhatIf != nil {
		for i := range found {
			found[i].title = "What if: " + found[i].title
		}
	}
	return found
}

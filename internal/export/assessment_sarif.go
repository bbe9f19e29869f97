package export

import (
	"cmp"
	"io"
	"slices"

	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/report"
)

// AssessmentSARIF writes the warnings of a document, the gates that are not met and the answers that a repository contradicts as
// findings about the answers file, each at the line of the first answer that it follows from. The log is about that file, or about the
// service where the answers came from a pipe. Critical and high warnings are
// errors, medium ones and contradictions warnings, and others notes; an exempted one is suppressed with its reason. All gates
// are in the properties of the run, met or not. An error is what the writer returned.
func AssessmentSARIF(w io.Writer, doc *report.Document) error {
	found := findings(doc)
	prints := fingerprints(doc, found)
	log := SARIF{
		Tool: "opsfit", Version: doc.Tool.Version, Rules: rulesOf(doc, found), Properties: sarifPropertiesOf(doc),
		Category: cmp.Or(doc.PlaceOfAnswers().File, string(doc.Subject), doc.Questionnaire.ID),
	}
	for i := range found {
		f := &found[i]
		result := SARIFResult{
			Rule: f.check, Level: f.level(), Message: f.text(), File: f.place.File, Pos: f.place.Pos, Fingerprint: prints[i],
		}
		if f.isGate() || f.check == contradiction || f.check == pointMissed || doc.WhatIf != nil {
			result.Message = f.title + "\n" + result.Message
		}
		if f.exemption != nil {
			result.Suppressed = report.ExemptedWords(f.exemption, report.AsIs)
		}
		log.Results = append(log.Results, result)
	}
	return WriteSARIF(w, log)
}

func (f *finding) level() SARIFLevel {
	switch f.severity {
	case "", questionnaire.Critical, questionnaire.High:
		return SARIFError
	case questionnaire.Medium:
		return SARIFWarning
	case questionnaire.Info:
	}
	return SARIFNote
}

// rulesOf explains each check that found something, once.
func rulesOf(doc *report.Document, found []finding) []SARIFRule {
	var rules []SARIFRule
	for i := range found {
		f := &found[i]
		if slices.ContainsFunc(rules, func(r SARIFRule) bool { return r.ID == f.check }) {
			continue
		}
		rules = append(rules, ruleOf(doc, f))
	}
	return rules
}

func ruleOf(doc *report.Document, f *finding) SARIFRule {
	rule := SARIFRule{ID: f.check, Level: f.level()}
	switch at := slices.IndexFunc(doc.Warnings, func(w report.Warning) bool { return w.ID == f.check }); {
	case f.isGate():
		rule.Summary, rule.Help = "A gate of the pipeline is not met.", gateHelp
	case f.check == pointMissed:
		rule.Summary, rule.Help = "A point of the checklist is below its minimum or unknown.", pointHelp
	case at >= 0:
		warning := &doc.Warnings[at]
		rule.Summary, rule.Text = cmp.Or(warning.Title, warning.Text), warning.Text
		rule.Help = warning.Text + "\n" + warning.Why + "\n" + warningHelp(f.check)
	default:
		rule.Summary, rule.Help = "The repository contradicts an answer.", contradictionHelp
	}
	rule.Text = cmp.Or(rule.Text, rule.Help)
	return rule
}

const gateHelp = "A condition that was set with a flag or in .opsfit.yaml does not hold, so that the run ended with exit code 1. " +
	"Change what the message names, or the condition. Answers are self-reported."

// warningHelp says what to do about any warning.
func warningHelp(id string) string {
	return "The report (opsfit assess) says what to do first. To accept the warning for a while, add to the list exempt: of the " +
		"answers file an entry with warning: " + id + ", a reason: and the last day as until: (2027-03-31, for example)."
}

// sarifProperties is what a log says beside its results.
type sarifProperties struct {
	Subject report.Text `json:"subject"`
	Verdict string      `json:"verdict"`
	// First is what to deal with before the advice; empty where there is no critical or high warning.
	First  report.Text   `json:"first"`
	WhatIf bool          `json:"whatIf"`
	Gates  []report.Gate `json:"gates"`
}

func sarifPropertiesOf(doc *report.Document) sarifProperties {
	told := tell(doc)
	return sarifProperties{
		Subject: doc.Subject, Verdict: headline(doc, &told), First: report.Text(told.First), WhatIf: doc.WhatIf != nil, Gates: doc.Gates,
	}
}

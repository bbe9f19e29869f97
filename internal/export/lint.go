package export

import (
	"io"
	"strings"

	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/lint"
)

// LintSARIF writes what was found in questionnaires and catalogues as a SARIF log, with an explanation of every code that
// the lint knows.
func LintSARIF(w io.Writer, report *lint.Report) error {
	log := SARIF{Tool: report.Tool.Name, Version: report.Tool.Version}
	for _, rule := range report.Rules {
		log.Rules = append(log.Rules, SARIFRule{ID: rule.Code, Summary: rule.Summary, Help: helpOf(rule), Level: levelOf(rule.Severity)})
	}
	for _, d := range report.Diagnostics {
		message := d.Message
		if d.Hint != "" {
			message += "; " + d.Hint
		}
		log.Results = append(log.Results, SARIFResult{
			Rule: d.Code, Level: levelOf(d.Severity), Message: message, File: d.File, Pos: d.Pos, Length: d.Length,
		})
	}
	return WriteSARIF(w, log)
}

// helpOf is everything about a rule as one plain text.
func helpOf(rule lint.Rule) string {
	parts := []string{rule.Summary}
	if rule.Why != "" {
		parts = append(parts, rule.Why)
	}
	if rule.Bad != "" {
		parts = append(parts, "Instead of:\n"+rule.Bad)
	}
	if rule.Good != "" {
		parts = append(parts, "Write:\n"+rule.Good)
	}
	return strings.Join(parts, "\n\n")
}

func levelOf(severity diag.Severity) SARIFLevel {
	switch severity {
	case diag.Warning:
		return SARIFWarning
	case diag.Note:
		return SARIFNote
	case diag.Error:
	}
	return SARIFError
}

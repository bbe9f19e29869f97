package export

import (
	"cmp"
	"io"
	"slices"
	"strings"

	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/lint"
	"github.com/opsfit/opsfit/internal/report"
)

// LintSARIF writes what was found in files as a SARIF log, with an explanation of every code that the report knows. The log is about
// the one file that was checked, or about all files where there are several.
func LintSARIF(w io.Writer, found *lint.Report) error {
	log := SARIF{Tool: found.Tool.Name, Version: found.Tool.Version, Category: categoryOf(found)}
	for _, rule := range found.Rules {
		log.Rules = append(log.Rules, SARIFRule{
			ID: rule.Code, Summary: rule.Summary, Text: rule.Why, Help: helpOf(rule), Level: levelOf(rule.Severity),
		})
	}
	prints := fingerprinter{}
	for _, d := range found.Diagnostics {
		if !slices.ContainsFunc(log.Rules, func(r SARIFRule) bool { return r.ID == d.Code }) {
			log.Rules = append(log.Rules, SARIFRule{ID: d.Code, Summary: "Something is wrong in a file.", Level: levelOf(d.Severity)})
		}
		log.Results = append(log.Results, SARIFResult{
			Rule: d.Code, Level: levelOf(d.Severity), Message: toldOf(d), File: fileOf(found, d), Pos: d.Pos, Length: d.Length,
			Fingerprint: printOf(prints, found, d),
		})
	}
	return WriteSARIF(w, log)
}

// categoryOf is the file that the report is about; a word of its own for several.
func categoryOf(found *lint.Report) string {
	about := found.About
	if about == "" && len(found.Checked) == 1 {
		about = found.Checked[0]
	}
	return cmp.Or(found.PathOf(about), about, "lint")
}

// toldOf is what was found and what to do.
func toldOf(d diag.Diagnostic) string {
	if d.Hint == "" {
		return d.Message
	}
	return d.Message + "; " + d.Hint
}

// fileOf is the path of the file that a finding is in; for what came from a pipe, a flag or a variable, what messages call it.
func fileOf(found *lint.Report, d diag.Diagnostic) string {
	return cmp.Or(found.PathOf(d.File), d.File)
}

// printOf follows from the file and what was found, not from the line, nor from another one that the message names.
func printOf(prints fingerprinter, found *lint.Report, d diag.Diagnostic) string {
	words := strings.Split(d.Message, " ")
	for i := 1; i < len(words); i++ {
		if words[i-1] == "line" {
			words[i] = strings.TrimLeft(words[i], "0123456789")
		}
	}
	return prints.next(fileOf(found, d), d.Code, strings.Join(words, " "))
}

// LintGitHub writes what was found in files as workflow commands of GitHub Actions, as GitHub does for a result.
func LintGitHub(w io.Writer, found *lint.Report) error {
	var list []annotation
	for _, d := range found.Diagnostics {
		a := annotation{kind: commandOf(d.Severity), title: found.Tool.Name + ": " + d.Code, message: toldOf(d), length: d.Length}
		a.place = report.Place{File: found.PathOf(d.File), Pos: d.Pos}
		if a.place.File == "" {
			a.message = d.Place() + a.message
		}
		list = append(list, a)
	}
	return writeAnnotations(w, list, "standard error names them")
}

func commandOf(severity diag.Severity) string {
	switch severity {
	case diag.Warning:
		return "warning"
	case diag.Note:
		return "notice"
	case diag.Error:
	}
	return "error"
}

// LintGitLab writes what was found in files as a Code Quality report, as GitLab does for a result: an error is a blocker.
func LintGitLab(w io.Writer, found *lint.Report) error {
	issues, prints := []gitlabIssue{}, fingerprinter{}
	for _, d := range found.Diagnostics {
		issue := gitlabIssue{
			Description: diag.Visible(toldOf(d)), Check: diag.Visible(d.Code), Fingerprint: printOf(prints, found, d),
			Severity: codeQualityOf(d.Severity),
		}
		issue.Location.Path = gitlabPath(cmp.Or(fileOf(found, d), pipeName))
		issue.Location.Lines.Begin = max(d.Pos.Line, 1)
		issues = append(issues, issue)
	}
	return writeJSON(w, issues)
}

func codeQualityOf(severity diag.Severity) string {
	switch severity {
	case diag.Warning:
		return "minor"
	case diag.Note:
		return "info"
	case diag.Error:
	}
	return "blocker"
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

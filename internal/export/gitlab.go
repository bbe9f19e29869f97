package export

import (
	"cmp"
	"io"
	"strings"

	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/report"
)

// gitlabIssue is one entry of a Code Quality report of GitLab.
type gitlabIssue struct {
	Description string         `json:"description"`
	Check       string         `json:"check_name"`
	Fingerprint string         `json:"fingerprint"`
	Severity    string         `json:"severity"`
	Location    gitlabLocation `json:"location"`
}

type gitlabLocation struct {
	Path  string `json:"path"`
	Lines struct {
		Begin int `json:"begin"`
	} `json:"lines"`
}

// GitLab writes the warnings of a document, the gates that are not met and the contradictions as a Code Quality report, in
// which gates are blockers and what is exempted is of severity info. The report is a list of problems, so that gates that
// are met are not in it; without a problem it is empty. Every entry needs a place: what is about a whole file is at its
// first line, and answers from a pipe are called stdin. An error is what the writer returned.
func GitLab(w io.Writer, doc *report.Document) error {
	found := findings(doc)
	prints := fingerprints(doc, found)
	issues := []gitlabIssue{}
	for i := range found {
		issues = append(issues, found[i].issue(prints[i]))
	}
	return writeJSON(w, issues)
}

func (f *finding) issue(fingerprint string) gitlabIssue {
	issue := gitlabIssue{
		Description: diag.Visible(f.title + ": " + f.summary), Check: diag.Visible(f.check), Fingerprint: fingerprint,
		Severity: f.codeQuality(),
	}
	issue.Location.Path = gitlabPath(cmp.Or(f.place.File, pipeName))
	issue.Location.Lines.Begin = max(f.place.Pos.Line, 1)
	return issue
}

// gitlabPath is a path as GitLab looks it up: without "./" in front, however it was typed.
func gitlabPath(path string) string {
	for strings.HasPrefix(path, "./") {
		path = strings.TrimLeft(path[len("./"):], "/")
	}
	return diag.Visible(cmp.Or(path, "."))
}

// codeQuality is the severity in the words of GitLab.
func (f *finding) codeQuality() string {
	switch {
	case f.isGate():
		return "blocker"
	case f.exemption != nil:
		return "info"
	}
	switch f.severity {
	case questionnaire.Critical:
		return "critical"
	case questionnaire.High:
		return "major"
	case questionnaire.Medium:
		return "minor"
	case questionnaire.Info:
	}
	return "info"
}

package pages

import "github.com/opsfit/opsfit/internal/report"

// Brief is a result in two lines, for a terminal that does not show the report: the verdict with its figures and its
// confidence, and the warnings with the gravest of them. Without advice there is one line.
func Brief(doc *report.Document) []string {
	lines := []string{report.Brief(doc.Verdict)}
	if !report.Advises(doc) {
		return lines
	}
	return append(lines, "Warnings: "+said(gravestWarning(doc.Warnings))+".")
}

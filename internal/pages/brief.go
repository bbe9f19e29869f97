package pages

import (
	"slices"

	"github.com/opsfit/opsfit/internal/report"
)

// Brief is a result in two lines, for a terminal that does not show the report: the verdict with its figures and its
// confidence, and the warnings with the gravest of them. Without advice there is one line.
func Brief(doc *report.Document) []string {
	lines := []string{report.Brief(doc.Verdict)}
	if !report.Advises(doc) {
		return lines
	}
	warnings := "Warnings: " + warningCounts(doc.Warnings)
	at := slices.IndexFunc(doc.Warnings, func(w report.Warning) bool { return !w.Exempted })
	if at >= 0 {
		warnings += "; first: " + said(doc.Warnings[at].Title)
	}
	return append(lines, warnings+".")
}

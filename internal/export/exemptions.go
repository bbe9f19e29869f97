package export

import (
	"slices"

	"github.com/opsfit/opsfit/internal/report"
)

// exemptions says of each exemption what it is worth today.
func exemptions(doc *report.Document) []string {
	var lines []string
	for i := range doc.Exemptions {
		e := &doc.Exemptions[i]
		name := report.Named(warningTitle(doc, e.Warning), e.Warning)
		if e.Severity != "" {
			name += ", " + string(e.Severity)
		}
		lines = append(lines, name+": "+standing(e)+" "+report.ExemptedWords(e, report.AsIs))
	}
	return lines
}

// standing is said in front of the end and the reason of an exemption.
func standing(e *report.Exemption) string {
	switch e.Status {
	case report.ExemptionExpired:
		return "the exemption has expired; it held"
	case report.ExemptionNotNeeded:
		return "the warning does not apply; exempted"
	case report.ExemptionInForce:
	}
	return "exempted"
}

// warningTitle is empty for a warning that does not apply.
func warningTitle(doc *report.Document, id string) string {
	at := slices.IndexFunc(doc.Warnings, func(w report.Warning) bool { return w.ID == id })
	if at < 0 {
		return ""
	}
	return doc.Warnings[at].Title
}

package export

import (
	"strings"

	"github.com/opsfit/opsfit/internal/report"
)

// sentences joins parts, leaving empty ones out. All but the last get a full stop where they have no end of their own.
func sentences(parts ...string) string {
	var said []string
	for _, part := range parts {
		if part == "" {
			continue
		}
		if n := len(said); n > 0 && !strings.ContainsAny(said[n-1][len(said[n-1])-1:], ".!?") {
			said[n-1] += "."
		}
		said = append(said, part)
	}
	return strings.Join(said, " ")
}

// severityOf is the severity of a warning as a word to begin a line with. That of an exempted one is still said.
func severityOf(doc *report.Document, warning *report.Warning) string {
	word := strings.ToUpper(warning.Severity)
	if report.ExemptionOf(doc, warning.ID) != nil {
		return word + ", exempted"
	}
	return word
}

// explained says why a warning matters, which answers it follows from and, where it is exempted, why.
func explained(doc *report.Document, warning *report.Warning) string {
	lines := []string{warning.Why}
	if len(warning.Because) > 0 {
		lines = append(lines, "Because of: "+because(warning.Because))
	}
	if exemption := report.ExemptionOf(doc, warning.ID); exemption != nil {
		lines = append(lines, "Exempted "+report.ExemptedWords(exemption, report.AsIs))
	}
	return strings.TrimPrefix(strings.Join(lines, "\n"), "\n")
}

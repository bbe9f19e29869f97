package pages

import (
	"fmt"
	"strings"

	"github.com/opsfit/opsfit/internal/report"
)

// exemptions say which warnings were accepted for a while, and what that is worth.
func exemptions(doc *report.Document) []string {
	var sentences []string
	for i := range doc.Exemptions {
		e := &doc.Exemptions[i]
		name := withRemark(said(e.Warning), "", string(e.Severity))
		switch e.Status {
		case report.ExemptionExpired:
			name += fmt.Sprintf(": the exemption has expired, it was %s. It was given because: %s", exemptionTerm(e), said(e.Reason))
		case report.ExemptionNotNeeded:
			name += ": exempted " + exemptedWords(e) + notNeeded(e)
		case report.ExemptionInForce:
			name += ": exempted " + exemptedWords(e)
		default:
			name += ": " + said(e.Reason)
		}
		sentences = append(sentences, name)
	}
	return sentences
}

// exemptedWords say until when an exemption holds, who answers for it, and why.
func exemptedWords(e *report.Exemption) string { return exemptionTerm(e) + ": " + said(e.Reason) }

func exemptionTerm(e *report.Exemption) string {
	term := "without an end"
	if e.Until != "" {
		term = "until " + said(e.Until)
	}
	if e.Owner != "" {
		term += ", owner " + said(e.Owner)
	}
	return term
}

// notNeeded is said behind the reason: whoever reads it may take the exemption out.
func notNeeded(e *report.Exemption) string {
	if strings.HasSuffix(e.Reason, ".") {
		return " The warning does not apply."
	}
	return "; the warning does not apply"
}

package report

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// ExemptionOf returns the exemption in force for a warning, and nil when there is none.
func ExemptionOf(doc *Document, warning string) *Exemption {
	at := slices.IndexFunc(doc.Exemptions, func(e Exemption) bool {
		return e.Warning == warning && e.Status == ExemptionInForce
	})
	if at < 0 {
		return nil
	}
	return &doc.Exemptions[at]
}

// ExemptedWords says until when an exemption holds, who answers for it and approved it, and why.
func ExemptedWords(e *Exemption, said func(string) string) string {
	return e.term(said) + ": " + said(e.Reason)
}

// term is the end of an exemption, its owner and who approved it.
func (e *Exemption) term(said func(string) string) string {
	term := "without an end"
	if e.Until != "" {
		term = "until " + said(string(e.Until))
	}
	if e.Owner != "" {
		term += ", owner " + said(string(e.Owner))
	}
	if e.ApprovedBy != "" {
		term += ", approved by " + said(string(e.ApprovedBy))
	}
	return term
}

// notNeeded is said behind the reason: whoever reads it may take the exemption out.
func notNeeded(e *Exemption) string {
	if strings.HasSuffix(e.Reason, ".") {
		return " The warning does not apply."
	}
	return "; the warning does not apply"
}

// titleOfExempted is the title of a warning; of one that does not stand, a result that was read knows the id alone.
func (d *Document) titleOfExempted(e *Exemption) string {
	for i := range d.Warnings {
		if w := &d.Warnings[i]; w.ID == e.Warning && w.Title != "" {
			return w.Title
		}
	}
	return cmp.Or(e.Title, e.Warning)
}

// Exempted says which warnings were accepted for a while, and what that is worth.
func Exempted(doc *Document, said func(string) string) []string {
	var sentences []string
	for i := range doc.Exemptions {
		e := &doc.Exemptions[i]
		name := said(doc.titleOfExempted(e))
		if e.Severity != "" {
			name += " (" + string(e.Severity) + ")"
		}
		switch e.Status {
		case ExemptionExpired:
			name += fmt.Sprintf(": the exemption has expired, it was %s. It was given because: %s", e.term(said), said(e.Reason))
		case ExemptionNotNeeded:
			name += ": exempted " + ExemptedWords(e, said) + notNeeded(e)
		case ExemptionInForce:
			name += ": exempted " + ExemptedWords(e, said)
		default:
			name += ": " + said(e.Reason)
		}
		sentences = append(sentences, name)
	}
	return sentences
}

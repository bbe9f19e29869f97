package report

import (
	"slices"
	"strings"
)

// Exemption is a warning that somebody accepted for a while.
type Exemption struct {
	// Warning is the id; exemptions are ordered by it.
	Warning string `json:"warning"`
	// Title is that of the warning; empty where NameWarnings does not know it.
	Title string `json:"-"`
	// Severity is that of the warning; empty while it does not apply.
	Severity Text   `json:"severity"`
	Reason   string `json:"reason"`
	// Until is the last day, YYYY-MM-DD; empty for one without an end.
	Until Text `json:"until"`
	Owner Text `json:"owner"`
	// ApprovedBy is who accepted the danger; empty where nobody is named.
	ApprovedBy Text            `json:"approved_by"`
	Status     ExemptionStatus `json:"status"`
}

// ExemptionStatus is what an exemption is worth on the day of the document.
type ExemptionStatus string

// The statuses of an exemption.
const (
	// ExemptionInForce covers a warning that applies.
	ExemptionInForce ExemptionStatus = "in_force"
	// ExemptionExpired covers nothing any more, whether the warning applies or not.
	ExemptionExpired ExemptionStatus = "expired"
	// ExemptionNotNeeded is about a warning that does not apply.
	ExemptionNotNeeded ExemptionStatus = "not_needed"
)

// exemptions lays out what the answers file says; JudgeExemptions adds what follows from the day and the warnings.
func (b builder) exemptions() []Exemption {
	built := []Exemption{}
	for _, e := range b.run.Sheet.Exemptions {
		built = append(built, Exemption{
			Warning: e.Warning, Reason: e.Reason, Until: Text(e.Until), Owner: Text(e.Owner), ApprovedBy: Text(e.ApprovedBy),
		})
	}
	slices.SortStableFunc(built, func(a, b Exemption) int { return strings.Compare(a.Warning, b.Warning) })
	return built
}

// JudgeExemptions says of each exemption what it is worth on a day, YYYY-MM-DD, and of each warning whether it is
// exempted then. Without a day none counts as expired.
func JudgeExemptions(doc *Document, day string) {
	if len(doc.Exemptions) == 0 {
		return
	}
	doc.AsOf = Text(day)
	for i := range doc.Exemptions {
		e := &doc.Exemptions[i]
		e.Severity = ""
		at := slices.IndexFunc(doc.Warnings, func(w Warning) bool { return w.ID == e.Warning })
		if at >= 0 {
			e.Severity = Text(doc.Warnings[at].Severity)
		}
		e.Status = e.statusOn(day)
		if at >= 0 {
			doc.Warnings[at].Exempted = e.Status == ExemptionInForce
		}
	}
}

func (e *Exemption) statusOn(day string) ExemptionStatus {
	switch {
	// Days in this form are ordered as texts are.
	case e.Until != "" && string(e.Until) < day:
		return ExemptionExpired
	case e.Severity == "":
		return ExemptionNotNeeded
	}
	return ExemptionInForce
}

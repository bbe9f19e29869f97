package report

import (
	"slices"

	"github.com/opsfit/opsfit/internal/questionnaire"
)

// ActiveWarning is a warning in short.
type ActiveWarning struct {
	ID string `json:"id"`
	// Title is empty where NameWarnings does not know it.
	Title    string `json:"-"`
	Severity string `json:"severity"`
	Text     string `json:"text"`
}

// WarningChanges are the warnings that come and go between two results.
type WarningChanges struct {
	Gone []ActiveWarning `json:"gone"`
	New  []ActiveWarning `json:"new"`
	// Regraded are in both, with another severity.
	Regraded []RegradedWarning `json:"regraded"`
}

// RegradedWarning is a warning with its new severity; Was is the earlier one.
type RegradedWarning struct {
	ActiveWarning
	Was string `json:"was"`
}

// ActiveWarnings returns the warnings of a document in short, in its order.
func ActiveWarnings(doc *Document) []ActiveWarning {
	active := []ActiveWarning{}
	for _, warning := range doc.Warnings {
		active = append(active, ActiveWarning{ID: warning.ID, Title: warning.Title, Severity: warning.Severity, Text: warning.Text})
	}
	return active
}

// NameWarnings gives titles to the warnings that a document has by their ids: those of exemptions and those before a what-if. They
// are not in its JSON, so that of a result that was read they are those of the questionnaire as it is now.
func (d *Document) NameWarnings(q *questionnaire.Questionnaire) {
	if q.Catalogue == nil {
		return
	}
	titles := make(map[string]string, len(q.Catalogue.Warnings))
	for i := range q.Catalogue.Warnings {
		titles[q.Catalogue.Warnings[i].ID] = q.Catalogue.Warnings[i].Title
	}
	for i := range d.Exemptions {
		d.Exemptions[i].Title = titles[d.Exemptions[i].Warning]
	}
	if d.WhatIf == nil {
		return
	}
	for i := range d.WhatIf.Before.Warnings {
		d.WhatIf.Before.Warnings[i].Title = titles[d.WhatIf.Before.Warnings[i].ID]
	}
}

// CompareWarnings tells two lists of warnings apart by id and severity. Each list keeps its order.
func CompareWarnings(before, after []ActiveWarning) WarningChanges {
	changes := WarningChanges{Gone: []ActiveWarning{}, New: []ActiveWarning{}, Regraded: []RegradedWarning{}}
	for _, warning := range before {
		if !slices.ContainsFunc(after, warning.isSame) {
			changes.Gone = append(changes.Gone, warning)
		}
	}
	for _, warning := range after {
		at := slices.IndexFunc(before, warning.isSame)
		switch {
		case at < 0:
			changes.New = append(changes.New, warning)
		case before[at].Severity != warning.Severity:
			changes.Regraded = append(changes.Regraded, RegradedWarning{ActiveWarning: warning, Was: before[at].Severity})
		}
	}
	return changes
}

func (w ActiveWarning) isSame(other ActiveWarning) bool { return w.ID == other.ID }

// IsNone reports that no warning comes, goes or is graded otherwise.
func (c WarningChanges) IsNone() bool { return len(c.Gone)+len(c.New)+len(c.Regraded) == 0 }

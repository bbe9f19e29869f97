package plan

import (
	"github.com/opsfit/opsfit/internal/report"
)

// Schema names the form of a path; a change that breaks readers changes the number at its end.
const Schema = "opsfit.plan/v1"

// Document is a path with everything that a renderer shows of it. Numbers are nil (null) where not scored, texts empty
// (null) where not given, lists never nil.
type Document struct {
	Schema string      `json:"schema"`
	Tool   report.Tool `json:"tool"`
	report.Head
	// Limit is the largest number of steps that was asked for.
	Limit int `json:"limit"`
	// Complete reports that nothing that could be started is left at the end of the path.
	Complete bool `json:"complete"`
	// Start is what holds with the answers that were given.
	Start State  `json:"start"`
	Steps []Step `json:"steps"`
	// Next are the recommendations that could be started at the end of the path, in rank order; none when it is complete.
	Next []Item `json:"next"`
	// Waiting are those that something holds back at the end of the path, in rank order. When the path is complete,
	// nothing on it leads to them.
	Waiting []report.Recommendation `json:"waiting"`
	// Commitments are what was promised; nil, and left out, where no file with commitments was named.
	Commitments *report.Commitments `json:"commitments,omitempty"`
	Notes       []string            `json:"notes"`
}

// State is what a report would say at one point of the path.
type State struct {
	Verdict report.Verdict `json:"verdict"`
	// Axes is empty in the state of a quadrant.
	Axes []Axis `json:"axes"`
	// Checked are the axes of a questionnaire about readiness alone, written as its axes; nil for any other.
	Checked  []report.ReadinessAxis `json:"-"`
	Warnings []report.ActiveWarning `json:"warnings"`
}

// MarshalJSON writes the axes of a questionnaire about readiness alone as its axes.
func (s State) MarshalJSON() ([]byte, error) {
	type plain State // without this method
	if s.Verdict.Readiness == nil {
		return report.Marshal(plain(s))
	}
	return report.Marshal(struct {
		Verdict  report.Verdict         `json:"verdict"`
		Axes     []report.ReadinessAxis `json:"axes"`
		Warnings []report.ActiveWarning `json:"warnings"`
	}{s.Verdict, s.Checked, s.Warnings})
}

// Axis is the result on one axis in short; the members are those of report.Axis.
type Axis struct {
	ID        string           `json:"id"`
	Title     string           `json:"title"`
	Practice  report.Practice  `json:"practice"`
	Situation report.Situation `json:"situation"`
	Gap       *float64         `json:"gap"`
	Direction report.Text      `json:"direction"`
	Fit       *float64         `json:"fit"`
	Readiness report.Readiness `json:"readiness"`
	Floor     *float64         `json:"floor"`
	Shortfall report.Shortfall `json:"shortfall"`
}

// Step is one recommendation on the path.
type Step struct {
	// Step counts from 1.
	Step int `json:"step"`
	// Recommendation is the item as it is advised just before the step: with its rank, and because of the answers then.
	Recommendation report.Recommendation `json:"recommendation"`
	// Assumes are the answers that the step is taken to change, in the order of the questionnaire; empty when it is not
	// estimated.
	Assumes []report.Change `json:"assumes"`
	// NotEstimated says why no answer is assumed; nil for a step with an estimate.
	NotEstimated *NotEstimated `json:"not_estimated"`
	// EffortSoFar counts the steps up to this one by their effort.
	EffortSoFar Effort `json:"effort_so_far"`
	// After is what would hold after the step. Without an estimate it is what held before.
	After State `json:"after"`
	// Warnings are those that come and go with the step.
	Warnings report.WarningChanges `json:"warnings"`
	// Unblocks are the recommendations that had to wait before the step and could be started after it; Settles are the
	// other ones that are no longer advised. Both are in rank order.
	Unblocks []Item `json:"unblocks"`
	Settles  []Item `json:"settles"`
}

// NotEstimated is why a step assumes nothing, for a program and for a person.
type NotEstimated struct {
	Reason Reason `json:"reason"`
	Text   string `json:"text"`
}

// Effort counts steps by effort: days in one team, weeks, and a quarter or several teams. Grades are not added up: three
// steps of days are not weeks.
type Effort struct {
	Days     int `json:"days"`
	Weeks    int `json:"weeks"`
	Quarters int `json:"quarters"`
}

// Item names a recommendation.
type Item struct {
	ID     string `json:"id"`
	Title  string `json:"title"`
	Axis   string `json:"axis"`
	Effort int    `json:"effort"`
}

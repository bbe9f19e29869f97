package report

import (
	"github.com/opsfit/opsfit/internal/answers"
)

// Freshness says which answers are older than a limit. Only answers that state something are looked at: what is open
// cannot get old.
type Freshness struct {
	// MaxAge is the limit as it was asked for: "180d", "6m", "1y".
	MaxAge string `json:"max_age"`
	// Since is the earliest day that is within the limit, YYYY-MM-DD.
	Since string `json:"since"`
	// Stale are the older answers, the oldest first, then in the order of the questionnaire.
	Stale []Aged `json:"stale"`
	// Undated are the questions whose answers have no day, or one that is still to come, in the order of the questionnaire.
	Undated []string `json:"undated"`
}

// Aged is an answer with the day on which it was reviewed, or else the day of the answers.
type Aged struct {
	Question string `json:"question"`
	Date     string `json:"date"`
	// Days is the age on the day of the document.
	Days int `json:"days"`
}

// States reports that an answer says something about the service, which may get out of date: an option, or that the
// question does not apply.
func (a *Answer) States() bool {
	return a.Status == string(answers.Answered) || a.Status == string(answers.NotApplicable)
}

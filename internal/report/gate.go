package report

import (
	"encoding/json"
	"fmt"
	"strings"

	"github.com/opsfit/opsfit/internal/questionnaire"
)

// Gate is one condition that a pipeline asked for, with what came of it.
type Gate struct {
	// Gate is the condition in its canonical form, such as "fit >= 70", "fail-on high" or "no-regression fit"; no two
	// gates of a document have the same.
	Gate string   `json:"gate"`
	Kind GateKind `json:"kind"`
	Met  bool     `json:"met"`
	// Op relates Actual to Required.
	Op questionnaire.Op `json:"op"`
	// Required is what the gate asks for: a number on the scale of its metric, a severity, a confidence, days, a day.
	Required Value `json:"required"`
	// Actual is null when it could not be computed; Reason then says why, and the gate is not met.
	Actual Value `json:"actual"`
	// Reason says what the two values do not.
	Reason Text `json:"reason"`
}

// exemption is the id of the warning that a gate on an exemption names.
func (g *Gate) exemption() string {
	_, warning, _ := strings.Cut(g.Gate, " ")
	return warning
}

// GateKind says what a gate looks at.
type GateKind string

// The kinds of gates, in the order in which a document lists them.
const (
	// MetricGate compares a figure of this result with a number.
	MetricGate GateKind = "metric"
	// WarningGate asks that the most severe warning that is not exempted is below a severity; Actual is "none" without one.
	WarningGate GateKind = "warnings"
	// ConfidenceGate asks for a confidence.
	ConfidenceGate GateKind = "confidence"
	// RegressionGate compares a figure with that of an earlier result, which is Required.
	RegressionGate GateKind = "regression"
	// AgeGate compares the age in days of the oldest answer with a limit.
	AgeGate GateKind = "age"
	// EvidenceGate asks that a repository contradicts no answer; Actual is how many it contradicts, and null where nothing could
	// be compared.
	EvidenceGate GateKind = "evidence"
	// ExemptionGate asks that an exemption has not expired: Required is its last day, Actual the day of the run.
	ExemptionGate GateKind = "exemption"
)

// Value is a number or a word; the zero value is neither, and null in JSON.
type Value struct {
	Number *float64
	// Word is empty where there is a number.
	Word string
}

// Number is the value of a number; it is null for nil.
func Number(number *float64) Value { return Value{Number: number} }

// Word is the value of a word; it is null for the empty one.
func Word(word string) Value { return Value{Word: word} }

// IsNull reports that there is no value.
func (v Value) IsNull() bool { return v.Number == nil && v.Word == "" }

// MarshalJSON writes the number or the word.
func (v Value) MarshalJSON() ([]byte, error) {
	if v.Number != nil {
		return marshalPlain(*v.Number)
	}
	return Text(v.Word).MarshalJSON()
}

// UnmarshalJSON reads a number, a text or null.
func (v *Value) UnmarshalJSON(data []byte) error {
	var value any
	if err := json.Unmarshal(data, &value); err != nil {
		return err
	}
	*v = Value{}
	switch value := value.(type) {
	case nil:
	case float64:
		v.Number = &value
	case string:
		v.Word = value
	default:
		return fmt.Errorf("%s is neither a number nor a text", data)
	}
	return nil
}

// Exemption is a warning that somebody accepted for a while.
type Exemption struct {
	// Warning is the id; exemptions are ordered by it.
	Warning string `json:"warning"`
	// Severity is that of the warning; empty while it does not apply.
	Severity Text   `json:"severity"`
	Reason   string `json:"reason"`
	// Until is the last day, YYYY-MM-DD; empty for one without an end.
	Until  Text            `json:"until"`
	Owner  Text            `json:"owner"`
	Status ExemptionStatus `json:"status"`
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

package report

import (
	"strings"

	"github.com/opsfit/opsfit/internal/condition"
)

// Gate is one condition that a pipeline asked for, with what came of it.
type Gate struct {
	// Gate is the condition in its canonical form, such as "fit >= 70", "fail-on high" or "no-regression fit"; no two
	// gates of a document have the same.
	Gate string   `json:"gate"`
	Kind GateKind `json:"kind"`
	Met  bool     `json:"met"`
	// Op relates Actual to Required.
	Op condition.Op `json:"op"`
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
	// StateGate asks that the state of readiness is ready.
	StateGate GateKind = "state"
	// RegressionGate compares a figure with that of an earlier result, which is Required.
	RegressionGate GateKind = "regression"
	// AgeGate compares the age in days of the oldest answer with a limit.
	AgeGate GateKind = "age"
	// EvidenceGate asks that a repository contradicts no answer; Actual is how many it contradicts, and null where nothing could
	// be compared.
	EvidenceGate GateKind = "evidence"
	// CommitmentGate asks that no commitment is overdue; Actual is how many are, and null where no file with commitments was named.
	CommitmentGate GateKind = "commitments"
	// ExemptionGate asks that an exemption has not expired: Required is its last day, Actual the day of the run.
	ExemptionGate GateKind = "exemption"
	// ChallengeGate asks that others confirm every answer on which the verdict hangs; Actual is the fewest who do.
	ChallengeGate GateKind = "challenge"
)

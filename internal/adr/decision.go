package adr

import (
	"github.com/opsfit/opsfit/internal/report"
	"github.com/opsfit/opsfit/internal/score"
)

// Decision is what to decide about the readiness of a service.
type Decision string

// The decisions, and none.
const (
	NoDecision       Decision = ""
	Go               Decision = "go"
	GoWithConditions Decision = "go_with_conditions"
	NoGo             Decision = "no_go"
)

// Decisions returns all three.
func Decisions() []Decision { return []Decision{Go, GoWithConditions, NoGo} }

// Title names a decision; empty for none.
func (d Decision) Title() string {
	switch d {
	case Go:
		return "Go"
	case GoWithConditions:
		return "Go with conditions"
	case NoGo:
		return "No go"
	case NoDecision:
	}
	return ""
}

// Decided is the decision that a state of readiness points to; none where there is no state.
func Decided(v *report.ReadinessVerdict) Decision {
	switch score.State(v.State) {
	case score.Ready:
		return Go
	case score.Gaps:
		return GoWithConditions
	case score.NotReady:
		return NoGo
	}
	return NoDecision
}

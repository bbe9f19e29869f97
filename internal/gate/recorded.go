package gate

import (
	"slices"
	"strings"

	"github.com/opsfit/opsfit/internal/condition"
	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/report"
	"github.com/opsfit/opsfit/internal/score"
)

// Recorded is what a saved result says of its gates, judged again.
type Recorded struct {
	// Gates are those that follow from the rest of the result, in its order; nil for one that nobody could have asked for.
	Gates []*report.Gate
	// Freshness is what follows from the ages of the answers; nil where the result has none.
	Freshness *report.Freshness
}

// JudgeRecorded judges the gates that a saved result has recorded by the rest of it, on the day that it names. Figures are exact
// ones where they are known, else nil. What an earlier result had cannot be known any more: a regression gate is judged by the
// two figures that it records.
func JudgeRecorded(doc *report.Document, figures *condition.Figures) Recorded {
	isExact := figures != nil
	if !isExact {
		figures = report.Measured(doc)
	}
	again := *doc
	c := Case{Document: &again, Figures: figures, Day: string(doc.AsOf)}
	var judged Recorded
	if f := doc.Freshness; f != nil {
		again.Freshness = Set{maxAge: (&reader{}).readAge(diag.Placed{Text: f.MaxAge})}.listFreshness(c)
		judged.Freshness = again.Freshness
	}
	for i := range doc.Gates {
		recorded := &doc.Gates[i]
		gate := c.judgeAgain(recorded)
		if gate != nil && !isExact && isAtBound(gate) {
			gate.Met = recorded.Met
		}
		judged.Gates = append(judged.Gates, gate)
	}
	return judged
}

// isAtBound reports a figure that is rounded to its bound: only the exact one says whether the gate is met.
func isAtBound(gate *report.Gate) bool {
	actual, required := gate.Actual.Number, gate.Required.Number
	return gate.Kind == report.MetricGate && actual != nil && required != nil && *actual == *required
}

// judgeAgain returns nil for a gate that is not written as any gate is.
func (c Case) judgeAgain(recorded *report.Gate) *report.Gate {
	_, rest, _ := strings.Cut(recorded.Gate, " ")
	asked := diag.Placed{Text: rest, File: "recorded"}
	var wanted Wanted
	switch recorded.Kind {
	case report.RegressionGate:
		return judgeRegression(recorded)
	case report.ExemptionGate:
		return theOne(Set{FailOnExpired: true}.exemptionGates(c), recorded)
	case report.ChallengeGate:
		return nil // A result is never that of a challenge.
	case report.MetricGate:
		wanted.Conditions = []diag.Placed{{Text: recorded.Gate}}
	case report.WarningGate:
		wanted.FailOn = asked
	case report.ConfidenceGate:
		wanted.Confidence = asked
	case report.StateGate:
		wanted.Ready = diag.Placed{Text: "true", File: "recorded"}
	case report.AgeGate:
		wanted.MaxAge = asked
	case report.EvidenceGate:
		wanted.Contradiction = diag.Placed{Text: "true", File: "recorded"}
	case report.CommitmentGate:
		wanted.NoOverdue = diag.Placed{Text: "true", File: "recorded"}
	}
	set, found := Read(wanted)
	if len(found) > 0 {
		return nil
	}
	return theOne(slices.Concat(
		set.metricGates(c), set.warningGates(c), set.confidenceGates(c), set.stateGates(c), set.ageGates(c), set.contradictionGates(c),
		set.commitmentGates(c),
	), recorded)
}

// theOne is the gate that is written as the recorded one; nil for none.
func theOne(gates []report.Gate, recorded *report.Gate) *report.Gate {
	at := slices.IndexFunc(gates, func(g report.Gate) bool { return g.Gate == recorded.Gate })
	if at < 0 {
		return nil
	}
	return &gates[at]
}

// judgeRegression keeps what is recorded and says whether it is met. A figure that only the earlier result lacks is no regression,
// and one that rounding makes equal may be one.
func judgeRegression(recorded *report.Gate) *report.Gate {
	written, isRegression := strings.CutPrefix(recorded.Gate, "no-regression ")
	if isRegression && written == stateSubject {
		return judgeStateAgain(recorded)
	}
	subject, found := condition.ParseSubject(written, condition.GateMetrics())
	if !isRegression || len(found) > 0 {
		return nil
	}
	gate := *recorded
	gate.Op = betterOp(subject.Metric)
	required, actual := recorded.Required.Number, recorded.Actual.Number
	switch {
	case required == nil || actual != nil && *actual == *required:
	case actual != nil:
		gate.Met = (gate.Op == condition.GTE) == (*actual > *required)
	case subject.Metric != condition.Steps:
		gate.Met = false
	}
	return &gate
}

// judgeStateAgain keeps the recorded states of readiness and says whether the later one is no worse.
func judgeStateAgain(recorded *report.Gate) *report.Gate {
	gate := *recorded
	gate.Op = condition.GTE
	gate.Met = placeOfState(score.State(recorded.Actual.Word)) >= placeOfState(score.State(recorded.Required.Word))
	return &gate
}

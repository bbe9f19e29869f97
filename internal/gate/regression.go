package gate

import (
	"math/big"

	"github.com/opsfit/opsfit/internal/condition"
	"github.com/opsfit/opsfit/internal/report"
	"github.com/opsfit/opsfit/internal/score"
)

// Comparison holds what can be compared between two results; the zero value holds nothing.
type Comparison struct {
	now, before result
	// Remark says how far the two can be compared; "" when they were scored the same way.
	Remark string
	// withdrawn are the answers that were given in the earlier result and are not in the run.
	withdrawn []report.Answer
}

// result is one side of a comparison; nil figures cannot be compared.
type result struct {
	figures *condition.Figures
	// fixed: no change of the answers leads to another side.
	fixed bool
	// state is that of readiness; empty for none.
	state score.State
}

func savedResult(doc *report.Document) result {
	saved := result{figures: report.Measured(doc), fixed: isFixed(doc)}
	if r := doc.Verdict.Readiness; r != nil {
		saved.state = score.State(r.State)
	}
	return saved
}

func (r result) figureOf(t test) *big.Rat {
	return r.figures.Value(t.condition.Metric, t.condition.Axis)
}

// isAbove reports whether a number of steps is infinite.
func (r result) isAbove(t test) bool {
	return r.fixed && t.condition.Metric == condition.Steps
}

// regressionGates requires that figures are no worse than before.
func (s Set) regressionGates(c Case) []report.Gate {
	var gates []report.Gate
	isState := c.Document.Verdict.Readiness != nil
	for _, t := range c.sortTests(s.kept) {
		if !isState || !t.implied || !t.condition.Metric.Definition().LeaningOnly {
			gates = append(gates, c.regressionGate(t))
		}
	}
	if isState && s.keepsState {
		gates = append(gates, c.stateRegression())
	}
	return gates
}

func (c Case) regressionGate(t test) report.Gate {
	gate := report.Gate{Gate: "no-regression " + t.subjectText(), Kind: report.RegressionGate, Op: betterOp(t.condition.Metric)}
	now, before := c.Comparison.now, c.Comparison.before
	if now.figures == nil || before.figures == nil {
		gate.Reason = report.Text(c.Comparison.Remark)
		return gate
	}
	value, earlier := now.figureOf(t), before.figureOf(t)
	gate.Actual, gate.Required = figureValue(value), figureValue(earlier)
	reason := ""
	switch {
	case now.isAbove(t):
		gate.Met, reason = true, "No change of your answers would put you on another side."
	case before.isAbove(t):
		reason = "Before, no change of the answers would have changed the side."
	case earlier == nil && value == nil:
		gate.Met, reason = true, "Neither result has this figure."
	case earlier == nil:
		gate.Met, reason = true, "The earlier result does not have this figure."
	case value == nil:
		reason = "It can no longer be computed. " + c.whyMissing(t.condition)
	default:
		if gate.Met = (condition.Bound{Op: gate.Op, Value: earlier}).Holds(value); gate.Met {
			reason = c.Comparison.withdrawnReason(t)
		}
	}
	gate.Reason = report.Text(joinTexts(reason, c.Comparison.Remark))
	return gate
}

// betterOp returns the operator by which a figure is no worse than the earlier one.
func betterOp(metric condition.Metric) condition.Op {
	if metric.Definition().Better == condition.Lower {
		return condition.LTE
	}
	return condition.GTE
}

func joinTexts(a, b string) string {
	if a == "" || b == "" {
		return a + b
	}
	return a + " " + b
}

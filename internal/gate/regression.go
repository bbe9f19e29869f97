package gate

import (
	"math/big"

	"github.com/opsfit/opsfit/internal/condition"
	"github.com/opsfit/opsfit/internal/report"
)

// Comparison holds what there is of two results that can be compared. The zero value holds nothing.
type Comparison struct {
	now, before result
	// Remark says how far the two can be compared; empty when they were scored alike.
	Remark string
	// withdrawn are the answers of the run that were given in the earlier result and are not any more.
	withdrawn []report.Answer
}

// result is one side of a comparison; nil figures mean that it cannot be compared.
type result struct {
	figures *condition.Figures
	// fixed is set when no change of the answers leads to another side.
	fixed bool
}

func saved(doc *report.Document) result { return result{report.Measured(doc), isFixed(doc)} }

func (r result) value(t test) *big.Rat { return r.figures.Value(t.condition.Metric, t.condition.Axis) }

// isAbove reports a number of steps beyond any number.
func (r result) isAbove(t test) bool {
	return r.fixed && t.condition.Metric == condition.Steps
}

// regressions asks that figures are no worse than before.
func (s Set) regressions(c Case) []report.Gate {
	var gates []report.Gate
	for _, t := range c.sorted(s.kept) {
		gates = append(gates, c.regression(t))
	}
	return gates
}

func (c Case) regression(t test) report.Gate {
	gate := report.Gate{Gate: "no-regression " + t.subject(), Kind: report.RegressionGate, Op: better(t.condition.Metric)}
	now, before := c.Comparison.now, c.Comparison.before
	if now.figures == nil || before.figures == nil {
		gate.Reason = report.Text(c.Comparison.Remark)
		return gate
	}
	value, earlier := now.value(t), before.value(t)
	gate.Actual, gate.Required = figure(value), figure(earlier)
	reason := ""
	switch {
	case now.isAbove(t):
		gate.Met, reason = true, "No change of the answers given would move how you work to another side."
	case before.isAbove(t):
		reason = "Before, no change of the answers given would have moved how you work to another side."
	case earlier == nil && value == nil:
		gate.Met, reason = true, "Neither result has this figure."
	case earlier == nil:
		gate.Met, reason = true, "The earlier result does not have this figure."
	case value == nil:
		reason = "It can no longer be computed. " + c.missing(t.condition)
	default:
		if gate.Met = (condition.Bound{Op: gate.Op, Value: earlier}).Holds(value); gate.Met {
			reason = c.Comparison.silence(t)
		}
	}
	gate.Reason = report.Text(joined(reason, c.Comparison.Remark))
	return gate
}

// better is how a figure has to stand to the earlier one so that it is no worse.
func better(metric condition.Metric) condition.Op {
	if metric.Definition().Better == condition.Lower {
		return condition.LTE
	}
	return condition.GTE
}

func joined(a, b string) string {
	if a == "" || b == "" {
		return a + b
	}
	return a + " " + b
}

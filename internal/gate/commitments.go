package gate

import (
	"github.com/opsfit/opsfit/internal/condition"
	"github.com/opsfit/opsfit/internal/report"
)

// commitmentGates requires that no commitment is overdue. Without a file with commitments nobody can tell, and the gate is not met.
func (s Set) commitmentGates(c Case) []report.Gate {
	if !s.noOverdue {
		return nil
	}
	gate := report.Gate{Gate: "no-overdue", Kind: report.CommitmentGate, Op: condition.LTE, Required: report.Number(new(0.0))}
	if c.Document.Commitments == nil {
		gate.Reason = "No file with commitments was named; name one with --commitments FILE."
		return []report.Gate{gate}
	}
	var names []string
	for _, overdue := range c.Document.Overdue() {
		names = append(names, report.Named(overdue.Title, overdue.Item)+" (due "+string(overdue.Due)+")")
	}
	gate.Met, gate.Actual = len(names) == 0, countValue(len(names))
	gate.Reason = report.Text(formatList("Overdue: ", names))
	return []report.Gate{gate}
}

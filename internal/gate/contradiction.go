package gate

import (
	"slices"

	"github.com/opsfit/opsfit/internal/condition"
	"github.com/opsfit/opsfit/internal/report"
)

// contradictions asks that a repository contradicts no answer. Where nothing at all could be compared, as in a shallow clone,
// nobody knows: the gate is not met.
func (s Set) contradictions(c Case) []report.Gate {
	if !s.failOnContradiction {
		return nil
	}
	gate := report.Gate{
		Gate: "fail-on-contradiction", Kind: report.EvidenceGate, Op: condition.LTE, Required: report.Number(new(0.0)),
	}
	findings := c.Document.Evidence
	compared := slices.ContainsFunc(findings, func(f report.Finding) bool { return f.Verdict != report.Silent })
	switch {
	case findings == nil:
		gate.Reason = "No repository was set beside the answers; --evidence names one."
	case len(findings) == 0:
		gate.Reason = "No question of this questionnaire is one that a repository can speak to."
	case !compared:
		// What was answered tells more than what was not.
		told := findings[max(0, slices.IndexFunc(findings, func(f report.Finding) bool { return f.Answer != "" }))]
		gate.Reason = report.Text("Nothing could be compared; of " + told.Question + ": " + string(told.Reason) + ".")
	default:
		names := report.Contradicted(findings)
		gate.Met, gate.Actual = len(names) == 0, count(len(names))
		gate.Reason = report.Text(listed("Contradicted: ", names))
	}
	return []report.Gate{gate}
}

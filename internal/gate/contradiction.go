package gate

import (
	"slices"

	"github.com/opsfit/opsfit/internal/condition"
	"github.com/opsfit/opsfit/internal/report"
)

// contradictionGates requires that a repository contradicts no answer. If nothing could be compared, as in a shallow
// clone, the gate is not met.
func (s Set) contradictionGates(c Case) []report.Gate {
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
		gate.Reason = "No repository was compared with the answers; name one with --evidence DIR."
	case len(findings) == 0:
		gate.Reason = "No question of this questionnaire can be compared with a repository."
	case !compared:
		// Prefer a reason about an answer that was given.
		told := findings[max(0, slices.IndexFunc(findings, func(f report.Finding) bool { return f.Answer != "" }))]
		gate.Reason = report.Text("Nothing could be compared; of " + nameOf(c.Document, told.Question) + ": " + string(told.Reason) + ".")
	default:
		var names []string
		for _, question := range report.Contradicted(findings) {
			names = append(names, nameOf(c.Document, question))
		}
		gate.Met, gate.Actual = len(names) == 0, countValue(len(names))
		gate.Reason = report.Text(formatList("Contradicted: ", names))
	}
	return []report.Gate{gate}
}

// nameOf is the title of a question with its id.
func nameOf(doc *report.Document, question string) string {
	if answer := doc.AnswerTo(question); answer != nil {
		return report.Named(answer.Title, question)
	}
	return question
}

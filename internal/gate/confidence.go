package gate

import (
	"slices"

	"github.com/opsfit/opsfit/internal/condition"
	"github.com/opsfit/opsfit/internal/report"
	"github.com/opsfit/opsfit/internal/score"
)

func (s Set) confidenceGates(c Case) []report.Gate {
	if s.confidence == "" {
		return nil
	}
	gate := report.Gate{
		Gate: "require-confidence " + string(s.confidence), Kind: report.ConfidenceGate, Op: condition.GTE,
		Required: report.Word(string(s.confidence)),
	}
	v := c.Document.Verdict.Leaning
	if v == nil || v.Confidence == "" {
		gate.Reason = report.Text(c.whyMissing(condition.Condition{Metric: condition.Steps, Axis: condition.Overall}))
		return []report.Gate{gate}
	}
	gate.Actual = report.Word(string(v.Confidence))
	gate.Met = rankOf(score.Confidence(v.Confidence)) >= rankOf(s.confidence)
	return []report.Gate{gate}
}

func rankOf(confidence score.Confidence) int {
	return slices.Index([]score.Confidence{score.LowConfidence, score.MediumConfidence, score.HighConfidence}, confidence)
}

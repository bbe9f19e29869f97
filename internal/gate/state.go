package gate

import (
	"slices"

	"github.com/opsfit/opsfit/internal/condition"
	"github.com/opsfit/opsfit/internal/english"
	"github.com/opsfit/opsfit/internal/report"
	"github.com/opsfit/opsfit/internal/score"
)

// stateGates requires that the state of readiness is ready.
func (s Set) stateGates(c Case) []report.Gate {
	if !s.ready {
		return nil
	}
	gate := report.Gate{
		Gate: "require-ready", Kind: report.StateGate, Op: condition.GTE, Required: report.Word(string(score.Ready)),
	}
	v := c.Document.Verdict.Readiness
	if v == nil || v.State == "" {
		gate.Reason = report.Text(whyNoState(c.Document))
		return []report.Gate{gate}
	}
	gate.Actual, gate.Met = report.Word(string(v.State)), score.State(v.State) == score.Ready
	return []report.Gate{gate}
}

// whyNoState says why it cannot be told whether a service is ready.
func whyNoState(doc *report.Document) string {
	v := doc.Verdict.Readiness
	switch {
	case v == nil:
		return "This result has no state of readiness."
	case len(v.TierUnknown) == 0:
		return "No answer says how much readiness is called for."
	}
	var titles []string
	for _, id := range v.TierUnknown {
		title := id
		if answer := doc.AnswerTo(id); answer != nil {
			title = answer.Title
		}
		titles = append(titles, title)
	}
	verb := " is unknown, and its answer"
	if len(titles) > 1 {
		verb = " are unknown, and their answers"
	}
	return english.List(titles) + verb + " could call for more."
}

// stateRegression requires that the state of readiness is no worse than before.
func (c Case) stateRegression() report.Gate {
	gate := report.Gate{Gate: "no-regression " + stateSubject, Kind: report.RegressionGate, Op: condition.GTE}
	now, before := c.Comparison.now, c.Comparison.before
	if now.figures == nil || before.figures == nil {
		gate.Reason = report.Text(c.Comparison.Remark)
		return gate
	}
	gate.Actual, gate.Required = report.Word(string(now.state)), report.Word(string(before.state))
	reason := ""
	gate.Met = placeOfState(now.state) >= placeOfState(before.state)
	switch {
	case before.state == "" && now.state == "":
		reason = "Neither result has a state."
	case before.state == "":
		reason = "The earlier result does not have a state."
	case now.state == "":
		reason = "It can no longer be told. " + whyNoState(c.Document)
	}
	gate.Reason = report.Text(joinTexts(reason, c.Comparison.Remark))
	return gate
}

// placeOfState orders the states, the best last; none is before all of them.
func placeOfState(state score.State) int {
	return slices.Index([]score.State{score.NotReady, score.Gaps, score.Ready}, state)
}

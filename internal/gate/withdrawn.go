package gate

import (
	"github.com/opsfit/opsfit/internal/condition"
	"github.com/opsfit/opsfit/internal/report"
)

// withdrawnAnswers returns the answers of a document that were given before and no longer are, in its order: don't
// know, not applicable and skipped ones.
func withdrawnAnswers(now, before *report.Document) []report.Answer {
	given := map[string]bool{}
	for i := range before.Answers {
		given[before.Answers[i].Question] = before.Answers[i].IsAnswered()
	}
	var list []report.Answer
	for _, answer := range now.Answers {
		if given[answer.Question] && !answer.IsAnswered() {
			list = append(list, answer)
		}
	}
	return list
}

// withdrawnReason names the answers behind a figure that were withdrawn. A figure ignores what is unknown, so it can
// look better only because less is answered; that is no regression, but readers of the gate have to know it.
func (c Comparison) withdrawnReason(t test) string {
	var names []string
	for _, answer := range c.withdrawn {
		if t.restsOn(answer) {
			names = append(names, report.Named(answer.Title, answer.Question))
		}
	}
	if len(names) == 0 {
		return ""
	}
	return "No longer answered, and so left out: " + report.Shortened(names) + "."
}

// restsOn reports whether a figure is computed from such answers, ignoring missing ones.
func (t test) restsOn(answer report.Answer) bool {
	metric, axis := t.condition.Metric.Definition(), t.condition.Axis
	if metric.Completeness || !metric.RestsOn(answer.Measures) {
		return false
	}
	return axis == condition.Overall || string(answer.Axis) == axis || answer.Weights[axis] > 0
}

package gate

import (
	"github.com/opsfit/opsfit/internal/condition"
	"github.com/opsfit/opsfit/internal/report"
)

// withdrawn are the answers of a document that were given before and are not any more, in its order: don't know, not applicable
// and skipped ones.
func withdrawn(now, before *report.Document) []report.Answer {
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

// silence names the answers behind a figure that were withdrawn. A figure leaves out what is unknown, so it can look better only
// because less is said; that is no regression, and whoever reads the gate has to know it.
func (c Comparison) silence(t test) string {
	var names []string
	for _, answer := range c.withdrawn {
		if t.rests(answer) {
			names = append(names, answer.Question)
		}
	}
	if len(names) == 0 {
		return ""
	}
	return "No longer answered, and so left out: " + report.Shortened(names) + "."
}

// rests reports that a figure is computed from such answers, and leaves out those that are not there.
func (t test) rests(answer report.Answer) bool {
	metric, axis := t.condition.Metric.Definition(), t.condition.Axis
	if metric.Completeness || !metric.RestsOn(answer.Measures) {
		return false
	}
	return axis == condition.Overall || string(answer.Axis) == axis || answer.Weights[axis] > 0
}

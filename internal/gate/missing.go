package gate

import (
	"slices"

	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/condition"
	"github.com/opsfit/opsfit/internal/report"
)

// whyMissing says why a figure could not be computed.
func (c Case) whyMissing(asked condition.Condition) string {
	figures, metric := report.Measured(c.Document), asked.Metric.Definition()
	if asked.Axis == condition.Overall {
		return metric.WhyMissing("", figures.Axes...)
	}
	at := c.placeOfAxis(asked.Axis)
	if at < 0 {
		return "There is no axis " + asked.Axis + "."
	}
	return metric.WhyMissing(c.Document.Axes[at].Title, figures.Axes[at])
}

// isBlank reports whether nothing is answered, so that no warning could be active.
func isBlank(doc *report.Document) bool {
	return len(doc.Warnings) == 0 && !slices.ContainsFunc(doc.Answers, func(a report.Answer) bool {
		return a.Status == string(answers.Answered)
	})
}

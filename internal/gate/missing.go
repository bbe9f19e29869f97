package gate

import (
	"slices"

	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/condition"
	"github.com/opsfit/opsfit/internal/report"
)

// whyMissing says why a figure could not be computed.
func (c Case) whyMissing(asked condition.Condition) string {
	figures, metric := report.Measured(c.Document), c.definition(asked.Metric)
	if asked.Axis == condition.Overall {
		return metric.WhyMissing("", figures.Axes...)
	}
	at := c.placeOfAxis(asked.Axis)
	if at < 0 {
		return "There is no axis " + asked.Axis + "."
	}
	return metric.WhyMissing(c.Document.Levels()[at].Title, figures.Axes[at])
}

// definition is the row of a metric as it is for the kind of result.
func (c Case) definition(metric condition.Metric) condition.Definition {
	if c.Document.Verdict.Readiness != nil {
		return metric.DefinitionOfPoints()
	}
	return metric.Definition()
}

// isBlank reports whether nothing is answered, so that no warning could be active.
func isBlank(doc *report.Document) bool {
	return len(doc.Warnings) == 0 && !slices.ContainsFunc(doc.Answers, func(a report.Answer) bool {
		return a.Status == string(answers.Answered)
	})
}

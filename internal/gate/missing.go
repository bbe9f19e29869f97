package gate

import (
	"slices"

	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/report"
)

// missing says why a figure could not be computed.
func missing(doc *report.Document, metric, axis string) string {
	if axis == questionnaire.Overall {
		return missingOverall(doc, metric)
	}
	at := slices.IndexFunc(doc.Axes, func(a report.Axis) bool { return a.ID == axis })
	if at < 0 {
		return "There is no axis " + axis + "."
	}
	return missingOn(&doc.Axes[at], metric)
}

func missingOverall(doc *report.Document, metric string) string {
	switch metric {
	case questionnaire.MetricFit:
		if !slices.ContainsFunc(doc.Axes, func(a report.Axis) bool { return a.Practice.Scored }) {
			return "On no axis are enough questions answered to say how you work."
		}
		return "On no axis is it known both how you work and what the situation calls for."
	case questionnaire.MetricReadiness:
		return "No question about readiness is answered."
	case questionnaire.MetricShortfall:
		if !slices.ContainsFunc(doc.Axes, func(a report.Axis) bool { return a.Floor != nil }) {
			return "No answer says how much readiness is called for."
		}
		return "On no axis is readiness known where some of it is called for."
	case questionnaire.MetricTension:
		return "No answer tells what the situation calls for."
	case questionnaire.MetricSteps:
		return "Too few questions are answered to say how you work."
	}
	return "It is not known."
}

func missingOn(axis *report.Axis, metric string) string {
	switch metric {
	case questionnaire.MetricFit:
		if !axis.Practice.Scored {
			return "Too few questions are answered to say how you work on " + axis.Title + "."
		}
		return "No answer tells what the situation calls for on " + axis.Title + "."
	case questionnaire.MetricCoverage:
		return "No style question on " + axis.Title + " applies."
	case questionnaire.MetricReadiness:
		return "No question about readiness on " + axis.Title + " is answered."
	case questionnaire.MetricShortfall:
		if axis.Floor == nil {
			return "No answer says how much readiness is called for on " + axis.Title + "."
		}
		return "No question about readiness on " + axis.Title + " is answered."
	case questionnaire.MetricTension:
		return "No answer tells what the situation calls for on " + axis.Title + "."
	}
	return "It is not known."
}

// isBlank reports that nothing is answered, so that no warning could show.
func isBlank(doc *report.Document) bool {
	return len(doc.Warnings) == 0 && !slices.ContainsFunc(doc.Answers, func(a report.Answer) bool {
		return a.Status == string(answers.Answered)
	})
}

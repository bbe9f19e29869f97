package portfolio

import (
	"strings"

	"github.com/opsfit/opsfit/internal/report"
)

// ServiceOf takes the figures of one result for a portfolio. Nothing in it holds on to the text that the result was read
// from, so that thousands of services take no more room than their figures.
func ServiceOf(path string, doc *report.Document) Service {
	service := Service{
		Path: path, Subject: own(doc.Subject), Team: own(doc.Team), Questionnaire: doc.Questionnaire.ID, Date: own(doc.Date),
		DependsOn: make([]string, 0, len(doc.DependsOn)),
		Warnings:  make([]string, 0, len(doc.Warnings)), Recommendations: make([]string, 0, len(doc.Recommendations)),
	}
	for _, needed := range doc.DependsOn {
		service.DependsOn = append(service.DependsOn, strings.Clone(needed))
	}
	for i := range doc.Warnings {
		service.Warnings = append(service.Warnings, doc.Warnings[i].ID)
	}
	for i := range doc.Recommendations {
		if doc.Recommendations[i].IsNow() {
			service.Recommendations = append(service.Recommendations, doc.Recommendations[i].ID)
		}
	}
	if verdict := doc.Verdict.Leaning; verdict != nil {
		takeLeaning(&service, verdict)
		service.Shortfall = doc.LargestShortfall()
	}
	return service
}

// own is a text of its own, not a part of a larger one.
func own(text report.Text) report.Text { return report.Text(strings.Clone(string(text))) }

func takeLeaning(service *Service, verdict *report.Leaning) {
	service.Practice, service.PracticeBand = verdict.Practice.Value, verdict.Practice.Band
	service.Situation, service.SituationBand = verdict.Situation.Value, verdict.Situation.Band
	service.Fit, service.FitWord = verdict.Fit.Value, verdict.Fit.Word
	service.Readiness, service.Coverage = verdict.Readiness.Value, verdict.Coverage
	service.Advice, service.Confidence = verdict.Advice, verdict.Confidence
}

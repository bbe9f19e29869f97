package pages

import (
	"cmp"
	"slices"

	"github.com/opsfit/opsfit/internal/english"
	"github.com/opsfit/opsfit/internal/page"
	"github.com/opsfit/opsfit/internal/report"
)

// figures are the overall numbers of a verdict with their words, rounded as the sentences beside them are.
func figures(v report.Verdict) []page.Fact {
	if v.Quadrant != nil {
		return quadrantFigures(v.Quadrant)
	}
	l := v.Leaning
	fit := "not scored"
	if l.Fit.Value != nil && l.Practice.Scored {
		fit = report.FitFigure(l.Fit) + " out of 100, " + report.FitWord(l.Fit.Word)
	}
	facts := []page.Fact{
		{Label: "Practice", Value: report.Placed(l.Practice.Value, l.Practice.Band) + report.Possible(l.Practice)},
		{Label: "Situation", Value: report.Placed(l.Situation.Value, l.Situation.Band)},
		{Label: "Fit", Value: fit},
		{Label: "Readiness", Value: overallReadiness(l.Readiness.Readiness)},
		{Label: "Tension", Value: figureAfter("", l.Tension, 2, " out of 1")},
		{Label: "Answered", Value: answeredShares(l)},
		{Label: "Confidence", Value: cmp.Or(string(l.Confidence), "not scored")},
		{Label: "Advice", Value: report.AdviceWord(l.Advice)},
	}
	return slices.DeleteFunc(facts, func(fact page.Fact) bool { return fact.Value == "" })
}

// overallReadiness is a level with the bound that counts what is unknown as nothing.
func overallReadiness(r report.Readiness) string {
	if r.Value == nil {
		return "not scored"
	}
	text := english.Fixed(r.Value, 1) + " out of 4"
	if least := english.Fixed(r.LowerBound, 1); least != english.Fixed(r.Value, 1) {
		text += ", at least " + least
	}
	return text
}

// answeredShares say how much is known about the team and about the service.
func answeredShares(l *report.Leaning) string {
	shares := []string{english.Percent(l.Coverage) + " about how you work"}
	if l.Situation.Coverage != nil {
		shares = append(shares, english.Percent(l.Situation.Coverage)+" about what the service needs")
	}
	return english.List(shares)
}

func quadrantFigures(q *report.Quadrant) []page.Fact {
	return []page.Fact{
		{Label: "Throughput", Value: scoreOutOfTen(q.Throughput.Value)},
		{Label: "Stability", Value: scoreOutOfTen(q.Stability.Value)},
		{Label: "Overall", Value: scoreOutOfTen(q.Overall)},
		{Label: "Quadrant", Value: report.QuadrantWord(q.Quadrant)},
	}
}

func scoreOutOfTen(value *float64) string {
	if value == nil {
		return "not scored"
	}
	return english.Fixed(value, 1) + " out of 10"
}

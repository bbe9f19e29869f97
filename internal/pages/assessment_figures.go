package pages

import (
	"cmp"
	"fmt"
	"strings"

	"github.com/opsfit/opsfit/internal/english"
	"github.com/opsfit/opsfit/internal/page"
	"github.com/opsfit/opsfit/internal/report"
)

// figures are the overall numbers of a verdict with their words, for a comparison of two.
func figures(v report.Verdict) []page.Fact {
	switch {
	case v.Readiness != nil:
		return comparedStateFigures(v.Readiness)
	case v.Quadrant != nil:
		return quadrantFigures(v.Quadrant)
	}
	l := v.Leaning
	return []page.Fact{
		{Label: "Practice", Value: report.Placed(l.Practice.Value, l.Practice.Band) + report.Possible(l.Practice)},
		{Label: "Situation", Value: report.Placed(l.Situation.Value, l.Situation.Band)},
		{Label: labelFit, Value: cmp.Or(fitOutOf(l), "not scored")},
		{Label: labelReadiness, Value: cmp.Or(overallReadiness(l.Readiness.Readiness), "not scored")},
		{Label: "Tension", Value: cmp.Or(tensionOutOf(l), "not scored")},
		{Label: "Answered", Value: answeredShares(l)},
		{Label: "Confidence", Value: cmp.Or(string(l.Confidence), "not scored")},
		{Label: "Advice", Value: report.AdviceWord(l.Advice)},
	}
}

// keyFigures are the overall numbers that no chart of the page shows and that say something, with what they say.
func keyFigures(doc *report.Document) []page.Fact {
	var facts factList
	switch v := doc.Verdict; {
	case v.Readiness != nil:
		return stateFigures(doc)
	case v.Quadrant != nil:
		if v.Quadrant.ShownOverall() != nil {
			facts.add("Overall", scoreOutOfTen(v.Quadrant.Overall))
		}
		return facts
	}
	l := doc.Verdict.Leaning
	facts.add(labelFit, fitOutOf(l))
	if readiness := overallReadiness(l.Readiness.Readiness); readiness != "" {
		facts.add(labelReadiness, strings.Join(nonEmpty(readiness, tooLow(doc.Levels())), "; "))
	}
	if l.Tension != nil && *l.Tension > 0 {
		facts.add("Tension", tensionOutOf(l)+": needs pull both ways")
	}
	if !isShare(l.Coverage, l.Situation.Coverage, 0) && !isShare(l.Coverage, l.Situation.Coverage, 1) {
		facts.add("Answered", answeredShares(l))
	}
	return facts
}

// tooLow says on which axes readiness is below what the service needs: the axis where it is one, else how many; empty where none is.
func tooLow(axes []report.ReadinessAxis) string {
	title, short := "", 0
	for i := range axes {
		if value := axes[i].Shortfall.Value; value != nil && *value > 0 {
			title, short = axes[i].Title, short+1
		}
	}
	switch short {
	case 0:
		return ""
	case 1:
		return "too low on " + said(title)
	}
	return fmt.Sprintf("too low on %d of %s", short, english.CountOf(len(axes), "axis", "axes"))
}

// isShare reports that two shares are the same, such as none or all.
func isShare(a, b *float64, share float64) bool {
	return a != nil && b != nil && *a == share && *b == share
}

// fitOutOf is the fit with its word; empty where practice or situation is not scored.
func fitOutOf(l *report.Leaning) string {
	fit := l.ShownFit()
	if fit.Value == nil {
		return ""
	}
	return report.FitFigure(fit) + " out of 100, " + report.FitWord(fit.Word)
}

// tensionOutOf is empty where the situation, whose tension it is, is not scored.
func tensionOutOf(l *report.Leaning) string {
	if l.Tension == nil || !l.Situation.Scored {
		return ""
	}
	return report.Tension(l.Tension) + " out of 1"
}

// levelOutOf is a level with its scale.
func levelOutOf(level *float64) string {
	if level == nil {
		return "not scored"
	}
	return report.Level(level) + " out of 4"
}

// overallReadiness is a level with the bound that counts what is unknown as nothing; empty where no level is known.
func overallReadiness(r report.Readiness) string {
	if r.Value == nil {
		return ""
	}
	text := report.Level(r.Value) + " out of 4"
	if least := report.Level(r.LowerBound); least != report.Level(r.Value) {
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
		{Label: "Overall", Value: scoreOutOfTen(q.ShownOverall())},
		{Label: "Quadrant", Value: report.QuadrantWord(q.Quadrant)},
	}
}

func scoreOutOfTen(value *float64) string {
	if value == nil {
		return "not scored"
	}
	return report.ScoreFigure(value) + " out of 10"
}

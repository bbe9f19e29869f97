package pages

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/opsfit/opsfit/internal/comparison"
	"github.com/opsfit/opsfit/internal/english"
	"github.com/opsfit/opsfit/internal/report"
)

func (p *trendPage) headline() string {
	var clauses []string
	switch {
	case len(p.Points) == 0:
		return "There is no result to follow."
	case p.Overall != nil:
		clauses = leaningClauses(p.who(), practiceOf(&p.Overall.Series), p.fit(), comparison.FirstAndLast(p.Overall.Readiness))
	case p.Outcomes != nil:
		clauses = p.outcomeClauses()
	case p.States != nil:
		clauses = p.stateClauses()
	default:
		return "These results measure different things and are not a series."
	}
	sentence := fmt.Sprintf("Over %s, %s", english.Count(len(p.Points), "result"), joinClauses(clauses))
	if slices.ContainsFunc(p.Points, func(point comparison.Point) bool { return point.Break }) {
		sentence += "; the questionnaire changed on the way"
	}
	return sentence + "."
}

// who is what moved: the team, or the practice of several teams.
func (p *trendPage) who() string {
	if len(p.subjects()) > 1 {
		return "practice"
	}
	return "you"
}

// practiceOf is the first and the last practice of a series.
func practiceOf(s *comparison.Series) comparison.Practice {
	ends, last := comparison.FirstAndLast(s.Practice), len(s.PracticeBand)-1
	return comparison.Practice{
		Before: report.Practice{Value: ends.Before, Band: s.PracticeBand[0], Scored: ends.Before != nil},
		After:  report.Practice{Value: ends.After, Band: s.PracticeBand[last], Scored: ends.After != nil},
	}
}

// situationOf is the first and the last situation of a series.
func situationOf(s *comparison.Series) comparison.Situation {
	ends, last := comparison.FirstAndLast(s.Situation), len(s.SituationBand)-1
	return comparison.Situation{
		Before: report.Situation{Value: ends.Before, Band: s.SituationBand[0]},
		After:  report.Situation{Value: ends.After, Band: s.SituationBand[last]},
	}
}

// readinessOf is the first and the last readiness of a series.
func readinessOf(s *comparison.Series) comparison.Readiness {
	value, bound := comparison.FirstAndLast(s.Readiness), comparison.FirstAndLast(s.LowerBound)
	return comparison.Readiness{
		Before: report.Readiness{Value: value.Before, LowerBound: bound.Before},
		After:  report.Readiness{Value: value.After, LowerBound: bound.After},
	}
}

// fit is the first and the last fit of the whole.
func (p *trendPage) fit() comparison.Fit {
	words := p.Overall.FitWord
	return comparison.Fit{
		Figure: comparison.FirstAndLast(p.Overall.Fit), Word: comparison.Words{Before: words[0], After: words[len(words)-1]},
	}
}

func (p *trendPage) outcomeClauses() []string {
	o := p.Outcomes
	return []string{
		quadrantClause(comparison.Words{Before: o.Quadrant[0], After: o.Quadrant[len(o.Quadrant)-1]}),
		scoreClause("throughput", comparison.FirstAndLast(o.Throughput)), scoreClause("stability", comparison.FirstAndLast(o.Stability)),
	}
}

// why explains the headline.
func (p *trendPage) why() []string {
	if p.States != nil {
		return p.whyState()
	}
	if p.Overall == nil {
		return nil
	}
	sentences := []string{situationSentence(situationOf(&p.Overall.Series))}
	if r := readinessOf(&p.Overall.Series); r.Figure().Change != nil {
		sentences = append(sentences, fmt.Sprintf("Readiness (good practice under either model) %s out of 4%s.",
			rose(r.Figure(), report.Level(r.Before.Value), report.Level(r.After.Value)), unproven(r)))
	}
	return append(sentences, nonEmpty(p.furthest(), p.extremes())...)
}

// furthest names the axis on which the practice moved most from the first result to the last; the first axis on a tie,
// nothing where none moved.
func (p *trendPage) furthest() string {
	var most *comparison.AxisSeries
	var size comparison.Figure
	for i := range p.Axes {
		moved := comparison.FirstAndLast(p.Axes[i].Practice)
		if moved.Moved() && moved.Change != nil && (most == nil || exceeds(moved.Change, size.Change)) {
			most, size = &p.Axes[i], moved
		}
	}
	if most == nil {
		return ""
	}
	practice := practiceOf(&most.Series)
	return fmt.Sprintf("How you work moved furthest on %s: from %s (%s) to %s (%s).", said(most.Title),
		report.BandInSentence(practice.Before.Band), report.Signed(practice.Before.Value),
		report.BandInSentence(practice.After.Band), report.Signed(practice.After.Value))
}

// exceeds reports that one change is larger than another, whatever their directions.
func exceeds(change, other *float64) bool {
	a, b := math.Abs(*change), math.Abs(*other)
	return a > b && comparison.NewFigure(&a, &b).Moved()
}

// extremes says when the fit was above or below both ends.
func (p *trendPage) extremes() string {
	fit := p.Overall.Fit
	ends := comparison.FirstAndLast(fit)
	if ends.Change == nil {
		return ""
	}
	low, high := 0, 0
	for i, value := range fit {
		switch {
		case value == nil:
		case isAbove(fit[low], value):
			low = i
		case isAbove(value, fit[high]):
			high = i
		}
	}
	var parts []string
	if isAbove(fit[high], ends.Before) && isAbove(fit[high], ends.After) {
		parts = append(parts, fmt.Sprintf("highest at %s (%s)", p.fitFigure(high), p.Points[high].Name()))
	}
	if isAbove(ends.Before, fit[low]) && isAbove(ends.After, fit[low]) {
		parts = append(parts, fmt.Sprintf("lowest at %s (%s)", p.fitFigure(low), p.Points[low].Name()))
	}
	if len(parts) == 0 {
		return ""
	}
	return "In between, the fit was " + strings.Join(parts, " and ") + "."
}

// isAbove reports that one value is above another by more than counts as none.
func isAbove(value, other *float64) bool {
	return *value > *other && comparison.NewFigure(value, other).Moved()
}

func (p *trendPage) fitFigure(at int) string {
	return report.FitFigure(report.Fit{Value: p.Overall.Fit[at], Word: p.Overall.FitWord[at]})
}

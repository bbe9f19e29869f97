package comparison

import (
	"cmp"
	"fmt"
	"math"
	"strings"

	"github.com/opsfit/opsfit/internal/english"
	"github.com/opsfit/opsfit/internal/report"
)

// The titles of the sections of a trend.
const (
	TitleOverTime = "Over time"
	TitleResults  = "Result by result"
	TitleAdvice   = "How the advice went"
)

// TellTrend derives the story from the trend alone. Its Figures are the first and the last value of each kind.
func TellTrend(trend *Trend) Story {
	story := Story{
		Title: trend.title(), Asked: trend.asked(), Headline: trend.headline(), Why: trend.why(),
		Figures: trend.figures(), Results: trend.results(),
	}
	story.add(TitleAdvice, nil, trend.advice())
	story.add(report.TitleNotes, trend.Notes, nil)
	return story
}

func (t *Trend) title() string {
	for i := range t.Points {
		point := &t.Points[len(t.Points)-1-i]
		if title := cmp.Or(string(point.Subject), point.Questionnaire.Title); title != "" {
			return title
		}
	}
	return ""
}

func (t *Trend) asked() []report.Fact {
	var facts []report.Fact
	if subjects := t.subjects(); len(subjects) > 0 {
		facts = append(facts, report.Fact{Label: "Service", Value: report.Shortened(subjects)})
	}
	facts = append(facts, report.Fact{Label: "Results", Value: fmt.Sprintf("%d, %s", len(t.Points), t.span())})
	questionnaires := t.each(func(p *Point) string { return versioned(p.Questionnaire.ID, p.Questionnaire.Version) })
	return append(facts, report.Fact{Label: "Questions", Value: report.Shortened(questionnaires)})
}

// each returns what the points say, without doubles, in their order.
func (t *Trend) each(of func(*Point) string) []string {
	var found []string
	seen := map[string]bool{"": true}
	for i := range t.Points {
		if text := of(&t.Points[i]); !seen[text] {
			seen[text] = true
			found = append(found, text)
		}
	}
	return found
}

// span names the first and the last date.
func (t *Trend) span() string {
	dates := t.each(func(p *Point) string {
		if _, known := day(p.Date); !known {
			return ""
		}
		return string(p.Date)
	})
	switch len(dates) {
	case 0:
		return "without dates"
	case 1:
		return "of " + dates[0]
	}
	return "from " + dates[0] + " to " + dates[len(dates)-1]
}

// Name is what a point is called: its date.
func (p *Point) Name() string {
	if _, known := day(p.Date); known {
		return string(p.Date)
	}
	return "no date"
}

func (t *Trend) headline() string {
	var clauses []string
	switch {
	case len(t.Points) == 0:
		return "There is no result to follow."
	case t.Overall != nil:
		clauses = leaningClauses(t.who(), t.Overall.practice(), t.Overall.fit(), figureOf(Ends(t.Overall.Readiness)))
	case t.Outcomes != nil:
		clauses = t.outcomeClauses()
	default:
		return "These results measure different things and are no series."
	}
	sentence := fmt.Sprintf("Over %s, %s", english.Count(len(t.Points), "result"), joined(clauses))
	if t.breaks() > 0 {
		sentence += "; the questionnaire changed on the way"
	}
	return sentence + "."
}

func (t *Trend) breaks() int {
	count := 0
	for i := range t.Points {
		if t.Points[i].Break {
			count++
		}
	}
	return count
}

// who is what moved: the team, or the practice of several teams.
func (t *Trend) who() string {
	if len(t.subjects()) > 1 {
		return "practice"
	}
	return "you"
}

func (t *Trend) subjects() []string {
	return t.each(func(p *Point) string { return string(p.Subject) })
}

// practice is the first and the last one.
func (s *Series) practice() Practice {
	first, last := Ends(s.Practice)
	end := len(s.PracticeBand) - 1
	return Practice{
		Before: report.Practice{Value: first, Band: s.PracticeBand[0], Scored: first != nil},
		After:  report.Practice{Value: last, Band: s.PracticeBand[end], Scored: last != nil},
	}
}

// situation is the first and the last one.
func (s *Series) situation() Situation {
	first, last := Ends(s.Situation)
	end := len(s.SituationBand) - 1
	return Situation{
		Before: report.Situation{Value: first, Band: s.SituationBand[0]},
		After:  report.Situation{Value: last, Band: s.SituationBand[end]},
	}
}

// readiness is the first and the last one.
func (s *Series) readiness() Readiness {
	var r Readiness
	r.Before.Value, r.After.Value = Ends(s.Readiness)
	r.Before.LowerBound, r.After.LowerBound = Ends(s.LowerBound)
	return r
}

// fit is the first and the last one.
func (o *Overall) fit() Fit {
	return Fit{figureOf(Ends(o.Fit)), Words{o.FitWord[0], o.FitWord[len(o.FitWord)-1]}}
}

func (t *Trend) outcomeClauses() []string {
	o := t.Outcomes
	return []string{
		quadrantClause(Words{o.Quadrant[0], o.Quadrant[len(o.Quadrant)-1]}),
		scoreClause("throughput", figureOf(Ends(o.Throughput))), scoreClause("stability", figureOf(Ends(o.Stability))),
	}
}

// why explains the headline of a leaning trend.
func (t *Trend) why() []string {
	if t.Overall == nil {
		return nil
	}
	sentences := []string{situationSentence(t.Overall.situation())}
	if r := t.Overall.readiness(); r.figure().Change != nil {
		sentences = append(sentences, fmt.Sprintf("Readiness, which counts under either model, %s of 4%s.",
			rose(r.figure(), english.Plain(r.Before.Value, 1), english.Plain(r.After.Value, 1)), unproven(r)))
	}
	return append(sentences, spoken([]string{t.furthest(), t.extremes()})...)
}

// furthest names the axis on which the practice moved most from the first result to the last; the first axis on a tie,
// nothing where none moved.
func (t *Trend) furthest() string {
	var most *AxisSeries
	var size float64
	for i := range t.Axes {
		change := figureOf(Ends(t.Axes[i].Practice)).Change
		if change != nil && math.Abs(*change) > size+still {
			most, size = &t.Axes[i], math.Abs(*change)
		}
	}
	if most == nil {
		return ""
	}
	p := most.practice()
	return fmt.Sprintf("How you work moved furthest on %s: from %s (%s) to %s (%s).", most.Title,
		report.BandWord(p.Before.Band), report.Signed(p.Before.Value), report.BandWord(p.After.Band), report.Signed(p.After.Value))
}

// extremes says when the fit was above or below both ends.
func (t *Trend) extremes() string {
	fit := t.Overall.Fit
	first, last := Ends(fit)
	if first == nil || last == nil {
		return ""
	}
	low, high := 0, 0
	for i, value := range fit {
		if value != nil && *value < *fit[low]-still {
			low = i
		}
		if value != nil && *value > *fit[high]+still {
			high = i
		}
	}
	var parts []string
	if *fit[high] > max(*first, *last)+still {
		parts = append(parts, fmt.Sprintf("highest at %s (%s)", t.fitFigure(high), t.Points[high].Name()))
	}
	if *fit[low] < min(*first, *last)-still {
		parts = append(parts, fmt.Sprintf("lowest at %s (%s)", t.fitFigure(low), t.Points[low].Name()))
	}
	if len(parts) == 0 {
		return ""
	}
	return "In between, the fit was " + strings.Join(parts, " and ") + "."
}

func (t *Trend) fitFigure(at int) string {
	return report.FitFigure(report.Fit{Value: t.Overall.Fit[at], Word: t.Overall.FitWord[at]})
}

// advice lists the points at which the advice is another one than before.
func (t *Trend) advice() []Chapter {
	if t.Overall == nil {
		return nil
	}
	var chapter Chapter
	for i, advice := range t.Overall.Advice {
		if i == 0 || advice != t.Overall.Advice[i-1] {
			chapter.Items = append(chapter.Items, Item{Label: t.Points[i].Name(), Text: report.AdviceWord(advice)})
		}
	}
	return filled([]Chapter{chapter})
}

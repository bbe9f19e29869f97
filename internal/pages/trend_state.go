package pages

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/opsfit/opsfit/internal/comparison"
	"github.com/opsfit/opsfit/internal/english"
	"github.com/opsfit/opsfit/internal/page"
	"github.com/opsfit/opsfit/internal/report"
)

// endsOf are the first and the last state of a series.
func endsOf(s *comparison.States) comparison.Words {
	return comparison.Words{Before: s.State[0], After: s.State[len(s.State)-1]}
}

// unmetAt are the first and the last number of unmet points.
func unmetAt(s *comparison.States) comparison.Figure {
	ends := endsOf(s)
	return comparison.NewFigure(unmetOf(ends.Before, s.Unmet[0]), unmetOf(ends.After, s.Unmet[len(s.Unmet)-1]))
}

// readinessOfStates is the first and the last readiness of a series.
func readinessOfStates(s *comparison.States) comparison.Readiness {
	return readinessOf(&comparison.Series{Readiness: s.Readiness, LowerBound: s.LowerBound})
}

func (p *trendPage) stateClauses() []string {
	clauses := []string{stateClause(endsOf(p.States))}
	if unmet := unmetAt(p.States); unmet.Change != nil && unmet.Moved() {
		clauses = append(clauses, "the unmet points "+rose(unmet, count(unmet.Before), count(unmet.After)))
	} else if r := readinessOfStates(p.States).Figure(); r.Change != nil && report.Level(r.Before) != report.Level(r.After) {
		clauses = append(clauses, "readiness "+rose(r, report.Level(r.Before), report.Level(r.After))+" out of 4")
	}
	return clauses
}

// whyState tells the readiness, when another level was asked for, and the points that came and went at the latest result.
func (p *trendPage) whyState() []string {
	var sentences []string
	if r := readinessOfStates(p.States); r.Figure().Change != nil {
		sentences = append(sentences, fmt.Sprintf("Readiness %s out of 4%s.",
			rose(r.Figure(), report.Level(r.Before.Value), report.Level(r.After.Value)), unproven(r)))
	}
	sentences = append(sentences, nonEmpty(p.tierSentence())...)
	if last := len(p.Points) - 1; last > 0 {
		sentences = append(sentences, nonEmpty(
			p.pointsAt("No longer below the minimum at the latest result", p.States.NowMet[last]),
			p.pointsAt("Below the minimum there, and not before", p.States.NowUnmet[last]))...)
	}
	return sentences
}

// tierSentence says at which results another level is asked for, and with which answers; "" where at none.
func (p *trendPage) tierSentence() string {
	var results, questions []string
	for i, changed := range p.States.TiersChanged {
		if len(changed) > 0 {
			results = append(results, p.Points[i].Name())
		}
		for _, question := range changed {
			if !slices.Contains(questions, question) {
				questions = append(questions, question)
			}
		}
	}
	if len(results) == 0 {
		return ""
	}
	return fmt.Sprintf("How much is asked changed at %s, with another answer to %s.",
		english.List(firstAndMore(results, mostNamed)), p.pointTitles(questions))
}

func (p *trendPage) pointsAt(lead string, points []string) string {
	if len(points) == 0 {
		return ""
	}
	return lead + ": " + p.pointTitles(points) + "."
}

// pointTitles are points by their short titles, the first ones of many.
func (p *trendPage) pointTitles(points []string) string {
	titles := make([]string, len(points))
	for i, id := range points {
		titles[i] = said(cmp.Or(p.Titles[id], id))
	}
	return english.List(firstAndMore(titles, mostNamed))
}

// stateCourse shows readiness over time, with the state and the unmet points of each date.
func (p *trendPage) stateCourse() page.Course {
	s := p.States
	h := p.newHistory("whole", "", levelScale(), report.Level)
	h.add("Overall", s.Readiness, true)
	for i := range h.Series {
		h.Series[i].Kind = page.Value
	}
	states, unmet := page.Below{Head: "state"}, page.Below{Head: "unmet"}
	for i := range s.State {
		states.Texts = append(states.Texts, report.StateWord(s.State[i]))
		unmet.Texts = append(unmet.Texts, count(unmetOf(s.State[i], s.Unmet[i])))
	}
	caption := "Readiness (0 to 4) is not known"
	if len(h.Series) > 0 {
		caption = "Readiness (0 to 4): " + english.Lower(endsCaption(h.Series))
	}
	return page.Course{
		ID: "whole", Caption: caption, Moments: h.Moments, Panels: []page.Panel{{Scale: levelScale(), Series: h.Series}},
		Keys: []page.Key{{Kind: page.Value, Text: "readiness"}, breakKey()}, Below: []page.Below{states, unmet},
	}
}

func (p *trendPage) stateHistories() []*history {
	if p.States == nil {
		return nil
	}
	readiness := p.newHistory("readiness", "Readiness (0 to 4)", levelScale(), report.Level)
	coverage := p.newHistory("coverage", "Answered",
		page.Scale{Kind: page.Share, Low: 0, High: 100, Spoken: "Scale of answered points from 0 to 100 %"}, percentOf)
	readiness.add("Overall", p.States.Readiness, true)
	coverage.add("Overall", inPercent(p.States.Coverage), true)
	for i := range p.Checked {
		axis := &p.Checked[i]
		readiness.add(said(axis.Title), axis.Readiness, false)
		coverage.add(said(axis.Title), inPercent(axis.Coverage), false)
	}
	return []*history{readiness, coverage}
}

func (p *trendPage) stateFigures() []figureChange {
	s := p.States
	ends, unmet, readiness := endsOf(s), unmetAt(s), comparison.FirstAndLast(s.Readiness)
	coverage := comparison.FirstAndLast(s.Coverage)
	changes := []figureChange{
		{"State", report.StateWord(ends.Before), report.StateWord(ends.After), ""},
		{"Unmet points", count(unmet.Before), count(unmet.After), difference(unmet, 0, 1)},
		{"Readiness", outOf(readiness.Before, report.Level, 4), outOf(readiness.After, report.Level, 4), difference(readiness, 1, 1)},
		{"Answered", percent(coverage.Before), percent(coverage.After), points(coverage)},
	}
	for i := range p.Checked {
		level := comparison.FirstAndLast(p.Checked[i].Readiness)
		changes = append(changes, figureChange{
			said(p.Checked[i].Title) + ": readiness", outOf(level.Before, report.Level, 4), outOf(level.After, report.Level, 4),
			difference(level, 1, 1),
		})
	}
	return changes
}

func stateColumns() []page.Column {
	return []page.Column{
		{Title: "State", Brief: true},
		{Title: "Unmet", Brief: true, Number: true},
		{Title: "Readiness", Brief: true},
		{Title: "Answered"},
		{Title: "No longer below"},
		{Title: "Below now"},
	}
}

func (p *trendPage) stateRow(at int) []string {
	s := p.States
	return []string{
		report.StateWord(s.State[at]), count(unmetOf(s.State[at], s.Unmet[at])), outOf(s.Readiness[at], report.Level, 4), percent(s.Coverage[at]),
		orDash(p.pointTitles(s.NowMet[at])), orDash(p.pointTitles(s.NowUnmet[at])),
	}
}

// stateFacts lists the results at which the state is another one than before.
func (p *trendPage) stateFacts() []page.Fact {
	var facts []page.Fact
	for i, state := range p.States.State {
		if i == 0 || state != p.States.State[i-1] {
			facts = append(facts, page.Fact{Label: p.Points[i].Name(), Value: report.StateWord(state)})
		}
	}
	return facts
}

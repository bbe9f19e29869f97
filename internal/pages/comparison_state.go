package pages

import (
	"fmt"
	"strconv"

	"github.com/opsfit/opsfit/internal/comparison"
	"github.com/opsfit/opsfit/internal/english"
	"github.com/opsfit/opsfit/internal/page"
	"github.com/opsfit/opsfit/internal/report"
)

// stateClauses tell the state and the points that came and went, and the readiness where no point did.
func stateClauses(state comparison.Words, met, unmet int, readiness comparison.Figure) []string {
	clauses := nonEmpty(stateClause(state), pointClause(met, "no longer below the minimum"), pointClause(unmet, "below it now"))
	if met == 0 && unmet > 0 {
		clauses = nonEmpty(stateClause(state), pointClause(unmet, "below the minimum now"))
	}
	was, now := report.Level(readiness.Before), report.Level(readiness.After)
	if met+unmet == 0 && readiness.Change != nil && was != now {
		clauses = append(clauses, "readiness "+rose(readiness, was, now)+" out of 4")
	}
	return clauses
}

func stateClause(state comparison.Words) string {
	was, now := report.StateWord(state.Before), report.StateWord(state.After)
	switch {
	case state.Before == "" && state.After == "":
		return "there is still no state"
	case state.Same():
		return "the state stayed " + now
	case state.Before == "":
		return "the state, not known before, is " + now
	case state.After == "":
		return "the state, " + was + " before, is no longer known"
	}
	return "the state went from " + was + " to " + now
}

func pointClause(n int, what string) string {
	switch n {
	case 0:
		return ""
	case 1:
		return "1 point is " + what
	}
	return fmt.Sprintf("%d points are %s", n, what)
}

// whyState explains the headline of a comparison of states.
func (p *comparisonPage) whyState(v *comparison.ReadinessVerdict) []string {
	sentences := nonEmpty(
		p.pointSentence("No longer below the minimum", v.NowMet), p.pointSentence("Below the minimum now", v.NowUnmet),
		p.pointSentence("Still below the minimum", v.StillUnmet))
	for _, tier := range v.Tiers {
		sentences = append(sentences, fmt.Sprintf("How much is asked changed with %s: %s, before %s.",
			english.Quote(p.question(tier.Question)), answerWords(tier.After), answerWords(tier.Before)))
	}
	return append(sentences, nonEmpty(p.readinessSentence(v.Readiness))...)
}

// pointSentence names points, the first ones by title.
func (p *comparisonPage) pointSentence(lead string, points []comparison.PointChange) string {
	if len(points) == 0 {
		return ""
	}
	titles := make([]string, len(points))
	for i, point := range points {
		titles[i] = p.question(point.Question)
		if point.Critical {
			titles[i] += " (critical)"
		}
	}
	return lead + ": " + english.List(firstAndMore(titles, mostNamed)) + "."
}

// pointSection lists the points that miss their floor in either result; empty where none does.
func (p *comparisonPage) pointSection() page.Section {
	section := page.Section{ID: "points", Title: "Points below the minimum", Part: page.Body}
	v := p.Verdict.Readiness
	if v == nil {
		return section
	}
	var rows [][]string
	for _, group := range []struct {
		became string
		points []comparison.PointChange
	}{{"below now", v.NowUnmet}, {"no longer below", v.NowMet}, {"still below", v.StillUnmet}} {
		for i := range group.points {
			rows = append(rows, p.pointRow(group.became, &group.points[i]))
		}
	}
	if len(rows) == 0 {
		return section
	}
	section.Explain = []string{"unmet"}
	section.Blocks = []page.Block{page.Table{
		Caption: "Points that are, or were, below the minimum or unknown", Rows: page.RowsOf(rows...),
		Columns: []page.Column{
			{Title: "Point"}, {Title: "Now", Brief: true}, {Title: "Before", Brief: true}, {Title: "After", Brief: true}, {Title: "Because"},
		},
	}}
	return section
}

func (p *comparisonPage) pointRow(became string, point *comparison.PointChange) []string {
	name := p.question(point.Question)
	if point.Critical {
		name += " (critical)"
	}
	return []string{
		name, became, levelAndFloor(point.Level.Before, point.Floor.Before), levelAndFloor(point.Level.After, point.Floor.After),
		pointReason(point.Reason),
	}
}

func levelAndFloor(level, floor *float64) string {
	if level == nil && floor == nil {
		return "nothing asked"
	}
	has := "unknown"
	if level != nil {
		has = "has " + report.LevelOfAnswer(level)
	}
	if floor == nil {
		return has + ", nothing asked"
	}
	return has + ", needs " + report.LevelOfAnswer(floor)
}

func pointReason(reason comparison.PointReason) string {
	switch reason {
	case comparison.ByAnswer:
		return "the answer changed"
	case comparison.ByFloor:
		return "another level is asked for"
	case comparison.ByBoth:
		return "the answer changed, and another level is asked for"
	case comparison.ByAsking:
		return "it does not apply in both"
	case comparison.ByQuestionnaire:
		return "the questionnaire changed"
	}
	return "–"
}

func stateChanges(v *comparison.ReadinessVerdict) []figureChange {
	readiness := v.Readiness.Figure()
	unmet := comparison.NewFigure(
		unmetOf(v.State.Before, len(v.NowMet)+len(v.StillUnmet)), unmetOf(v.State.After, len(v.NowUnmet)+len(v.StillUnmet)))
	return []figureChange{
		{"State", report.StateWord(v.State.Before), report.StateWord(v.State.After), ""},
		{"Unmet points", count(unmet.Before), count(unmet.After), difference(unmet, 0, 1)},
		{"Readiness", outOf(readiness.Before, report.Level, 4), outOf(readiness.After, report.Level, 4), difference(readiness, 1, 1)},
		{"Largest shortfall", levelOr(notScored, v.Shortfall.Before), levelOr(notScored, v.Shortfall.After), difference(v.Shortfall, 1, 1)},
		{"Answered", percent(v.Coverage.Before), percent(v.Coverage.After), points(v.Coverage)},
	}
}

// unmetOf is a number of unmet points; nil without a state, for then nobody knows how many there would be.
func unmetOf(state report.Text, points int) *float64 {
	if state == "" {
		return nil
	}
	return new(float64(points))
}

// count writes a number of points; a dash for nil.
func count(n *float64) string {
	if n == nil {
		return "–"
	}
	return strconv.Itoa(int(*n))
}

// checkedAxes tells what changed on each axis of questionnaires about readiness alone.
func (p *comparisonPage) checkedAxes() []page.Block {
	cards := page.Cards{Layout: page.Lines}
	var same []string
	for i := range p.Checked {
		axis := &p.Checked[i]
		if !axis.Moved() {
			same = append(same, p.titles[axis.ID])
			continue
		}
		var facts factList
		readiness := axis.Readiness.Figure()
		for _, fact := range []struct{ label, was, now string }{
			{"Readiness", outOf(readiness.Before, report.Level, 4), outOf(readiness.After, report.Level, 4) + p.through(axis.Readiness.Causes)},
			{"Called for", floor(axis.Floor.Before), floor(axis.Floor.After)},
			{"Answered", percent(axis.Coverage.Before), percent(axis.Coverage.After)},
		} {
			if fact.was != fact.now {
				facts.add(fact.label, fact.was+"; then "+fact.now)
			}
		}
		if len(facts) > 0 {
			cards.Items = append(cards.Items, page.Card{Title: p.titles[axis.ID] + onlyIn(axis.In), Blocks: []page.Block{page.Facts{Items: facts}}})
		}
	}
	if len(same) > 0 && len(cards.Items) > 0 {
		cards.Items = append(cards.Items, page.Card{Title: "No change", Blocks: []page.Block{page.Text(english.List(same) + ".")}})
	}
	return filled(cards)
}

package pages

import (
	"fmt"
	"slices"

	"github.com/opsfit/opsfit/internal/comparison"
	"github.com/opsfit/opsfit/internal/page"
	"github.com/opsfit/opsfit/internal/report"
)

// Trend is the page of a series of results: where it led beside the way of the whole, each value over time, then every result.
func Trend(trend *comparison.Trend) page.Page {
	p := &trendPage{withShownFits(trend)}
	headline := page.Headline(p.headline())
	lead := append([]page.Block{headline}, listBlock(p.why())...)
	figures := figureSection("First and last", "First", "Last", p.figures(), nil)
	figures.Part = page.Detail
	return page.Page{
		Kind: "Trend", Title: p.title(), Facts: p.facts(),
		Sections: []page.Section{
			{ID: "verdict", Title: "How it went", Part: page.Lead, Blocks: besideChart(lead, p.wholeCourse())},
			{ID: "over-time", Title: "Over time", Part: page.Body, Explain: explainFigures(string(p.Kind)), Blocks: p.partHistories()},
			{ID: "results", Title: resultsTitle, Part: page.Body, Blocks: p.results()},
			p.adviceSection(),
			commitments(trend.Commitments),
			listSection("notes", titleNotes, trend.NotesWith(said)),
			figures,
		},
		Screen: p.screen(), Footer: selfReported(trend.Tool),
	}
}

type trendPage struct{ *comparison.Trend }

// title names the subject of the latest result that has one, or its questionnaire.
func (p *trendPage) title() string {
	for i := range p.Points {
		point := &p.Points[len(p.Points)-1-i]
		switch {
		case point.Subject != "":
			return said(point.Subject)
		case point.Questionnaire.Title != "":
			return said(point.Questionnaire.Title)
		}
	}
	return ""
}

func (p *trendPage) subjects() []string {
	return p.Each(func(point *comparison.Point) string { return said(point.Subject) })
}

func (p *trendPage) facts() []page.Fact {
	var facts []page.Fact
	if subjects := p.subjects(); len(subjects) > 0 {
		facts = append(facts, page.Fact{Label: "Service", Value: report.Shortened(subjects)})
	}
	facts = append(facts, page.Fact{Label: "Results", Value: fmt.Sprintf("%d, %s", len(p.Points), p.span())})
	questionnaires := p.Each(func(point *comparison.Point) string { return withVersion(point.Questionnaire) })
	return append(facts, page.Fact{Label: "Questions", Value: report.Shortened(questionnaires)})
}

// span names the first and the last date.
func (p *trendPage) span() string {
	dates := p.Each(func(point *comparison.Point) string {
		if _, dated := point.Day(); !dated {
			return ""
		}
		return point.Name()
	})
	switch len(dates) {
	case 0:
		return "without dates"
	case 1:
		return "of " + dates[0]
	}
	return "from " + dates[0] + " to " + dates[len(dates)-1]
}

// adviceSection is how the advice, or the state, went.
func (p *trendPage) adviceSection() page.Section {
	section := page.Section{ID: "advice", Title: "How the advice went", Part: page.Body, Beside: true, Explain: []string{"advice"}}
	if p.States != nil {
		section.Title, section.Explain = "How the state went", []string{"readiness"}
		section.Blocks = []page.Block{page.Facts{Items: p.stateFacts()}}
		return section
	}
	section.Blocks = p.advice()
	return section
}

// advice lists the results at which the advice is another one than before.
func (p *trendPage) advice() []page.Block {
	if p.Overall == nil {
		return nil
	}
	var facts []page.Fact
	for i, advice := range p.Overall.Advice {
		if i == 0 || advice != p.Overall.Advice[i-1] {
			facts = append(facts, page.Fact{Label: p.Points[i].Name(), Value: report.AdviceWord(advice)})
		}
	}
	return []page.Block{page.Facts{Items: facts}}
}

// withShownFits leaves out the fit of results in which practice or situation is not scored.
func withShownFits(trend *comparison.Trend) *comparison.Trend {
	if trend.Overall == nil {
		return trend
	}
	shown, overall := *trend, *trend.Overall
	overall.Fit, overall.FitWord = slices.Clone(overall.Fit), slices.Clone(overall.FitWord)
	for i := range overall.Fit {
		if overall.Practice[i] == nil || overall.Situation[i] == nil {
			overall.Fit[i], overall.FitWord[i] = nil, ""
		}
	}
	shown.Overall = &overall
	return &shown
}

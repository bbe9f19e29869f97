package pages

import (
	"fmt"

	"github.com/opsfit/opsfit/internal/comparison"
	"github.com/opsfit/opsfit/internal/english"
	"github.com/opsfit/opsfit/internal/page"
)

// screen is the difference in a sentence, its chart, why it is so, and what became of warnings and steps.
func (p *comparisonPage) screen() page.Screen {
	var screen page.Screen
	screen.Add(page.ScreenPart{ID: partAbout, Forms: [][]page.Block{{page.Quiet(p.title())}, nil}})
	screen.Add(page.ScreenPart{ID: partVerdict, Close: true, Forms: headlineForms(p.headline())})
	if comparison.Moved(p.Comparison) {
		screen.Add(page.ScreenPart{ID: partChart, Forms: movedForms(p.leadChart())})
		screen.Add(page.ScreenPart{ID: partFound, Close: true, Forms: listForms(p.why(), 3, 2, 1, 0)})
		screen.Add(page.ScreenPart{ID: partAdvice, Forms: adviceForms(p.adviceFacts())})
	}
	screen.Add(page.ScreenPart{ID: partCommitments, Forms: commitmentForms(p.Commitments)})
	screen.Shrink = []string{
		page.NextPart, page.NextPart, partFound, partFound, partChart, partAdvice, partFound, partChart, partAbout, partChart,
		partFound, partAdvice, partChart, page.NextPart, partCommitments,
	}
	return screen
}

// movedForms are a chart, its whole with the two rows that moved most, the same without keys, the whole alone, and none.
func movedForms(block page.Block) [][]page.Block {
	chart, ok := block.(page.Chart)
	if !ok || len(chart.Rows) == 0 {
		return nil
	}
	// The sentences tell figures.
	chart.Caption, chart.Behind = "", nil
	chart = withoutFigures(chart)
	few := fewRows(chart)
	bare := few
	bare.Keys = nil
	whole := bare
	whole.Rows = bare.Rows[:1]
	return [][]page.Block{{chart}, {few}, {bare}, {whole}, nil}
}

// adviceFacts name the steps and warnings that came and went.
func (p *comparisonPage) adviceFacts() factList {
	var facts factList
	steps := func(label string, list []comparison.Step) {
		titles := make([]string, len(list))
		for i := range list {
			titles[i] = said(list[i].Title)
		}
		facts.add(label, english.List(firstAndMore(titles, 2)))
	}
	warnings := func(label string, list []comparison.Warning) {
		titles := make([]string, len(list))
		for i := range list {
			titles[i] = said(warningName(list[i].ID, list[i].Title, list[i].Text))
		}
		facts.add(label, english.List(firstAndMore(titles, 2)))
	}
	warnings("New warnings", p.Warnings.New)
	warnings("Warnings gone", p.Warnings.Gone)
	steps("New steps", p.Recommendations.New)
	steps("Steps done", p.Recommendations.Done)
	if len(p.Warnings.Still) > 0 {
		facts.add("Still open", fmt.Sprintf("%s and %s",
			english.Count(len(p.Warnings.Still), "warning"), english.Count(len(p.Recommendations.Open), "step")))
	}
	return facts
}

// adviceForms are facts, the first of them, and none.
func adviceForms(facts factList) [][]page.Block {
	if len(facts) == 0 {
		return nil
	}
	return [][]page.Block{{page.Facts{Items: facts}}, {page.Facts{Items: facts[:1]}}, nil}
}

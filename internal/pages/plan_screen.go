package pages

import (
	"fmt"
	"slices"

	"github.com/opsfit/opsfit/internal/english"
	"github.com/opsfit/opsfit/internal/page"
	"github.com/opsfit/opsfit/internal/plan"
)

// planScreen is where a path leads, and its steps by title.
func planScreen(doc *plan.Document) page.Screen {
	var screen page.Screen
	screen.Add(page.ScreenPart{ID: partAbout, Forms: aboutForms(doc.Head)})
	screen.Add(page.ScreenPart{ID: partVerdict, Close: true, Forms: headlineForms(planHeadline(doc))})
	if len(doc.Steps) > 0 {
		screen.Add(page.ScreenPart{ID: partChanges, Forms: leadForms(doc)})
		screen.Add(page.ScreenPart{ID: partSteps, Forms: stepForms(doc)})
		if doc.Start.Verdict.Quadrant == nil {
			screen.Add(page.ScreenPart{ID: partChart, Forms: [][]page.Block{{planCourse(doc)}, nil}})
		}
	}
	screen.Shrink = []string{
		partChart, page.NextPart, page.NextPart, partSteps, partSteps, partAbout, partSteps, partAbout, partChanges, partSteps,
		page.NextPart,
	}
	return screen
}

// leadForms are the figures that a path moves, and the last of them.
func leadForms(doc *plan.Document) [][]page.Block {
	var facts factList
	for _, change := range planEnds(doc.Start, doc.Steps[len(doc.Steps)-1].After).Items {
		if change.Before != change.After {
			facts.add(change.Label, change.Before+" -> "+change.After)
		}
	}
	if len(facts) == 0 {
		return [][]page.Block{{page.Text("The figures stay as they are today.")}}
	}
	return [][]page.Block{{page.Facts{Items: facts}}, {page.Facts{Items: facts[len(facts)-1:]}}}
}

// stepForms are the steps by title: all, then the first of them and how many more.
func stepForms(doc *plan.Document) [][]page.Block {
	cards := make([]page.Card, len(doc.Steps))
	for i := range doc.Steps {
		cards[i] = page.Card{Title: said(doc.Steps[i].Recommendation.Title)}
		if earlier := earlierSteps(doc.Steps[:i], &doc.Steps[i]); len(earlier) > 0 {
			cards[i].Title += " (after " + english.List(earlier) + ")"
		}
	}
	forms := [][]page.Block{{page.Cards{From: 1, Items: cards}}}
	for _, most := range []int{7, mostNamed, 3, 1} {
		if most < len(cards) {
			forms = append(forms, []page.Block{
				page.Cards{From: 1, Items: slices.Clip(cards[:most])}, page.Quiet(fmt.Sprintf("and %d more", len(cards)-most)),
			})
		}
	}
	return forms
}

package pages

import (
	"github.com/opsfit/opsfit/internal/english"
	"github.com/opsfit/opsfit/internal/page"
	"github.com/opsfit/opsfit/internal/team"
	"github.com/opsfit/opsfit/internal/verdict"
)

// teamScreen is the verdict or why there is none, what each one's own answers lead to, what to talk about, and then what the screen
// of one assessment shows.
func teamScreen(doc *team.Document, told *verdict.Telling) page.Screen {
	combined, facts := doc.Combined(), teamFacts(doc)
	var screen page.Screen
	screen.Add(page.ScreenPart{ID: partAbout, Forms: [][]page.Block{
		{page.Quiet(titleOf(combined.Head()) + ", " + facts[len(facts)-1].Value)}, {page.Quiet(titleOf(combined.Head()))}, nil,
	}})
	screen.Add(page.ScreenPart{ID: partVerdict, Close: true, Forms: teamVerdictForms(doc, told)})
	screen.Add(page.ScreenPart{ID: partFound, Close: true, Forms: textForms(ownVerdictsSentence(doc))})
	screen.Add(page.ScreenPart{ID: partTopics, Forms: topicForms(doc)})
	screen.Add(page.ScreenPart{ID: partWarnings, Forms: warningForms(combined, told)})
	if doc.Verdict.Readiness != nil {
		screen.Add(page.ScreenPart{ID: partChart, Forms: levelForms(combined)})
	} else {
		screen.Add(page.ScreenPart{ID: partChart, Forms: verdictChartForms(combined, told)})
	}
	screen.Add(page.ScreenPart{ID: partSteps, Close: true, Forms: beginForms(stepsOf(doc))})
	screen.Shrink = []string{
		partChart, partWarnings, page.NextPart, partTopics, partChart, partAbout, partChart, partSteps, partFound, partChart,
		partAbout, page.NextPart, partTopics, partVerdict, page.NextPart, partSteps, partChart,
	}
	return screen
}

// teamVerdictForms are the headline, then that there is no verdict or the advice alone.
func teamVerdictForms(doc *team.Document, told *verdict.Telling) [][]page.Block {
	if doc.Verdict.Readiness != nil {
		return stateForms(doc.Combined(), told)
	}
	if doc.Withheld == nil {
		return verdictForms(doc.Combined(), told)
	}
	return append(headlineForms(teamHeadline(doc, told)), []page.Block{page.Headline(noVerdictYet)})
}

// topicForms are the questions to talk about by title, or why there is none.
func topicForms(doc *team.Document) [][]page.Block {
	topics := topicsOf(doc)
	if len(topics) == 0 {
		return textForms(noTopics(doc))
	}
	titles := make([]string, len(topics))
	for i := range topics {
		titles[i] = said(topics[i].Title)
	}
	var forms [][]page.Block
	for _, most := range []int{mostNamed, 3, 1} {
		named := page.Fact{Label: "Talk about", Value: english.List(firstAndMore(titles, most))}
		forms = append(forms, []page.Block{page.Facts{Items: []page.Fact{named}}})
	}
	return forms
}

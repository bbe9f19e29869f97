package pages

import (
	"strconv"

	"github.com/opsfit/opsfit/internal/english"
	"github.com/opsfit/opsfit/internal/page"
	"github.com/opsfit/opsfit/internal/portfolio"
)

// portfolioScreen is how well services fit, the groups that were asked for, those to look at first, where services lie between the
// bands, neighbours on opposite sides, and the advice.
func portfolioScreen(doc *portfolio.Document, s *serviceSurvey) page.Screen {
	var screen page.Screen
	screen.Add(page.ScreenPart{ID: partVerdict, Forms: headlineForms(portfolioHeadline(doc))})
	if doc.Summary.Services > 0 {
		if len(doc.Groups) > 0 {
			screen.Add(page.ScreenPart{ID: partGroups, Forms: groupForms(doc)})
		}
		screen.Add(page.ScreenPart{ID: partFound, Forms: worstForms(doc, s)})
		screen.Add(page.ScreenPart{ID: partChart, Forms: [][]page.Block{{serviceMap(s)}, {serviceMatrix(s).Table()}, nil}})
		screen.Add(page.ScreenPart{ID: partTopics, Forms: listForms(clashSentences(doc.Clashes), 2, 1, 0)})
		screen.Add(page.ScreenPart{ID: partAdvice, Forms: textForms("Advice: " + countWords(adviceCounts(doc.Summary.ByAdvice)) + ".")})
	}
	screen.Shrink = []string{
		partFound, page.NextPart, page.NextPart, partChart, partTopics, partFound, partChart, partTopics, partGroups, partGroups,
		partAdvice, partFound, partTopics, partGroups, page.NextPart, partFound,
	}
	return screen
}

// groupForms are how well the services of each group that was asked for fit, of fewer and fewer groups.
func groupForms(doc *portfolio.Document) [][]page.Block {
	var forms [][]page.Block
	for _, most := range []int{10, mostNamed, 3} {
		shown := doc.Groups[:min(most, len(doc.Groups))]
		rows := make([][]string, len(shown))
		for i := range shown {
			fits, tense := fitsAndTense(&shown[i].Summary)
			all := shown[i].Summary.Services
			rows[i] = []string{
				groupName(&shown[i]), strconv.Itoa(all), strconv.Itoa(fits), strconv.Itoa(tense), strconv.Itoa(all - fits - tense),
			}
		}
		forms = append(forms, []page.Block{page.Table{
			Caption: "Group by group", Rest: restOf(len(doc.Groups)-len(shown), "group"), Rows: page.RowsOf(rows...),
			Columns: []page.Column{
				{Title: "Group"},
				{Title: "Services", Number: true, Brief: true},
				{Title: "Close", Number: true, Brief: true},
				{Title: "Apart", Number: true, Brief: true},
				{Title: "Not scored", Number: true},
			},
		}})
	}
	return append(forms, nil)
}

// restOf says how many more there are; empty for none.
func restOf(more int, noun string) string {
	if more <= 0 {
		return ""
	}
	return areMore(more, noun) + " not listed here."
}

// worstForms are the services to look at first, fewer and fewer.
func worstForms(doc *portfolio.Document, s *serviceSurvey) [][]page.Block {
	worst := s.services(&doc.Summary)
	if len(worst) == 0 {
		return nil
	}
	var forms [][]page.Block
	for _, most := range []int{10, mostNamed, 3} {
		forms = append(forms, []page.Block{serviceTable("Look at these first", worst[:min(most, len(worst))])})
	}
	names := make([]string, len(worst))
	for i := range worst {
		names[i] = said(worst[i].Name())
	}
	named := page.Text("Look first at " + english.List(firstAndMore(names, 3)) + ".")
	return append(forms, []page.Block{named}, nil)
}

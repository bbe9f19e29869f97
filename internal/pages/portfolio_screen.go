package pages

import (
	"strconv"

	"github.com/opsfit/opsfit/internal/english"
	"github.com/opsfit/opsfit/internal/page"
	"github.com/opsfit/opsfit/internal/portfolio"
	"github.com/opsfit/opsfit/internal/score"
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
		if reviewsIn(&doc.Summary) < doc.Summary.Services {
			screen.Add(page.ScreenPart{ID: partChart, Forms: [][]page.Block{{serviceMap(s)}, {serviceMatrix(s).Table()}, nil}})
			screen.Add(page.ScreenPart{ID: partTopics, Forms: listForms(clashSentences(doc.Clashes), 2, 1, 0)})
			screen.Add(page.ScreenPart{ID: partAdvice, Forms: textForms("Advice: " + countWords(adviceCounts(doc.Summary.ByAdvice)) + ".")})
		}
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
			rows[i] = append([]string{groupName(&shown[i]), strconv.Itoa(shown[i].Summary.Services)}, groupCounts(doc, &shown[i].Summary)...)
		}
		forms = append(forms, []page.Block{page.Table{
			Caption: "Group by group", Rest: restOf(len(doc.Groups)-len(shown), "group"), Rows: page.RowsOf(rows...),
			Columns: append([]page.Column{{Title: "Group"}, {Title: "Services", Number: true, Brief: true}}, groupColumns(doc)...),
		}})
	}
	return append(forms, nil)
}

// groupColumns are the heads of groupCounts.
func groupColumns(doc *portfolio.Document) []page.Column {
	var columns []page.Column
	reviews := reviewsIn(&doc.Summary)
	if reviews < doc.Summary.Services {
		columns = append(columns, page.Column{Title: "Close", Number: true, Brief: true}, page.Column{Title: "Apart", Number: true, Brief: true},
			page.Column{Title: "Not scored", Number: true})
	}
	if reviews > 0 {
		columns = append(columns, page.Column{Title: "Not ready", Number: true, Brief: true},
			page.Column{Title: "Gaps", Number: true, Brief: true}, page.Column{Title: "Ready", Number: true})
	}
	return columns
}

// groupCounts are how many services of a group are close and apart, and in which state they are, as far as a portfolio has them.
func groupCounts(doc *portfolio.Document, group *portfolio.Summary) []string {
	var counts []string
	reviews := reviewsIn(&doc.Summary)
	if reviews < doc.Summary.Services {
		fits, tense := fitsAndTense(group)
		unscored := group.Services - reviewsIn(group) - fits - tense
		counts = append(counts, strconv.Itoa(fits), strconv.Itoa(tense), strconv.Itoa(unscored))
	}
	if reviews > 0 {
		for _, state := range []score.State{score.NotReady, score.Gaps, score.Ready} {
			counts = append(counts, strconv.Itoa(group.ByState[string(state)]))
		}
	}
	return counts
}

// firstServices are at most so many services to look at first, as many of both kinds.
func firstServices(worst []portfolio.Service, most int) []page.Block {
	reviews, others := byKind(worst)
	if len(reviews) > 0 && len(others) > 0 {
		most = (most + 1) / 2
	}
	reviews, others = reviews[:min(most, len(reviews))], others[:min(most, len(others))]
	return serviceTables("Look at these first", "Look at these first, by state", append(reviews, others...))
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
		forms = append(forms, firstServices(worst, most))
	}
	names := make([]string, len(worst))
	for i := range worst {
		names[i] = said(worst[i].Name())
	}
	named := page.Text("Look first at " + english.List(firstAndMore(names, 3)) + ".")
	return append(forms, []page.Block{named}, nil)
}

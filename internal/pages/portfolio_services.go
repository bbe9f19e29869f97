package pages

import (
	"fmt"
	"slices"

	"github.com/opsfit/opsfit/internal/english"
	"github.com/opsfit/opsfit/internal/page"
	"github.com/opsfit/opsfit/internal/portfolio"
	"github.com/opsfit/opsfit/internal/report"
	"github.com/opsfit/opsfit/internal/score"
)

// explainServices are the sections of the methodology that explain the figures of a service.
func explainServices(doc *portfolio.Document) []string {
	if reviewsIn(&doc.Summary) == doc.Summary.Services {
		return []string{"readiness", "unmet"}
	}
	return []string{"practice", "situation", "fit", "readiness", "floors", "confidence"}
}

// worstServices are those to look at first.
func worstServices(doc *portfolio.Document, s *serviceSurvey) page.Section {
	section := page.Section{ID: "worst", Title: "Look at these first", Part: page.Body}
	if worst := s.services(&doc.Summary); len(worst) > 0 {
		section.Blocks = serviceTables("Lowest fit, then largest shortfall", "Not ready, then with gaps", worst)
		section.Explain = explainServices(doc)
	}
	return section
}

// serviceRankings are the ends of the figures that people sort by, for pages that cannot be sorted by a click. A short
// portfolio has none: all of its services can be seen at once.
func serviceRankings(doc *portfolio.Document, s *serviceSurvey) page.Section {
	section := page.Section{ID: "rankings", Title: "Lowest, largest, oldest", Part: page.Detail, Explain: explainServices(doc)}
	if doc.Services.Len() <= rankedShown {
		return section
	}
	cards := page.Cards{Layout: page.Stack}
	for _, ranking := range []ranking{s.lowest, s.shortest, s.oldest} {
		if len(ranking.services) > 0 {
			cards.Items = append(cards.Items, page.Card{
				Title: ranking.title, Blocks: serviceTables(ranking.title, ranking.title+", with a state", ranking.services),
			})
		}
	}
	if len(cards.Items) > 0 {
		section.Blocks = []page.Block{cards}
	}
	return section
}

// listedShown is how many services are listed where a reader cannot skip them.
const listedShown = 100

// allServices is the table of every service, with the files that they come from.
func allServices(doc *portfolio.Document, s *serviceSurvey) page.Section {
	section := page.Section{ID: "services", Title: servicesTitle(doc), Part: page.Detail}
	if doc.Services.Len() == 0 {
		return section
	}
	section.Explain = explainServices(doc)
	section.Blocks = append([]page.Block{
		page.Quiet("By path, or in the order that --sort asked for. For another order write it again, or open the same figures " +
			"(-f csv) as a spreadsheet."),
	}, allReviews(doc, s)...)
	others := doc.Services.Len() - reviewsIn(&doc.Summary)
	if others == 0 {
		return section
	}
	table := page.Table{
		ID: "services-table", Caption: section.Title, Columns: append(serviceColumns(), page.Column{Title: "File", Aside: true}),
		Limit: listedShown, OneLine: true, Filters: serviceFilters(s),
		Rows: func(yield func([]string) bool) {
			for service := range doc.Services.All() {
				if !service.IsReview() && !yield(append(serviceRow(&service), said(service.Path))) {
					return
				}
			}
		},
	}
	if left := others - listedShown; left > 0 {
		table.Rest = areMore(left, "service") + " not listed here. --sort and --where choose which ones are; -f html and -f csv list all."
	}
	section.Blocks = append(section.Blocks, table)
	return section
}

// servicesTitle says where only some of the services are here.
func servicesTitle(doc *portfolio.Document) string {
	if doc.Filter == nil || doc.Filter.LeftOut == 0 {
		return "All services"
	}
	return "Services with " + filterWords(doc.Filter)
}

// fewServices need no filter: they are seen at once.
const fewServices = 12

// serviceFilters choose services by advice, the most frequent first, and by fit; none for a few services.
func serviceFilters(s *serviceSurvey) []page.Filter {
	filter := func(title string, words []string, counts map[string]int) page.Filter {
		f := page.Filter{Title: title}
		for _, word := range words {
			if counts[word] > 0 {
				f.Values = append(f.Values, page.FilterValue{Text: word, Count: counts[word]})
			}
		}
		f.Column = slices.IndexFunc(serviceColumns(), func(c page.Column) bool { return c.Title == title })
		return f
	}
	all := 0
	for _, n := range s.advice {
		all += n
	}
	if all <= fewServices {
		return nil
	}
	return []page.Filter{filter("Advice", ranked(s.advice), s.advice), filter(fitColumn, fitWordsInTable(), s.fits)}
}

// fitColumn is the head of the fit in words.
const fitColumn = "Fit in words"

// fitInTable is the fit of a service in words; a dash where it has none.
func fitInTable(s *portfolio.Service) string {
	return orDash(report.FitWord(s.FitWord))
}

// fitWordsInTable are the words for a fit from the closest to none.
func fitWordsInTable() []string {
	var words []string
	for _, fit := range []score.FitWord{score.GoodFit, score.WorkableFit, score.StrainedFit, score.Misfit, ""} {
		words = append(words, orDash(report.FitWord(report.Text(fit))))
	}
	return words
}

func serviceColumns() []page.Column {
	return []page.Column{
		{Title: "Service"},
		{Title: "Team"},
		{Title: "Practice", Number: true, Brief: true},
		{Title: "Situation", Number: true, Brief: true},
		{Title: "Fit", Number: true, Brief: true},
		{Title: fitColumn, Short: "Fit word"},
		{Title: "Readiness", Short: "Ready", Number: true, Brief: true},
		{Title: "Short by", Number: true},
		{Title: "Answered", Number: true},
		{Title: "Confidence"},
		{Title: "Advice", Brief: true},
	}
}

func serviceRow(s *portfolio.Service) []string {
	return []string{
		said(s.Name()), orDash(said(s.Team)), figure(s.Practice, report.Signed(s.Practice)), figure(s.Situation, report.Signed(s.Situation)),
		fitOfService(s), fitInTable(s), figure(s.Readiness, report.Level(s.Readiness)),
		figure(s.Shortfall, report.Level(s.Shortfall)), orDash(said(s.Date)), orDash(said(s.Confidence)),
		report.HeldAdviceWord(s.Advice, s.Held),
	}
}

func fitOfService(s *portfolio.Service) string {
	return figure(s.Fit, report.FitFigure(report.Fit{Value: s.Fit, Word: s.FitWord}))
}

// figure is how a value is written; a dash where there is none.
func figure(value *float64, words string) string {
	if value == nil {
		return orDash("")
	}
	return words
}

// serviceGroups are the groups that were asked for, by name.
func serviceGroups(doc *portfolio.Document, s *serviceSurvey) page.Section {
	section := page.Section{ID: "groups", Title: "Group by group", Part: page.Body}
	if len(doc.Groups) == 0 {
		return section
	}
	rows := make([][]string, len(doc.Groups))
	for i := range doc.Groups {
		group := &doc.Groups[i]
		worst := s.services(&group.Summary)
		names := make([]string, len(worst))
		for i := range worst {
			names[i] = said(worst[i].Name())
		}
		rows[i] = []string{
			groupName(group), fmt.Sprint(group.Summary.Services), orDash(countWords(adviceCounts(group.Summary.ByAdvice))),
			orDash(countWords(fitCounts(group.Summary.ByFitWord))), orDash(countWords(stateCounts(group.Summary.ByState))),
			orDash(english.List(names)),
		}
	}
	columns := []page.Column{
		{Title: "Group"}, {Title: "Services", Number: true}, {Title: "Advice"}, {Title: "Fit"}, {Title: "State"}, {Title: "Look at first"},
	}
	section.Explain = []string{"advice", "fit"}
	leaveOut := func(from, to int) {
		columns = slices.Delete(columns, from, to)
		for i := range rows {
			rows[i] = slices.Delete(rows[i], from, to)
		}
	}
	switch reviewsIn(&doc.Summary) {
	case 0:
		leaveOut(4, 5)
	case doc.Summary.Services:
		leaveOut(2, 4)
		section.Explain = []string{"readiness"}
	}
	section.Blocks = []page.Block{page.Table{Caption: section.Title, Columns: columns, Rows: page.RowsOf(rows...)}}
	return section
}

// groupName is the name of a group with what it is about.
func groupName(group *portfolio.Group) string {
	what := group.By
	if what == "fit_word" {
		what = "fit"
	}
	switch {
	case group.Name == "":
		return "no " + what
	case group.By == "advice":
		return report.AdviceWord(group.Name)
	case group.By == "state":
		return report.StateWord(group.Name)
	case group.By == "fit_word":
		return "fit: " + report.FitWord(group.Name)
	}
	return what + " " + said(group.Name)
}

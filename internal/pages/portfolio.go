package pages

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"

	"github.com/opsfit/opsfit/internal/english"
	"github.com/opsfit/opsfit/internal/page"
	"github.com/opsfit/opsfit/internal/portfolio"
	"github.com/opsfit/opsfit/internal/report"
	"github.com/opsfit/opsfit/internal/score"
)

// Portfolio is the page of many services: how well practice and situation fit, the map, and what to look at first; then
// clashes, what is common, groups, and every service. Rows of services are made as they are written.
func Portfolio(doc *portfolio.Document) page.Page {
	s := surveyOf(doc)
	return page.Page{
		Kind: "Portfolio",
		Sections: []page.Section{
			portfolioOverview(doc, s), worstServices(doc, s), stateSection(doc), portfolioCounts(doc),
			listSection("clashes", "Neighbours on opposite sides", clashSentences(doc.Clashes)),
			commonRules(doc), serviceGroups(doc, s),
			listSection("notes", titleNotes, portfolioNotes(doc, s)),
			serviceRankings(doc, s), allServices(doc, s),
			unreadableFiles(doc.Errors),
		},
		Screen: portfolioScreen(doc, s), Footer: selfReported(doc.Tool),
	}
}

// portfolioHeadline says first which files are missing, and which services it is about where a filter has left some out: it may
// be all that is read.
func portfolioHeadline(doc *portfolio.Document) string {
	return unusedWords(doc) + servicesHeadline(doc)
}

// unusedWords says how many files could not be used; empty where all could.
func unusedWords(doc *portfolio.Document) string {
	unused := len(doc.Errors)
	if unused == 0 {
		return ""
	}
	files := unused + doc.Summary.Services
	if doc.Filter != nil {
		files += doc.Filter.LeftOut
	}
	return fmt.Sprintf("%d of %s could not be used. ", unused, english.Count(files, "file"))
}

func servicesHeadline(doc *portfolio.Document) string {
	n, filter := doc.Summary.Services, doc.Filter
	switch {
	case n == 0 && (filter == nil || filter.LeftOut == 0):
		return "No service to show."
	case n == 0:
		return "None of " + english.Count(filter.LeftOut, "service") + " has " + filterWords(filter) + "."
	case filter == nil:
		return english.Count(n, "service") + ": " + fitWords(doc)
	}
	return fmt.Sprintf("%d of %s %s %s. Here %s",
		n, english.Count(n+filter.LeftOut, "service"), hasOrHave(n), filterWords(filter), fitWords(doc))
}

func filterWords(filter *portfolio.Filter) string { return english.List(sayAll(filter.Conditions)) }

// fitWords says how the services are: those with a state apart from the others.
func fitWords(doc *portfolio.Document) string {
	reviews := reviewsIn(&doc.Summary)
	switch others := doc.Summary.Services - reviews; {
	case reviews == 0:
		return fitSentence(doc)
	case others == 0:
		return stateSentence(doc.Summary.ByState) + "."
	default:
		return fmt.Sprintf("of %d with a state of readiness, %s; of the other %d, %s",
			reviews, stateSentence(doc.Summary.ByState), others, fitSentence(doc))
	}
}

func fitSentence(doc *portfolio.Document) string {
	fits, tense := fitsAndTense(&doc.Summary)
	words := fmt.Sprintf("practice and situation are close or fairly close in %s, apart or far apart in %s",
		countOrNone(fits), countOrNone(tense))
	if unscored := doc.Summary.Services - reviewsIn(&doc.Summary) - fits - tense; unscored > 0 {
		words += fmt.Sprintf("; %d %s not scored", unscored, isOrAre(unscored))
	}
	return words + "."
}

// fitsAndTense count the services that are close or fairly close, and those that are apart or far apart.
func fitsAndTense(summary *portfolio.Summary) (fits, tense int) {
	counts := summary.ByFitWord
	return counts[string(score.GoodFit)] + counts[string(score.WorkableFit)],
		counts[string(score.StrainedFit)] + counts[string(score.Misfit)]
}

func countOrNone(n int) string {
	if n == 0 {
		return "none"
	}
	return strconv.Itoa(n)
}

func portfolioOverview(doc *portfolio.Document, s *serviceSurvey) page.Section {
	section := page.Section{ID: "overview", Title: "Overview", Part: page.Lead}
	words := []page.Block{page.Headline(portfolioHeadline(doc))}
	if doc.Summary.Services == 0 {
		section.Blocks = words
		return section
	}
	if reviewsIn(&doc.Summary) == doc.Summary.Services {
		section.Blocks, section.Explain = words, []string{"readiness"}
		return section
	}
	if counts := bandCounts(s); len(counts) > 0 {
		words = append(words, counts)
	}
	section.Blocks = []page.Block{page.Columns{words, {serviceMap(s)}}}
	section.Explain = []string{"practice", "situation", "bands", "fit", "advice"}
	return section
}

// portfolioCounts count the services by advice and by fit.
func portfolioCounts(doc *portfolio.Document) page.Section {
	section := page.Section{ID: "counts", Title: "By advice and by fit", Part: page.Body, Explain: []string{"advice", "fit"}}
	if n := doc.Summary.Services - reviewsIn(&doc.Summary); n > 0 {
		section.Blocks = []page.Block{page.Columns{
			{countChart("advice", "advice", adviceCounts(doc.Summary.ByAdvice), n)},
			{countChart("fit", "fit", fitCounts(doc.Summary.ByFitWord), n)},
		}}
	}
	return section
}

// wordCount is how many services something applies to.
type wordCount struct {
	word  string
	count int
	// unscored: the word says that there is nothing to count.
	unscored bool
}

// told is how many services have something to tell.
func (c wordCount) told() int {
	if c.unscored {
		return 0
	}
	return c.count
}

// adviceCounts are the counts by advice, the most frequent first.
func adviceCounts(counts map[string]int) []wordCount {
	var list []wordCount
	for _, advice := range ranked(counts) {
		word := report.AdviceWord(report.Text(advice))
		list = append(list, wordCount{word, counts[advice], word == report.AdviceWord("")})
	}
	return list
}

// fitCounts are the counts by fit from good to not scored.
func fitCounts(counts map[string]int) []wordCount {
	order := []score.FitWord{score.GoodFit, score.WorkableFit, score.StrainedFit, score.Misfit}
	return countsInOrder(counts, order, report.FitWord, "not scored")
}

// countsInOrder are the counts of some values in an order, and of all others together as not scored.
func countsInOrder[V ~string](counts map[string]int, order []V, word func(report.Text) string, notScored string) []wordCount {
	var list []wordCount
	unscored := 0
	for _, n := range counts {
		unscored += n
	}
	for _, value := range order {
		if n := counts[string(value)]; n > 0 {
			list = append(list, wordCount{word: word(report.Text(value)), count: n})
			unscored -= n
		}
	}
	if unscored > 0 {
		list = append(list, wordCount{notScored, unscored, true})
	}
	return list
}

func countWords(list []wordCount) string {
	words := make([]string, len(list))
	for i, item := range list {
		words[i] = fmt.Sprintf("%s (%d)", item.word, item.count)
	}
	return english.List(words)
}

// countChart shows how many of all services something applies to; its caption names the most frequent, which is nothing only
// where all have nothing.
func countChart(id, what string, list []wordCount, all int) page.Chart {
	most := slices.MaxFunc(list, func(a, b wordCount) int { return cmp.Compare(a.told(), b.told()) })
	chart := page.Chart{
		ID: id, Caption: fmt.Sprintf("Most frequent %s: %s (%d of %d)", what, most.word, most.count, all), Heads: []string{"services"},
		Scale: page.Scale{Kind: page.Share, High: float64(all), Spoken: "Scale from none to all of " + english.Count(all, "service")},
	}
	for _, item := range list {
		chart.Rows = append(chart.Rows, page.Row{
			Name: item.word, Figures: []string{fmt.Sprint(item.count)}, Spoken: english.Count(item.count, "service"),
			Marks: []page.Mark{{Kind: page.Bar, To: float64(item.count)}},
		})
	}
	return chart
}

// commonShown is how many warnings and steps a portfolio names: what few services have is told by these services.
const commonShown = 8

// commonRules lists the most common warnings and first steps: their titles are too long for names beside bars.
func commonRules(doc *portfolio.Document) page.Section {
	section := page.Section{ID: "common", Title: "What is common", Part: page.Body, Explain: []string{"warnings", "ranking"}}
	var columns page.Columns
	add := func(what, caption string, counts map[string]int) {
		var rows [][]string
		for _, rule := range ranked(counts)[:min(len(counts), commonShown)] {
			rows = append(rows, []string{strconv.Itoa(counts[rule]), said(cmp.Or(doc.Titles[rule], rule))})
		}
		if len(rows) > 0 {
			columns = append(columns, []page.Block{page.Table{
				Caption: caption, Columns: []page.Column{{Title: "Services", Number: true}, {Title: what}}, Rows: page.RowsOf(rows...),
			}})
		}
	}
	add("Warning", "Most common warnings", doc.Summary.Warnings)
	add("Step", "Most common first steps", doc.Summary.Recommendations)
	if len(columns) > 0 {
		section.Blocks = []page.Block{columns}
	}
	return section
}

func portfolioNotes(doc *portfolio.Document, s *serviceSurvey) []string {
	note := "Self-reported: each sheet is one person's view of one service. Sheets of different people are not a measurement"
	reviews := reviewsIn(&doc.Summary)
	if reviews < doc.Summary.Services || reviews == 0 {
		note += ", and no service is better for being nearer to a pole"
	}
	notes := []string{note + "."}
	if reviews > 0 && reviews < doc.Summary.Services {
		notes = append(notes, "A state of readiness is about other questions than the advice: services of the two kinds are not compared.")
	}
	switch {
	case s.undated == 1:
		notes = append(notes, "1 sheet states no date: how old the answers are is unknown.")
	case s.undated > 1:
		notes = append(notes, fmt.Sprintf("%d sheets state no date: how old the answers are is unknown.", s.undated))
	}
	if oldest := s.oldest.services; len(oldest) > 0 {
		notes = append(notes, fmt.Sprintf("The oldest answers are those of %s, of %s.", said(oldest[0].Name()), said(oldest[0].Date)))
	}
	return notes
}

// unreadableShown is how many faults of files are listed: they stand last, where a terminal stops.
const unreadableShown = 20

// unreadableFiles are the first faults of files, a line each.
func unreadableFiles(files []portfolio.Unreadable) page.Section {
	var lines []string
	for i := range files {
		if len(lines) >= unreadableShown {
			lines = append(lines, areMore(len(files)-i, "file")+" not listed here; -f json lists all.")
			break
		}
		lines = append(lines, sayAll(files[i].Lines())...)
	}
	return page.Section{ID: "unusable", Title: "Files that could not be used", Part: page.Detail, Blocks: listBlock(lines)}
}

// areMore is "1 more service is" or "7 more services are".
func areMore(n int, what string) string { return english.Count(n, "more "+what) + " " + isOrAre(n) }

func isOrAre(n int) string {
	if n == 1 {
		return "is"
	}
	return "are"
}

func hasOrHave(n int) string {
	if n == 1 {
		return "has"
	}
	return "have"
}

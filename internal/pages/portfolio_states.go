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

// Services whose verdict is a state of readiness stand apart from the others: in sentences, counts and tables of their own. Nothing
// of the two is compared.

// reviewsIn counts the services with a state, and those that have none for now.
func reviewsIn(summary *portfolio.Summary) int {
	n := 0
	for _, count := range summary.ByState {
		n += count
	}
	return n
}

// stateCounts are the counts by state, the worst first.
func stateCounts(counts map[string]int) []wordCount {
	return countsInOrder(counts, []score.State{score.NotReady, score.Gaps, score.Ready}, report.StateWord, report.StateWord(""))
}

// stateSentence counts the services by state: "1 is ready, 2 have gaps".
func stateSentence(counts map[string]int) string {
	var parts []string
	scored := 0
	for _, state := range []struct {
		of        score.State
		one, many string
	}{{score.NotReady, "is not ready", "are not ready"}, {score.Gaps, "has gaps", "have gaps"}, {score.Ready, "is ready", "are ready"}} {
		n := counts[string(state.of)]
		scored += n
		switch n {
		case 0:
		case 1:
			parts = append(parts, "1 "+state.one)
		default:
			parts = append(parts, fmt.Sprintf("%d %s", n, state.many))
		}
	}
	all := 0
	for _, n := range counts {
		all += n
	}
	if open := all - scored; open > 0 {
		parts = append(parts, fmt.Sprintf("%d %s no state", open, hasOrHave(open)))
	}
	return english.List(parts)
}

// stateSection counts the services by state; empty without any.
func stateSection(doc *portfolio.Document) page.Section {
	section := page.Section{ID: "states", Title: "By state", Part: page.Body, Explain: []string{"readiness"}}
	if n := reviewsIn(&doc.Summary); n > 0 {
		section.Blocks = []page.Block{countChart("state", "state", stateCounts(doc.Summary.ByState), n)}
	}
	return section
}

// byKind parts the services with a state from the others, each in their order.
func byKind(services []portfolio.Service) (reviews, others []portfolio.Service) {
	for i := range services {
		if services[i].IsReview() {
			reviews = append(reviews, services[i])
		} else {
			others = append(others, services[i])
		}
	}
	return reviews, others
}

// serviceTables are a few services, those with a state in a table of their own.
func serviceTables(caption, reviewCaption string, services []portfolio.Service) []page.Block {
	reviews, others := byKind(services)
	var blocks []page.Block
	if len(reviews) > 0 {
		blocks = append(blocks, tableOfServices(reviewCaption, reviewColumns(), reviews, reviewRow))
	}
	if len(others) > 0 {
		blocks = append(blocks, tableOfServices(caption, serviceColumns(), others, serviceRow))
	}
	return blocks
}

func tableOfServices(
	caption string, columns []page.Column, services []portfolio.Service, row func(*portfolio.Service) []string,
) page.Table {
	rows := make([][]string, len(services))
	for i := range services {
		rows[i] = row(&services[i])
	}
	return page.Table{Caption: caption, Columns: columns, Rows: page.RowsOf(rows...)}
}

// stateColumn is the head of the state in words.
const stateColumn = "State"

func reviewColumns() []page.Column {
	return []page.Column{
		{Title: "Service"},
		{Title: "Team"},
		{Title: stateColumn, Brief: true},
		{Title: "Unmet", Number: true, Brief: true},
		{Title: "Critical", Number: true, Brief: true},
		{Title: "Readiness", Short: "Ready", Number: true, Brief: true},
		{Title: "Short by", Number: true},
		{Title: "Points answered", Number: true},
		{Title: "Answered", Number: true},
		{Title: "Questions"},
	}
}

func reviewRow(s *portfolio.Service) []string {
	unmet, critical := s.Unmet, s.UnmetCritical
	if s.State == "" {
		unmet, critical = nil, nil // nobody knows how many there would be
	}
	return []string{
		said(s.Name()), orDash(said(s.Team)), report.StateWord(s.State), count(unmet), count(critical),
		figure(s.Readiness, report.Level(s.Readiness)),
		figure(s.Shortfall, report.Level(s.Shortfall)), figure(s.Coverage, english.Percent(s.Coverage)), orDash(said(s.Date)),
		said(s.Questionnaire),
	}
}

// allReviews is the table of every service with a state; nil without any.
func allReviews(doc *portfolio.Document, s *serviceSurvey) []page.Block {
	n := reviewsIn(&doc.Summary)
	if n == 0 {
		return nil
	}
	table := page.Table{
		ID: "reviews-table", Caption: "Services with a state of readiness",
		Columns: append(reviewColumns(), page.Column{Title: "File", Aside: true}),
		Limit:   listedShown, OneLine: true, Filters: stateFilter(s, n),
		Rows: func(yield func([]string) bool) {
			for service := range doc.Services.All() {
				if service.IsReview() && !yield(append(reviewRow(&service), said(service.Path))) {
					return
				}
			}
		},
	}
	if left := n - listedShown; left > 0 {
		table.Rest = areMore(left, "service") + " not listed here. --sort and --where choose which ones are; -f html and -f csv list all."
	}
	return []page.Block{table}
}

// stateFilter chooses services by state; none for a few services.
func stateFilter(s *serviceSurvey, all int) []page.Filter {
	if all <= fewServices {
		return nil
	}
	f := page.Filter{Title: stateColumn, Column: slices.IndexFunc(reviewColumns(), func(c page.Column) bool { return c.Title == stateColumn })}
	for _, state := range []score.State{score.NotReady, score.Gaps, score.Ready, ""} {
		if word := report.StateWord(report.Text(state)); s.states[word] > 0 {
			f.Values = append(f.Values, page.FilterValue{Text: word, Count: s.states[word]})
		}
	}
	return []page.Filter{f}
}

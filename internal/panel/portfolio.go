package panel

import (
	"cmp"
	"slices"
	"strings"

	"github.com/opsfit/opsfit/internal/report"
)

// Arrangement is how a portfolio is laid out.
type Arrangement struct {
	// Sort is a key of SortKeys, with a minus before it for the reverse order; empty for path order. What is not scored
	// comes last either way.
	Sort string
	// By is a key of GroupKeys; empty for no groups.
	By string
	// Brief counts the warnings and recommendations and does not keep which service has which, for reports that do not
	// show that. They are half of what a service takes.
	Brief bool
}

// SortKeys are the values that services can be sorted by.
func SortKeys() []string {
	return []string{"path", "subject", "team", "date", "practice", "situation", "fit", "readiness", "shortfall", "coverage"}
}

// GroupKeys are the values that services can be grouped by.
func GroupKeys() []string {
	return []string{"team", "questionnaire", "advice", "fit_word", "confidence"}
}

// Gathering takes services one after the other, in any order, and lays them out in the end. It counts them as they come and
// keeps of each one what its arrangement shows.
type Gathering struct {
	arranged Arrangement
	tally    *Tally
	groups   map[string]*Tally
	services []report.Service
}

// NewGathering returns a gathering of no services.
func NewGathering(arranged Arrangement) *Gathering {
	return &Gathering{arranged: arranged, tally: NewTally(), groups: map[string]*Tally{}, services: []report.Service{}}
}

// Add takes one service.
func (g *Gathering) Add(service report.Service) {
	g.tally.Add(&service)
	if by := g.arranged.By; by != "" {
		name := groupOf(by, &service)
		if g.groups[name] == nil {
			g.groups[name] = NewTally()
		}
		g.groups[name].Add(&service)
	}
	if g.arranged.Brief {
		service.Warnings, service.Recommendations = nil, nil
	}
	g.services = append(g.services, service)
}

// Portfolio lays out what was gathered, and the files that could not be used. It ends the gathering.
func (g *Gathering) Portfolio(tool report.Tool, unusable []report.Unreadable) *report.Portfolio {
	markShared(g.services)
	slices.SortFunc(g.services, func(a, b report.Service) int {
		return cmp.Or(compareBy(g.arranged.Sort, &a, &b), strings.Compare(a.Path, b.Path))
	})
	return &report.Portfolio{
		Schema: report.PortfolioSchema, Tool: tool, Services: g.services, Summary: g.tally.Summary(),
		Groups: g.groupsByName(), Clashes: clashes(g.services), Errors: unusable,
	}
}

// markShared marks the services whose subject does not tell them apart.
func markShared(services []report.Service) {
	count := map[report.Text]int{}
	for i := range services {
		count[services[i].Subject]++
	}
	for i := range services {
		services[i].Shared = services[i].Subject != "" && count[services[i].Subject] > 1
	}
}

// groupsByName are the summaries of the groups; nil unless groups were asked for.
func (g *Gathering) groupsByName() []report.ServiceGroup {
	if g.arranged.By == "" {
		return nil
	}
	list := []report.ServiceGroup{}
	for name, tally := range g.groups {
		list = append(list, report.ServiceGroup{By: g.arranged.By, Name: report.Text(name), Summary: tally.Summary()})
	}
	slices.SortFunc(list, func(a, b report.ServiceGroup) int { return cmp.Compare(a.Name, b.Name) })
	return list
}

// groupOf is the name of the group that a service belongs to; empty for one that says nothing of it.
func groupOf(by string, service *report.Service) string {
	switch by {
	case "team":
		return string(service.Team)
	case "questionnaire":
		return service.Questionnaire
	case "advice":
		return string(service.Advice)
	case "fit_word":
		return string(service.FitWord)
	case "confidence":
		return string(service.Confidence)
	}
	return ""
}

// compareBy compares by a key of SortKeys, with a minus for the reverse order.
func compareBy(key string, a, b *report.Service) int {
	name, reverse := strings.CutPrefix(key, "-")
	direction := 1
	if reverse {
		direction = -1
	}
	switch name {
	case "path":
		return direction * strings.Compare(a.Path, b.Path)
	case "subject":
		return compareTexts(a.Subject, b.Subject, direction)
	case "team":
		return compareTexts(a.Team, b.Team, direction)
	case "date":
		return compareTexts(a.Date, b.Date, direction)
	}
	return compareNumbers(numberOf(name, a), numberOf(name, b), direction)
}

func numberOf(key string, service *report.Service) *float64 {
	switch key {
	case "practice":
		return service.Practice
	case "situation":
		return service.Situation
	case "fit":
		return service.Fit
	case "readiness":
		return service.Readiness
	case "shortfall":
		return service.Shortfall
	case "coverage":
		return service.Coverage
	}
	return nil
}

// compareTexts puts a missing text last.
func compareTexts(a, b report.Text, direction int) int {
	if a == "" || b == "" {
		return -strings.Compare(string(a), string(b))
	}
	return direction * strings.Compare(string(a), string(b))
}

// compareNumbers puts a missing number last.
func compareNumbers(a, b *float64, direction int) int {
	switch {
	case a == nil && b == nil:
		return 0
	case a == nil:
		return 1
	case b == nil:
		return -1
	}
	return direction * cmp.Compare(*a, *b)
}

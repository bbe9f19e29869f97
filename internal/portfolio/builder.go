package portfolio

import (
	"cmp"
	"slices"
	"strings"

	"github.com/opsfit/opsfit/internal/report"
)

// Options say how a portfolio is laid out.
type Options struct {
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

// Builder makes a portfolio of services that come one after the other, in any order. It counts them as they come and keeps
// of each one what its options show.
type Builder struct {
	options  Options
	tally    *Tally
	groups   map[string]*Tally
	services []Service
}

// NewBuilder returns a builder without services.
func NewBuilder(options Options) *Builder {
	return &Builder{options: options, tally: NewTally(), groups: map[string]*Tally{}, services: []Service{}}
}

// Add takes one service.
func (b *Builder) Add(service Service) {
	b.tally.Add(&service)
	if by := b.options.By; by != "" {
		name := groupOf(by, &service)
		if b.groups[name] == nil {
			b.groups[name] = NewTally()
		}
		b.groups[name].Add(&service)
	}
	if b.options.Brief {
		service.Warnings, service.Recommendations = nil, nil
	}
	b.services = append(b.services, service)
}

// Document returns the portfolio of what was added, with the files that could not be used. Nothing can be added afterwards.
func (b *Builder) Document(tool report.Tool, unusable []Unreadable) *Document {
	markShared(b.services)
	slices.SortFunc(b.services, func(x, y Service) int {
		return cmp.Or(compareBy(b.options.Sort, &x, &y), strings.Compare(x.Path, y.Path))
	})
	return &Document{
		Schema: Schema, Tool: tool, Services: b.services, Summary: b.tally.Summary(),
		Groups: b.groupsByName(), Clashes: clashes(b.services), Errors: unusable,
	}
}

// markShared marks the services whose subject does not tell them apart.
func markShared(services []Service) {
	count := map[report.Text]int{}
	for i := range services {
		count[services[i].Subject]++
	}
	for i := range services {
		services[i].Shared = services[i].Subject != "" && count[services[i].Subject] > 1
	}
}

// groupsByName are the summaries of the groups; nil unless groups were asked for.
func (b *Builder) groupsByName() []Group {
	if b.options.By == "" {
		return nil
	}
	list := []Group{}
	for name, tally := range b.groups {
		list = append(list, Group{By: b.options.By, Name: report.Text(name), Summary: tally.Summary()})
	}
	slices.SortFunc(list, func(x, y Group) int { return cmp.Compare(x.Name, y.Name) })
	return list
}

// groupOf is the name of the group that a service belongs to; empty for one that says nothing of it.
func groupOf(by string, service *Service) string {
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
func compareBy(key string, a, b *Service) int {
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

func numberOf(key string, service *Service) *float64 {
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

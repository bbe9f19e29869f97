package portfolio

import (
	"cmp"
	"maps"
	"slices"

	"github.com/opsfit/opsfit/internal/condition"
	"github.com/opsfit/opsfit/internal/english"
	"github.com/opsfit/opsfit/internal/report"
)

// Options say what a portfolio shows.
type Options struct {
	Tool report.Tool
	// Where are conditions that a result has to meet, all of them.
	Where []condition.Condition
	// Sort is a key of SortKeys, with a minus before it for the reverse order; "" for path order. What is not scored
	// comes last either way.
	Sort string
	// By is a key of GroupKeys; empty for no groups.
	By string
	// CountOnly keeps only counts, for formats that are written service by service: the document then has neither
	// services nor clashes.
	CountOnly bool
}

// Builder builds a portfolio from services that come one after the other, in any order. It counts them and keeps their
// figures.
type Builder struct {
	options    Options
	tally      *tally
	groups     map[string]*namedTally
	services   Services
	unreadable []Unreadable
	leftOut    int
	// axes are the ids of all axes of the results, to tell a condition on an unknown axis from one that nobody meets.
	axes map[string]bool
	// titles are the short titles of warnings and recommendations by their ids.
	titles map[string]string
}

// namedTally is the tally of a group. Names that differ only by case and blanks are one; the first in the alphabet stands.
type namedTally struct {
	name string
	*tally
}

// NewBuilder returns a builder without services.
func NewBuilder(options Options) *Builder {
	return &Builder{
		options: options, tally: newTally(), groups: map[string]*namedTally{}, unreadable: []Unreadable{}, axes: map[string]bool{},
		titles: map[string]string{},
	}
}

// Meets reports whether a result meets the conditions, and counts it as left out where it does not.
func (b *Builder) Meets(doc *report.Document) bool {
	if len(b.options.Where) == 0 {
		return true
	}
	for _, axis := range doc.Levels() {
		b.axes[axis.ID] = true
	}
	figures := figuresOf(doc)
	if slices.ContainsFunc(b.options.Where, func(c condition.Condition) bool { return !figures.Meets(&c) }) {
		b.leftOut++
		return false
	}
	return true
}

// figuresOf are the figures that conditions are held against: those that the service is listed with.
func figuresOf(doc *report.Document) *condition.Figures {
	figures := report.Measured(doc)
	if v := doc.Verdict.Leaning; v != nil {
		figures.Overall[condition.Fit] = condition.Float(v.ShownFit().Value)
	}
	return figures
}

// AddService adds a service. It copies texts, so that the larger texts they are part of can be freed.
func (b *Builder) AddService(service *Service) {
	b.tally.addService(service)
	if by := b.options.By; by != "" {
		name := groupOf(by, service)
		key := english.NameKey(name)
		if b.groups[key] == nil {
			b.groups[key] = &namedTally{name, newTally()}
		}
		b.groups[key].name = min(b.groups[key].name, name)
		b.groups[key].addService(service)
	}
	if !b.options.CountOnly {
		b.services.addService(service)
	}
}

// AddTitles keeps the short titles of the warnings and recommendations of a result, once for all services. Where questionnaires
// differ, the first title in the alphabet stands, in any order of files.
func (b *Builder) AddTitles(doc *report.Document) {
	for i := range doc.Warnings {
		b.addTitle(doc.Warnings[i].ID, doc.Warnings[i].Title)
	}
	for i := range doc.Recommendations {
		if doc.Recommendations[i].IsNow() {
			b.addTitle(doc.Recommendations[i].ID, doc.Recommendations[i].Title)
		}
	}
}

func (b *Builder) addTitle(id, title string) {
	if known := b.titles[id]; title != "" && (known == "" || title < known) {
		b.titles[id] = title
	}
}

// AddUnreadable adds a file that could not be used.
func (b *Builder) AddUnreadable(file *Unreadable) { b.unreadable = append(b.unreadable, *file) }

// UnknownAxis returns the index of the first condition on an axis that no result has, or a negative index, and the axes
// that exist. Such a condition would leave every service out and look like good news. The axes are known only at the
// end, since each result may be about another questionnaire.
func (b *Builder) UnknownAxis() (place int, known []string) {
	known = slices.Sorted(maps.Keys(b.axes))
	if len(known) == 0 {
		return -1, nil
	}
	return slices.IndexFunc(b.options.Where, func(c condition.Condition) bool {
		return c.Axis != condition.Overall && !b.axes[c.Axis]
	}), known
}

// Header returns what comes before the services. It is complete once all services are added, and without conditions at
// once.
func (b *Builder) Header() Header {
	header := Header{Schema: Schema, Tool: b.options.Tool}
	if len(b.options.Where) > 0 {
		header.Filter = &Filter{LeftOut: b.leftOut}
		for _, asked := range b.options.Where {
			header.Filter.Conditions = append(header.Filter.Conditions, asked.String())
		}
	}
	return header
}

// Document returns the portfolio. Nothing can be added afterwards.
func (b *Builder) Document() *Document {
	b.services.tellApart()
	b.services.sortBy(b.options.Sort)
	return &Document{
		Header:   b.Header(),
		Services: &b.services,
		Totals: Totals{
			Summary: b.tally.buildSummary(), Groups: b.groupsByName(), Clashes: findClashes(&b.services), Errors: b.unreadable,
			Titles: b.titles,
		},
	}
}

// groupsByName are the summaries of the groups; nil unless groups were asked for.
func (b *Builder) groupsByName() []Group {
	if b.options.By == "" {
		return nil
	}
	list := []Group{}
	for _, tally := range b.groups {
		list = append(list, Group{By: b.options.By, Name: report.Text(tally.name), Summary: tally.buildSummary()})
	}
	slices.SortFunc(list, func(x, y Group) int { return cmp.Compare(x.Name, y.Name) })
	return list
}

// GroupKeys are the values that services can be grouped by.
func GroupKeys() []string {
	return []string{"team", "questionnaire", "advice", "fit_word", "state", "confidence"}
}

// groupOf returns the group of a service; "" for one that does not state it.
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
	case "state":
		return string(service.State)
	case "confidence":
		return string(service.Confidence)
	}
	return ""
}

package portfolio

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/opsfit/opsfit/internal/english"
	"github.com/opsfit/opsfit/internal/report"
	"github.com/opsfit/opsfit/internal/score"
)

// The titles of a portfolio.
const (
	TitleMap      = "The map: how services work, and what their situations call for"
	TitleWorst    = "Look first: lowest fit, then largest shortfall"
	TitleClashes  = "Neighbours on opposite sides"
	TitleCommon   = "Most common warnings"
	TitleSteps    = "Most common first steps"
	TitleGroups   = "Group by group"
	TitleServices = "All services"
	TitleUnusable = "Files that could not be used"
)

// Story is what every human-readable portfolio says, in its order.
type Story struct {
	// Title says how many services there are.
	Title    string
	Headline string
	Counts   []report.Fact
	// Advice and Fit are what Counts says, in words: advice the most frequent first, fit from good to not scored.
	Advice, Fit []report.Counting
	// OffMap says how many services have no place on the map; empty where all have one.
	OffMap string
	// Worst are the services named first, in the order of the summary.
	Worst []*Service
	// Services are the first ones in the order of the portfolio, at most a hundred, for a report that cannot show all;
	// Unlisted says how many it leaves out, and is empty where it leaves out none.
	Services []*Service
	Unlisted string
	// Clashes are sentences; of many the last one counts the others.
	Clashes []string
	// Warnings and Steps are ids with how many services have them, the most frequent first.
	Warnings, Steps []report.Counting
	Notes           []string
	// Groups are those that were asked for, by name.
	Groups []GroupStory
	// Unusable are lines about files that could not be used; of many the last one counts the others.
	Unusable []string
}

// GroupStory is the name of a group with what it is about, its counts, and the names of its worst services.
type GroupStory struct {
	Name  string
	Facts []report.Fact
}

// commonShown is how many warnings and steps a portfolio names: what few services have is told by these services.
const commonShown = 8

// Tell derives the story from the portfolio alone.
func Tell(p *Document) Story {
	services := p.byPath()
	return Story{
		Title: english.Count(p.Summary.Services, "service"), Headline: portfolioHeadline(p),
		Counts: p.counts(),

		Advice: worded(ranked(p.Summary.ByAdvice), adviceCounted), Fit: byFit(p.Summary.ByFitWord), OffMap: p.offMap(),
		Worst:    worstOf(&p.Summary, services),
		Clashes:  tellClashes(p.Clashes),
		Services: p.listed(), Unlisted: p.unlisted(), Unusable: p.unusable(),
		Warnings: mostCommon(p.Summary.Warnings), Steps: mostCommon(p.Summary.Recommendations),
		Notes: p.notes(), Groups: tellGroups(p.Groups, services),
	}
}

// counts lists what was counted, the most frequent first, then by name.
func counts(tally map[string]int, word func(string) string) string {
	var parts []string
	for _, item := range ranked(tally) {
		parts = append(parts, fmt.Sprintf("%s (%d)", word(item.ID), item.Count))
	}
	return english.List(parts)
}

// ranked orders what was counted, the most frequent first, then by id.
func ranked(tally map[string]int) []report.Counting {
	var list []report.Counting
	for id, count := range tally {
		list = append(list, report.Counting{ID: id, Count: count})
	}
	slices.SortFunc(list, func(a, b report.Counting) int { return cmp.Or(cmp.Compare(b.Count, a.Count), cmp.Compare(a.ID, b.ID)) })
	return list
}

func adviceCounted(advice string) string { return report.AdviceWord(report.Text(advice)) }

func (p *Document) counts() []report.Fact {
	facts := []report.Fact{
		{Label: "Advice", Value: counted(p.Summary.ByAdvice, adviceCounted)},
		{Label: "Fit", Value: counted(p.Summary.ByFitWord, fitCounted)},
	}
	if p.Filter == nil {
		return facts
	}
	return append([]report.Fact{{Label: "Only", Value: fmt.Sprintf("services with %s; %s left out",
		english.List(p.Filter.Conditions), english.Count(p.Filter.LeftOut, "service"))}}, facts...)
}

func portfolioHeadline(p *Document) string {
	if p.Summary.Services == 0 {
		return "No service to show."
	}
	fits := p.Summary.ByFitWord[string(score.GoodFit)] + p.Summary.ByFitWord[string(score.WorkableFit)]
	tense := p.Summary.ByFitWord[string(score.StrainedFit)] + p.Summary.ByFitWord[string(score.Misfit)]
	return fmt.Sprintf("%s: practice and situation fit well or workably in %d, are strained or misfit in %d.",
		english.Count(p.Summary.Services, "service"), fits, tense)
}

func counted(tally map[string]int, word func(string) string) string {
	if len(tally) == 0 {
		return "nothing to count"
	}
	return counts(tally, word)
}

func worded(list []report.Counting, word func(string) string) []report.Counting {
	for i := range list {
		list[i].ID = word(list[i].ID)
	}
	return list
}

// byFit orders counts of fits from good to not scored.
func byFit(tally map[string]int) []report.Counting {
	order := []string{string(score.GoodFit), string(score.WorkableFit), string(score.StrainedFit), string(score.Misfit)}
	list := ranked(tally)
	place := func(item report.Counting) int {
		if at := slices.Index(order, item.ID); at >= 0 {
			return at
		}
		return len(order)
	}
	slices.SortStableFunc(list, func(a, b report.Counting) int { return place(a) - place(b) })
	return worded(list, fitCounted)
}

func fitCounted(word string) string {
	switch score.FitWord(word) {
	case score.GoodFit, score.WorkableFit, score.StrainedFit, score.Misfit:
		return word
	}
	return "not scored"
}

func (p *Document) byPath() map[string]*Service {
	services := make(map[string]*Service, len(p.Services))
	for i := range p.Services {
		services[p.Services[i].Path] = &p.Services[i]
	}
	return services
}

// worstOf are the worst services of a summary, in its order.
func worstOf(summary *Summary, services map[string]*Service) []*Service {
	var worst []*Service
	for _, path := range summary.Worst {
		if service := services[path]; service != nil {
			worst = append(worst, service)
		}
	}
	return worst
}

func mostCommon(tally map[string]int) []report.Counting {
	list := ranked(tally)
	return list[:min(len(list), commonShown)]
}

func (p *Document) notes() []string {
	notes := []string{
		"Self-reported: each sheet is one person's view of one service. Sheets of different people are not a measurement, and " +
			"no service is better for being nearer to a pole.",
	}
	undated := 0
	for i := range p.Services {
		if p.Services[i].Date == "" {
			undated++
		}
	}
	if undated > 0 {
		notes = append(notes, fmt.Sprintf("%s no date: how old the answers are is unknown.", haveNone(undated)))
	}
	if oldest := p.oldest(); oldest != nil {
		notes = append(notes, fmt.Sprintf("The oldest answers are those of %s, of %s.", oldest.Name(), oldest.Date))
	}
	return notes
}

func haveNone(n int) string {
	if n == 1 {
		return "1 sheet states"
	}
	return fmt.Sprintf("%d sheets state", n)
}

// oldest is the service with the earliest date, of several the first by path; nil where none has a date.
func (p *Document) oldest() *Service {
	var oldest *Service
	for i := range p.Services {
		s := &p.Services[i]
		if s.Date == "" {
			continue
		}
		if oldest == nil || s.Date < oldest.Date || s.Date == oldest.Date && s.Path < oldest.Path {
			oldest = s
		}
	}
	return oldest
}

// MapBands are the five bands from the SysOps to the DevOps pole.
func MapBands() []report.Text {
	return []report.Text{
		report.Text(score.StrongSysOps), report.Text(score.LeaningSysOps), report.Text(score.Hybrid), report.Text(score.LeaningDevOps), report.Text(score.StrongDevOps),
	}
}

// Map counts the services by the band of their situation (rows, DevOps first) and of their practice (columns, SysOps
// first), so that the diagonal from the lower left to the upper right is where the two agree.
func (p *Document) Map() [][]int {
	bands := MapBands()
	rows := make([][]int, len(bands))
	for i := range rows {
		rows[i] = make([]int, len(bands))
	}
	for i := range p.Services {
		row := slices.Index(bands, p.Services[i].SituationBand)
		column := slices.Index(bands, p.Services[i].PracticeBand)
		if row >= 0 && column >= 0 {
			rows[len(bands)-1-row][column]++
		}
	}
	return rows
}

func tellGroups(groups []Group, services map[string]*Service) []GroupStory {
	var list []GroupStory
	for i := range groups {
		list = append(list, GroupStory{Name: groups[i].title(), Facts: groupFacts(&groups[i].Summary, services)})
	}
	return list
}

// title is the name of a group with what it is about.
func (g *Group) title() string {
	if g.Name == "" {
		return "no " + groupWord(g.By)
	}
	switch g.By {
	case "advice":
		return report.AdviceWord(g.Name)
	case "fit_word":
		return "fit " + string(g.Name)
	}
	return groupWord(g.By) + " " + string(g.Name)
}

func groupWord(by string) string {
	if by == "fit_word" {
		return "fit"
	}
	return by
}

func groupFacts(summary *Summary, services map[string]*Service) []report.Fact {
	facts := []report.Fact{
		{Label: "Services", Value: fmt.Sprint(summary.Services)},
		{Label: "Advice", Value: counted(summary.ByAdvice, adviceCounted)},
		{Label: "Fit", Value: counted(summary.ByFitWord, fitCounted)},
	}
	var names []string
	for _, service := range worstOf(summary, services) {
		names = append(names, service.Name())
	}
	if len(names) > 0 {
		facts = append(facts, report.Fact{Label: "Look first", Value: english.List(names)})
	}
	return facts
}

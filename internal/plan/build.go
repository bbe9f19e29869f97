package plan

import (
	"slices"

	"github.com/opsfit/opsfit/internal/advice"
	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/report"
)

// The number of steps of a path: nobody can see further ahead, and a path that is looked at again after a few steps
// needs no more.
const (
	UsualSteps = 10
	MostSteps  = 20
)

// Run is what a path starts from.
type Run struct {
	Tool          report.Tool
	Questionnaire *questionnaire.Questionnaire
	Sheet         *answers.Sheet
	// Steps is the largest number of steps; it counts as MostSteps when it is higher.
	Steps int
}

// Build makes the path: again and again the first recommendation that could be started and was not taken yet, with the
// answers that the steps before it have led to. Each is taken once, whether its trigger is gone then or not, so the path
// ends. It changes nothing in the run, and a shorter path is the beginning of a longer one.
func Build(run Run) *Document {
	path := &path{run: run, taken: map[string]bool{}}
	path.reach(run.Sheet)
	doc := &Document{
		Schema: Schema, Tool: run.Tool, Head: path.here.doc.Head(), Limit: min(run.Steps, MostSteps),
		Start: path.here.state(), Steps: []Step{}, Notes: slices.Clone(path.here.doc.Notes),
	}
	for len(doc.Steps) < doc.Limit {
		next := path.next()
		if len(next) == 0 {
			break
		}
		doc.Steps = append(doc.Steps, path.take(next[0], len(doc.Steps)+1))
	}
	doc.Next = items(path.next())
	doc.Complete = len(doc.Next) == 0
	doc.Waiting = path.waiting()
	if len(doc.Steps) > 0 {
		doc.Notes = append(doc.Notes, reservations()...)
	}
	return doc
}

// path is the way so far.
type path struct {
	run    Run
	here   point
	taken  map[string]bool
	effort Effort
}

// point is a place on the path with all that a report says there.
type point struct {
	*position
	doc *report.Document
}

// reach moves the path to where a sheet is.
func (p *path) reach(sheet *answers.Sheet) {
	here := at(p.run.Questionnaire, sheet)
	p.here = point{here, report.Build(report.Run{
		Tool: p.run.Tool, Questionnaire: here.q, Sheet: sheet, Score: here.result,
		Advice: advice.Advise(here.q, sheet, here.result),
	})}
}

// next are the recommendations that could be started here, in rank order.
func (p *path) next() []report.Recommendation {
	return p.open(func(item *report.Recommendation) bool { return item.IsNow() })
}

// waiting are those that something holds back.
func (p *path) waiting() []report.Recommendation {
	return p.open(func(item *report.Recommendation) bool { return !item.IsNow() })
}

// open are the recommendations of a kind that were not taken yet; never nil.
func (p *path) open(wanted func(*report.Recommendation) bool) []report.Recommendation {
	found := []report.Recommendation{}
	for i := range p.here.doc.Recommendations {
		if item := &p.here.doc.Recommendations[i]; wanted(item) && !p.taken[item.ID] {
			found = append(found, *item)
		}
	}
	return found
}

// take makes a step.
func (p *path) take(item report.Recommendation, number int) Step {
	p.taken[item.ID] = true
	p.effort.count(item.Effort)
	before, now, waiting := p.here, p.next(), p.waiting()
	done := before.estimated(p.rule(item.ID))
	step := Step{Step: number, Recommendation: item, Assumes: []report.Change{}, EffortSoFar: p.effort}
	if done.reason != "" {
		step.NotEstimated = &NotEstimated{Reason: done.reason, Text: done.reason.text()}
	} else {
		p.reach(done.sheet)
		step.Assumes = report.Changes(before.doc.Answers, p.here.doc.Answers, done.questions)
	}
	step.After = p.here.state()
	step.Warnings = report.CompareWarnings(report.ActiveWarnings(before.doc), step.After.Warnings)
	step.Unblocks = items(both(waiting, p.next()))
	step.Settles = items(without(append(now, waiting...), p.here.doc.Recommendations))
	return step
}

func (p *path) rule(id string) *questionnaire.Recommendation {
	rules := p.run.Questionnaire.Catalogue.Recommendations
	return &rules[slices.IndexFunc(rules, func(rule questionnaire.Recommendation) bool { return rule.ID == id })]
}

func (e *Effort) count(effort int) {
	switch effort {
	case 1:
		e.Days++
	case 2:
		e.Weeks++
	case 3:
		e.Quarters++
	}
}

func (p point) state() State {
	state := State{Verdict: p.doc.Verdict, Axes: []Axis{}, Checked: p.doc.Checked, Warnings: report.ActiveWarnings(p.doc)}
	for i := range p.doc.Axes {
		a := &p.doc.Axes[i]
		state.Axes = append(state.Axes, Axis{
			ID: a.ID, Title: a.Title, Practice: a.Practice, Situation: a.Situation.Situation, Gap: a.Gap, Direction: a.Direction, Fit: a.Fit,
			Readiness: a.Readiness, Floor: a.Floor, Shortfall: a.Shortfall,
		})
	}
	return state
}

// both are the items of the first list that are in the second one too.
func both(list, other []report.Recommendation) []report.Recommendation {
	return slices.DeleteFunc(slices.Clone(list), func(item report.Recommendation) bool { return !has(other, item.ID) })
}

// without are the items of the first list that are not in the second one.
func without(list, other []report.Recommendation) []report.Recommendation {
	return slices.DeleteFunc(slices.Clone(list), func(item report.Recommendation) bool { return has(other, item.ID) })
}

func has(list []report.Recommendation, id string) bool {
	return slices.ContainsFunc(list, func(item report.Recommendation) bool { return item.ID == id })
}

func items(list []report.Recommendation) []Item {
	named := []Item{}
	for i := range list {
		named = append(named, Item{ID: list[i].ID, Title: list[i].Title, Axis: list[i].Axis, Effort: list[i].Effort})
	}
	return named
}

// reservations are remarks that belong to every path with a step.
func reservations() []string {
	return []string{
		"The figures after a step are neither measured nor promised. A step is assumed to change just the answers named with " +
			"it, to the nearest ones at which it is no longer recommended because of them.",
		"Where no single answer follows from a step, none is assumed, and the figures stay as they are.",
		"After each step the recommendations are ranked again. Effort is a judgement of their authors; to reach an answer that is " +
			"far from today's can take longer, and steps may overlap.",
	}
}

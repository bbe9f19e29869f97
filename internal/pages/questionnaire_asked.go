package pages

import (
	"slices"
	"strings"

	"github.com/opsfit/opsfit/internal/condition"
	"github.com/opsfit/opsfit/internal/english"
	"github.com/opsfit/opsfit/internal/page"
	"github.com/opsfit/opsfit/internal/questionnaire"
)

// isChecklist reports a questionnaire whose verdict is a state of readiness, on whose pages no pole is named.
func isChecklist(q *questionnaire.Questionnaire) bool {
	return q.Verdict == questionnaire.ReadinessState
}

// floorSection shows what each answer asks for on each axis, and which points are critical; it is empty unless the questionnaire is a
// checklist.
func floorSection(q *questionnaire.Questionnaire) page.Section {
	section := page.Section{ID: "floors", Title: titleAsked, Part: page.Body}
	if !isChecklist(q) {
		return section
	}
	cards := page.Cards{Layout: page.Stack}
	for i := range q.Questions {
		if question := &q.Questions[i]; setsFloors(question) {
			table := optionFloors(q, question)
			cards.Items = append(cards.Items, page.Card{Title: table.Caption, Blocks: []page.Block{table}})
		}
	}
	if critical := criticalPoints(q); len(critical) > 0 {
		cards.Items = append(cards.Items, page.Card{Title: "Critical points", Blocks: []page.Block{
			page.Text("While one of these is below its minimum or unknown, the service is not ready: " + english.List(critical) + "."),
		}})
	}
	if len(cards.Items) > 0 {
		section.Blocks = []page.Block{cards}
	}
	return section
}

func setsFloors(question *questionnaire.Question) bool {
	return slices.ContainsFunc(question.Options, func(option questionnaire.Option) bool { return len(option.Floors) > 0 })
}

// optionFloors has a column for each answer that sets a minimum, under its id: texts are sentences.
func optionFloors(q *questionnaire.Questionnaire, question *questionnaire.Question) page.Table {
	table := page.Table{
		Caption: "The minimum by axis, out of 4, after the answer to " + english.Quote(said(question.Title)),
		Columns: []page.Column{{Title: "Axis"}},
	}
	var options []*questionnaire.Option
	for i := range question.Options {
		if option := &question.Options[i]; len(option.Floors) > 0 {
			options = append(options, option)
			table.Columns = append(table.Columns, page.Column{Title: said(option.ID), Number: true, Brief: true})
		}
	}
	var rows [][]string
	for i := range q.Axes {
		axis := &q.Axes[i]
		cells, isAsked := []string{said(axis.Title)}, false
		for _, option := range options {
			cell := ""
			if at := slices.IndexFunc(option.Floors, func(f questionnaire.Floor) bool { return f.Axis == axis.ID }); at >= 0 {
				cell, isAsked = english.Exact(option.Floors[at].Level), true
			}
			cells = append(cells, orDash(cell))
		}
		if isAsked {
			rows = append(rows, cells)
		}
	}
	table.Rows = page.RowsOf(rows...)
	return table
}

func criticalPoints(q *questionnaire.Questionnaire) []string {
	var titles []string
	for i := range q.Questions {
		if q.Questions[i].Critical {
			titles = append(titles, said(q.Questions[i].Title))
		}
	}
	return titles
}

// describeAskIf says when a question is asked; empty for one that always is.
func describeAskIf(q *questionnaire.Questionnaire, question *questionnaire.Question) string {
	switch c := question.AskIf; {
	case c == nil || c.Kind == condition.Always:
		return ""
	case c.Kind == condition.None:
		return "asked unless " + english.ListWith(askedParts(q, c), "or")
	default:
		return "asked where " + askedWords(q, c)
	}
}

func askedParts(q *questionnaire.Questionnaire, c *condition.Condition) []string {
	parts := make([]string, len(c.Of))
	for i := range c.Of {
		parts[i] = askedWords(q, &c.Of[i])
	}
	return parts
}

// askedWords is a condition over answers in words.
func askedWords(q *questionnaire.Questionnaire, c *condition.Condition) string {
	switch c.Kind {
	case condition.All:
		return english.List(askedParts(q, c))
	case condition.Any:
		return english.ListWith(askedParts(q, c), "or")
	case condition.None:
		return "none of these holds: " + strings.Join(askedParts(q, c), "; ")
	case condition.UnknownTest:
		return titleInQuotes(q, c.Question) + " is not known"
	case condition.AnswerTest:
		return titleInQuotes(q, c.Question) + " is " + english.ListWith(optionTexts(q.Question(c.Question), c.Options), "or")
	default: // no condition for asking is about anything but answers
		return said(c.String())
	}
}

func titleInQuotes(q *questionnaire.Questionnaire, id string) string {
	if question := q.Question(id); question != nil {
		return english.Quote(said(question.Title))
	}
	return english.Quote(said(id))
}

// optionTexts are options in words; their ids where the question does not have them.
func optionTexts(question *questionnaire.Question, ids []string) []string {
	texts := make([]string, len(ids))
	for i, id := range ids {
		texts[i] = english.Quote(said(id))
		if question == nil {
			continue
		}
		if option := question.Option(id); option != nil {
			texts[i] = english.Quote(said(option.Text))
		}
	}
	return texts
}

// describeWorth says what an option of a list adds to the level; empty for one of no list.
func describeWorth(question *questionnaire.Question, option *questionnaire.Option) string {
	switch {
	case option.None:
		return "nothing applies"
	case option.Worth == nil:
		return ""
	case !hasWorths(question):
		return "counts as much as the others"
	}
	return "worth " + english.Exact(option.Worth)
}

// hasWorths reports a list whose options do not all count alike.
func hasWorths(question *questionnaire.Question) bool {
	var first *questionnaire.Option
	for i := range question.Options {
		option := &question.Options[i]
		if option.Worth == nil {
			continue
		}
		if first == nil {
			first = option
		}
		if option.Worth.Cmp(first.Worth) != 0 {
			return true
		}
	}
	return false
}

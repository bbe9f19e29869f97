package methodology

import (
	"fmt"
	"strings"

	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/report"
)

func (b *builder) example() Section {
	table := Table{
		Title: "The answers of the example",
		Columns: []Column{
			{Title: "Question"}, {Title: "About"}, {Title: "Axis, weight"}, {Title: "Answer"}, {Title: "Counts as"},
		},
	}
	for i := range b.shop.q.Questions {
		question := &b.shop.q.Questions[i]
		table.Rows = append(table.Rows, []string{
			question.ID, measureWord(question.Measures), weightWords(question), b.said(question), b.countsAs(question),
		})
	}
	return Section{
		ID: "example", Title: "The example of this page",
		Text: []string{
			"A made-up service, the ticket shop, runs through this page: four axes and fifteen questions, few enough for every " +
				"sum to fit on a line. It answers one question with \"don't know\" on style and one on readiness, and one does not apply.",
		},
		Tables: []Table{table},
	}
}

// measureWord is the word for a measure in the tables of the page.
func measureWord(measure questionnaire.Measure) string {
	switch measure {
	case questionnaire.Lean:
		return "style"
	case questionnaire.Context:
		return "situation"
	case questionnaire.Readiness, questionnaire.Outcome:
	}
	return string(measure)
}

// weightWords names the axes that a question bears on, each with its weight there; empty for none.
func weightWords(question *questionnaire.Question) string {
	if question.Measures != questionnaire.Context {
		return question.Axis + " " + figure(question.Weight)
	}
	var parts []string
	for _, affect := range question.Affects {
		parts = append(parts, affect.Axis+" "+figure(affect.Weight))
	}
	return strings.Join(parts, ", ")
}

func (b *builder) said(question *questionnaire.Question) string {
	if option := b.shop.chosen(question); option != nil {
		return option.Text
	}
	return report.StatusWord(string(b.shop.sheet.Get(question.ID).Status))
}

func (b *builder) countsAs(question *questionnaire.Question) string {
	option := b.shop.chosen(question)
	switch {
	case option == nil && b.shop.sheet.Get(question.ID).Status == answers.NotApplicable:
		return "nothing"
	case option == nil && question.Measures == questionnaire.Lean:
		return signed(lowest(question)) + " to " + signed(highest(question))
	case option == nil:
		return "unproven"
	case option.Readiness != nil:
		return "level " + figure(option.Readiness)
	case len(option.Floors) > 0:
		return signed(option.Position) + "; floor " + figure(option.Floors[0].Level)
	}
	return signed(option.Position)
}

func (b *builder) answers() Section {
	return Section{
		ID: "answers", Title: "What an answer counts",
		Text: []string{
			"A question asks about one thing, and its answer counts for that thing alone. How you work and how well it works " +
				"are never asked in one question: a team can stand at either end of the line and be as ready as any other.",
		},
		Points: []string{
			"All sums are exact. The order of questions, axes or options in a file never changes a result.",
			"A value exactly on a limit has reached it.",
		},
		Tables: []Table{measuresTable(), statesTable(), b.judged("many_not_applicable")},
		Reasons: []string{
			"Options describe what can be seen rather than how good it is. In a survey of 2017 (xMatters and Atlassian, read " +
				"second hand) self-ratings changed markedly once concrete practices were asked for.",
			"Options are ordered; their distances are a judgement. Means over several such questions are accepted practice, a " +
				"single one is not a measurement (Norman 2010, read second hand).",
			"Questions weigh the same unless a questionnaire says otherwise. Where there is nothing to fit weights to, equal ones " +
				"do about as well (Dawes 1979, read second hand).",
			b.straight(),
		},
	}
}

// straight counts how the shipped questionnaire is balanced.
func (b *builder) straight() string {
	reversed, style := 0, 0
	for i := range b.shipped.Full.Questions {
		if question := &b.shipped.Full.Questions[i]; question.Measures == questionnaire.Lean {
			style++
			if question.Reverse {
				reversed++
			}
		}
	}
	return fmt.Sprintf("Of the %d style questions of %q, %d show the DevOps end first and %d the SysOps end: whoever always takes the "+
		"first line ends in the middle.", style, b.shipped.Full.ID, reversed, style-reversed)
}

func measuresTable() Table {
	return Table{
		Title:   "The kinds of questions, on a line from -1 (SysOps) to +1 (DevOps)",
		Columns: []Column{{Title: "Kind"}, {Title: "About"}, {Title: "An answer carries"}, {Title: "Scale"}},
		Rows: [][]string{
			{"style", "how you work", "position", "-1 to +1"},
			{"situation", "what the service calls for", "position, or none", "-1 to +1"},
			{"situation", "what the service calls for", "floor of readiness, or none", "0 to 4"},
			{"readiness", "what helps under either model", "level", "0 to 4"},
			{"outcome", "a delivery metric", "class or percentage", "0 to 10"},
		},
	}
}

func statesTable() Table {
	return Table{
		Title:   "The four states of an answer",
		Columns: []Column{{Title: "State"}, {Title: "What it does"}},
		Rows: [][]string{
			{"answered", "counts with what its option carries"},
			{"don't know", "applies and is unknown: widens the range, lowers coverage, leaves readiness unproven; it is a finding"},
			{"skipped", "the same as don't know, but no finding"},
			{"not applicable", "counts nowhere, as if the question had not been asked"},
		},
	}
}

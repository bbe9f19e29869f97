package form

import (
	"cmp"
	"strings"

	"github.com/opsfit/opsfit/internal/questionnaire"
)

// shownQuestion is one question as the page shows it.
type shownQuestion struct {
	ID, Title, Text, Why string
	// Section is set where a new section begins.
	Section string
	// Number counts from 1.
	Number int
	// Options are in the order in which people see them everywhere.
	Options       []shownOption
	Many, AllowNA bool
	// LacksNone: several options may apply, and none of them says that nothing does.
	LacksNone bool
	// Depends are the titles of the questions whose answers decide whether this one is asked; empty where it always is.
	Depends string
}

type shownOption struct {
	ID, Text string
	None     bool
}

func shownQuestions(q *questionnaire.Questionnaire) []shownQuestion {
	shown := make([]shownQuestion, len(q.Questions))
	before := ""
	for i := range q.Questions {
		question := &q.Questions[i]
		shown[i] = shownQuestion{
			ID: question.ID, Title: cmp.Or(question.Title, question.ID), Text: question.Text, Why: question.Why, Number: i + 1,
			Many: question.Many, AllowNA: question.AllowNA, LacksNone: question.Many && question.NoneOption() == nil,
			Depends: dependsOn(q, question),
		}
		for _, option := range question.Shown() {
			shown[i].Options = append(shown[i].Options, shownOption{option.ID, option.Text, option.None})
		}
		if section := q.Section(question); section != before {
			shown[i].Section, before = section, section
		}
	}
	return shown
}

func dependsOn(q *questionnaire.Questionnaire, question *questionnaire.Question) string {
	var titles []string
	for _, id := range question.DependsOn() {
		if decides := q.Question(id); decides != nil {
			titles = append(titles, decides.Title)
		}
	}
	return strings.Join(titles, ", ")
}

package reporttest

import (
	"pgregory.net/rapid"

	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/questionnaire"
)

// DrawSheet answers each question, or leaves it out, or says that it is not known.
func DrawSheet(t *rapid.T, q *questionnaire.Questionnaire) *answers.Sheet {
	sheet := &answers.Sheet{Questionnaire: q.ID, Answers: map[string]answers.Answer{}}
	for i := range q.Questions {
		question := &q.Questions[i]
		if question.Many && rapid.Bool().Draw(t, question.ID+" is listed") {
			sheet.Answers[question.ID] = answers.Answer{Status: answers.Answered, List: drawList(t, question), Source: answers.Person}
			continue
		}
		switch pick := rapid.IntRange(-2, len(question.Options)-1).Draw(t, question.ID); pick {
		case -2:
		case -1:
			sheet.Answers[question.ID] = answers.Answer{Status: answers.DontKnow, Source: answers.Person}
		default:
			if question.Many {
				continue
			}
			option := question.Options[pick].ID
			sheet.Answers[question.ID] = answers.Answer{Status: answers.Answered, Option: option, Source: answers.Person}
		}
	}
	return sheet.LeaveUnasked(q)
}

// drawList chooses options, or says that they are not known or do not apply.
func drawList(t *rapid.T, question *questionnaire.Question) *answers.List {
	list := &answers.List{Options: []string{}}
	for i := range question.Options {
		option := &question.Options[i]
		switch rapid.IntRange(0, 3).Draw(t, option.ID) {
		case 0:
			if !option.None {
				list.Options = append(list.Options, option.ID)
			}
		case 1:
			if !option.None {
				list.Unknown = append(list.Unknown, option.ID)
			}
		}
	}
	return list
}

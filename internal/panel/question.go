package panel

import (
	"fmt"
	"math/big"
	"slices"

	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/report"
)

func (t *table) questions() []report.TeamQuestion {
	list := []report.TeamQuestion{}
	for i := range t.Questionnaire.Questions {
		question := &t.Questionnaire.Questions[i]
		agreed := t.questionConsensus(question)
		list = append(list, report.TeamQuestion{
			Question: question.ID, Axis: report.Text(question.Axis), Measures: string(question.Measures),
			Prompt:       question.Text,
			Consensus:    agreed,
			Agreement:    agreement(agreed),
			RoleGap:      report.Nearest(t.gap(question)),
			Mean:         report.Nearest(balanced(t.sheets, t.value(question))),
			Distribution: t.distribution(question),
			Notes:        t.questionNotes(question),
		})
	}
	return list
}

// value is what an answer to the question counts; a context option without a position counts nothing.
func (t *table) value(question *questionnaire.Question) func(*answers.Sheet) *big.Rat {
	return func(sheet *answers.Sheet) *big.Rat {
		return valueIn(question, sheet, valueOf)
	}
}

func valueOf(option *questionnaire.Option) *big.Rat {
	if option.Readiness != nil {
		return option.Readiness
	}
	return option.Position
}

func (t *table) questionConsensus(question *questionnaire.Question) *float64 {
	given, possible := t.values(question)
	return consensus(given, spanOf(possible))
}

// values are those of the answers given, and those of all options.
func (t *table) values(question *questionnaire.Question) (given, possible []*big.Rat) {
	for i := range question.Options {
		if value := valueOf(&question.Options[i]); value != nil {
			possible = append(possible, value)
		}
	}
	for _, sheet := range t.sheets {
		if value := t.value(question)(sheet); value != nil {
			given = append(given, value)
		}
	}
	return given, possible
}

// gap is the widest distance between the means of two roles that are heard; nil with fewer than two.
func (t *table) gap(question *questionnaire.Question) *big.Rat {
	value := t.value(question)
	var means []*big.Rat
	for _, role := range t.heard(func(sheet *answers.Sheet) bool { return value(sheet) != nil }) {
		if mean := balanced(of(role, t.sheets), value); mean != nil {
			means = append(means, mean)
		}
	}
	return gapOf(means)
}

// distribution counts every option, also one that nobody chose: an empty middle between two camps tells most.
func (t *table) distribution(question *questionnaire.Question) []report.Vote {
	votes := []report.Vote{}
	for i := range question.Options {
		option := &question.Options[i]
		votes = append(votes, report.Vote{
			Option: report.Text(option.ID), Status: string(answers.Answered), Text: option.Text,
			Count: t.count(chose(question, option)),
		})
	}
	for _, status := range []answers.Status{answers.DontKnow, answers.NotApplicable, answers.Skipped} {
		is := func(sheet *answers.Sheet) bool { return sheet.Get(question.ID).Status == status }
		if count := t.count(is); count > 0 {
			votes = append(votes, report.Vote{
				Status: string(status), Text: report.StatusWord(string(status)), Count: count,
			})
		}
	}
	return votes
}

func (t *table) count(is func(*answers.Sheet) bool) int {
	count := 0
	for _, sheet := range t.sheets {
		if is(sheet) {
			count++
		}
	}
	return count
}

// questionNotes are in the order of their text: the place of a note in the list tells nothing about who wrote it.
func (t *table) questionNotes(question *questionnaire.Question) []string {
	notes := []string{}
	for _, sheet := range t.sheets {
		answer := sheet.Get(question.ID)
		for _, text := range []string{answer.Reason, answer.Note} {
			if text != "" {
				notes = append(notes, t.attributed(sheet, text))
			}
		}
	}
	slices.Sort(notes)
	return notes
}

func (t *table) attributed(sheet *answers.Sheet, text string) string {
	if !t.Names || sheet.Respondent.Name == "" {
		return text
	}
	return fmt.Sprintf("%s: %s", sheet.Respondent.Name, text)
}

package team

import (
	"fmt"
	"math/big"
	"slices"

	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/report"
)

// buildQuestions adds to each question what the group says about it.
func (b *builder) buildQuestions(built []report.Answer) []Question {
	list := []Question{}
	for i := range built {
		asked, question := &built[i], &b.Questionnaire.Questions[i]
		agreed := b.questionConsensus(question)
		list = append(list, Question{
			ID: asked.Question, Title: asked.Title, Axis: asked.Axis, Measures: asked.Measures, Kind: asked.Kind,
			Critical: asked.Critical, Many: question.Many, Prompt: asked.Prompt, Weights: asked.Weights,
			Consensus:    agreed,
			Agreement:    agreementWord(agreed),
			RoleGap:      report.Nearest(b.roleGap(question)),
			Mean:         report.Nearest(balancedMean(b.Sheets, b.answerValue(question))),
			Distribution: b.countAnswers(question),
			Notes:        b.questionNotes(question),
		})
	}
	return list
}

// answerValue is what an answer to the question counts; a context option without a position counts nothing.
func (b *builder) answerValue(question *questionnaire.Question) func(*answers.Sheet) *big.Rat {
	if question.Many {
		return levelOf(question)
	}
	return chosenValue(question, valueOf)
}

func valueOf(option *questionnaire.Option) *big.Rat {
	if option.Readiness != nil {
		return option.Readiness
	}
	return option.Position
}

func (b *builder) questionConsensus(question *questionnaire.Question) *float64 {
	given, possible := b.givenAndPossible(question)
	return consensus(given, spanOf(possible))
}

// givenAndPossible are those of the answers given, and those of all options.
func (b *builder) givenAndPossible(question *questionnaire.Question) (given, possible []*big.Rat) {
	if question.Many {
		possible = []*big.Rat{new(big.Rat), big.NewRat(questionnaire.TopLevel, 1)}
	}
	for i := range question.Options {
		if value := valueOf(&question.Options[i]); value != nil {
			possible = append(possible, value)
		}
	}
	for _, sheet := range b.Sheets {
		if value := b.answerValue(question)(sheet); value != nil {
			given = append(given, value)
		}
	}
	return given, possible
}

// roleGap is the largest distance between the means of two measurable roles; nil with fewer than two.
func (b *builder) roleGap(question *questionnaire.Question) *big.Rat {
	value := b.answerValue(question)
	var means []*big.Rat
	for _, role := range b.measurableRoles(func(sheet *answers.Sheet) bool { return value(sheet) != nil }) {
		if mean := balancedMean(sheetsOf(role, b.Sheets), value); mean != nil {
			means = append(means, mean)
		}
	}
	return gapOf(means)
}

// countAnswers counts every option, even one that nobody chose: an empty middle between two camps matters most.
func (b *builder) countAnswers(question *questionnaire.Question) []AnswerCount {
	votes := []AnswerCount{}
	for i := range question.Options {
		option := &question.Options[i]
		votes = append(votes, AnswerCount{
			Option: report.Text(option.ID), Status: string(answers.Answered), Text: option.Text,
			Count: b.countSheets(choseOption(question, option)),
		})
	}
	if count := b.countSheets(choseNothing(question)); count > 0 {
		votes = append(votes, AnswerCount{Status: string(answers.Answered), Text: "none of them", Count: count})
	}
	for _, status := range []answers.Status{answers.DontKnow, answers.NotApplicable, answers.Skipped} {
		if count := b.countSheets(saysStatus(question.ID, status)); count > 0 {
			votes = append(votes, AnswerCount{
				Status: string(status), Text: report.StatusWord(string(status)), Count: count,
			})
		}
	}
	if count := b.countSheets(func(sheet *answers.Sheet) bool { return sheet.Get(question.ID).NotAsked }); count > 0 {
		votes = append(votes, AnswerCount{Status: string(answers.NotApplicable), NotAsked: true, Text: "not asked", Count: count})
	}
	return votes
}

// saysStatus reports a sheet with a status of its own: one of whom the question is not asked says nothing about it.
func saysStatus(question string, status answers.Status) func(*answers.Sheet) bool {
	return func(sheet *answers.Sheet) bool {
		answer := sheet.Get(question)
		return answer.Status == status && !answer.NotAsked
	}
}

// choseNothing reports a sheet with an empty list.
func choseNothing(question *questionnaire.Question) func(*answers.Sheet) bool {
	return func(sheet *answers.Sheet) bool {
		list := sheet.Get(question.ID).List
		return list != nil && len(list.Options) == 0
	}
}

func (b *builder) countSheets(is func(*answers.Sheet) bool) int {
	count := 0
	for _, sheet := range b.Sheets {
		if is(sheet) {
			count++
		}
	}
	return count
}

// questionNotes returns notes sorted by their text, so that the position of a note does not reveal who wrote it.
func (b *builder) questionNotes(question *questionnaire.Question) []string {
	notes := []string{}
	for _, sheet := range b.Sheets {
		answer := sheet.Get(question.ID)
		if answer.NotAsked {
			continue // Its reason is in other answers.
		}
		for _, text := range []string{answer.Reason, answer.Note} {
			if text != "" {
				notes = append(notes, b.nameNote(sheet, text))
			}
		}
	}
	slices.Sort(notes)
	return notes
}

func (b *builder) nameNote(sheet *answers.Sheet, text string) string {
	if !b.Names || sheet.Respondent.Name == "" {
		return text
	}
	return fmt.Sprintf("%s: %s", sheet.Respondent.Name, text)
}

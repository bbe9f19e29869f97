package team

import (
	"math/big"
	"slices"

	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/score"
)

// combinedID is the id of the option that stands for a group's answer; no file can use it.
const combinedID = "(combined)"

// combination is what a group says as if it were one respondent.
type combination struct {
	// result follows from the role-balanced means of the answers.
	result score.Result
	// nearest has, for each question, the option nearest to the group's answer: conditions test options.
	nearest *answers.Sheet
}

// combineSheets scores the role-balanced answers with the formulas of package score: every question gets an extra option with
// the means, and the group chooses it. A question counts as answered if anybody answered it.
func combineSheets(q *questionnaire.Questionnaire, sheets []*answers.Sheet) combination {
	widened := *q
	widened.Questions = slices.Clone(q.Questions)
	chosen := &answers.Sheet{Questionnaire: q.ID, Answers: map[string]answers.Answer{}}
	nearest := &answers.Sheet{Questionnaire: q.ID, Answers: map[string]answers.Answer{}}
	for i := range widened.Questions {
		question := &widened.Questions[i]
		status := combinedStatus(question, sheets)
		chosen.Answers[question.ID] = answers.Answer{Status: status, Source: answers.Person}
		nearest.Answers[question.ID] = chosen.Answers[question.ID]
		if status != answers.Answered {
			continue
		}
		option := combinedOption(question, sheets)
		nearest.Answers[question.ID] = answers.Answer{
			Status: status, Option: nearestOption(question, &option, sheets), Source: answers.Person,
		}
		chosen.Answers[question.ID] = answers.Answer{Status: status, Option: combinedID, Source: answers.Person}
		question.Options = append(slices.Clone(question.Options), option)
	}
	return combination{result: score.Score(&widened, chosen), nearest: nearest}
}

// combinedStatus is the strongest status of anybody: an answer, then not knowing, then not applicable.
func combinedStatus(question *questionnaire.Question, sheets []*answers.Sheet) answers.Status {
	for _, status := range []answers.Status{answers.Answered, answers.DontKnow, answers.NotApplicable} {
		if slices.ContainsFunc(sheets, func(sheet *answers.Sheet) bool { return sheet.Get(question.ID).Status == status }) {
			return status
		}
	}
	return answers.Skipped
}

// combinedOption is the option with the role-balanced means of the chosen options' values.
func combinedOption(question *questionnaire.Question, sheets []*answers.Sheet) questionnaire.Option {
	option := questionnaire.Option{
		ID: combinedID,
		Position: balancedMean(sheets, func(sheet *answers.Sheet) *big.Rat {
			return valueIn(question, sheet, func(o *questionnaire.Option) *big.Rat { return o.Position })
		}),
		Readiness: balancedMean(sheets, func(sheet *answers.Sheet) *big.Rat {
			return valueIn(question, sheet, func(o *questionnaire.Option) *big.Rat { return o.Readiness })
		}),
	}
	for _, axis := range flooredAxes(question, sheets) {
		level := balancedMean(sheets, func(sheet *answers.Sheet) *big.Rat {
			return valueIn(question, sheet, func(o *questionnaire.Option) *big.Rat { return floorOn(o, axis) })
		})
		option.Floors = append(option.Floors, questionnaire.Floor{Axis: axis, Level: level})
	}
	return option
}

// valueIn returns a value of the option that a sheet chose; nil if it chose none.
func valueIn(
	question *questionnaire.Question, sheet *answers.Sheet, value func(*questionnaire.Option) *big.Rat,
) *big.Rat {
	answer := sheet.Get(question.ID)
	if answer.Status != answers.Answered {
		return nil
	}
	return value(question.Option(answer.Option))
}

// flooredAxes returns the axes on which at least one chosen option names a floor, by id.
func flooredAxes(question *questionnaire.Question, sheets []*answers.Sheet) []string {
	var axes []string
	for _, sheet := range sheets {
		answer := sheet.Get(question.ID)
		if answer.Status != answers.Answered {
			continue
		}
		for _, floor := range question.Option(answer.Option).Floors {
			axes = append(axes, floor.Axis)
		}
	}
	slices.Sort(axes)
	return slices.Compact(axes)
}

// floorOn is the floor that an option names on an axis, 0 for none: those who see no need count too.
func floorOn(option *questionnaire.Option, axis string) *big.Rat {
	for _, floor := range option.Floors {
		if floor.Axis == axis {
			return floor.Level
		}
	}
	return new(big.Rat)
}

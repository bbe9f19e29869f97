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

// Combine scores what a group says as if it were one respondent. How the group works, what is wanted and
// readiness are means of role means; of limits the strictest that anyone names holds, and of floors the highest. The
// weakest answer, the unmet ones and the state are of the lowest that anyone gave: a mean would offset somebody's zero.
func Combine(q *questionnaire.Questionnaire, sheets []*answers.Sheet) score.Result {
	whole, lowest := score.Score(asOne(q, sheets, meanLevel)), score.Figures(asOne(q, sheets, lowestLevel))
	for i, axis := range whole.Checked() {
		axis.Weakest = lowest.Checked()[i].Weakest
	}
	switch {
	case whole.Leaning != nil:
		whole.Leaning.Weakest, whole.Leaning.Unmet, whole.Leaning.Robustness = lowest.Weakest(), lowest.Unmet(), nil
		nameLimits(q, sheets, whole.Leaning)
	case whole.Readiness != nil:
		r, l := whole.Readiness, lowest.Readiness
		r.Weakest, r.Unmet, r.State = l.Weakest, l.Unmet, l.State
		r.CriticalUnmet, r.CriticalUnknown, r.FarBelow = l.CriticalUnmet, l.CriticalUnknown, l.FarBelow
	}
	return whole
}

// nameLimits names the options that somebody chose in the limits of a group.
func nameLimits(q *questionnaire.Questionnaire, sheets []*answers.Sheet, whole *score.Leaning) {
	for i := range whole.Axes {
		axis := &whole.Axes[i]
		axis.HeldBy = chosenLimits(q, sheets, axis.ID, axis.HeldBy)
		axis.ClashBy = chosenLimits(q, sheets, axis.ID, axis.ClashBy)
		if axis.BeyondLimit != nil {
			axis.BeyondLimit.By = chosenLimits(q, sheets, axis.ID, axis.BeyondLimit.By)
		}
	}
}

// readinessOf is the readiness of a group on each axis, by id; nil where its answers do not carry a value.
func readinessOf(q *questionnaire.Questionnaire, sheets []*answers.Sheet) map[string]*big.Rat {
	readiness := map[string]*big.Rat{}
	for _, axis := range score.Figures(asOne(q, sheets, meanLevel)).Checked() {
		readiness[axis.ID] = axis.Readiness.Value
	}
	return readiness
}

// practiceOf is the practice of a group on each axis, by id; nil where its answers do not carry a value.
func practiceOf(q *questionnaire.Questionnaire, sheets []*answers.Sheet) map[string]*big.Rat {
	practice := map[string]*big.Rat{}
	for _, axis := range score.Figures(asOne(q, sheets, meanLevel)).Leaning.Axes {
		practice[axis.ID] = axis.Practice.Value
	}
	return practice
}

// asOne returns a questionnaire in which every question has one more option, which carries what the group says, and a sheet that
// chooses it, so that the formulas stay in package score. A question counts as answered when anybody answered it.
func asOne(
	q *questionnaire.Questionnaire, sheets []*answers.Sheet, level func([]*answers.Sheet, *questionnaire.Question) *big.Rat,
) (*questionnaire.Questionnaire, *answers.Sheet) {
	widened := *q
	widened.Questions = slices.Clone(q.Questions)
	sheet := &answers.Sheet{Questionnaire: q.ID, Answers: map[string]answers.Answer{}}
	for i := range widened.Questions {
		question := &widened.Questions[i]
		answer := answers.Answer{
			Status: combinedStatus(sheets, question.ID), NotAsked: isUnasked(sheets, question.ID), Source: answers.Person,
		}
		if answer.Status == answers.Answered {
			option := combinedOption(sheets, question)
			option.Readiness = level(sheets, question)
			question.Options, question.Many = append(slices.Clone(question.Options), option), false
			answer.Option = combinedID
		}
		sheet.Answers[question.ID] = answer
	}
	return &widened, sheet
}

// combinedStatus is the strongest status of anybody: an answer, then not knowing, then not applicable. Somebody of whom the question
// is not asked says nothing about it, unless it is asked of nobody.
func combinedStatus(sheets []*answers.Sheet, question string) answers.Status {
	if isUnasked(sheets, question) {
		return answers.NotApplicable
	}
	for _, status := range []answers.Status{answers.Answered, answers.DontKnow, answers.NotApplicable} {
		if slices.ContainsFunc(sheets, saysStatus(question, status)) {
			return status
		}
	}
	return answers.Skipped
}

// isUnasked reports that a question is asked of nobody, because of other answers.
func isUnasked(sheets []*answers.Sheet, question string) bool {
	return !slices.ContainsFunc(sheets, func(sheet *answers.Sheet) bool { return !sheet.Get(question).NotAsked })
}

// combinedOption is what a group answers to a question, but for its readiness.
func combinedOption(sheets []*answers.Sheet, question *questionnaire.Question) questionnaire.Option {
	option := questionnaire.Option{ID: combinedID, Position: balancedMean(sheets, chosenValue(question, positionOf))}
	for _, chosen := range chosenOptions(sheets, question) {
		for _, floor := range chosen.Floors {
			option.Floors = withHighest(option.Floors, floor)
		}
		for _, bound := range chosen.Allows {
			option.Allows = withStrictest(option.Allows, bound)
		}
	}
	return option
}

func meanLevel(sheets []*answers.Sheet, question *questionnaire.Question) *big.Rat {
	return balancedMean(sheets, levelOf(question))
}

// levelOf is the level of what a sheet answers; nil for none.
func levelOf(question *questionnaire.Question) func(*answers.Sheet) *big.Rat {
	return func(sheet *answers.Sheet) *big.Rat { return score.LevelOf(question, sheet.Get(question.ID)) }
}

func lowestLevel(sheets []*answers.Sheet, question *questionnaire.Question) *big.Rat {
	var lowest *big.Rat
	for _, sheet := range sheets {
		lowest = score.Least(lowest, levelOf(question)(sheet))
	}
	return lowest
}

func positionOf(option *questionnaire.Option) *big.Rat { return option.Position }

// chosenValue is a value of the option that a sheet chose for a question; nil where it chose none, or one without that value.
func chosenValue(
	question *questionnaire.Question, value func(*questionnaire.Option) *big.Rat,
) func(*answers.Sheet) *big.Rat {
	return func(sheet *answers.Sheet) *big.Rat {
		if answer := sheet.Get(question.ID); answer.Status == answers.Answered && answer.List == nil {
			return value(question.Option(answer.Option))
		}
		return nil
	}
}

// chosenOptions are the options of a question that at least one person chose, in file order.
func chosenOptions(sheets []*answers.Sheet, question *questionnaire.Question) []*questionnaire.Option {
	var chosen []*questionnaire.Option
	for i := range question.Options {
		if option := &question.Options[i]; slices.ContainsFunc(sheets, choseOption(question, option)) {
			chosen = append(chosen, option)
		}
	}
	return chosen
}

func choseOption(question *questionnaire.Question, option *questionnaire.Option) func(*answers.Sheet) bool {
	return func(sheet *answers.Sheet) bool {
		answer := sheet.Get(question.ID)
		if answer.List != nil {
			return slices.Contains(answer.List.Options, option.ID)
		}
		return answer.Status == answers.Answered && answer.Option == option.ID
	}
}

// withHighest keeps the highest floor of each axis.
func withHighest(floors []questionnaire.Floor, floor questionnaire.Floor) []questionnaire.Floor {
	for i := range floors {
		if known := &floors[i]; known.Axis == floor.Axis {
			if floor.Level.Cmp(known.Level) > 0 {
				known.Level = floor.Level
			}
			return floors
		}
	}
	return append(floors, floor)
}

// withStrictest keeps the strictest bound of each axis on each side.
func withStrictest(bounds []questionnaire.Allowance, bound questionnaire.Allowance) []questionnaire.Allowance {
	for i := range bounds {
		known := &bounds[i]
		if known.Axis != bound.Axis || (known.AtMost == nil) != (bound.AtMost == nil) {
			continue
		}
		if bound.AtMost != nil && bound.AtMost.Cmp(known.AtMost) < 0 || bound.AtLeast != nil && bound.AtLeast.Cmp(known.AtLeast) > 0 {
			*known = bound
		}
		return bounds
	}
	return append(bounds, bound)
}

// chosenLimits names the options that somebody chose in place of what stands for the group: all that set the bound in force.
func chosenLimits(q *questionnaire.Questionnaire, sheets []*answers.Sheet, axis string, limits []score.Limit) []score.Limit {
	var named []score.Limit
	for _, limit := range limits {
		for _, chosen := range chosenOptions(sheets, q.Question(limit.Question)) {
			if setsBound(chosen, axis, limit) {
				limit.Option = chosen.ID
				named = append(named, limit)
			}
		}
	}
	return named
}

func setsBound(option *questionnaire.Option, axis string, limit score.Limit) bool {
	return slices.ContainsFunc(option.Allows, func(bound questionnaire.Allowance) bool {
		return bound.Axis == axis && isSame(bound.AtMost, limit.AtMost) && isSame(bound.AtLeast, limit.AtLeast)
	})
}

func isSame(a, b *big.Rat) bool {
	if a == nil || b == nil {
		return a == b
	}
	return a.Cmp(b) == 0
}

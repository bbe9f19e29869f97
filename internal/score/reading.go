package score

import (
	"math/big"
	"slices"

	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/questionnaire"
)

// answeredQuestion is one question with what the sheet says about it.
type answeredQuestion struct {
	question *questionnaire.Question
	status   answers.Status
	// option is the chosen one; nil unless one was chosen.
	option *questionnaire.Option
	// level is that of an answer about readiness; nil for none.
	level *big.Rat
}

// answeredQuestions returns one reading for each question, in questionnaire order.
func answeredQuestions(q *questionnaire.Questionnaire, sheet *answers.Sheet) []answeredQuestion {
	readings := make([]answeredQuestion, len(q.Questions))
	for i := range q.Questions {
		question := &q.Questions[i]
		given := sheet.Get(question.ID)
		readings[i] = answeredQuestion{question: question, status: given.Status, level: LevelOf(question, given)}
		switch {
		case given.List != nil && readings[i].level == nil:
			readings[i].status = answers.NotApplicable // None of its options applies.
		case given.Status == answers.Answered && !question.Many:
			readings[i].option = question.Option(given.Option)
		}
	}
	return readings
}

// LevelOf is the level, 0..4, of an answer about readiness; nil for any other, for an unknown one, and for a list of which no
// option applies.
func LevelOf(question *questionnaire.Question, given answers.Answer) *big.Rat {
	switch {
	case given.Status != answers.Answered:
		return nil
	case given.List != nil:
		return levelOfList(question, given.List)
	}
	if option := question.Option(given.Option); option != nil {
		return option.Readiness
	}
	return nil
}

// levelOfList counts what is unknown as missing, and what does not apply not at all.
func levelOfList(question *questionnaire.Question, list *answers.List) *big.Rat {
	chosen, all := new(big.Rat), new(big.Rat)
	for i := range question.Options {
		option := &question.Options[i]
		if option.Worth == nil || list.LeavesOut(option.ID) {
			continue
		}
		all.Add(all, option.Worth)
		if slices.Contains(list.Options, option.ID) {
			chosen.Add(chosen, option.Worth)
		}
	}
	return LevelOfWorth(chosen, all)
}

// LevelOfWorth is the level, 0..4, of a list by the worth of what is chosen in that of all options that apply; nil where none does.
func LevelOfWorth(chosen, all *big.Rat) *big.Rat {
	if all.Sign() == 0 {
		return nil
	}
	level := new(big.Rat).Mul(chosen, big.NewRat(questionnaire.TopLevel, 1))
	return level.Quo(level, all)
}

func (r answeredQuestion) isAnswered() bool {
	return r.option != nil || r.level != nil
}

// isUnknown reports a question that applies and has no answer.
func (r answeredQuestion) isUnknown() bool {
	return r.isApplicable() && !r.isAnswered()
}

// isApplicable is false only for a question that was declared not applicable: dont_know and skipped still apply.
func (r answeredQuestion) isApplicable() bool {
	return r.status != answers.NotApplicable
}

// isAbout reports a question of the given kind on an axis.
func (r answeredQuestion) isAbout(measure questionnaire.Measure, axis string) bool {
	return r.question.Measures == measure && r.question.Axis == axis
}

// positionRange are the lowest and the highest position that the answer can have: one position once it is given. Both
// are nil where no option has a position.
func (r answeredQuestion) positionRange() (lowest, highest *big.Rat) {
	if r.isAnswered() {
		return r.option.Position, r.option.Position
	}
	for i := range r.question.Options {
		position := r.question.Options[i].Position
		lowest, highest = Least(lowest, position), Greatest(highest, position)
	}
	return lowest, highest
}

// floorOn is the readiness that the chosen option calls for on an axis; nil when it names none.
func (r answeredQuestion) floorOn(axis string) *big.Rat {
	if !r.isAnswered() || r.question.Measures != questionnaire.Context {
		return nil
	}
	for _, floor := range r.option.Floors {
		if floor.Axis == axis {
			return floor.Level
		}
	}
	return nil
}

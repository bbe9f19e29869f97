package score

import (
	"math/big"

	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/questionnaire"
)

// reading is one question with what the sheet says about it.
type reading struct {
	question *questionnaire.Question
	status   answers.Status
	// option is the chosen one; nil unless answered.
	option *questionnaire.Option
}

// read returns one reading for each question, in questionnaire order.
func read(q *questionnaire.Questionnaire, sheet *answers.Sheet) []reading {
	readings := make([]reading, len(q.Questions))
	for i := range q.Questions {
		question := &q.Questions[i]
		given := sheet.Get(question.ID)
		readings[i] = reading{question: question, status: given.Status}
		if given.Status == answers.Answered {
			readings[i].option = question.Option(given.Option)
		}
	}
	return readings
}

func (r reading) answered() bool {
	return r.option != nil
}

// applies is false only for a question that was declared not applicable: dont_know and skipped still apply.
func (r reading) applies() bool {
	return r.status != answers.NotApplicable
}

// about reports a question of the given kind on an axis.
func (r reading) about(measure questionnaire.Measure, axis string) bool {
	return r.question.Measures == measure && r.question.Axis == axis
}

// positions are the lowest and the highest position that the answer can have: one position once it is given.
func (r reading) positions() (lowest, highest *big.Rat) {
	if r.answered() {
		return r.option.Position, r.option.Position
	}
	for i := range r.question.Options {
		position := r.question.Options[i].Position
		if lowest == nil {
			lowest, highest = position, position
		}
		lowest, highest = lesser(lowest, position), greater(highest, position)
	}
	return lowest, highest
}

// need is the position that a context answer gives the situation; nil when it leaves the situation alone.
func (r reading) need() *big.Rat {
	if !r.answered() || r.question.Measures != questionnaire.Context {
		return nil
	}
	return r.option.Position
}

// floor is the readiness that the chosen option calls for on an axis; nil when it names none.
func (r reading) floor(axis string) *big.Rat {
	if !r.answered() || r.question.Measures != questionnaire.Context {
		return nil
	}
	for _, floor := range r.option.Floors {
		if floor.Axis == axis {
			return floor.Level
		}
	}
	return nil
}

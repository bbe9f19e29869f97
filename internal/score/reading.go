package score

import (
	"math/big"

	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/questionnaire"
)

// answeredQuestion is one question with what the sheet says about it.
type answeredQuestion struct {
	question *questionnaire.Question
	status   answers.Status
	// option is the chosen one; nil unless answered.
	option *questionnaire.Option
}

// answeredQuestions returns one reading for each question, in questionnaire order.
func answeredQuestions(q *questionnaire.Questionnaire, sheet *answers.Sheet) []answeredQuestion {
	readings := make([]answeredQuestion, len(q.Questions))
	for i := range q.Questions {
		question := &q.Questions[i]
		given := sheet.Get(question.ID)
		readings[i] = answeredQuestion{question: question, status: given.Status}
		if given.Status == answers.Answered && !question.Many {
			readings[i].option = question.Option(given.Option)
		}
	}
	return readings
}

func (r answeredQuestion) isAnswered() bool {
	return r.option != nil
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

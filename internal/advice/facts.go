package advice

import (
	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/score"
)

// Facts are what conditions are evaluated against: one sheet and its result. They are read only; several
// goroutines may share them.
type Facts struct {
	questions []questionnaire.Question
	sheet     *answers.Sheet
	leaning   *score.Leaning
	// place is where a question stands in the questionnaire.
	place map[string]int
	axes  map[string]*score.Axis
}

// NewFacts gathers what conditions can be asked of a sheet and its leaning, both made with the questionnaire.
func NewFacts(q *questionnaire.Questionnaire, sheet *answers.Sheet, leaning *score.Leaning) *Facts {
	facts := &Facts{
		questions: q.Questions,
		sheet:     sheet,
		leaning:   leaning,
		place:     make(map[string]int, len(q.Questions)),
		axes:      make(map[string]*score.Axis, len(leaning.Axes)),
	}
	for i := range q.Questions {
		facts.place[q.Questions[i].ID] = i
	}
	for i := range leaning.Axes {
		facts.axes[leaning.Axes[i].ID] = &leaning.Axes[i]
	}
	return facts
}

// status is Skipped for a question that this questionnaire does not ask.
func (f *Facts) status(question string) answers.Status {
	if _, asked := f.place[question]; !asked {
		return answers.Skipped
	}
	return f.sheet.Get(question).Status
}

// chosen returns the option that a question was answered with; nil when it is not asked or not known.
func (f *Facts) chosen(question string) *questionnaire.Option {
	place, asked := f.place[question]
	if !asked {
		return nil
	}
	answer := f.sheet.Get(question)
	if answer.Status != answers.Answered {
		return nil
	}
	return f.questions[place].Option(answer.Option)
}

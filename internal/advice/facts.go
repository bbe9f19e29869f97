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
	leaning   *score.Leaning
	asked     map[string]asked
	axes      map[string]*score.Axis
}

// asked is a question of the questionnaire and what was said to it. Conditions look at most questions several times.
type asked struct {
	// place is where the question stands in the questionnaire.
	place  int
	status answers.Status
	// option is nil unless one was chosen.
	option *questionnaire.Option
}

// NewFacts gathers what conditions can be asked of a sheet and its leaning, both made with the questionnaire.
func NewFacts(q *questionnaire.Questionnaire, sheet *answers.Sheet, leaning *score.Leaning) *Facts {
	facts := &Facts{
		questions: q.Questions,
		leaning:   leaning,
		asked:     make(map[string]asked, len(q.Questions)),
		axes:      make(map[string]*score.Axis, len(leaning.Axes)),
	}
	for i := range q.Questions {
		question := &q.Questions[i]
		answer := sheet.Get(question.ID)
		said := asked{place: i, status: answer.Status}
		if answer.Status == answers.Answered {
			said.option = question.Option(answer.Option)
		}
		facts.asked[question.ID] = said
	}
	for i := range leaning.Axes {
		facts.axes[leaning.Axes[i].ID] = &leaning.Axes[i]
	}
	return facts
}

// status is Skipped for a question that this questionnaire does not ask.
func (f *Facts) status(question string) answers.Status {
	if said, ok := f.asked[question]; ok {
		return said.status
	}
	return answers.Skipped
}

// chosen returns the option that a question was answered with; nil when it is not asked or not known.
func (f *Facts) chosen(question string) *questionnaire.Option {
	return f.asked[question].option
}

package advice

import (
	"math/big"
	"slices"

	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/condition"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/score"
)

// Facts are what conditions are evaluated against: one sheet and its result. They are read only; several
// goroutines may share them.
type Facts struct {
	questions []questionnaire.Question
	result    score.Result
	// checked are the axes by how ready the service is on them.
	checked []*score.AxisReadiness
	asked   map[string]asked
	figures condition.Figures
}

// asked is a question of the questionnaire and what was said to it. Conditions look at most questions several times.
type asked struct {
	// place is where the question stands in the questionnaire.
	place  int
	status answers.Status
	// options are the chosen ones; nil for none.
	options []string
	// level is that of an answer about readiness; nil for none.
	level *big.Rat
}

// NewFacts gathers what conditions can be asked of a sheet and its result, both made with the questionnaire.
func NewFacts(q *questionnaire.Questionnaire, sheet *answers.Sheet, result score.Result) *Facts {
	facts := &Facts{
		questions: q.Questions,
		result:    result,
		checked:   result.Checked(),
		asked:     make(map[string]asked, len(q.Questions)),
		figures:   figuresOf(result),
	}
	dontKnows := map[string]int{}
	chosen := make([]string, len(q.Questions)) // Kept together: there are very many sheets.
	for i := range q.Questions {
		question := &q.Questions[i]
		answer := sheet.Get(question.ID)
		said := asked{place: i, status: answer.Status, level: score.LevelOf(question, answer)}
		switch {
		case answer.List != nil:
			said.options = answer.List.Options
			if said.level == nil {
				said.status = answers.NotApplicable
			}
		case answer.Status == answers.Answered:
			chosen[i] = answer.Option
			said.options = chosen[i : i+1 : i+1]
		case answer.Status == answers.DontKnow:
			dontKnows[condition.Overall]++
			dontKnows[question.Axis]++
		}
		facts.asked[question.ID] = said
	}
	facts.figures.Overall[condition.DontKnows] = condition.Count(new(dontKnows[condition.Overall]))
	for i := range facts.figures.Axes {
		axis := &facts.figures.Axes[i]
		axis.Numbers[condition.DontKnows] = condition.Count(new(dontKnows[axis.ID]))
	}
	return facts
}

// Figures returns the figures; callers must not modify them.
func (f *Facts) Figures() *condition.Figures { return &f.figures }

// Answer says how a question was answered; the zero Answer stands for one that this questionnaire does not ask. Silence is not
// safer than an honest "don't know": both are unknown.
func (f *Facts) Answer(question string) condition.Answer {
	said, isAsked := f.asked[question]
	if said.status != answers.Answered {
		return condition.Answer{Unknown: isAsked && said.status != answers.NotApplicable}
	}
	return condition.Answer{Options: said.options, Level: said.level, Unmet: f.isBelowFloor(question)}
}

// isBelowFloor reports a readiness answer whose level is known and lies below the floor of its axis.
func (f *Facts) isBelowFloor(question string) bool {
	return slices.ContainsFunc(f.result.Unmet(), func(u score.Unmet) bool { return u.Question == question && u.Level != nil })
}

// definition is the row of a metric as it is for the kind of questionnaire.
func (f *Facts) definition(metric condition.Metric) condition.Definition {
	if f.result.Readiness != nil {
		return metric.DefinitionOfPoints()
	}
	return metric.Definition()
}

// status is Skipped for a question that this questionnaire does not ask.
func (f *Facts) status(question string) answers.Status {
	if said, ok := f.asked[question]; ok {
		return said.status
	}
	return answers.Skipped
}

func isOverall(axis string) bool { return axis == condition.Overall || axis == "" }

// isOn reports whether a question belongs to an axis; every question belongs to overall.
func isOn(question *questionnaire.Question, axis string) bool {
	return isOverall(axis) || question.Axis == axis
}

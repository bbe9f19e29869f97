package methodology

import (
	"math/big"
	"slices"

	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/report"
	"github.com/opsfit/opsfit/internal/score"
)

// stateSteps works out the state of the example checklist: the floors, each point beside its floor, and the state.
func (b *builder) stateSteps() []Step {
	result := b.checklist.result.Readiness
	if result == nil {
		return nil
	}
	var steps []Step
	for i := range result.Axes {
		axis := &result.Axes[i]
		steps = append(steps, Step{"Floor of " + b.checklist.q.Axis(axis.ID).Title, "", formatResult(axis.Floor)})
	}
	for i := range b.checklist.q.Questions {
		if question := &b.checklist.q.Questions[i]; question.Measures == questionnaire.Readiness {
			steps = append(steps, b.pointStep(question, result.Unmet))
		}
	}
	return append(steps, Step{"State", "", report.StateWord(report.Text(result.State))})
}

// pointStep is one point with its level, and whether that is enough.
func (b *builder) pointStep(question *questionnaire.Question, unmet []score.Unmet) Step {
	given := b.checklist.sheet.Get(question.ID)
	if given.NotAsked {
		return Step{question.Title, "", "not asked"}
	}
	step := Step{question.Title, workOutList(question, given.List), "unknown"}
	if level := score.LevelOf(question, given); level != nil {
		step.Result = formatResult(level)
	}
	if question.Critical {
		step.Name += " (critical)"
	}
	if slices.ContainsFunc(unmet, func(u score.Unmet) bool { return u.Question == question.ID }) {
		step.Result += ", unmet"
	}
	return step
}

// workOutList writes the level of a list in figures: "4 * (2 + 1) / (2 + 1 + 1)"; empty for any other answer.
func workOutList(question *questionnaire.Question, list *answers.List) string {
	if list == nil {
		return ""
	}
	var chosen, all []string
	for i := range question.Options {
		if option := &question.Options[i]; option.Worth != nil {
			all = append(all, formatExact(option.Worth))
			if slices.Contains(list.Options, option.ID) {
				chosen = append(chosen, formatExact(option.Worth))
			}
		}
	}
	if chosen == nil {
		chosen = []string{formatExact(new(big.Rat))}
	}
	return "4 * " + inBrackets(chosen) + " / " + inBrackets(all)
}

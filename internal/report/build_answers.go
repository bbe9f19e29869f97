package report

import (
	"cmp"

	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/exact"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/score"
)

func (b builder) answers() []Answer {
	built := []Answer{}
	for i := range b.run.Questionnaire.Questions {
		built = append(built, b.answer(&b.run.Questionnaire.Questions[i]))
	}
	return built
}

func (b builder) answer(question *questionnaire.Question) Answer {
	given := b.run.Sheet.Get(question.ID)
	answer := Answer{
		Question: question.ID, Title: question.Title, Axis: Text(question.Axis), Measures: string(question.Measures),
		Kind: string(question.Kind), Critical: question.Critical, NotAsked: given.NotAsked,
		Status: string(given.Status), Reason: Text(given.Reason), Note: Text(cmp.Or(given.Note, given.Reason)),
		Evidence: Text(given.Evidence),
		Source:   string(given.Source), Prompt: question.Text, Weights: b.weights(question), Reviewed: Text(given.Reviewed),
	}
	switch {
	case question.Many:
		answer.addList(question, given.List)
		answer.Value = Nearest(score.LevelOf(question, given))
	case given.Status == answers.Answered:
		option := question.Option(given.Option)
		answer.Option, answer.Text, answer.Value = Text(option.ID), Text(option.Text), b.value(question, option)
	}
	return answer
}

func (b builder) weights(question *questionnaire.Question) map[string]float64 {
	weights := map[string]float64{}
	for i := range b.run.Questionnaire.Axes {
		axis := b.run.Questionnaire.Axes[i].ID
		if weight := question.WeightOn(axis); weight != nil {
			weights[axis] = exact.Float(weight)
		}
	}
	return weights
}

func (b builder) value(question *questionnaire.Question, option *questionnaire.Option) *float64 {
	switch question.Measures {
	case questionnaire.Lean, questionnaire.Context:
		return Nearest(option.Position)
	case questionnaire.Readiness:
		return Nearest(option.Readiness)
	case questionnaire.Outcome:
		for _, metric := range b.run.Score.Quadrant.Metrics {
			if metric.ID == question.ID {
				return Nearest(metric.Value)
			}
		}
	}
	return nil
}

package methodology

import (
	"embed"
	"fmt"
	"math/big"

	"github.com/opsfit/opsfit/internal/advice"
	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/score"
)

// files are the questionnaires of the examples and the answers to them, and some answers to the shipped metrics.
//
//go:embed example*.yaml
var files embed.FS

// scoredExample is an answers file with everything that the program computes from it.
type scoredExample struct {
	q       *questionnaire.Questionnaire
	sheet   *answers.Sheet
	result  score.Result
	leaning *score.Leaning
	advice  advice.Result
}

// loadExample returns a questionnaire of the examples. An error means that the program was built from a faulty file.
func loadExample(name string) (*questionnaire.Questionnaire, error) {
	text, err := files.ReadFile(name)
	if err != nil {
		return nil, err
	}
	q, found := questionnaire.Load(questionnaire.Source{Name: name, Bytes: text}, nil)
	if q == nil {
		return nil, fmt.Errorf("the example of the method: %w", found)
	}
	return q, nil
}

// scoreExample scores one of the answers files.
func scoreExample(q *questionnaire.Questionnaire, name string) (scoredExample, error) {
	text, err := files.ReadFile(name)
	if err != nil {
		return scoredExample{}, err
	}
	file, found := answers.Parse(name, text)
	if file == nil {
		return scoredExample{}, fmt.Errorf("the example of the method: %w", found)
	}
	sheet, found := file.Check(q)
	if sheet == nil {
		return scoredExample{}, fmt.Errorf("the example of the method: %w", found)
	}
	result := score.Score(q, sheet)
	return scoredExample{
		q: q, sheet: sheet, result: result, leaning: result.Leaning, advice: advice.Advise(q, sheet, result),
	}, nil
}

// axisResult returns the result on an axis that the example has.
func (e scoredExample) axisResult(id string) *score.Axis {
	for i := range e.leaning.Axes {
		if e.leaning.Axes[i].ID == id {
			return &e.leaning.Axes[i]
		}
	}
	return &score.Axis{}
}

// chosenOption returns the option that a question was answered with; nil unless answered.
func (e scoredExample) chosenOption(question *questionnaire.Question) *questionnaire.Option {
	given := e.sheet.Get(question.ID)
	if given.Status != answers.Answered {
		return nil
	}
	return question.Option(given.Option)
}

// questionsAbout returns the questions of a measure on an axis that apply, in the order of the questionnaire.
func (e scoredExample) questionsAbout(measure questionnaire.Measure, axis string) []*questionnaire.Question {
	var list []*questionnaire.Question
	for i := range e.q.Questions {
		question := &e.q.Questions[i]
		if question.Measures == measure && question.Axis == axis && e.sheet.Get(question.ID).Status != answers.NotApplicable {
			list = append(list, question)
		}
	}
	return list
}

// axisTerms returns the terms of a mean over the axes that have a value.
func (e scoredExample) axisTerms(value func(*score.Axis) *big.Rat) []term {
	var terms []term
	for i := range e.leaning.Axes {
		if found := value(&e.leaning.Axes[i]); found != nil {
			terms = append(terms, term{e.leaning.Axes[i].Weight, found})
		}
	}
	return terms
}

// overallMean writes the mean over the axes that have a value.
func (e scoredExample) overallMean(value func(*score.Axis) *big.Rat) string {
	return formatMean(e.axisTerms(value))
}

// axisSteps makes a step for each axis.
func (e scoredExample) axisSteps(step func(*score.Axis) (working, result string)) []Step {
	var steps []Step
	for i := range e.leaning.Axes {
		axis := &e.leaning.Axes[i]
		working, result := step(axis)
		steps = append(steps, Step{e.axisTitle(axis), working, result})
	}
	return steps
}

// axisTitle is the title of an axis.
func (e scoredExample) axisTitle(axis *score.Axis) string { return e.q.Axis(axis.ID).Title }

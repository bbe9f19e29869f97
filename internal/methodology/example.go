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

// files are the questionnaire of the example and the answers to it, and some answers to the shipped metrics.
//
//go:embed example.yaml example_answers.yaml example_edge.yaml example_dora.yaml
var files embed.FS

// worked is one answers file with all that the program makes of it.
type worked struct {
	q       *questionnaire.Questionnaire
	sheet   *answers.Sheet
	result  score.Result
	leaning *score.Leaning
	advice  advice.Result
}

// loadExample returns the questionnaire of the example. An error means that the program was built from a faulty file.
func loadExample() (*questionnaire.Questionnaire, error) {
	const name = "example.yaml"
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

// work runs the program on one of the answers files.
func work(q *questionnaire.Questionnaire, name string) (worked, error) {
	text, err := files.ReadFile(name)
	if err != nil {
		return worked{}, err
	}
	file, found := answers.Parse(name, text)
	if file == nil {
		return worked{}, fmt.Errorf("the example of the method: %w", found)
	}
	sheet, found := file.Check(q)
	if sheet == nil {
		return worked{}, fmt.Errorf("the example of the method: %w", found)
	}
	result := score.Score(q, sheet)
	return worked{
		q: q, sheet: sheet, result: result, leaning: result.Leaning, advice: advice.Advise(q, sheet, result),
	}, nil
}

// axis returns the result on an axis that the example has.
func (w worked) axis(id string) *score.Axis {
	for i := range w.leaning.Axes {
		if w.leaning.Axes[i].ID == id {
			return &w.leaning.Axes[i]
		}
	}
	return &score.Axis{}
}

// chosen returns the option that a question was answered with; nil unless answered.
func (w worked) chosen(question *questionnaire.Question) *questionnaire.Option {
	given := w.sheet.Get(question.ID)
	if given.Status != answers.Answered {
		return nil
	}
	return question.Option(given.Option)
}

// about returns the questions of a measure on an axis that apply, in the order of the questionnaire.
func (w worked) about(measure questionnaire.Measure, axis string) []*questionnaire.Question {
	var list []*questionnaire.Question
	for i := range w.q.Questions {
		question := &w.q.Questions[i]
		if question.Measures == measure && question.Axis == axis && w.sheet.Get(question.ID).Status != answers.NotApplicable {
			list = append(list, question)
		}
	}
	return list
}

// axisTerms are the terms of a mean over the axes that have a value.
func (w worked) axisTerms(value func(*score.Axis) *big.Rat) []term {
	var terms []term
	for i := range w.leaning.Axes {
		if found := value(&w.leaning.Axes[i]); found != nil {
			terms = append(terms, term{w.leaning.Axes[i].Weight, found})
		}
	}
	return terms
}

// overall writes the mean over the axes that have a value.
func (w worked) overall(value func(*score.Axis) *big.Rat) string { return meanOf(w.axisTerms(value)) }

// axisSteps makes a step for each axis.
func (w worked) axisSteps(step func(*score.Axis) (working, result string)) []Step {
	var steps []Step
	for i := range w.leaning.Axes {
		axis := &w.leaning.Axes[i]
		working, result := step(axis)
		steps = append(steps, Step{w.name(axis), working, result})
	}
	return steps
}

// name is the title of an axis.
func (w worked) name(axis *score.Axis) string { return w.q.Axis(axis.ID).Title }

package score_test

import (
	"maps"
	"math/big"
	"slices"

	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/questionnaire"
)

// rat reads an exact number such as -2/3 or 0.5.
func rat(text string) *big.Rat {
	number, ok := new(big.Rat).SetString(text)
	if !ok {
		panic("not a number: " + text)
	}
	return number
}

func axis(id, weight string) questionnaire.Axis {
	return questionnaire.Axis{ID: id, Weight: rat(weight)}
}

// lean makes a style question whose option ids are its positions.
func lean(id, axis, weight string, positions ...string) questionnaire.Question {
	question := questionnaire.Question{ID: id, Axis: axis, Measures: questionnaire.Lean, Weight: rat(weight), AllowNA: true}
	for _, position := range positions {
		question.Options = append(question.Options, questionnaire.Option{ID: position, Position: rat(position)})
	}
	return question
}

// context makes a context question whose option ids are its positions, besides one option without: "none".
func context(id string, affects map[string]string, positions ...string) questionnaire.Question {
	question := questionnaire.Question{ID: id, Measures: questionnaire.Context, Kind: questionnaire.Need, Weight: rat("1"), AllowNA: true}
	for _, axis := range slices.Sorted(maps.Keys(affects)) {
		question.Affects = append(question.Affects, questionnaire.Affect{Axis: axis, Weight: rat(affects[axis])})
	}
	for _, position := range positions {
		question.Options = append(question.Options, questionnaire.Option{ID: position, Position: rat(position)})
	}
	question.Options = append(question.Options, questionnaire.Option{ID: "none"})
	return question
}

// need is a context question about one axis.
func need(id, axis string, positions ...string) questionnaire.Question {
	return context(id, map[string]string{axis: "1"}, positions...)
}

// readiness makes a readiness question whose option ids are its levels.
func readiness(id, axis string) questionnaire.Question {
	question := questionnaire.Question{ID: id, Axis: axis, Measures: questionnaire.Readiness, Weight: rat("1"), AllowNA: true}
	for _, level := range []string{"0", "1", "2", "3", "4"} {
		question.Options = append(question.Options, questionnaire.Option{ID: level, Readiness: rat(level)})
	}
	return question
}

func weighing(question questionnaire.Question, weight string) questionnaire.Question {
	question.Weight = rat(weight)
	return question
}

// calling adds the floors to the option with the given id.
func calling(question questionnaire.Question, option string, floors map[string]string) questionnaire.Question {
	for _, axis := range slices.Sorted(maps.Keys(floors)) {
		chosen := question.Option(option)
		chosen.Floors = append(chosen.Floors, questionnaire.Floor{Axis: axis, Level: rat(floors[axis])})
	}
	return question
}

func asking(axes []questionnaire.Axis, questions ...questionnaire.Question) *questionnaire.Questionnaire {
	return &questionnaire.Questionnaire{ID: "test", Verdict: questionnaire.Leaning, Axes: axes, Questions: questions}
}

// sheet makes a sheet from option ids and the words of the other states; a question left out is skipped.
func sheet(given map[string]string) *answers.Sheet {
	made := &answers.Sheet{Answers: make(map[string]answers.Answer, len(given))}
	for question, word := range given {
		switch status := answers.Status(word); status {
		case answers.DontKnow, answers.NotApplicable, answers.Skipped:
			made.Answers[question] = answers.Answer{Status: status}
		default:
			made.Answers[question] = answers.Answer{Status: answers.Answered, Option: word}
		}
	}
	return made
}

var fiveSteps = []string{"-1", "-0.5", "0", "0.5", "1"}

// clone copies a questionnaire so deeply that nothing is shared, with every position sent through turn.
func clone(q *questionnaire.Questionnaire, turn func(*big.Rat) *big.Rat) *questionnaire.Questionnaire {
	made := *q
	made.Axes = slices.Clone(q.Axes)
	for i := range made.Axes {
		made.Axes[i].Weight = same(made.Axes[i].Weight)
	}
	made.Questions = slices.Clone(q.Questions)
	for i := range made.Questions {
		question := &made.Questions[i]
		question.Weight = same(question.Weight)
		question.Affects = slices.Clone(question.Affects)
		for j := range question.Affects {
			question.Affects[j].Weight = same(question.Affects[j].Weight)
		}
		question.Options = slices.Clone(question.Options)
		for j := range question.Options {
			question.Options[j] = cloneOption(question.Options[j], turn)
		}
	}
	return &made
}

func cloneOption(option questionnaire.Option, turn func(*big.Rat) *big.Rat) questionnaire.Option {
	if option.Position != nil {
		option.Position = turn(option.Position)
	}
	if option.Readiness != nil {
		option.Readiness = same(option.Readiness)
	}
	option.Allows = slices.Clone(option.Allows)
	for i, allowed := range option.Allows {
		option.Allows[i] = turnedAllowance(allowed, turn)
	}
	option.Floors = slices.Clone(option.Floors)
	for i := range option.Floors {
		option.Floors[i].Level = same(option.Floors[i].Level)
	}
	return option
}

// turnedAllowance sends a bound through turn; one that turns the line round makes a least of a most.
func turnedAllowance(allowed questionnaire.Allowance, turn func(*big.Rat) *big.Rat) questionnaire.Allowance {
	if turn(big.NewRat(1, 1)).Sign() < 0 {
		allowed.AtMost, allowed.AtLeast = allowed.AtLeast, allowed.AtMost
	}
	if allowed.AtMost != nil {
		allowed.AtMost = turn(allowed.AtMost)
	}
	if allowed.AtLeast != nil {
		allowed.AtLeast = turn(allowed.AtLeast)
	}
	return allowed
}

func same(x *big.Rat) *big.Rat {
	return new(big.Rat).Set(x)
}

func negated(x *big.Rat) *big.Rat {
	return new(big.Rat).Neg(x)
}

// cloneSheet copies a sheet, for a change to one of its answers.
func cloneSheet(s *answers.Sheet) *answers.Sheet {
	made := *s
	made.Answers = maps.Clone(s.Answers)
	return &made
}

func answering(s *answers.Sheet, question, word string) *answers.Sheet {
	made := cloneSheet(s)
	made.Answers[question] = sheet(map[string]string{question: word}).Answers[question]
	return made
}

package score_test

import (
	"fmt"
	"maps"
	"slices"

	"pgregory.net/rapid"

	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/questionnaire"
)

// kind bounds what is generated. The zero value is the general case.
type kind struct {
	// spanning makes each lean question reach both poles, which the lint asks for and scoring does not.
	spanning bool
	// small keeps the number of possible sheets low enough to try them all.
	small bool
	// plain names no axis that a formula names.
	plain bool
	// known answers every question.
	known bool
	// free asks about no limits.
	free bool
}

// Fractions that sums of a few hit the edges with, and a weight that leaves whole numbers of 64 bits behind.
func positions() []string {
	return []string{
		"-1", "-3/4", "-2/3", "-3/5", "-1/2", "-1/3", "-1/5", "-1/10", "0", "1/10", "1/5", "1/3", "1/2", "3/5", "2/3", "3/4", "1",
	}
}

func weight() *rapid.Generator[string] {
	return rapid.SampledFrom([]string{"1", "1", "1", "2", "1/2", "3", "3/4", "7/3", "1000003/999983", "4294967311/4294967291"})
}

type drawer struct {
	*rapid.T
	kind kind
	axes []questionnaire.Axis
	// asked numbers the questions.
	asked int
}

// drawCase draws a questionnaire and a sheet for it.
func drawCase(t *rapid.T, kind kind) (*questionnaire.Questionnaire, *answers.Sheet) {
	q := drawQuestionnaire(t, kind)
	return q, drawSheet(t, q, kind)
}

func drawQuestionnaire(t *rapid.T, kind kind) *questionnaire.Questionnaire {
	d := &drawer{T: t, kind: kind}
	ids := []string{"delivery", "stability", "change", "automation", "collaboration"}
	if kind.plain {
		ids = []string{"v", "w", "x", "y", "z"}
	}
	most := 5
	if kind.small {
		most = 2
	}
	for _, id := range rapid.Permutation(ids).Draw(t, "axes")[:rapid.IntRange(1, most).Draw(t, "axis count")] {
		d.axes = append(d.axes, axis(id, weight().Draw(t, "axis weight")))
	}
	var questions []questionnaire.Question
	for _, a := range d.axes {
		for range rapid.IntRange(0, map[bool]int{true: 2, false: 3}[kind.small]).Draw(t, "lean") {
			questions = append(questions, d.lean(a.ID))
		}
		for range rapid.IntRange(0, 2).Draw(t, "readiness") {
			questions = append(questions, d.readiness(a.ID))
		}
	}
	for range rapid.IntRange(0, 4).Draw(t, "context") {
		questions = append(questions, d.context())
	}
	for range rapid.IntRange(0, map[bool]int{true: 0, false: 2}[kind.free]).Draw(t, "limits") {
		questions = append(questions, d.limit())
	}
	return asking(d.axes, rapid.Permutation(questions).Draw(t, "question order")...)
}

func (d *drawer) id(prefix string) string {
	d.asked++
	return fmt.Sprintf("%s%02d", prefix, d.asked)
}

func (d *drawer) lean(axis string) questionnaire.Question {
	most := 5
	if d.kind.small {
		most = 4
	}
	places := rapid.SliceOfN(rapid.SampledFrom(positions()), 2, most).Draw(d.T, "positions")
	if d.kind.spanning {
		places[0], places[1] = "-1", "1"
	}
	return named(lean(d.id("lean"), axis, weight().Draw(d.T, "weight"), places...))
}

func (d *drawer) readiness(axis string) questionnaire.Question {
	question := readiness(d.id("ready"), axis)
	question.Weight = rat(weight().Draw(d.T, "weight"))
	question.Critical = rapid.Bool().Draw(d.T, "critical")
	return question
}

func (d *drawer) context() questionnaire.Question {
	affects := map[string]string{}
	for _, a := range d.axes {
		if rapid.Bool().Draw(d.T, "affects") {
			affects[a.ID] = weight().Draw(d.T, "affect")
		}
	}
	question := context(d.id("context"), affects, rapid.SliceOfN(rapid.SampledFrom(positions()), 1, 4).Draw(d.T, "positions")...)
	question = named(question)
	question.Weight = rat(weight().Draw(d.T, "weight"))
	for i := range question.Options {
		for _, a := range d.axes {
			if rapid.IntRange(0, 3).Draw(d.T, "floor") == 0 {
				level := rapid.SampledFrom([]string{"0", "1", "3/2", "3", "4"}).Draw(d.T, "level")
				question = calling(question, question.Options[i].ID, map[string]string{a.ID: level})
			}
		}
	}
	return question
}

// limit draws a question of two to three options, each with at most one bound on an axis.
func (d *drawer) limit() questionnaire.Question {
	question := questionnaire.Question{
		ID: d.id("limit"), Measures: questionnaire.Context, Kind: questionnaire.Limit, Weight: rat("1"), AllowNA: true,
	}
	for range rapid.IntRange(2, 3).Draw(d.T, "limit options") {
		var option questionnaire.Option
		for _, a := range d.axes {
			at := rat(rapid.SampledFrom(positions()).Draw(d.T, "bound"))
			switch rapid.IntRange(0, 5).Draw(d.T, "allows") {
			case 0, 1:
				option.Allows = append(option.Allows, questionnaire.Allowance{Axis: a.ID, AtMost: at})
			case 2:
				option.Allows = append(option.Allows, questionnaire.Allowance{Axis: a.ID, AtLeast: at})
			}
		}
		question.Options = append(question.Options, option)
	}
	return named(question)
}

// named gives the options unique ids, for positions that occur twice.
func named(question questionnaire.Question) questionnaire.Question {
	for i := range question.Options {
		question.Options[i].ID = string(rune('a' + i))
	}
	return question
}

func drawSheet(t *rapid.T, q *questionnaire.Questionnaire, kind kind) *answers.Sheet {
	given := map[string]string{}
	for i := range q.Questions {
		question := &q.Questions[i]
		options := optionsOf(question)
		words := slices.Repeat(options, 4)
		if !kind.known {
			words = append(words, slices.Repeat([]string{"dont_know", "skipped", "not_applicable", ""}, len(options)/2)...)
		}
		if word := rapid.SampledFrom(words).Draw(t, question.ID); word != "" {
			given[question.ID] = word
		}
	}
	return sheet(given)
}

func optionsOf(question *questionnaire.Question) []string {
	ids := make([]string, 0, len(question.Options))
	for _, option := range question.Options {
		ids = append(ids, option.ID)
	}
	return ids
}

// shuffled draws the same questionnaire with everything in another order, and the same answers in a new map.
func shuffled(t *rapid.T, q *questionnaire.Questionnaire, s *answers.Sheet) (*questionnaire.Questionnaire, *answers.Sheet) {
	made := clone(q, same)
	made.Axes = rapid.Permutation(made.Axes).Draw(t, "axis order")
	made.Questions = rapid.Permutation(made.Questions).Draw(t, "question order")
	for i := range made.Questions {
		question := &made.Questions[i]
		question.Options = rapid.Permutation(question.Options).Draw(t, "option order")
		slices.Reverse(question.Affects)
		for j := range question.Options {
			slices.Reverse(question.Options[j].Floors)
			slices.Reverse(question.Options[j].Allows)
		}
	}
	other := *s
	other.Answers = map[string]answers.Answer{}
	for _, id := range rapid.Permutation(slices.Sorted(maps.Keys(s.Answers))).Draw(t, "answer order") {
		other.Answers[id] = s.Answers[id]
	}
	return made, &other
}

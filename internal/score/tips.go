package score

import (
	"cmp"
	"slices"
	"strings"

	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/questionnaire"
)

// Tip is one other answer to one question that alone tips the verdict.
type Tip struct {
	// Question is the id of a lean or context question, From its chosen and To the other option.
	Question, From, To string
	// Steps is how many options away To is, along the options with a position. A change from or to an option
	// without one is 1 step.
	Steps int
	// Advice, Practice and Situation are what the overall statement would then be; empty as in Leaning.
	Advice    Advice
	Practice  Band
	Situation Band
}

// Tips lists, for each answered lean or context question, the nearest other option that alone changes the overall
// advice, or, while there is no advice, the band of practice or situation. Questions that cannot are left out. Result
// must be the result of the sheet; a quadrant has no tips.
//
// The order is by steps, then by the distance between the two positions (an option without a position comes last),
// then by question id; the nearest option is found in the same order, with its option id at the end.
func Tips(q *questionnaire.Questionnaire, sheet *answers.Sheet, result Result) []Tip {
	if result.Leaning == nil {
		return nil
	}
	t := trial{before: result.Leaning, readings: read(q, sheet)}
	var found []change
	for i, r := range t.readings {
		if r.answered() {
			found = append(found, t.nearest(i)...)
		}
	}
	slices.SortFunc(found, func(a, b change) int {
		return cmp.Or(a.compare(b), strings.Compare(a.tip.Question, b.tip.Question))
	})
	return tipsOf(found)
}

func tipsOf(changes []change) []Tip {
	var tips []Tip
	for _, c := range changes {
		tips = append(tips, c.tip)
	}
	return tips
}

// trial scores a sheet again with one answer changed.
type trial struct {
	before   *Leaning
	readings []reading
}

// nearest returns the nearest change of reading i that tips the verdict, or nothing.
func (t trial) nearest(i int) []change {
	for _, c := range changesOf(t.readings[i]) {
		after := t.with(i, c.option)
		if t.isTippedBy(after) {
			c.tip.Advice, c.tip.Practice, c.tip.Situation = after.Advice, after.Practice.Band, after.Situation.Band
			return []change{c}
		}
	}
	return nil
}

// with returns the overall values as they would be with another option. Only what the question is about is
// computed again.
func (t trial) with(i int, option *questionnaire.Option) *Leaning {
	readings := slices.Clone(t.readings)
	readings[i].option = option
	after := &Leaning{
		Axes: slices.Clone(t.before.Axes), Coverage: t.before.Coverage,
		Practice: t.before.Practice, Situation: t.before.Situation, Tension: t.before.Tension,
	}
	if readings[i].question.Measures == questionnaire.Lean {
		after.practise(readings, readings[i].question.Axis)
	} else {
		after.situate(readings, readings[i].question.Affects)
	}
	after.relate()
	return after
}

// practise computes practice again after a change on one axis.
func (l *Leaning) practise(readings []reading, axis string) {
	a := axisOf(l.Axes, axis)
	if a == nil {
		return
	}
	a.Practice, a.Coverage = practiceOf(readings, axis)
	a.relate()
	l.Practice = overallPractice(l.Axes, l.Coverage)
}

// situate computes the situation again after a change on some axes.
func (l *Leaning) situate(readings []reading, changed []questionnaire.Affect) {
	for _, affect := range changed {
		if a := axisOf(l.Axes, affect.Axis); a != nil {
			a.Situation, a.Tension = situationOf(readings, a.ID)
			a.relate()
		}
	}
	l.Situation, l.Tension = overallSituation(l.Axes)
}

func (t trial) isTippedBy(after *Leaning) bool {
	if after.Advice != t.before.Advice {
		return true
	}
	return t.before.Advice == "" &&
		(after.Practice.Band != t.before.Practice.Band || after.Situation.Band != t.before.Situation.Band)
}

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
	t := newTrial(result.Leaning, answeredQuestions(q, sheet))
	var found []change
	for _, r := range t.readings {
		if r.isAnswered() {
			found = append(found, t.nearestChange(r)...)
		}
	}
	slices.SortFunc(found, func(a, b change) int {
		return cmp.Or(a.compareNearness(b), strings.Compare(a.tip.Question, b.tip.Question))
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

// trial scores a sheet again with one answer changed. The sums of each axis are kept, so that an answer is exchanged
// in them without adding up all the others again.
type trial struct {
	before   *Leaning
	readings []answeredQuestion
	// styles and needs are in the order of the axes.
	styles []*styleSums
	needs  []*needSums
}

func newTrial(before *Leaning, readings []answeredQuestion) *trial {
	t := &trial{before: before, readings: readings}
	for i := range before.Axes {
		t.styles = append(t.styles, styleOf(readings, before.Axes[i].ID))
		t.needs = append(t.needs, needsOf(readings, before.Axes[i].ID))
	}
	return t
}

// nearestChange returns the nearest change of an answer that tips the verdict, or nothing.
func (t *trial) nearestChange(r answeredQuestion) []change {
	for _, c := range changesOf(r) {
		after := t.withOption(r, c.option)
		if t.isTippedBy(after) {
			c.tip.Advice, c.tip.Practice, c.tip.Situation = after.Advice, after.Practice.Band, after.Situation.Band
			return []change{c}
		}
	}
	return nil
}

// withOption returns the overall values as they would be with another option in place of a chosen one. Only what the
// question is about is computed again.
func (t *trial) withOption(r answeredQuestion, option *questionnaire.Option) *Leaning {
	after := &Leaning{
		Axes: slices.Clone(t.before.Axes), Coverage: t.before.Coverage,
		Practice: t.before.Practice, Situation: t.before.Situation, Tension: t.before.Tension,
	}
	if r.question.Measures == questionnaire.Lean {
		t.rescorePractice(after, r, option)
	} else {
		t.rescoreSituation(after, r, option)
	}
	after.setRelations()
	return after
}

// rescorePractice computes practice again after a change on one axis.
func (t *trial) rescorePractice(after *Leaning, r answeredQuestion, option *questionnaire.Option) {
	for i := range after.Axes {
		a := &after.Axes[i]
		if a.ID != r.question.Axis {
			continue
		}
		changed, weight, from, to := *t.styles[i], r.question.Weight, r.option.Position, option.Position
		changed.value = *changed.value.withReplaced(weight, from, to)
		changed.low = *changed.low.withReplaced(weight, from, to)
		changed.high = *changed.high.withReplaced(weight, from, to)
		a.Practice, a.Coverage = changed.toPractice()
		a.setRelations()
	}
	after.Practice = overallPractice(after.Axes, after.Coverage)
}

// rescoreSituation computes the situation again after a change on the axes that the question affects.
func (t *trial) rescoreSituation(after *Leaning, r answeredQuestion, option *questionnaire.Option) {
	for i := range after.Axes {
		a := &after.Axes[i]
		if weight := r.question.WeightOn(a.ID); weight != nil {
			a.Situation, a.Tension = t.needs[i].withReplaced(weight, r.option.Position, option.Position).toSituation()
			a.setRelations()
		}
	}
	after.Situation, after.Tension = overallSituation(after.Axes)
}

func (t *trial) isTippedBy(after *Leaning) bool {
	if after.Advice != t.before.Advice {
		return true
	}
	return t.before.Advice == "" &&
		(after.Practice.Band != t.before.Practice.Band || after.Situation.Band != t.before.Situation.Band)
}

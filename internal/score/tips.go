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
// advice, or, while there is not a kind of advice, the band of practice or situation. Questions that cannot are left out. Result
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

// nearestChange returns the nearest change of an answer that tips the verdict, or nothing.
func (t *trial) nearestChange(r answeredQuestion) []change {
	for _, c := range changesOf(r) {
		after := t.with(exchange{of: r, to: c.option})
		if t.isTippedBy(after) {
			c.tip.Advice, c.tip.Practice, c.tip.Situation = after.Advice, after.Practice.Band, after.Situation.Band
			return []change{c}
		}
	}
	return nil
}

func (t *trial) isTippedBy(after *Leaning) bool {
	if after.Advice != t.before.Advice {
		return true
	}
	return t.before.Advice == "" &&
		(after.Practice.Band != t.before.Practice.Band || after.Situation.Band != t.before.Situation.Band)
}

package plan

import (
	"cmp"
	"math/big"
	"slices"
	"strings"

	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/score"
)

// estimate is what a step is taken to change.
type estimate struct {
	// sheet has the answers after the step, and questions are those whose answers are others.
	sheet     *answers.Sheet
	questions []string
	// reason is empty unless no answer is assumed.
	reason Reason
}

// estimated assumes the least that a step can achieve and still be done: the nearest answers at which the item is no
// longer recommended because of them.
func (p *position) estimated(rule *questionnaire.Recommendation) estimate {
	done := estimate{sheet: p.sheet}
	for _, question := range p.raised(rule) {
		if answer, ok := p.enough(rule, question); ok {
			done.assume(p.q, question, answer)
		}
	}
	if len(done.questions) > 0 {
		return done
	}
	questions := p.moved(rule)
	if len(questions) != 1 {
		done.reason = p.reason(rule)
		return done
	}
	if !p.isGapKnown(questions[0].Axis) {
		done.reason = NotKnown
		return done
	}
	option := p.nearestEnough(rule, questions[0])
	if option == nil {
		done.reason = TooFar
		return done
	}
	done.assume(p.q, questions[0], choosing(option))
	return done
}

func (e *estimate) assume(q *questionnaire.Questionnaire, question *questionnaire.Question, answer answers.Answer) {
	e.sheet = e.sheet.With(q, question.ID, answer)
	e.questions = append(e.questions, question.ID)
}

func choosing(option *questionnaire.Option) answers.Answer {
	return answers.Answer{Status: answers.Answered, Option: option.ID, Source: answers.Supposed}
}

// chosen is the option that a question was answered with; nil when it is unknown.
func (p *position) chosen(question *questionnaire.Question) *questionnaire.Option {
	answer := p.sheet.Get(question.ID)
	if answer.Status != answers.Answered {
		return nil
	}
	return question.Option(answer.Option)
}

// enough is the lowest answer above the present one at which the item no longer rests on the question; ok is false when none is.
func (p *position) enough(rule *questionnaire.Recommendation, question *questionnaire.Question) (answer answers.Answer, ok bool) {
	higher := p.higherLevels
	if question.Many {
		higher = p.longerLists
	}
	for _, answer := range higher(question) {
		then := p.tried(rule, p.sheet.With(p.q, question.ID, answer))
		if !restsOn(rule.When.Passing(then.facts), question.ID) {
			return answer, true
		}
	}
	return answers.Answer{}, false
}

// higherLevels are the options above the present one, lowest first. From an unknown answer every level is above.
func (p *position) higherLevels(question *questionnaire.Question) []answers.Answer {
	present := p.chosen(question)
	var higher []answers.Answer
	for _, option := range ordered(question, func(option *questionnaire.Option) *big.Rat { return option.Readiness }) {
		if present == nil || option.Readiness.Cmp(present.Readiness) > 0 {
			higher = append(higher, choosing(option))
		}
	}
	return higher
}

// longerLists add to the present list what it lacks, one option after the other: those of the most worth first, so that the fewest
// are assumed.
func (p *position) longerLists(question *questionnaire.Question) []answers.Answer {
	present := p.sheet.Get(question.ID).List
	if present == nil {
		present = &answers.List{}
	}
	lacking := slices.DeleteFunc(ordered(question, func(o *questionnaire.Option) *big.Rat { return o.Worth }),
		func(o *questionnaire.Option) bool {
			return present.LeavesOut(o.ID) || slices.Contains(present.Options, o.ID)
		})
	slices.SortStableFunc(lacking, func(a, b *questionnaire.Option) int { return b.Worth.Cmp(a.Worth) })
	var longer []answers.Answer
	for i := range lacking {
		longer = append(longer, answers.Answer{
			Status: answers.Answered, List: extended(question, present, lacking[:i+1]), Source: answers.Supposed,
		})
	}
	return longer
}

// extended is a list with more options, in the order of the questionnaire.
func extended(question *questionnaire.Question, list *answers.List, more []*questionnaire.Option) *answers.List {
	made := &answers.List{NotApplicable: list.NotApplicable}
	for i := range question.Options {
		option := &question.Options[i]
		switch {
		case option.None:
		case slices.Contains(more, option), slices.Contains(list.Options, option.ID):
			made.Options = append(made.Options, option.ID)
		case slices.Contains(list.Unknown, option.ID):
			made.Unknown = append(made.Unknown, option.ID)
		}
	}
	return made
}

// nearestEnough is the nearest answer in the direction of the item's pole at which it no longer rests on the question.
// Where that one would lead further than the situation calls for, it is the furthest answer that does not; nil when every
// one does.
func (p *position) nearestEnough(rule *questionnaire.Recommendation, question *questionnaire.Question) *questionnaire.Option {
	direction, present := p.directionOf(rule, question.Axis), p.chosen(question)
	if present == nil || !p.isCalled(question.Axis, direction) {
		return nil
	}
	further := ordered(question, func(option *questionnaire.Option) *big.Rat {
		way := new(big.Rat).Sub(option.Position, present.Position)
		if way.Sign() != direction {
			return nil
		}
		return way.Abs(way)
	})
	var furthest *questionnaire.Option
	for _, option := range further {
		then := p.tried(rule, p.sheet.With(p.q, question.ID, choosing(option)))
		if p.isPast(then, question.Axis, direction) {
			break
		}
		furthest = option
		if !restsOn(rule.When.Passing(then.facts), question.ID) {
			break
		}
	}
	return furthest
}

// tried is the position with other answers, as far as the trigger of an item can see it: how little would have to change
// takes most of the time of a score, and hardly a trigger asks for it.
func (p *position) tried(rule *questionnaire.Recommendation, sheet *answers.Sheet) *position {
	if rule.When.NeedsRobustness() {
		return at(p.q, sheet)
	}
	result := score.Figures(p.q, sheet)
	return &position{q: p.q, sheet: sheet, result: result, facts: factsOf(p.q, sheet, result)}
}

// isGapKnown reports that it is known how an axis is worked on and what its situation calls for.
func (p *position) isGapKnown(axis string) bool {
	a := p.axis(axis)
	return a != nil && a.Gap != nil
}

// isCalled reports that the situation of an axis asks for more of the pole in a direction.
func (p *position) isCalled(axis string, direction int) bool {
	return p.isGapKnown(axis) && p.axis(axis).Gap.Sign() == direction && direction != 0
}

// isPast reports that a move in a direction has left the axis farther from its situation than it was, on a side that the
// situation does not call for, or farther beyond a limit.
func (p *position) isPast(then *position, axis string, direction int) bool {
	before, after := p.axis(axis), then.axis(axis)
	if after.Gap == nil {
		return true
	}
	wider := new(big.Rat).Abs(after.Gap).Cmp(new(big.Rat).Abs(before.Gap)) > 0
	return wider || isFartherBeyond(after, before) || direction*(place(after.Practice.Band)-place(after.Situation.Band)) > 0
}

func isFartherBeyond(after, before *score.Axis) bool {
	return after.BeyondLimit != nil && (before.BeyondLimit == nil || after.BeyondLimit.Amount.Cmp(before.BeyondLimit.Amount) > 0)
}

func (p *position) axis(id string) *score.Axis {
	if p.result.Leaning == nil {
		return nil
	}
	for i := range p.result.Leaning.Axes {
		if a := &p.result.Leaning.Axes[i]; a.ID == id {
			return a
		}
	}
	return nil
}

// place is where the side of a band lies: -1 SysOps, 0 the middle, 1 DevOps.
func place(band score.Band) int {
	switch score.SideOf(band) {
	case score.SysOps:
		return -1
	case score.DevOps:
		return 1
	default:
		return 0
	}
}

// ordered returns the options of a question by a value, lowest first, then by id; those without a value are left out.
func ordered(question *questionnaire.Question, by func(*questionnaire.Option) *big.Rat) []*questionnaire.Option {
	var found []*questionnaire.Option
	for i := range question.Options {
		if by(&question.Options[i]) != nil {
			found = append(found, &question.Options[i])
		}
	}
	slices.SortFunc(found, func(a, b *questionnaire.Option) int {
		return cmp.Or(by(a).Cmp(by(b)), strings.Compare(a.ID, b.ID))
	})
	return found
}

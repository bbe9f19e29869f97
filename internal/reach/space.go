package reach

import (
	"cmp"
	"math/big"
	"slices"
	"strings"

	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/condition"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/score"
)

// Space is every sheet that a questionnaire admits: each question is answered with one of its options, with "don't know",
// left out, or, where it allows that, not applicable. It is not for use by several goroutines at once.
type Space struct {
	source    *questionnaire.Questionnaire
	questions []question
	place     map[string]int
	axes      []axis
	onAxis    map[string]int
	judged    judged
	// samples are sheets tried before any search.
	samples []*evaluation
	// left is the work that may still be done, see Find.
	left int
}

// question is one question with all that a sheet can say about it.
type question struct {
	*questionnaire.Question
	// states are the options by value and id, then the ways not to answer.
	states []state
	// whole is all states; the others are parts of it.
	whole, answered, dontKnow, skipped, notApplicable set
	// at is the value of each state, and heights is the sum of its floors, both rounded and 0 for none: see guesses.
	at, heights []float64
}

type state struct {
	status answers.Status
	// option is nil unless answered.
	option *questionnaire.Option
}

// answer is what conditions can ask of the state.
func (s state) answer() condition.Answer {
	if s.option == nil {
		return condition.Answer{Unknown: s.status == answers.DontKnow}
	}
	return condition.Answer{Option: s.option.ID, Level: s.option.Readiness}
}

// axis is one axis with the questions that bear on it.
type axis struct {
	id     string
	weight *big.Rat
	// lean and ready are the style and readiness questions of the axis, and needs the context questions that affect it.
	lean, ready []int
	needs       []need
	// floors are the context questions that have an option with a floor on the axis.
	floors []int
}

// need is a context question and its weight on an axis.
type need struct {
	question int
	weight   *big.Rat
}

// judged are the judged values of the method that conditions depend on.
type judged struct {
	axisCoverage, overallCoverage, overallAxes *big.Rat
	leaning, aligned, speed                    *big.Rat
}

// NewSpace returns the space of a leaning questionnaire.
func NewSpace(q *questionnaire.Questionnaire) *Space {
	s := &Space{source: q, place: map[string]int{}, onAxis: map[string]int{}, judged: judgedValues(), left: totalWork}
	for i := range q.Questions {
		s.questions = append(s.questions, newQuestion(&q.Questions[i]))
	}
	slices.SortFunc(s.questions, func(a, b question) int { return strings.Compare(a.ID, b.ID) })
	for i := range s.questions {
		s.place[s.questions[i].ID] = i
	}
	for i := range q.Axes {
		s.axes = append(s.axes, s.newAxis(&q.Axes[i]))
	}
	slices.SortFunc(s.axes, func(a, b axis) int { return strings.Compare(a.id, b.id) })
	for i := range s.axes {
		s.onAxis[s.axes[i].id] = i
	}
	return s
}

func newQuestion(source *questionnaire.Question) question {
	q := question{Question: source}
	for i := range source.Options {
		q.states = append(q.states, state{answers.Answered, &source.Options[i]})
	}
	slices.SortFunc(q.states, func(a, b state) int {
		return cmp.Or(compare(q.value(a), q.value(b)), strings.Compare(a.option.ID, b.option.ID))
	})
	q.answered = firstStates(len(q.states))
	q.dontKnow = q.enter(answers.DontKnow)
	q.skipped = q.enter(answers.Skipped)
	if source.AllowNA {
		q.notApplicable = q.enter(answers.NotApplicable)
	}
	q.whole = firstStates(len(q.states))
	for _, s := range q.states {
		at, height := 0.0, 0.0
		if value := q.value(s); value != nil {
			at = float(value)
		}
		if s.option != nil {
			for _, floor := range s.option.Floors {
				height += float(floor.Level)
			}
		}
		q.at, q.heights = append(q.at, at), append(q.heights, height)
	}
	return q
}

func (q *question) enter(status answers.Status) set {
	q.states = append(q.states, state{status: status})
	return only(len(q.states) - 1)
}

// value is what a state adds to the mean that its question counts in; nil when it adds nothing.
func (q *question) value(s state) *big.Rat {
	switch {
	case s.option == nil:
		return nil
	case q.Measures == questionnaire.Readiness:
		return s.option.Readiness
	default:
		return s.option.Position
	}
}

// compare orders numbers, with nil before all.
func compare(a, b *big.Rat) int {
	switch {
	case a == nil && b == nil:
		return 0
	case a == nil:
		return -1
	case b == nil:
		return 1
	}
	return a.Cmp(b)
}

func (s *Space) newAxis(source *questionnaire.Axis) axis {
	a := axis{id: source.ID, weight: source.Weight}
	for i := range s.questions {
		q := &s.questions[i]
		switch {
		case q.Measures == questionnaire.Lean && q.Axis == a.id:
			a.lean = append(a.lean, i)
		case q.Measures == questionnaire.Readiness && q.Axis == a.id:
			a.ready = append(a.ready, i)
		case q.Measures == questionnaire.Context:
			a.addContext(i, q)
		}
	}
	return a
}

func (a *axis) addContext(place int, q *question) {
	for _, affect := range q.Affects {
		if affect.Axis == a.id {
			a.needs = append(a.needs, need{place, new(big.Rat).Mul(affect.Weight, q.Weight)})
		}
	}
	for _, s := range q.states {
		if floorOn(s, a.id) != nil {
			a.floors = append(a.floors, place)
			return
		}
	}
}

// floorOn is the readiness that an answer calls for on an axis; nil when it names none.
func floorOn(s state, axis string) *big.Rat {
	if s.option == nil {
		return nil
	}
	for _, floor := range s.option.Floors {
		if floor.Axis == axis {
			return floor.Level
		}
	}
	return nil
}

func judgedValues() judged {
	values := map[string]*big.Rat{}
	for _, threshold := range score.Thresholds() {
		values[threshold.Name] = threshold.Value
	}
	return judged{
		axisCoverage:    values["axis_coverage"],
		overallCoverage: values["overall_coverage"],
		overallAxes:     values["overall_axes"],
		leaning:         values["leaning_edge"],
		aligned:         values["aligned_gap"],
		speed:           values["speed_floor"],
	}
}

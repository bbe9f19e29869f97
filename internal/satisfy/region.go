package satisfy

import (
	"cmp"
	"iter"
	"math/big"
	"math/bits"
	"slices"
	"strings"

	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/condition"
	"github.com/opsfit/opsfit/internal/exact"
	"github.com/opsfit/opsfit/internal/questionnaire"
)

// set is some of the states of one question, one bit each. A question has fewer than 64.
type set uint64

func only(state int) set { return 1 << state }

// all yields the states in rising order.
func (s set) all() iter.Seq[int] {
	return func(yield func(int) bool) {
		for rest := s; rest != 0; rest &= rest - 1 {
			if !yield(bits.TrailingZeros64(uint64(rest))) {
				return
			}
		}
	}
}

// question is one question with all that a sheet can say about it.
type question struct {
	*questionnaire.Question
	// states are the options, from the lowest value and the lowest floors, then by id; then the ways not to answer.
	states []state
	// whole is all states, answered those with an option.
	whole, answered set
}

type state struct {
	status answers.Status
	// option is nil unless answered.
	option *questionnaire.Option
}

func newQuestion(source *questionnaire.Question) question {
	q := question{Question: source}
	for i := range source.Options {
		q.states = append(q.states, state{answers.Answered, &source.Options[i]})
	}
	slices.SortFunc(q.states, func(a, b state) int {
		return cmp.Or(compare(a.value(), b.value()), a.floors().Cmp(b.floors()), strings.Compare(a.option.ID, b.option.ID))
	})
	q.answered = only(len(q.states)) - 1
	q.states = append(q.states, state{status: answers.DontKnow}, state{status: answers.Skipped})
	if source.AllowNA {
		q.states = append(q.states, state{status: answers.NotApplicable})
	}
	q.whole = only(len(q.states)) - 1
	return q
}

// value is what a state adds to the mean that its question counts in; nil when it adds nothing.
func (s state) value() *big.Rat {
	switch {
	case s.option == nil:
		return nil
	case s.option.Readiness != nil:
		return s.option.Readiness
	}
	return s.option.Position
}

// floors is the sum of the floors that a state names.
func (s state) floors() *big.Rat {
	sum := new(big.Rat)
	for _, floor := range s.option.Floors {
		sum.Add(sum, floor.Level)
	}
	return sum
}

// floorOn is the readiness that a state calls for on an axis; nil when it names none.
func (s state) floorOn(axis string) *big.Rat {
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

// answer is what conditions can ask of a state.
func (s state) answer() condition.Answer {
	if s.option == nil {
		return condition.Answer{Unknown: s.status == answers.DontKnow}
	}
	return condition.Answer{Option: s.option.ID, Level: s.option.Readiness}
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
	return exact.Compare(a, b)
}

// figure is a metric on an axis, or on condition.Overall.
type figure struct {
	metric condition.Metric
	axis   string
}

// demand is what a figure has to be.
type demand struct {
	figure
	interval
}

// region is a group of sheets: those on which each question is in one of some states and each figure is what is demanded.
type region struct {
	*Solver
	states []set
	// demands are at most one for each figure.
	demands []demand
	// enclosures are the figures already enclosed; a change of the region empties it.
	enclosures map[figure]interval
}

// everything is the region of all sheets.
func (s *Solver) everything() *region {
	r := &region{Solver: s, enclosures: map[figure]interval{}}
	for i := range s.questions {
		r.states = append(r.states, s.questions[i].whole)
	}
	return r
}

func (r *region) clone() *region {
	return &region{r.Solver, slices.Clone(r.states), slices.Clone(r.demands), map[figure]interval{}}
}

// restrict keeps the sheets on which a question is in one of some states. It is false when none is left.
func (r *region) restrict(question int, states set) bool {
	r.states[question] &= states
	clear(r.enclosures)
	return r.states[question] != 0
}

// demand keeps the sheets on which a figure is in an interval. It is false when none can be.
func (r *region) demand(f figure, wanted interval) bool {
	clear(r.enclosures)
	at := slices.IndexFunc(r.demands, func(d demand) bool { return d.figure == f })
	if at < 0 {
		r.demands = append(r.demands, demand{f, wanted})
		return !wanted.isEmpty()
	}
	r.demands[at].interval = r.demands[at].meet(wanted)
	return !r.demands[at].isEmpty()
}

// possible is false when a figure cannot be what is demanded of it; then there is no sheet in the region.
func (r *region) possible() bool {
	return !slices.ContainsFunc(r.demands, func(d demand) bool { return r.value(d.figure).isEmpty() })
}

// value encloses a figure on the sheets of the region, with what is demanded of it respected.
func (r *region) value(f figure) interval {
	enclosed := r.enclose(f)
	for _, d := range r.demands {
		if d.figure == f {
			return enclosed.meet(d.interval)
		}
	}
	return enclosed
}

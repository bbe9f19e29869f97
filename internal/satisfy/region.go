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

// set is a set of states of one question, one bit each. A question has fewer than 64.
type set uint64

func singleState(state int) set { return 1 << state }

// allStates yields the states in rising order.
func (s set) allStates() iter.Seq[int] {
	return func(yield func(int) bool) {
		for rest := s; rest != 0; rest &= rest - 1 {
			if !yield(bits.TrailingZeros64(uint64(rest))) {
				return
			}
		}
	}
}

// question is a question with everything that a sheet can say about it.
type question struct {
	*questionnaire.Question
	// states are the options, by value, limit (nearest to SysOps first) and floors, lowest first, then by id; then the
	// ways not to answer.
	states []state
	// whole are all states, answered those with an option or a list.
	whole, answered set
	// choices is how many states are answers; they come first.
	choices int
	// partial: the states do not stand for all answers.
	partial bool
	// tested are the options of a list that its states tell apart.
	tested []string
}

type state struct {
	status answers.Status
	// option is nil unless one was chosen.
	option *questionnaire.Option
	// list is nil unless the question takes several options.
	list *answers.List
	// level is the readiness of the answer, low and high that of the answers that the state stands for; nil for none.
	level, low, high *big.Rat
}

func (s *Solver) newQuestion(source *questionnaire.Question) question {
	q := question{Question: source}
	if source.Many {
		m := marksOf(s.source, source)
		states, complete := q.listStates(m)
		q.states, q.partial, q.tested = states, !complete, m.options
	} else {
		q.states = optionStates(source)
	}
	slices.SortStableFunc(q.states, compareStates)
	q.choices = len(q.states)
	q.answered = singleState(q.choices) - 1
	q.states = append(q.states, state{status: answers.DontKnow}, state{status: answers.Skipped})
	if source.AllowNA || source.AskIf != nil {
		q.states = append(q.states, state{status: answers.NotApplicable})
	}
	q.whole = singleState(len(q.states)) - 1
	return q
}

func optionStates(q *questionnaire.Question) []state {
	var states []state
	for i := range q.Options {
		level := q.Options[i].Readiness
		states = append(states, state{status: answers.Answered, option: &q.Options[i], level: level, low: level, high: level})
	}
	return states
}

func compareStates(a, b state) int {
	order := compareRats(a.meanValue(), b.meanValue())
	if order != 0 || a.list != nil {
		return cmp.Or(order, strings.Compare(strings.Join(a.chosen(), " "), strings.Join(b.chosen(), " ")))
	}
	return cmp.Or(a.pull().Cmp(b.pull()), a.floorSum().Cmp(b.floorSum()), strings.Compare(a.option.ID, b.option.ID))
}

// chosen are the options of a state; none unless answered.
func (s state) chosen() []string {
	switch {
	case s.list != nil:
		return s.list.Options
	case s.option != nil:
		return []string{s.option.ID}
	}
	return nil
}

// meanValue is what a state adds to the mean that its question counts in; nil for nothing.
func (s state) meanValue() *big.Rat {
	switch {
	case s.level != nil:
		return s.level
	case s.option != nil:
		return s.option.Position
	}
	return nil
}

// floorSum is the sum of the floors that a state names.
func (s state) floorSum() *big.Rat {
	sum := new(big.Rat)
	for _, floor := range s.option.Floors {
		sum.Add(sum, floor.Level)
	}
	return sum
}

// floorOn is the readiness that a state calls for on an axis; nil for none.
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

// conditionAnswer returns the state as conditions test it.
func (s state) conditionAnswer() condition.Answer {
	if s.status != answers.Answered {
		return condition.Answer{Unknown: s.status != answers.NotApplicable}
	}
	return condition.Answer{Options: s.chosen(), Level: s.level}
}

// compareRats compares numbers; nil is the lowest.
func compareRats(a, b *big.Rat) int {
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

// demand is the required interval of a figure.
type demand struct {
	figure
	interval
}

// region is a set of sheets: those on which each question is in one of some states and each figure is in its demanded
// interval.
type region struct {
	*Solver
	states []set
	// verdicts are the advices that the sheets may lead to, by their place in advices; held is whether a limit holds each axis, and
	// unmet whether the answer to each question lies below its floor. They cannot be computed in groups, but no sheet has two of one.
	verdicts    set
	held, unmet []set
	// demands has at most one entry for each figure.
	demands []demand
	// enclosures caches enclosed figures; a change of the region clears it.
	enclosures map[figure]interval
}

// wholeRegion is the region of all sheets.
func (s *Solver) wholeRegion() *region {
	r := &region{Solver: s, verdicts: singleState(len(advices())+1) - 1, enclosures: map[figure]interval{}}
	for range s.source.Axes {
		r.held = append(r.held, isSo|isNot)
	}
	for i := range s.questions {
		r.unmet = append(r.unmet, isSo|isNot)
		r.states = append(r.states, s.questions[i].whole)
	}
	return r
}

func (r *region) clone() *region {
	other := *r
	other.states, other.held, other.demands = slices.Clone(r.states), slices.Clone(r.held), slices.Clone(r.demands)
	other.unmet, other.enclosures = slices.Clone(r.unmet), map[figure]interval{}
	return &other
}

// restrictQuestion keeps the sheets on which a question is in one of some states. It returns false when none is left.
func (r *region) restrictQuestion(question int, states set) bool {
	r.states[question] &= states
	clear(r.enclosures)
	return r.states[question] != 0
}

// demandFigure keeps the sheets on which a figure is in an interval. It returns false when there can be none.
func (r *region) demandFigure(f figure, wanted interval) bool {
	clear(r.enclosures)
	at := slices.IndexFunc(r.demands, func(d demand) bool { return d.figure == f })
	if at < 0 {
		r.demands = append(r.demands, demand{f, wanted})
		return !wanted.isEmpty()
	}
	r.demands[at].interval = r.demands[at].intersect(wanted)
	return !r.demands[at].isEmpty()
}

// isPossible is false if a figure cannot meet its demand; then the region is empty.
func (r *region) isPossible() bool {
	return !slices.ContainsFunc(r.demands, func(d demand) bool { return r.valueOf(d.figure).isEmpty() })
}

// valueOf encloses a figure on the sheets of the region, within its demand.
func (r *region) valueOf(f figure) interval {
	enclosed := r.encloseFigure(f)
	for _, d := range r.demands {
		if d.figure == f {
			return enclosed.intersect(d.interval)
		}
	}
	return enclosed
}

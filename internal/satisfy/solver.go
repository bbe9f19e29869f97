package satisfy

import (
	"math/big"
	"slices"
	"strings"

	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/condition"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/score"
)

// Verdict is what is known about a set of constraints. The zero value is invalid.
type Verdict int

const (
	// Unsat means that no sheet fulfils the constraints; that is proven.
	Unsat Verdict = iota + 1
	// Sat means that a sheet fulfils them.
	Sat
	// Unknown means that neither was found out.
	Unknown
)

// String returns "unsat", "sat" or "unknown".
func (v Verdict) String() string {
	switch v {
	case Unsat:
		return "unsat"
	case Sat:
		return "sat"
	case Unknown:
		return "unknown"
	}
	return "invalid"
}

// Constraint is one thing that a sheet is asked to fulfil.
type Constraint struct {
	want      want
	condition condition.Condition
}

type want int

const (
	holds want = iota
	fails
	known
)

// Holds asks that the condition is true of the sheet.
func Holds(c condition.Condition) Constraint { return Constraint{holds, c} }

// Fails asks that the condition is not true of the sheet.
func Fails(c condition.Condition) Constraint { return Constraint{fails, c} }

// Known asks that nothing which the condition looks at is missing: its questions are answered and its figures can be computed.
// A condition that fails on such a sheet fails because of what was answered.
func Known(c condition.Condition) Constraint { return Constraint{known, c} }

// Work is counted in questions looked at and not in time, so that every machine gives the same verdict.
const (
	// mostWork is what one call of Solve may take.
	mostWork = 20_000
	// totalWork is what all calls on one solver may take together: a few seconds, whatever the file.
	totalWork = 200_000
	// mostTests is how many tests the constraints of one call may have.
	mostTests = 2_000
)

// Solver looks for sheets of one questionnaire: each question is answered with one of its options, with "don't know", left
// out, or, where it allows that, not applicable. It is not for use by several goroutines at once.
type Solver struct {
	source *questionnaire.Questionnaire
	// questions are sorted by id, and place is where each of them is.
	questions  []question
	place      map[string]int
	thresholds map[string]*big.Rat
	// samples are sheets that are tried before any search, made when they are first needed.
	samples []*evaluation
	// left is the work that may still be done.
	left int
}

// New returns a solver for a questionnaire that leads to a leaning.
func New(q *questionnaire.Questionnaire) *Solver {
	s := &Solver{source: q, place: map[string]int{}, thresholds: map[string]*big.Rat{}, left: totalWork}
	for i := range q.Questions {
		s.questions = append(s.questions, newQuestion(&q.Questions[i]))
	}
	slices.SortFunc(s.questions, func(a, b question) int { return strings.Compare(a.ID, b.ID) })
	for i := range s.questions {
		s.place[s.questions[i].ID] = i
	}
	for _, threshold := range score.Thresholds() {
		s.thresholds[threshold.Name] = threshold.Value
	}
	return s
}

// Solve decides whether some sheet fulfils all constraints. With Sat comes such a sheet.
func (s *Solver) Solve(constraints ...Constraint) (Verdict, *answers.Sheet) {
	q := &query{Solver: s}
	tests := 0
	for _, c := range constraints {
		tests += len(c.condition.Tests())
		if tests > mostTests {
			return Unknown, nil
		}
		q.constraints = append(q.constraints, c)
		q.deep = q.deep || c.condition.NeedsRobustness()
	}
	if !q.deep {
		for _, sample := range s.sampled() {
			if sample.meets(q.constraints) {
				return Sat, sample.sheet
			}
		}
	}
	var goals []goal
	for i := range q.constraints {
		sorted := q.constraints[i].condition.Sorted()
		goals = append(goals, goal{want: q.constraints[i].want, condition: &sorted})
	}
	q.left = min(mostWork, s.left)
	s.left -= q.left
	verdict := q.solve(s.everything(), goals)
	s.left += max(q.left, 0)
	return verdict, q.found
}

// Range encloses what a metric can be on an axis, or on condition.Overall, over all sheets; ok is false when it can never be
// computed.
func (s *Solver) Range(metric condition.Metric, axis string) (low, high *big.Rat, ok bool) {
	all := s.everything().enclose(figure{metric, axis})
	return all.low, all.high, all.number
}

// query is one call of Solve.
type query struct {
	*Solver
	constraints []Constraint
	// deep is set where a constraint looks at robustness.
	deep bool
	// left is the work that may still be done.
	left  int
	found *answers.Sheet
}

// spend counts work and reports whether it may still be done.
func (q *query) spend(work int) bool {
	q.left -= work
	return q.left >= 0
}

// solve decides about the sheets of a region that meet the goals: it takes what the goals leave no choice about, proves the
// region empty where the bounds do, and else tries each way to meet the goal that has the fewest, or looks for a sheet.
func (q *query) solve(r *region, goals []goal) Verdict {
	if !q.spend(len(r.states)) {
		return Unknown
	}
	choices, ok := r.assume(goals)
	if !ok || !r.possible() {
		return Unsat
	}
	if len(choices) == 0 {
		return q.search(r)
	}
	slices.SortStableFunc(choices, func(a, b []goal) int { return len(a) - len(b) })
	return q.branch(r, choices[0], choices[1:])
}

func (q *query) branch(r *region, ways []goal, rest [][]goal) Verdict {
	verdict := Unsat
	for _, way := range ways {
		goals := []goal{way}
		for _, other := range rest {
			goals = append(goals, goal{ways: other})
		}
		switch q.solve(r.clone(), goals) {
		case Sat:
			return Sat
		case Unknown:
			verdict = Unknown
		case Unsat:
		}
	}
	return verdict
}

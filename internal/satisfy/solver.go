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

// Verdict is the result for a set of constraints. The zero value is invalid.
type Verdict int

const (
	// Unsat means that it is proven that no sheet fulfils the constraints.
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

// Constraint is a requirement on a sheet.
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

// Holds requires that the condition is true of the sheet.
func Holds(c condition.Condition) Constraint { return Constraint{holds, c} }

// Fails requires that the condition is not true of the sheet.
func Fails(c condition.Condition) Constraint { return Constraint{fails, c} }

// Known requires that nothing that the condition looks at is missing: its questions are answered and its figures can be
// computed. A condition that fails on such a sheet fails because of the answers.
func Known(c condition.Condition) Constraint { return Constraint{known, c} }

// Work is counted in questions examined and not in time, so that every machine gives the same verdict.
const (
	// mostWork is what one call of Solve may take.
	maxWork = 20_000
	// totalWork is the limit for all calls on one solver: a few seconds, whatever the file.
	totalWork = 200_000
	// mostTests is how many tests the constraints of one call may have.
	maxTests = 2_000
)

// Solver looks for sheets of one questionnaire: each question is answered with one of its options, with "don't know",
// left out, or, if it allows that, not applicable. It must not be used concurrently.
type Solver struct {
	source *questionnaire.Questionnaire
	// questions are sorted by id, and place maps ids to indexes.
	questions  []question
	place      map[string]int
	thresholds map[string]*big.Rat
	// samples are tried before any search; computed when first needed.
	samples []*evaluation
	// left is the remaining work.
	left int
}

// New returns a solver for a questionnaire that leads to a leaning.
func New(q *questionnaire.Questionnaire) *Solver {
	s := &Solver{source: q, place: map[string]int{}, thresholds: map[string]*big.Rat{}, left: totalWork}
	for i := range q.Questions {
		s.questions = append(s.questions, s.newQuestion(&q.Questions[i]))
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

// Solve decides whether some sheet fulfils all constraints, and returns such a sheet with Sat.
func (s *Solver) Solve(constraints ...Constraint) (Verdict, *answers.Sheet) {
	q := &query{Solver: s}
	tests := 0
	for _, c := range constraints {
		tests += len(c.condition.Tests())
		if tests > maxTests {
			return Unknown, nil
		}
		q.constraints = append(q.constraints, c)
		q.deep = q.deep || c.condition.NeedsRobustness()
	}
	if !q.deep {
		for _, sample := range s.sampleSheets() {
			if sample.meetsAll(q.constraints) {
				return Sat, sample.sheet
			}
		}
	}
	var goals []goal
	for i := range q.constraints {
		sorted := q.constraints[i].condition.Sorted()
		goals = append(goals, goal{want: q.constraints[i].want, condition: &sorted})
	}
	q.left = min(maxWork, s.left)
	s.left -= q.left
	verdict := q.solveGoals(s.wholeRegion(), goals)
	s.left += max(q.left, 0)
	return verdict, q.found
}

// Range encloses the possible values of a metric on an axis, or on condition.Overall; ok is false if it can never be
// computed.
func (s *Solver) Range(metric condition.Metric, axis string) (low, high *big.Rat, ok bool) {
	all := s.wholeRegion().encloseFigure(figure{metric, axis})
	return all.low, all.high, all.number
}

// query is a call of Solve.
type query struct {
	*Solver
	constraints []Constraint
	// deep: a constraint tests robustness.
	deep bool
	// left is the remaining work.
	left  int
	found *answers.Sheet
}

// spendWork counts work and reports whether there is any left.
func (q *query) spendWork(work int) bool {
	q.left -= work
	return q.left >= 0
}

// solveGoals decides about the sheets of a region that meet the goals: it applies what leaves no choice, proves the
// region empty if the bounds do, and otherwise tries each way to meet the goal that has the fewest, or searches for a
// sheet.
func (q *query) solveGoals(r *region, goals []goal) Verdict {
	if !q.spendWork(len(r.states)) {
		return Unknown
	}
	choices, ok := r.assumeGoals(goals)
	if !ok || !r.isPossible() {
		return Unsat
	}
	if len(choices) == 0 {
		return q.searchRegion(r)
	}
	slices.SortStableFunc(choices, func(a, b []goal) int { return len(a) - len(b) })
	return q.branchOn(r, choices[0], choices[1:])
}

func (q *query) branchOn(r *region, ways []goal, rest [][]goal) Verdict {
	verdict := Unsat
	for _, way := range ways {
		goals := []goal{way}
		for _, other := range rest {
			goals = append(goals, goal{ways: other})
		}
		switch q.solveGoals(r.clone(), goals) {
		case Sat:
			return Sat
		case Unknown:
			verdict = Unknown
		case Unsat:
		}
	}
	return verdict
}

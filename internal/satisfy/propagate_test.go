package satisfy

import (
	"math/big"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/opsfit/opsfit/internal/condition"
	"github.com/opsfit/opsfit/internal/questionnaire/questionnairetest"
)

// figures are all that a condition can measure, and the floors that shortfalls rest on.
func figures(s *Solver) []figure {
	var all []figure
	for _, metric := range append(condition.Metrics(), condition.Floor) {
		all = append(all, figure{metric, "nowhere"})
		if metric != condition.Floor {
			all = append(all, figure{metric, condition.Overall})
		}
		for i := range s.source.Axes {
			all = append(all, figure{metric, s.source.Axes[i].ID})
		}
	}
	return all
}

// drawRegion leaves open some of the states of each question.
func drawRegion(t *rapid.T, s *Solver) *region {
	r := s.wholeRegion()
	for i := range s.questions {
		r.states[i] = set(rapid.Uint64Range(1, uint64(s.questions[i].whole)).Draw(t, "states"))
	}
	return r
}

func (r *region) holds(states []int) bool {
	for i, state := range states {
		if r.states[i]&singleState(state) == 0 {
			return false
		}
	}
	return true
}

// eachSheet visits all sheets of a solver.
func eachSheet(s *Solver, visit func(made *evaluation)) {
	states := make([]int, len(s.questions))
	var fill func(place int)
	fill = func(place int) {
		if place == len(states) {
			visit(s.scoreStates(slices.Clone(states), true))
			return
		}
		for states[place] = range s.questions[place].states {
			fill(place + 1)
		}
	}
	fill(0)
}

// Every bound encloses what the score computes on every sheet of the region. Those of readiness on one axis are
// exact.
func TestBoundsEncloseEverySheet(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		s := New(drawQuestionnaire(t))
		r := drawRegion(t, s)
		seen := map[figure]interval{}
		eachSheet(s, func(made *evaluation) {
			if !r.holds(made.states) {
				return
			}
			for _, f := range figures(s) {
				value := made.facts.Figures().Value(f.metric, f.axis)
				seen[f] = seen[f].addValue(value)
				if enclosed := r.encloseFigure(f); !enclosed.has(value) {
					t.Fatalf("%v is %v on %v, outside %+v", f, value, made.states, enclosed)
				}
			}
		})
		for _, f := range figures(s) {
			exact := f.axis != condition.Overall && f.metric == condition.Readiness
			if exact && !sameNumbers(seen[f], r.encloseFigure(f)) {
				t.Fatalf("%v is %+v on all sheets, bounded by %+v", f, seen[f], r.encloseFigure(f))
			}
		}
	})
}

func sameNumbers(a, b interval) bool {
	return a.number == b.number && (!a.number || a.low.Cmp(b.low) == 0 && a.high.Cmp(b.high) == 0)
}

// A figure that is demanded narrows what rests on it.
func TestDemandsNarrowOtherFigures(t *testing.T) {
	t.Parallel()
	r := New(questionnairetest.Shipped(t, "full")).wholeRegion()
	r.demandFigure(figure{condition.Practice, "delivery"}, passingBound(condition.Bound{Op: condition.GTE, Value: big.NewRat(1, 2)}))
	r.demandFigure(figure{condition.Readiness, "stability"}, closedInterval(big.NewRat(1, 1), big.NewRat(2, 1)))
	for f, want := range map[figure]interval{
		{condition.Practice, "delivery"}:   closedInterval(big.NewRat(1, 2), big.NewRat(1, 1)),
		{condition.Gap, "delivery"}:        closedInterval(big.NewRat(-2, 1), big.NewRat(1, 2)),
		{condition.Fit, "delivery"}:        closedInterval(big.NewRat(0, 1), big.NewRat(100, 1)),
		{condition.Floor, "stability"}:     closedInterval(big.NewRat(3, 2), big.NewRat(7, 2)),
		{condition.Shortfall, "stability"}: closedInterval(big.NewRat(0, 1), big.NewRat(5, 2)),
	} {
		if got := r.valueOf(f); !sameNumbers(got, want) {
			t.Errorf("%v is %+v, want %+v", f, got, want)
		}
	}
}

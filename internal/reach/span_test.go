package reach

import (
	"math/big"
	"testing"

	"pgregory.net/rapid"

	"github.com/opsfit/opsfit/internal/condition"
	"github.com/opsfit/opsfit/internal/questionnaire/questionnairetest"
)

// figures are all that a condition can measure, and the floors that shortfalls rest on are seen through them.
func figures(s *Space) []figure {
	var all []figure
	for _, metric := range condition.Metrics() {
		all = append(all, figure{metric, condition.Overall}, figure{metric, "nowhere"})
		for _, a := range s.axes {
			all = append(all, figure{metric, a.id})
		}
	}
	return all
}

// drawBox leaves open some of the states of each question.
func drawBox(t *rapid.T, s *Space) *box {
	b := s.newBox()
	for i := range s.questions {
		b.domains[i] = set(rapid.Uint64Range(1, uint64(s.questions[i].whole)).Draw(t, "states"))
	}
	return b
}

func (b *box) holds(states []int) bool {
	for i, state := range states {
		if !b.domains[i].has(state) {
			return false
		}
	}
	return true
}

// eachSheet visits all sheets of a space.
func eachSheet(s *Space, visit func(states []int, made *evaluation)) {
	states := make([]int, len(s.questions))
	var fill func(place int)
	fill = func(place int) {
		if place == len(states) {
			visit(states, s.evaluate(s.sheet(states), true))
			return
		}
		for states[place] = range s.questions[place].states {
			fill(place + 1)
		}
	}
	fill(0)
}

// Every bound encloses what the score room computes on every sheet of the box. Those of a single axis are exact, but for
// tension, and but for practice where the coverage decides whether it is scored.
func TestBoundsEncloseEverySheet(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		s := NewSpace(drawQuestionnaire(t))
		b := drawBox(t, s)
		seen := map[figure]span{}
		eachSheet(s, func(states []int, made *evaluation) {
			if !b.holds(states) {
				return
			}
			for _, f := range figures(s) {
				value := made.facts.Figures().Value(f.metric, f.axis)
				seen[f] = seen[f].with(value)
				if enclosed := b.enclose(f); !contains(enclosed, value) {
					t.Fatalf("%v is %v on %v, outside %+v", f, value, states, enclosed)
				}
			}
		})
		for _, f := range figures(s) {
			if exact(f) && !equal(seen[f], b.enclose(f)) {
				t.Fatalf("%v is %+v on all sheets, bounded by %+v", f, seen[f], b.enclose(f))
			}
		}
	})
}

func contains(s span, value *big.Rat) bool {
	if value == nil {
		return s.unknown
	}
	return s.known && s.low.Cmp(value) <= 0 && value.Cmp(s.high) <= 0
}

func exact(f figure) bool {
	switch f.metric {
	case condition.Coverage, condition.DontKnows:
		return true
	case condition.Situation, condition.Readiness:
		return f.axis != condition.Overall
	default:
		return false
	}
}

func equal(a, b span) bool {
	if a.known != b.known || a.unknown != b.unknown {
		return false
	}
	return !a.known || a.low.Cmp(b.low) == 0 && a.high.Cmp(b.high) == 0
}

// On a single sheet there is nothing left to bound: every figure is what the score room says. Steps alone stay open.
func TestBoundsOfOneSheetAreExact(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		s := NewSpace(drawQuestionnaire(t))
		b := s.newBox()
		states := make([]int, len(s.questions))
		for i := range states {
			states[i] = rapid.IntRange(0, len(s.questions[i].states)-1).Draw(t, "state")
			b.domains[i] = only(states[i])
		}
		made := s.evaluate(s.sheet(states), true)
		for _, f := range figures(s) {
			want := span{}.with(made.facts.Figures().Value(f.metric, f.axis))
			if f.metric != condition.Steps && !equal(want, b.enclose(f)) {
				t.Fatalf("%v is %+v, bounded by %+v", f, want, b.enclose(f))
			}
		}
	})
}

// A figure within a limit narrows what rests on it.
func TestDemandsNarrowOtherFigures(t *testing.T) {
	t.Parallel()
	b := NewSpace(questionnairetest.Shipped(t, "full")).newBox()
	b.demand(figure{condition.Practice, "delivery"}, limit{parts: []interval{{low: big.NewRat(1, 2)}}})
	b.demand(figure{condition.Readiness, "stability"}, limit{parts: []interval{{low: big.NewRat(1, 1), high: big.NewRat(2, 1)}}})
	for f, want := range map[figure]span{
		{condition.Practice, "delivery"}:   between(big.NewRat(1, 2), big.NewRat(1, 1)),
		{condition.Gap, "delivery"}:        {low: big.NewRat(-2, 1), high: big.NewRat(1, 2), known: true, unknown: true},
		{condition.Fit, "delivery"}:        {low: big.NewRat(0, 1), high: big.NewRat(100, 1), known: true, unknown: true},
		{condition.Floor, "stability"}:     between(big.NewRat(3, 2), big.NewRat(7, 2)),
		{condition.Shortfall, "stability"}: between(big.NewRat(0, 1), big.NewRat(5, 2)),
	} {
		if got := b.value(f); !equal(got, want) {
			t.Errorf("%v is %+v, want %+v", f, got, want)
		}
	}
}

func TestTensionIsBoundedByTheWeakerPull(t *testing.T) {
	t.Parallel()
	b := NewSpace(questionnairetest.Shipped(t, "full")).newBox()
	f := figure{condition.Tension, "stability"}
	if got, want := b.value(f), (span{low: big.NewRat(0, 1), high: big.NewRat(1, 1), known: true, unknown: true}); !equal(got, want) {
		t.Errorf("%+v, want %+v", got, want)
	}
	// Options are by value: only the two that speak for care are left.
	b.restrict(b.space.place["outage_cost"], firstStates(2))
	b.restrict(b.space.place["priority"], firstStates(2))
	if got, zero := b.value(f), new(big.Rat); !equal(got, between(zero, zero)) {
		t.Errorf("%+v, want 0", got)
	}
}

// What is said not to bear on a figure never changes it.
func TestOnlyWhatBearsOnAFigureChangesIt(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		s := NewSpace(drawQuestionnaire(t))
		states := make([]int, len(s.questions))
		for i := range states {
			states[i] = rapid.IntRange(0, len(s.questions[i].states)-1).Draw(t, "state")
		}
		place := rapid.IntRange(0, len(states)-1).Draw(t, "question")
		before := s.evaluate(s.sheet(states), true)
		states[place] = rapid.IntRange(0, len(s.questions[place].states)-1).Draw(t, "other state")
		after := s.evaluate(s.sheet(states), true)
		for _, f := range figures(s) {
			if s.questions[place].bearsOn(f) {
				continue
			}
			old, changed := before.facts.Figures().Value(f.metric, f.axis), after.facts.Figures().Value(f.metric, f.axis)
			if compare(old, changed) != 0 {
				t.Fatalf("%s changes %v from %v to %v", s.questions[place].ID, f, old, changed)
			}
		}
	})
}

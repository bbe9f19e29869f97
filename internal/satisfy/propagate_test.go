package satisfy

import (
	"maps"
	"math/big"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/opsfit/opsfit/internal/advice"
	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/condition"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/questionnaire/questionnairetest"
	"github.com/opsfit/opsfit/internal/score"
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

// holds reports a sheet of the region. A question that is not asked has one state, whatever was answered to it.
func (r *region) holds(made *evaluation) bool {
	for i, state := range made.states {
		if made.sheet.Get(r.questions[i].ID).NotAsked {
			state = len(r.questions[i].states) - 1
		}
		if r.states[i]&singleState(state) == 0 {
			return false
		}
	}
	return true
}

// eachGiven visits all sheets that people can give, whatever states the solver knows.
func eachGiven(s *Solver, visit func(made *evaluation)) {
	sheet := answers.Sheet{Questionnaire: s.source.ID, Answers: map[string]answers.Answer{}}
	var fill func(place int)
	fill = func(place int) {
		if place == len(s.questions) {
			given := sheet
			given.Answers = maps.Clone(sheet.Answers)
			settled := given.LeaveUnasked(s.source)
			visit(&evaluation{sheet: settled, facts: advice.NewFacts(s.source, settled, score.Score(s.source, settled))})
			return
		}
		question := s.questions[place].Question
		for _, answer := range answersTo(question) {
			delete(sheet.Answers, question.ID)
			if answer.Status != answers.Skipped {
				sheet.Answers[question.ID] = answer
			}
			fill(place + 1)
		}
	}
	fill(0)
}

// answersTo are all answers to a question. An option that nobody knows counts like one that was not chosen.
func answersTo(q *questionnaire.Question) []answers.Answer {
	all := []answers.Answer{
		{Status: answers.Skipped, Source: answers.Person}, {Status: answers.DontKnow, Source: answers.Person},
	}
	if q.AllowNA {
		all = append(all, answers.Answer{Status: answers.NotApplicable, Source: answers.Person})
	}
	if !q.Many {
		for i := range q.Options {
			all = append(all, answers.Answer{Status: answers.Answered, Option: q.Options[i].ID, Source: answers.Person})
		}
		return all
	}
	lists := []answers.List{{}}
	for i := range q.Options {
		id := q.Options[i].ID
		if q.Options[i].None {
			lists = append(lists, answers.List{Options: []string{id}})
			continue
		}
		for _, list := range slices.Clone(lists) {
			chosen, left := list, list
			chosen.Options = append(slices.Clone(list.Options), id)
			left.NotApplicable = append(slices.Clone(list.NotApplicable), answers.LeftOut{Option: id})
			lists = append(lists, chosen, left)
		}
	}
	for _, list := range lists {
		if len(list.NotApplicable) < len(q.Options)-countNone(q) {
			all = append(all, answers.Answer{Status: answers.Answered, List: &list, Source: answers.Person})
		}
	}
	return all
}

func countNone(q *questionnaire.Question) int {
	count := 0
	for i := range q.Options {
		if q.Options[i].None {
			count++
		}
	}
	return count
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
			if !r.holds(made) {
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
			exact := f.axis != condition.Overall && f.metric == condition.Readiness && !dependsOnOthers(s.source)
			if exact && !sameNumbers(seen[f], r.encloseFigure(f)) {
				t.Fatalf("%v is %+v on all sheets, bounded by %+v", f, seen[f], r.encloseFigure(f))
			}
		}
	})
}

// dependsOnOthers reports that not every combination of answers is a sheet.
func dependsOnOthers(q *questionnaire.Questionnaire) bool {
	return slices.ContainsFunc(q.Questions, func(q questionnaire.Question) bool { return q.AskIf != nil })
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

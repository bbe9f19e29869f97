package satisfy

import (
	"fmt"
	"math/big"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/opsfit/opsfit/internal/condition"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/questionnaire/questionnairetest"
)

// A verdict is held against every sheet there is, on questionnaires small enough to try them all. Few are left unknown.
func TestVerdictsAgreeWithEverySheet(t *testing.T) {
	t.Parallel()
	asked, unknown := 0, 0
	rapid.Check(t, func(t *rapid.T) {
		q := drawQuestionnaire(t)
		solver := New(q)
		if rapid.Bool().Draw(t, "few samples") {
			solver.samples = solver.sampleSheets()[:2] // What the samples find needs no bounds, and would show no wrong one.
		}
		var sheets []*evaluation
		eachGiven(solver, func(made *evaluation) { sheets = append(sheets, made) })
		for range 12 {
			constraints := drawConstraints(t, q)
			verdict, witness := solver.Solve(constraints...)
			met := slices.DeleteFunc(slices.Clone(sheets), func(e *evaluation) bool { return !e.meetsAll(constraints) })
			isWitness := slices.ContainsFunc(met, func(e *evaluation) bool { return cmp.Equal(e.sheet, witness) })
			asked++
			switch {
			case verdict == Unsat && len(met) > 0:
				t.Fatalf("unsat, but %d of %d sheets meet %+v", len(met), len(sheets), constraints)
			case (verdict == Sat) != isWitness:
				t.Fatalf("%s, with the witness %+v of %+v", verdict, witness, constraints)
			case verdict == Unknown:
				unknown++
			}
		}
	})
	if 10*unknown > asked {
		t.Errorf("%d of %d verdicts on a handful of questions are unknown", unknown, asked)
	}
}

// The order of anything in a file changes no verdict.
func TestOrderChangesNoVerdict(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		q := drawQuestionnaire(t)
		c := drawCondition(t, q, 3)
		shuffled, other := *q, shuffle(t, c)
		shuffled.Axes = rapid.Permutation(q.Axes).Draw(t, "axes")
		shuffled.Questions = rapid.Permutation(q.Questions).Draw(t, "questions")
		for i := range shuffled.Questions {
			shuffled.Questions[i].Options = rapid.Permutation(shuffled.Questions[i].Options).Draw(t, "options")
		}
		first, _ := New(q).Solve(Holds(c))
		second, _ := New(&shuffled).Solve(Holds(other))
		if first != second {
			t.Fatalf("%s in one order, %s in another", first, second)
		}
	})
}

func shuffle(t *rapid.T, c condition.Condition) condition.Condition {
	c.Of = slices.Clone(c.Of)
	for i := range c.Of {
		c.Of[i] = shuffle(t, c.Of[i])
	}
	if len(c.Of) > 1 {
		c.Of = rapid.Permutation(c.Of).Draw(t, "parts of a condition")
	}
	return c
}

// The builders below write conditions as the catalogue does.
func measured(metric condition.Metric, axis string, op condition.Op, value string) condition.Condition {
	number, ok := new(big.Rat).SetString(value)
	if !ok {
		panic("not a number: " + value)
	}
	return condition.Condition{
		Kind: condition.MetricTest, Metric: metric, Axis: axis, Bounds: []condition.Bound{{Op: op, Value: number}},
	}
}

func all(of ...condition.Condition) condition.Condition {
	return condition.Condition{Kind: condition.All, Of: of}
}

func answered(question string, options ...string) condition.Condition {
	return condition.Condition{Kind: condition.AnswerTest, Question: question, Options: options}
}

func shifted(axis, towards string) condition.Condition {
	return condition.Condition{Kind: condition.ShiftTest, Axis: axis, Towards: towards}
}

// TestSolve asks a questionnaire what takes more than one test to tell.
func TestSolve(t *testing.T) {
	t.Parallel()
	const overall, lt, lte, gte, gt, eq = condition.Overall, condition.LT, condition.LTE, condition.GTE, condition.GT, condition.EQ
	const practice, gap, fit, shortfall = condition.Practice, condition.Gap, condition.Fit, condition.Shortfall
	daily, single := answered("release_trigger", "every_change"), answered("batch_size", "single")
	tests := []struct {
		name string
		c    condition.Condition
		want Verdict
	}{
		{"a figure at its end", measured(practice, overall, gte, "1"), Sat},
		{"a figure beyond its end", measured(practice, overall, gt, "1"), Unsat},
		{"an empty stretch", all(measured(fit, overall, gt, "80"), measured(fit, overall, lt, "80")), Unsat},
		{"one value that two answers can make", measured(practice, "delivery", eq, "4/5"), Sat},
		{"answers that fix a figure", all(daily, single, measured(practice, "delivery", lt, "1")), Unsat},
		{"the same with one answer left open", all(daily, measured(practice, "delivery", lt, "0.3")), Sat},
		{"a gap too wide for the practice", all(measured(gap, "delivery", gte, "1"), measured(practice, "delivery", gte, "0.1")), Unsat},
		{"the widest gap for the practice", all(measured(gap, "delivery", gte, "1"), measured(practice, "delivery", gte, "0")), Sat},
		{"a good fit with one bad axis", all(measured(fit, overall, gt, "72"), measured(gap, "delivery", gte, "2")), Unsat},
		{"a fair fit with one bad axis", all(measured(fit, overall, gte, "65"), measured(gap, "delivery", gte, "2")), Sat},
		{"both shifts of one axis", all(shifted("delivery", "devops"), shifted("delivery", "sysops")), Unsat},
		{"opposite shifts of two axes", all(shifted("delivery", "devops"), shifted("stability", "sysops")), Sat},
		{"a shift of no axis", shifted("elsewhere", "devops"), Unsat},
		{"a floor that nothing names", measured(shortfall, "stability", gt, "3.5"), Unsat},
		{"the highest floor and no readiness", measured(shortfall, "stability", eq, "3.5"), Sat},
		{"opposed needs", measured(condition.Tension, overall, gte, "0.3"), Sat},
		{"more opposed than a scale has room for", measured(condition.Tension, overall, gt, "1"), Unsat},
		{"nothing known of one axis", all(measured(practice, "delivery", gte, "0"), unknown("who_runs")), Sat},
		{"robustness", measured(condition.Steps, overall, gte, "2"), Sat},
		{"more wanted than a limit allows", all(held("delivery"), measured(gap, "delivery", gt, "0")), Sat},
		{"a limit that nothing sets", held("stability"), Unsat},
		{"held beyond its bound", all(held("delivery"), answered("audit", "body"), measured(condition.Situation, "delivery", gt, "0")), Unsat},
		{"a level below the highest floor", all(unmet("restore_test"), measured(condition.Weakest, overall, gte, "3")), Sat},
		{"a level above every floor", all(unmet("restore_test"), level("restore_test", eq, "4")), Unsat},
		{"unmet and met at once", all(unmet("restore_test"), none(unmet("restore_test"))), Unsat},
		{"the weakest above the mean", all(measured(condition.Weakest, "stability", eq, "4"), measured(shortfall, "stability", gt, "0")), Unsat},
		{"practice beyond a limit", measured(condition.BeyondLimit, "delivery", eq, "1"), Sat},
		{"practice further beyond than the line is long", measured(condition.BeyondLimit, "delivery", gt, "1"), Unsat},
		{"advice by its figures", advised("stay_sysops"), Sat},
		{"advice against its figures", all(advised("shift_devops"), measured(gap, overall, lt, "0.3")), Unsat},
		{"two advices", all(advised("shift_devops", "combine"), advised("shift_sysops")), Unsat},
		{"a kind of test that has no form here", condition.Condition{Kind: 99}, Unknown},
		{"a count between two whole numbers", all(measured(condition.DontKnows, overall, gt, "2"), measured(condition.DontKnows, overall, lt, "3")), Unknown},
		{"a value that nothing but all sheets could rule out", measured(practice, overall, eq, "0.12345"), Unknown},
	}
	q := questionnairetest.Frozen(t)
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			if got, _ := New(q).Solve(Holds(test.c)); got != test.want {
				t.Errorf("%s, want %s", got, test.want)
			}
		})
	}
}

func held(axis string) condition.Condition {
	return condition.Condition{Kind: condition.HeldTest, Axis: axis}
}

func unmet(question string) condition.Condition {
	return condition.Condition{Kind: condition.UnmetTest, Question: question}
}

func level(question string, op condition.Op, value string) condition.Condition {
	bounds := measured(condition.Readiness, "", op, value).Bounds
	return condition.Condition{Kind: condition.LevelTest, Question: question, Bounds: bounds}
}

func none(of ...condition.Condition) condition.Condition {
	return condition.Condition{Kind: condition.None, Of: of}
}

func advised(words ...string) condition.Condition {
	return condition.Condition{Kind: condition.AdviceTest, Options: words}
}

func unknown(question string) condition.Condition {
	return condition.Condition{Kind: condition.UnknownTest, Question: question}
}

// line is a question with an option at every twentieth from pole to pole.
func line(id string, measures questionnaire.Measure) questionnaire.Question {
	q := questionnaire.Question{ID: id, Measures: measures, Weight: big.NewRat(1, 1)}
	for at := int64(-20); at <= 20; at++ {
		q.Options = append(q.Options, questionnaire.Option{ID: fmt.Sprint("o", at), Position: big.NewRat(at, 20)})
	}
	return q
}

// A shift, written out in figures, is what the score room gives as a direction, at every edge.
func TestShiftInFigures(t *testing.T) {
	t.Parallel()
	practice, situation := line("practice", questionnaire.Lean), line("situation", questionnaire.Context)
	practice.Axis, situation.Affects = "pace", []questionnaire.Affect{{Axis: "pace", Weight: big.NewRat(1, 1)}}
	s := New(&questionnaire.Questionnaire{
		Axes:      []questionnaire.Axis{{ID: "pace", Weight: big.NewRat(1, 1)}},
		Questions: []questionnaire.Question{practice, situation},
	})
	eachSheet(s, func(made *evaluation) {
		for _, towards := range []string{"devops", "sysops"} {
			shift, inFigures := shifted("pace", towards), s.shiftCondition("pace", towards)
			want := shift.Holds(made.facts)
			if got := inFigures.Holds(made.facts); got != want {
				t.Errorf("towards %s on %v: %t, want %t", towards, made.states, got, want)
			}
		}
	})
}

// A file cannot make the program busy for long: what one solver may cost is bounded, and then it says that it does not know.
func TestWorkIsBounded(t *testing.T) {
	t.Parallel()
	s := New(questionnairetest.Frozen(t))
	hard := measured(condition.Practice, condition.Overall, condition.EQ, "0.12345")
	s.left = 200
	if got, _ := s.Solve(Holds(hard)); got != Unknown || s.left > 0 {
		t.Fatalf("%s with %d units of work left, want unknown with none", got, s.left)
	}
	impossible := measured(condition.Practice, condition.Overall, condition.GT, "1")
	if got, _ := s.Solve(Holds(impossible)); got != Unknown {
		t.Errorf("without work left: %s", got)
	}
}

// A condition of very many tests is not looked at, and leaves the work for the others.
func TestHostileConditionsAreUnknown(t *testing.T) {
	t.Parallel()
	s := New(questionnairetest.Frozen(t))
	fits := make([]condition.Condition, 50_000)
	for i := range fits {
		fits[i] = measured(condition.Fit, condition.Overall, condition.GT, fmt.Sprintf("0.%d", i))
	}
	for _, kind := range []condition.Kind{condition.All, condition.Any, condition.None} {
		if got, _ := s.Solve(Holds(condition.Condition{Kind: kind, Of: fits})); got != Unknown {
			t.Errorf("%d: %s, want unknown", kind, got)
		}
	}
	if got, _ := s.Solve(Holds(fits[0])); got != Sat {
		t.Errorf("a plain condition after it: %s, want sat", got)
	}
}

func BenchmarkSolve(b *testing.B) {
	q := questionnairetest.Shipped(b, "full")
	for b.Loop() {
		s := New(q)
		for i := range q.Catalogue.Recommendations {
			rule := &q.Catalogue.Recommendations[i]
			s.Solve(Holds(rule.When))
			s.Solve(Known(rule.When), Fails(rule.When))
		}
	}
}

// The same on checklists, whose lists have more answers than states, and whose questions depend on each other. The solver tells
// apart what its catalogue asks about.
func TestVerdictsAgreeWithEveryChecklist(t *testing.T) {
	t.Parallel()
	asked, unknown := 0, 0
	rapid.Check(t, func(t *rapid.T) {
		q := drawChecklist(t)
		var constraints [][]Constraint
		for range 12 {
			c := drawChecklistCondition(t, q)
			if rapid.Bool().Draw(t, "in the catalogue") {
				q.Catalogue.Warnings = append(q.Catalogue.Warnings, questionnaire.Warning{When: c})
			}
			of := rapid.SampledFrom([]func(condition.Condition) Constraint{Holds, Fails, Known}).Draw(t, "constraint")
			constraints = append(constraints, []Constraint{of(c)})
		}
		solver := New(q)
		solver.samples = solver.sampleSheets()[:2] // What the samples find needs no bounds, and would show no wrong one.
		var sheets []*evaluation
		eachGiven(solver, func(made *evaluation) { sheets = append(sheets, made) })
		for _, one := range constraints {
			verdict, witness := solver.Solve(one...)
			isMet := slices.ContainsFunc(sheets, func(e *evaluation) bool { return e.meetsAll(one) })
			asked++
			switch {
			case verdict == Unsat && isMet:
				t.Fatalf("unsat, but a sheet meets %+v", one)
			case verdict == Sat && (!isMet || witness == nil):
				t.Fatalf("sat, but no sheet meets %+v", one)
			case verdict == Unknown:
				unknown++
			}
		}
	})
	if 4*unknown > asked {
		t.Errorf("%d of %d verdicts on a handful of questions are unknown", unknown, asked)
	}
}

package reach

import (
	"fmt"
	"math/big"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/opsfit/opsfit/internal/condition"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/questionnaire/questionnairetest"
)

// A verdict is held against every sheet there is, on questionnaires small enough to try them all.
func TestVerdictsAgreeWithEverySheet(t *testing.T) {
	t.Parallel()
	undecided := 0
	rapid.Check(t, func(t *rapid.T) {
		q := drawQuestionnaire(t)
		space := NewSpace(q)
		var sheets []*evaluation
		eachSheet(space, func(_ []int, made *evaluation) { sheets = append(sheets, made) })
		for range 12 {
			parts := drawParts(t, q)
			verdict, witness := space.Find(parts...)
			met := 0
			for _, sheet := range sheets {
				if sheet.meets(parts) {
					met++
				}
			}
			switch {
			case verdict == Never && met > 0:
				t.Fatalf("never, but %d of %d sheets meet %+v", met, len(sheets), parts)
			case verdict == Found && met == 0:
				t.Fatalf("found, but no sheet meets %+v", parts)
			case verdict == Found && !space.evaluate(witness, true).meets(parts):
				t.Fatalf("the witness %+v does not meet %+v", witness, parts)
			case verdict != Found && witness != nil:
				t.Fatalf("a witness of %s", verdict)
			case verdict == Undecided:
				undecided++
			}
		}
	})
	if undecided > 0 {
		t.Errorf("%d conditions on a handful of questions were not decided", undecided)
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
		first, _ := NewSpace(q).Find(Holds(c))
		second, _ := NewSpace(&shuffled).Find(Holds(other))
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
	return test(metric, axis, op, number)
}

func answered(question string, options ...string) condition.Condition {
	return condition.Condition{Kind: condition.AnswerTest, Question: question, Options: options}
}

func shifted(axis, towards string) condition.Condition {
	return condition.Condition{Kind: condition.ShiftTest, Axis: axis, Towards: towards}
}

// TestFind asks the shipped questionnaire what takes more than one test to tell.
func TestFind(t *testing.T) {
	t.Parallel()
	const overall, lt, lte, gte, gt, eq = condition.Overall, condition.LT, condition.LTE, condition.GTE, condition.GT, condition.EQ
	tests := []struct {
		name string
		c    condition.Condition
		want Verdict
	}{
		{"a figure at its end", measured(condition.Practice, overall, gte, "1"), Found},
		{"a figure beyond its end", measured(condition.Practice, overall, gt, "1"), Never},
		{"an empty stretch", all(measured(condition.Fit, overall, gt, "80"), measured(condition.Fit, overall, lt, "80")), Never},
		{"between two values that three answers can make", all(measured(condition.Practice, "delivery", gt, "0.34"), measured(condition.Practice, "delivery", lt, "0.49")), Never},
		{"one value that three answers can make", measured(condition.Practice, "delivery", eq, "1/6"), Found},
		{"answers that fix a figure", all(answered("release_trigger", "every_change"), answered("batch_size", "single"), measured(condition.Practice, "delivery", lt, "0.3")), Never},
		{"the same with a third answer left open", all(answered("release_trigger", "every_change"), answered("batch_size", "single"), measured(condition.Practice, "delivery", lt, "0.4")), Found},
		{"a gap too wide for the practice", all(measured(condition.Gap, "delivery", gte, "1"), measured(condition.Practice, "delivery", gte, "0.1")), Never},
		{"the widest gap for the practice", all(measured(condition.Gap, "delivery", gte, "1"), measured(condition.Practice, "delivery", gte, "0")), Found},
		{"a good fit with one bad axis", all(measured(condition.Fit, overall, gt, "80"), measured(condition.Gap, "delivery", gte, "2")), Never},
		{"a fair fit with one bad axis", all(measured(condition.Fit, overall, gte, "75"), measured(condition.Gap, "delivery", gte, "2")), Found},
		{"both shifts of one axis", all(shifted("change", "devops"), shifted("change", "sysops")), Never},
		{"opposite shifts of two axes", all(shifted("delivery", "devops"), shifted("stability", "sysops")), Found},
		{"a floor that nothing names", measured(condition.Shortfall, "stability", gt, "3.5"), Never},
		{"the highest floor and no readiness", measured(condition.Shortfall, "stability", eq, "3.5"), Found},
		{"opposed needs", all(measured(condition.Situation, "delivery", gte, "0.9"), measured(condition.Situation, "stability", lte, "-0.9")), Found},
		{"a count between two whole numbers", all(measured(condition.DontKnows, overall, gt, "2"), measured(condition.DontKnows, overall, lt, "3")), Never},
		{"robustness", measured(condition.Steps, overall, gte, "12"), Found},
		{"a value that nothing but all sheets could rule out", measured(condition.Practice, overall, eq, "0.12345"), Undecided},
	}
	q := questionnairetest.Shipped(t, "full")
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			if got, _ := NewSpace(q).Find(Holds(test.c)); got != test.want {
				t.Errorf("%s, want %s", got, test.want)
			}
		})
	}
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
	s := NewSpace(&questionnaire.Questionnaire{
		Axes:      []questionnaire.Axis{{ID: "pace", Weight: big.NewRat(1, 1)}},
		Questions: []questionnaire.Question{practice, situation},
	})
	eachSheet(s, func(states []int, made *evaluation) {
		for _, towards := range []string{"devops", "sysops"} {
			shift, inFigures := shifted("pace", towards), s.judged.shift("pace", towards)
			want := shift.Holds(made.facts)
			if got := inFigures.Holds(made.facts); got != want {
				t.Errorf("towards %s on %v: %t, want %t", towards, states, got, want)
			}
		}
	})
}

// Enough answers on too few axes give no practice.
func TestPracticeNeedsEnoughAxes(t *testing.T) {
	t.Parallel()
	q := &questionnaire.Questionnaire{Axes: []questionnaire.Axis{{ID: "a", Weight: big.NewRat(1, 1)}, {ID: "b", Weight: big.NewRat(1, 1)}}}
	for i, axis := range []string{"a", "b", "b", "b", "b"} {
		question := line(fmt.Sprint("q", i), questionnaire.Lean)
		question.Axis = axis
		q.Questions = append(q.Questions, question)
	}
	enough := measured(condition.Coverage, condition.Overall, condition.GTE, "0.8")
	scored := measured(condition.Practice, condition.Overall, condition.GTE, "-1")
	if got, _ := NewSpace(q).Find(Holds(enough), Fails(scored)); got != Found {
		t.Errorf("four answers on one of two axes: %s, want found", got)
	}
	b := NewSpace(q).newBox()
	for i := range b.domains[1:] {
		b.restrict(i+1, b.space.questions[i+1].answered)
	}
	if s := b.value(figure{condition.Practice, condition.Overall}); !s.known || !s.unknown {
		t.Errorf("with one axis open: %+v, want known or unknown", s)
	}
	all := measured(condition.Coverage, condition.Overall, condition.GT, "0.8")
	if got, _ := NewSpace(q).Find(Holds(all), Fails(scored)); got != Never {
		t.Errorf("answers on both axes: %s, want never", got)
	}
}

// A file cannot make the program busy for long: what one space may cost is bounded, and then it says that it does not know.
func TestWorkIsBounded(t *testing.T) {
	t.Parallel()
	s := NewSpace(questionnairetest.Shipped(t, "full"))
	s.left = mostWork + mostWork/2
	hard := measured(condition.Practice, condition.Overall, condition.EQ, "0.12345")
	for range 2 {
		if got, _ := s.Find(Holds(hard)); got != Undecided {
			t.Fatalf("%s, want undecided", got)
		}
	}
	if s.left > 0 {
		t.Errorf("%d units of work are left", s.left)
	}
	impossible := measured(condition.Practice, condition.Overall, condition.GT, "1")
	if got, _ := s.Find(Holds(impossible)); got != Undecided {
		t.Errorf("without work left: %s", got)
	}
}

// A condition of very many tests is not looked at, and leaves the work for the others: joining its tests would take minutes.
func TestHostileConditionsAreUndecided(t *testing.T) {
	t.Parallel()
	s := NewSpace(questionnairetest.Shipped(t, "full"))
	fits := make([]condition.Condition, 50_000)
	for i := range fits {
		fits[i] = measured(condition.Fit, condition.Overall, condition.GT, fmt.Sprintf("0.%d", i))
	}
	for _, kind := range []condition.Kind{condition.All, condition.Any, condition.None} {
		if got, _ := s.Find(Holds(condition.Condition{Kind: kind, Of: fits})); got != Undecided {
			t.Errorf("%d: %s, want undecided", kind, got)
		}
	}
	if got, _ := s.Find(Holds(fits[0])); got != Found {
		t.Errorf("a plain condition after it: %s, want found", got)
	}
}

func BenchmarkFind(b *testing.B) {
	q := questionnairetest.Shipped(b, "full")
	for b.Loop() {
		s := NewSpace(q)
		for i := range q.Catalogue.Recommendations {
			rule := &q.Catalogue.Recommendations[i]
			s.Find(Holds(rule.When))
			s.Find(Known(rule.When), Fails(rule.When))
		}
	}
}

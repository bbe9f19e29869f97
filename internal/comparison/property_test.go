package comparison_test

import (
	"math"
	"math/rand/v2"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/opsfit/opsfit/internal/comparison"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/questionnaire/questionnairetest"
	"github.com/opsfit/opsfit/internal/report"
)

// near is as close as nearest floats come.
const near = 1e-9

// moves returns every move of a comparison by what it is about.
func moves(c *comparison.Comparison) map[string]comparison.Move {
	found := map[string]comparison.Move{}
	if v := c.Verdict.Leaning; v != nil {
		found["practice"], found["situation"], found["readiness"] = v.Practice.Move, v.Situation.Move, v.Readiness.Move
	}
	for i := range c.Axes {
		axis := &c.Axes[i]
		found["practice of "+axis.ID], found["situation of "+axis.ID] = axis.Practice.Move, axis.Situation.Move
		found["readiness of "+axis.ID] = axis.Readiness.Move
	}
	return found
}

// TestNothingChangesBesideItself holds that a result compared with itself is empty.
func TestNothingChangesBesideItself(t *testing.T) {
	t.Parallel()
	choices := []*questionnaire.Questionnaire{questionnairetest.Frozen(t), questionnairetest.FrozenOutcomes(t)}
	rapid.Check(t, func(r *rapid.T) {
		doc := anyResult(r, t, rapid.SampledFrom(choices).Draw(r, "questionnaire"), "a")
		c := comparison.Compare(doc, doc)
		if comparison.Moved(c) || len(c.Answers.Changed)+len(c.Answers.Remarked) > 0 {
			r.Fatalf("something changed: %s", encoded(t, c))
		}
		for name, move := range moves(c) {
			if len(move.Causes) > 0 || move.Unexplained != nil || move.Change != nil && *move.Change != 0 {
				r.Fatalf("%s moved: %+v", name, move)
			}
		}
	})
}

// TestCausesSumToTheMove holds that every move is accounted for, between answers to one questionnaire and between two, and
// that between answers to one all of it is the team's.
func TestCausesSumToTheMove(t *testing.T) {
	t.Parallel()
	choices := []*questionnaire.Questionnaire{questionnairetest.Frozen(t), questionnairetest.Frozen(t), questionnairetest.FrozenShort(t)}
	rapid.Check(t, func(r *rapid.T) {
		c := comparison.Compare(
			anyResult(r, t, rapid.SampledFrom(choices).Draw(r, "before"), "a"),
			anyResult(r, t, rapid.SampledFrom(choices).Draw(r, "after"), "b"))
		for name, move := range moves(c) {
			if move.Change == nil {
				continue
			}
			var sum float64
			for _, cause := range move.Causes {
				sum += cause.Effect
				if c.Basis.Questionnaire.Alike && cause.Origin != comparison.FromTeam {
					r.Fatalf("%s: the questionnaire is blamed for %+v", name, cause)
				}
			}
			parts := *move.Parts.Team + *move.Parts.Questionnaire + *move.Parts.Inseparable
			if move.Unexplained != nil || math.Abs(sum-*move.Change) > near || math.Abs(parts-*move.Change) > near {
				r.Fatalf("%s: causes make %v, parts %v: %+v", name, sum, parts, move)
			}
		}
	})
}

// TestOnlyChangedAnswersCause holds that with one questionnaire no answer is blamed that stayed what it was.
func TestOnlyChangedAnswersCause(t *testing.T) {
	t.Parallel()
	q := questionnairetest.Frozen(t)
	rapid.Check(t, func(r *rapid.T) {
		c := comparison.Compare(anyResult(r, t, q, "a"), anyResult(r, t, q, "b"))
		changed := map[report.Text]bool{}
		for _, change := range c.Answers.Changed {
			changed[report.Text(change.Question)] = true
		}
		for name, move := range moves(c) {
			for _, cause := range move.Causes {
				if cause.Kind == comparison.AnswerCause && !changed[cause.Question] || cause.Kind == comparison.WeightsCause {
					r.Fatalf("%s: %+v", name, cause)
				}
			}
		}
	})
}

// TestExchangeNegates holds that no direction of time is preferred.
func TestExchangeNegates(t *testing.T) {
	t.Parallel()
	choices := []*questionnaire.Questionnaire{questionnairetest.Frozen(t), questionnairetest.FrozenShort(t)}
	rapid.Check(t, func(r *rapid.T) {
		was := anyResult(r, t, rapid.SampledFrom(choices).Draw(r, "before"), "a")
		now := anyResult(r, t, rapid.SampledFrom(choices).Draw(r, "after"), "b")
		forward, back := comparison.Compare(was, now), comparison.Compare(now, was)
		opposite := moves(back)
		for name, move := range moves(forward) {
			if diff := cmp.Diff(effects(move, 1), effects(opposite[name], -1), approximately()); diff != "" {
				r.Fatalf("%s (-forward +back):\n%s", name, diff)
			}
		}
		if a, b := forward.Recommendations, back.Recommendations; len(a.Done)+len(a.Dropped) != len(b.New) || len(a.Unblocked) != len(b.HeldBack) {
			r.Fatalf("steps: %+v against %+v", a, b)
		}
		if a, b := forward.Warnings, back.Warnings; len(a.Gone) != len(b.New) || len(a.New) != len(b.Gone) {
			r.Fatalf("warnings: %+v against %+v", a, b)
		}
		if len(forward.Answers.Changed) != len(back.Answers.Changed) {
			r.Fatal("not the same answers changed")
		}
	})
}

// effects is a move by cause, with its whole under "".
func effects(move comparison.Move, sign float64) map[string]float64 {
	found := map[string]float64{}
	if move.Change != nil {
		found[""] = sign * *move.Change
	}
	for _, cause := range move.Causes {
		found[cause.Kind+" "+string(cause.Question)+string(cause.Axis)+" "+cause.Origin] = sign * cause.Effect
	}
	return found
}

func approximately() cmp.Option {
	return cmp.Comparer(func(a, b float64) bool { return math.Abs(a-b) <= near })
}

// TestOrderDoesNotMatter holds that the order of answers, axes and contributions in a file changes no move, to the last bit.
func TestOrderDoesNotMatter(t *testing.T) {
	t.Parallel()
	q := questionnairetest.Frozen(t)
	rapid.Check(t, func(r *rapid.T) {
		was, now := anyResult(r, t, q, "a"), anyResult(r, t, q, "b")
		want := comparison.Compare(was, now)
		random := rand.New(rand.NewPCG(rapid.Uint64().Draw(r, "seed"), 0))
		shuffle(random, was)
		shuffle(random, now)
		got := comparison.Compare(was, now)
		if diff := cmp.Diff(moves(want), moves(got)); diff != "" {
			r.Fatalf("moves (-want +got):\n%s", diff)
		}
		if len(want.Answers.Changed) != len(got.Answers.Changed) || len(want.Recommendations.Done) != len(got.Recommendations.Done) {
			r.Fatal("other answers or steps")
		}
	})
}

func shuffle(random *rand.Rand, doc *report.Document) {
	random.Shuffle(len(doc.Answers), func(i, j int) { doc.Answers[i], doc.Answers[j] = doc.Answers[j], doc.Answers[i] })
	random.Shuffle(len(doc.Axes), func(i, j int) { doc.Axes[i], doc.Axes[j] = doc.Axes[j], doc.Axes[i] })
	for i := range doc.Axes {
		list := doc.Axes[i].Contributions
		random.Shuffle(len(list), func(i, j int) { list[i], list[j] = list[j], list[i] })
	}
}

// TestCompareChangesNothing holds that the results are left as they were.
func TestCompareChangesNothing(t *testing.T) {
	t.Parallel()
	q := questionnairetest.Frozen(t)
	rapid.Check(t, func(r *rapid.T) {
		was, now := anyResult(r, t, q, "a"), anyResult(r, t, q, "b")
		before := encoded(t, was) + encoded(t, now)
		comparison.Compare(was, now)
		comparison.BuildTrend([]*report.Document{now, was})
		if encoded(t, was)+encoded(t, now) != before {
			r.Fatal("a result was changed")
		}
	})
}

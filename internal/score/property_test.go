package score_test

import (
	"maps"
	"math/big"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/score"
)

// within fails unless the value is null or lies in the range.
func within(t *rapid.T, name string, value *big.Rat, low, high int64) {
	if value != nil && (value.Cmp(big.NewRat(low, 1)) < 0 || value.Cmp(big.NewRat(high, 1)) > 0) {
		t.Errorf("%s = %s, want %d..%d", name, value, low, high)
	}
}

func TestEveryValueIsInItsRange(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		l := score.Score(drawCase(t, kind{})).Leaning
		check := func(name string, p score.Position, s score.Position, gap, fit, tension, coverage *big.Rat, r score.ReadinessLevel) {
			within(t, name+" practice", p.Value, -1, 1)
			within(t, name+" low", p.Low, -1, 1)
			within(t, name+" high", p.High, -1, 1)
			within(t, name+" situation", s.Value, -1, 1)
			within(t, name+" gap", gap, -2, 2)
			within(t, name+" fit", fit, 0, 100)
			within(t, name+" tension", tension, 0, 1)
			within(t, name+" coverage", coverage, 0, 1)
			within(t, name+" readiness", r.Value, 0, 4)
			within(t, name+" lower bound", r.LowerBound, 0, 4)
			if r.Value != nil && r.LowerBound.Cmp(r.Value) > 0 {
				t.Errorf("%s readiness %s lies below its lower bound %s", name, r.Value, r.LowerBound)
			}
			if (p.Value != nil) != p.Scored || (p.Band != "") != p.Scored {
				t.Errorf("%s practice %v %q, scored %t", name, p.Value, p.Band, p.Scored)
			}
		}
		check("overall", l.Practice, l.Situation, l.Gap, l.Fit, l.Tension, l.Coverage, l.Readiness)
		for _, a := range l.Axes {
			check(a.ID, a.Practice, a.Situation, a.Gap, a.Fit, a.Tension, a.Coverage, a.Readiness)
			within(t, a.ID+" floor", a.Floor, 0, 4)
			within(t, a.ID+" shortfall", a.Shortfall, 0, 4)
			if a.Shortfall != nil && a.WorstShortfall.Cmp(a.Shortfall) < 0 {
				t.Errorf("%s shortfall %s is above its worst case %s", a.ID, a.Shortfall, a.WorstShortfall)
			}
		}
	})
}

func contains(p score.Position, value *big.Rat) bool {
	return p.Low.Cmp(value) <= 0 && value.Cmp(p.High) <= 0
}

func TestRangeContainsPractice(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		spanning := rapid.Bool().Draw(t, "spanning")
		l := score.Score(drawCase(t, kind{spanning: spanning})).Leaning
		if l.Practice.Scored && !contains(l.Practice, l.Practice.Value) {
			t.Errorf("overall %s..%s without %s", l.Practice.Low, l.Practice.High, l.Practice.Value)
		}
		for _, a := range l.Axes {
			if spanning && a.Practice.Scored && !contains(a.Practice, a.Practice.Value) {
				t.Errorf("%s %s..%s without %s", a.ID, a.Practice.Low, a.Practice.High, a.Practice.Value)
			}
		}
	})
}

func TestOrderNeverMatters(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		q, s := drawCase(t, kind{})
		other, otherSheet := shuffled(t, q, s)
		want, got := score.Score(q, s), score.Score(other, otherSheet)
		if diff := cmp.Diff(flatten(want), flatten(got)); diff != "" {
			t.Errorf("result moved (-before +after):\n%s", diff)
		}
		if diff := cmp.Diff(score.Tips(q, s, want), score.Tips(other, otherSheet, got)); diff != "" {
			t.Errorf("tips moved (-before +after):\n%s", diff)
		}
	})
}

// The lists that a reader sees keep the questionnaire's order.
func TestListsFollowTheQuestionnaire(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		q, s := drawCase(t, kind{})
		place := map[string]int{}
		for i := range q.Questions {
			place[q.Questions[i].ID] = i
		}
		l := score.Score(q, s).Leaning
		for i, a := range l.Axes {
			if a.ID != q.Axes[i].ID {
				t.Errorf("axis %d is %s, want %s", i, a.ID, q.Axes[i].ID)
			}
			var lists [2][]int
			for _, id := range a.FloorFrom {
				lists[0] = append(lists[0], place[id])
			}
			for _, c := range a.Contributions {
				lists[1] = append(lists[1], place[c.Question])
			}
			if !slices.IsSorted(lists[0]) || !slices.IsSorted(lists[1]) {
				t.Errorf("%s: floor from %v, contributions %v: not in order", a.ID, a.FloorFrom, a.Contributions)
			}
		}
	})
}

func TestOnlyRelativeWeightsMatter(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		q, s := drawCase(t, kind{})
		scaled := clone(q, same)
		questions, axes := rat(weight().Draw(t, "questions")), rat(weight().Draw(t, "axes"))
		for i := range scaled.Axes {
			scaled.Axes[i].Weight.Mul(scaled.Axes[i].Weight, axes)
		}
		for i := range scaled.Questions {
			scaled.Questions[i].Weight.Mul(scaled.Questions[i].Weight, questions)
		}
		want, got := flatten(score.Score(q, s)).without("weight"), flatten(score.Score(scaled, s)).without("weight")
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("result moved (-before +after):\n%s", diff)
		}
	})
}

// Scaling the questions of a single axis changes how much of the whole was answered, so the coverage, but no value:
// on sheets without unknown answers nothing at all.
func TestOnlyRelativeWeightsMatterWithinAnAxis(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		q, s := drawCase(t, kind{known: true})
		scaled := clone(q, same)
		factor, chosen := rat(weight().Draw(t, "factor")), rapid.SampledFrom(q.Axes).Draw(t, "axis").ID
		for i := range scaled.Questions {
			if scaled.Questions[i].Axis == chosen {
				scaled.Questions[i].Weight.Mul(scaled.Questions[i].Weight, factor)
			}
		}
		want, got := flatten(score.Score(q, s)).without("weight"), flatten(score.Score(scaled, s)).without("weight")
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("result moved (-before +after):\n%s", diff)
		}
	})
}

// Neither pole is special: what is said of a team is said of its mirror image in mirrored words. Speed and safety
// are, on purpose, so axes of those names are left out.
func TestPolesAreMirrorImages(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		q, s := drawCase(t, kind{plain: true})
		mirrored := clone(q, negated)
		result, image := score.Score(q, s), score.Score(mirrored, s)
		// Ties between the two directions go upward, so the named questions and bands may differ.
		tied := []string{"questions", "between", "situation.between"}
		want, got := mirror(flatten(result)).without(tied...), flatten(image).without(tied...)
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("mirror image differs (-want +got):\n%s", diff)
		}
		tips := score.Tips(q, s, result)
		for i := range tips {
			tips[i].Advice = score.Advice(mirrorWord(string(tips[i].Advice)))
			tips[i].Practice = score.Band(mirrorWord(string(tips[i].Practice)))
			tips[i].Situation = score.Band(mirrorWord(string(tips[i].Situation)))
		}
		if diff := cmp.Diff(tips, score.Tips(mirrored, s, image)); diff != "" {
			t.Errorf("mirrored tips differ (-want +got):\n%s", diff)
		}
	})
}

func mirror(f flat) flat {
	image := flat{}
	for path, value := range f {
		name := path[strings.LastIndex(path, ".")+1:]
		switch name {
		case "at_most", "at_least":
			path = strings.TrimSuffix(path, name) + map[string]string{"at_most": "at_least", "at_least": "at_most"}[name]
			if value != "null" {
				value = negated(rat(value)).RatString()
			}
		case "practice", "situation", "wanted", "gap", "position", "effect":
			if value != "null" {
				value = negated(rat(value)).RatString()
			}
		case "low", "high":
			path = strings.TrimSuffix(path, name) + map[string]string{"low": "high", "high": "low"}[name]
			if value != "null" {
				value = negated(rat(value)).RatString()
			}
		case "band", "advice", "wanted_advice", "direction":
			value = mirrorWord(value)
		}
		image[path] = value
	}
	return image
}

func mirrorWord(word string) string {
	return strings.NewReplacer("sysops", "devops", "devops", "sysops").Replace(word)
}

func TestNotApplicableEqualsDeletion(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		q, s := drawCase(t, kind{})
		if len(q.Questions) == 0 {
			t.Skip("nothing to delete")
		}
		gone := rapid.SampledFrom(q.Questions).Draw(t, "question").ID
		without := clone(q, same)
		// The axis stays, also an empty one: the loader drops it, and with it the situation on it.
		without.Questions = slices.DeleteFunc(without.Questions, func(question questionnaire.Question) bool { return question.ID == gone })
		want, got := flatten(score.Score(without, s)), flatten(score.Score(q, answering(s, gone, "not_applicable")))
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("not applicable differs from deleted (-deleted +not applicable):\n%s", diff)
		}
	})
}

func TestUnknownAnswersCountAlike(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		q, s := drawCase(t, kind{})
		skipped := cloneSheet(s)
		for id, answer := range s.Answers {
			switch answer.Status {
			case answers.DontKnow:
				delete(skipped.Answers, id)
			case answers.Skipped:
				skipped.Answers[id] = answers.Answer{Status: answers.DontKnow}
			case answers.Answered, answers.NotApplicable:
			}
		}
		if diff := cmp.Diff(flatten(score.Score(q, s)), flatten(score.Score(q, skipped))); diff != "" {
			t.Errorf("result moved (-before +after):\n%s", diff)
		}
	})
}

// answeredLean returns the answered lean questions.
func answeredLean(q *questionnaire.Questionnaire, s *answers.Sheet) []*questionnaire.Question {
	var list []*questionnaire.Question
	for i := range q.Questions {
		question := &q.Questions[i]
		if question.Measures == questionnaire.Lean && s.Get(question.ID).Status == answers.Answered {
			list = append(list, question)
		}
	}
	return list
}

func TestAStepUpNeverLowersPractice(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		q, s := drawCase(t, kind{})
		before := score.Score(q, s).Leaning
		for _, question := range answeredLean(q, s) {
			from := question.Option(s.Get(question.ID).Option).Position
			for _, to := range question.Options {
				if to.Position.Cmp(from) <= 0 {
					continue
				}
				after := score.Score(q, answering(s, question.ID, to.ID)).Leaning
				if before.Practice.Scored && after.Practice.Value.Cmp(before.Practice.Value) < 0 {
					t.Errorf("%s up to %s: practice %s -> %s", question.ID, to.ID, before.Practice.Value, after.Practice.Value)
				}
			}
		}
	})
}

// base is the overall range before it is widened to contain the value.
func base(l *score.Leaning) (low, high *big.Rat) {
	weights := new(big.Rat)
	low, high = new(big.Rat), new(big.Rat)
	for _, a := range l.Axes {
		if a.Practice.Low != nil {
			low.Add(low, new(big.Rat).Mul(a.Weight, a.Practice.Low))
			high.Add(high, new(big.Rat).Mul(a.Weight, a.Practice.High))
			weights.Add(weights, a.Weight)
		}
	}
	return low.Quo(low, weights), high.Quo(high, weights)
}

func TestAnUnknownAnswerOnlyWidensTheRange(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		q, s := drawCase(t, kind{})
		before := score.Score(q, s).Leaning
		for _, question := range answeredLean(q, s) {
			after := score.Score(q, answering(s, question.ID, "dont_know")).Leaning
			for i, a := range after.Axes {
				narrow := before.Axes[i].Practice
				if narrow.Low != nil && (!contains(a.Practice, narrow.Low) || !contains(a.Practice, narrow.High)) {
					t.Errorf("without %s, %s: %v -> %v", question.ID, a.ID, narrow, a.Practice)
				}
			}
			if low, high := base(before); !contains(after.Practice, low) || !contains(after.Practice, high) {
				t.Errorf("without %s: %s..%s -> %v", question.ID, low, high, after.Practice)
			}
		}
	})
}

func TestRangeHoldsWhateverTheUnknownAnswersAre(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		q, s := drawCase(t, kind{})
		before := score.Score(q, s).Leaning
		full := drawSheet(t, q, kind{known: true})
		for id, answer := range s.Answers {
			if answer.Status == answers.Answered || answer.Status == answers.NotApplicable {
				full.Answers[id] = answer
			}
		}
		after := score.Score(q, full).Leaning
		if after.Practice.Scored && !contains(before.Practice, after.Practice.Value) {
			t.Errorf("%s is outside of %s..%s", after.Practice.Value, before.Practice.Low, before.Practice.High)
		}
		for i, a := range after.Axes {
			if a.Practice.Scored && !contains(before.Axes[i].Practice, a.Practice.Value) {
				t.Errorf("%s: %s is outside of %v", a.ID, a.Practice.Value, before.Axes[i].Practice)
			}
		}
	})
}

func TestEffectsSumToPractice(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		l := score.Score(drawCase(t, kind{})).Leaning
		sum := new(big.Rat)
		for _, a := range l.Axes {
			for _, c := range a.Contributions {
				if (c.Effect != nil) != l.Practice.Scored {
					t.Fatalf("%s has effect %v, practice scored is %t", c.Question, c.Effect, l.Practice.Scored)
				}
				if c.Effect == nil {
					continue
				}
				if !a.Practice.Scored && c.Effect.Sign() != 0 {
					t.Errorf("%s has effect %s on an axis that is not scored", c.Question, c.Effect)
				}
				sum.Add(sum, c.Effect)
			}
		}
		if l.Practice.Scored && sum.Cmp(l.Practice.Value) != 0 {
			t.Errorf("effects sum to %s, practice is %s", sum, l.Practice.Value)
		}
	})
}

// When every answer says the same, so does every mean.
func TestUnanimity(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		q := drawQuestionnaire(t, kind{free: true})
		common := rat(rapid.SampledFrom(positions()).Draw(t, "position"))
		given := map[string]string{}
		for i := range q.Questions {
			option := &q.Questions[i].Options[0]
			if option.Position != nil {
				option.Position = common
			}
			given[q.Questions[i].ID] = option.ID
		}
		f := flatten(score.Score(q, sheet(given)))
		for path, value := range f {
			name := path[strings.LastIndex(path, ".")+1:]
			isMean := slices.Contains([]string{"practice", "low", "high", "situation"}, name)
			if isMean && value != "null" && value != common.RatString() {
				t.Errorf("%s = %s, want %s", path, value, common)
			}
		}
	})
}

func TestScoreAndTipsChangeNothing(t *testing.T) {
	t.Parallel()
	number := cmp.Comparer(func(a, b *big.Rat) bool { return fraction(a) == fraction(b) })
	rapid.Check(t, func(t *rapid.T) {
		q, s := drawCase(t, kind{})
		before, given := clone(q, same), maps.Clone(s.Answers)
		result := score.Score(q, s)
		first := flatten(result)
		score.Tips(q, s, result)
		if diff := cmp.Diff(before, q, number); diff != "" {
			t.Errorf("questionnaire changed (-before +after):\n%s", diff)
		}
		if diff := cmp.Diff(given, s.Answers); diff != "" {
			t.Errorf("sheet changed (-before +after):\n%s", diff)
		}
		if diff := cmp.Diff(first, flatten(result)); diff != "" {
			t.Errorf("tips changed the result (-before +after):\n%s", diff)
		}
	})
}

func TestFiguresArePartOfTheScore(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		q, sheet := drawCase(t, kind{})
		want := *score.Score(q, sheet).Leaning
		want.Robustness, want.Borderline, want.Between, want.Confidence, want.ConfidenceBecause = nil, nil, nil, "", nil
		want.OneStep, want.TwoNeeds = nil, nil
		want.SituationBorderline, want.SituationBetween = nil, nil
		for i := range want.Axes {
			for j := range want.Axes[i].Contributions {
				want.Axes[i].Contributions[j].Effect = nil
			}
		}
		if diff := cmp.Diff(&want, score.Figures(q, sheet).Leaning, cmp.Comparer(func(a, b *big.Rat) bool { return fraction(a) == fraction(b) })); diff != "" {
			t.Fatalf("figures (-score +figures):\n%s", diff)
		}
	})
}

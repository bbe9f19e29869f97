package score_test

import (
	"math/big"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/score"
)

// What the service calls for lies within what is allowed, and nowhere but at what is wanted or at a bound.
func TestSituationIsWantedWithinAllowed(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		q, s := drawCase(t, kind{})
		for _, a := range score.Score(q, s).Leaning.Axes {
			value := a.Situation.Value
			switch {
			case value == nil:
				if a.Wanted.Value != nil || a.HeldBy != nil {
					t.Fatalf("%s: no situation, but wanted %s", a.ID, fraction(a.Wanted.Value))
				}
			case a.Clash:
				if middle := new(big.Rat).Add(a.AtLeast, a.AtMost); middle.Quo(middle, rat("2")).Cmp(value) != 0 {
					t.Fatalf("%s: %s is not the middle of %s and %s", a.ID, value, a.AtLeast, a.AtMost)
				}
			case a.AtMost != nil && value.Cmp(a.AtMost) > 0, a.AtLeast != nil && value.Cmp(a.AtLeast) < 0:
				t.Fatalf("%s: %s is outside of what is allowed", a.ID, value)
			}
			if a.Clash != (len(a.ClashBy) >= 2) {
				t.Fatalf("%s: clash %t by %v", a.ID, a.Clash, a.ClashBy)
			}
			if value != nil && (value.Cmp(a.Wanted.Value) != 0) != (a.HeldBy != nil) {
				t.Fatalf("%s: wanted %s, called for %s, held by %v", a.ID, a.Wanted.Value, value, a.HeldBy)
			}
		}
	})
}

// Lifting a limit lets the situation go to what is wanted and no further; a permission pulls nothing.
func TestLiftingALimitGoesNoFurtherThanWanted(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		q, s := drawCase(t, kind{})
		for i := range q.Questions {
			if !q.Questions[i].IsLimit() {
				continue
			}
			before := score.Score(q, s).Leaning
			after := score.Score(q, answering(s, q.Questions[i].ID, "not_applicable")).Leaning
			for j := range after.Axes {
				was, is := before.Axes[j].Situation.Value, after.Axes[j].Situation.Value
				wanted := after.Axes[j].Wanted.Value
				if is == nil || was == nil || before.Axes[j].Clash || after.Axes[j].Clash {
					continue
				}
				if distanceBetween(is, wanted).Cmp(distanceBetween(was, wanted)) > 0 {
					t.Fatalf("%s: %s moved to %s, away from the wanted %s", after.Axes[j].ID, was, is, wanted)
				}
			}
		}
	})
}

func distanceBetween(a, b *big.Rat) *big.Rat {
	apart := new(big.Rat).Sub(a, b)
	return apart.Abs(apart)
}

// A limit that allows everything is as if it were not asked, and one more limit never widens what is possible. While another
// limit is unknown it can: the two may contradict each other, and then the middle between them counts.
func TestLimitsOnlyNarrow(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		q, s := drawCase(t, kind{})
		for i := range q.Questions {
			question := &q.Questions[i]
			if !question.IsLimit() {
				continue
			}
			without := score.Score(q, answering(s, question.ID, "not_applicable")).Leaning
			for _, option := range question.Options {
				with := score.Score(q, answering(s, question.ID, option.ID)).Leaning
				if option.Allows == nil && fraction(with.Situation.Value) != fraction(without.Situation.Value) {
					t.Fatalf("%s allows everything and moves the situation from %s to %s", question.ID, without.Situation.Value, with.Situation.Value)
				}
				for j := range with.Axes {
					if areLimitsKnown(q, s) && width(with.Axes[j].Situation).Cmp(width(without.Axes[j].Situation)) > 0 {
						t.Fatalf("%s widens %s", question.ID, with.Axes[j].ID)
					}
				}
			}
		}
	})
}

func areLimitsKnown(q *questionnaire.Questionnaire, s *answers.Sheet) bool {
	return !slices.ContainsFunc(q.Questions, func(question questionnaire.Question) bool {
		status := s.Get(question.ID).Status
		return question.IsLimit() && (status == answers.DontKnow || status == answers.Skipped)
	})
}

func width(p score.Position) *big.Rat {
	if p.Low == nil {
		return new(big.Rat)
	}
	return new(big.Rat).Sub(p.High, p.Low)
}

// Whatever the unknown needs and limits turn out to be, the situation lies in its range, and each end of the range is reached
// by some of them on every axis.
func TestSituationRangeIsExact(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		q, s := drawCase(t, kind{small: true})
		result := score.Score(q, s).Leaning
		reached := map[string][]*big.Rat{}
		for _, complete := range completions(q, s) {
			l := score.Score(q, complete).Leaning
			insideRange(t, "overall", l.Situation.Value, result.Situation)
			for i, a := range l.Axes {
				insideRange(t, a.ID, a.Situation.Value, result.Axes[i].Situation)
				if a.Situation.Value != nil {
					reached[a.ID] = append(reached[a.ID], a.Situation.Value)
				}
			}
		}
		for _, a := range result.Axes {
			values := append(reached[a.ID], a.Situation.Value)
			if a.Situation.Low != nil && (!isAmong(a.Situation.Low, values) || !isAmong(a.Situation.High, values)) {
				t.Fatalf("%s: nothing reaches an end of %s..%s, only %v", a.ID, a.Situation.Low, a.Situation.High, reached[a.ID])
			}
		}
	})
}

func insideRange(t *rapid.T, axis string, value *big.Rat, of score.Position) {
	if value != nil && of.Low != nil && (value.Cmp(of.Low) < 0 || value.Cmp(of.High) > 0) {
		t.Fatalf("%s: %s is outside of %s..%s", axis, value, of.Low, of.High)
	}
}

func isAmong(value *big.Rat, list []*big.Rat) bool {
	return slices.ContainsFunc(list, func(other *big.Rat) bool { return other != nil && other.Cmp(value) == 0 })
}

// completions answers every unknown need and limit in every way. An option of a need without a position is left out; a limit may
// also stay unknown, since it then bounds nothing.
func completions(q *questionnaire.Questionnaire, s *answers.Sheet) []*answers.Sheet {
	sheets := []*answers.Sheet{s}
	for i := range q.Questions {
		question := &q.Questions[i]
		status := s.Get(question.ID).Status
		isOpen := status == answers.DontKnow || status == answers.Skipped
		if !isOpen || !question.IsNeed() && !question.IsLimit() {
			continue
		}
		var next []*answers.Sheet
		if question.IsLimit() {
			next = slices.Clone(sheets)
		}
		for _, sheet := range sheets {
			for _, option := range question.Options {
				if question.IsLimit() || option.Position != nil {
					next = append(next, answering(sheet, question.ID, option.ID))
				}
			}
		}
		sheets = next
	}
	return sheets
}

// One step of each answer is listed just where scoring the changed sheet gives another advice, and two needs are named just
// where two steps turn it round: what is estimated and what is exact never differ.
func TestSensitivityEqualsTryingEveryStep(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		q, s := drawCase(t, kind{})
		l := score.Score(q, s).Leaning
		if l.Confidence == "" {
			t.Skip("nothing is scored")
		}
		singles := singleSteps(q, s)
		var want []score.Turn
		for _, single := range singles {
			if advice := score.Figures(q, single.apply(s)).Leaning.Advice; l.Advice != "" && advice != l.Advice {
				want = append(want, score.Turn{Question: single.question.ID, Option: single.option, Advice: advice})
			}
		}
		slices.SortStableFunc(want, func(a, b score.Turn) int { return compareText(a.Question, b.Question) })
		if !slices.Equal(l.OneStep, want) {
			t.Fatalf("one step: %v, want %v", l.OneStep, want)
		}
		if l.Confidence != score.LowConfidence {
			reverses := slices.Contains(l.ConfidenceBecause, score.ByTwoNeeds)
			if tried := twoNeedsReverse(q, s, l.Advice, singles); tried != reverses {
				t.Fatalf("two needs reverse: %t, tried %t", reverses, tried)
			}
		}
	})
}

func compareText(a, b string) int {
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	}
	return 0
}

type singleStep struct {
	question *questionnaire.Question
	option   string
}

func (s singleStep) apply(to *answers.Sheet) *answers.Sheet {
	return answering(to, s.question.ID, s.option)
}

// singleSteps are the neighbours of every answer, found by sorting the options.
func singleSteps(q *questionnaire.Questionnaire, s *answers.Sheet) []singleStep {
	var steps []singleStep
	for i := range q.Questions {
		question, given := &q.Questions[i], s.Get(q.Questions[i].ID)
		if given.Status != answers.Answered || question.Measures != questionnaire.Lean && !question.IsNeed() {
			continue
		}
		from := question.Option(given.Option).Position
		if from == nil {
			continue
		}
		options := slices.DeleteFunc(slices.Clone(question.Options), func(o questionnaire.Option) bool { return o.Position == nil })
		slices.SortFunc(options, func(a, b questionnaire.Option) int {
			if order := a.Position.Cmp(b.Position); order != 0 {
				return order
			}
			return compareText(a.ID, b.ID)
		})
		below := slices.DeleteFunc(slices.Clone(options), func(o questionnaire.Option) bool { return o.Position.Cmp(from) >= 0 })
		above := slices.DeleteFunc(slices.Clone(options), func(o questionnaire.Option) bool { return o.Position.Cmp(from) <= 0 })
		if len(below) > 0 {
			last := below[len(below)-1].Position
			at := slices.IndexFunc(below, func(o questionnaire.Option) bool { return o.Position.Cmp(last) == 0 })
			steps = append(steps, singleStep{question, below[at].ID})
		}
		if len(above) > 0 {
			steps = append(steps, singleStep{question, above[0].ID})
		}
	}
	return steps
}

func twoNeedsReverse(q *questionnaire.Questionnaire, s *answers.Sheet, advice score.Advice, steps []singleStep) bool {
	for i, first := range steps {
		for _, second := range steps[i+1:] {
			if first.question == second.question || !first.question.IsNeed() || !second.question.IsNeed() {
				continue
			}
			after := score.Figures(q, second.apply(first.apply(s))).Leaning.Advice
			if pole(advice)*pole(after) < 0 {
				return true
			}
		}
	}
	return false
}

func pole(advice score.Advice) int {
	return map[score.Advice]int{
		score.ShiftDevOps: 1, score.StayDevOps: 1, score.ShiftSysOps: -1, score.StaySysOps: -1,
	}[advice]
}

// A readiness answer one level up never lowers readiness and never adds a shortfall or an unmet answer.
func TestReadinessIsMonotone(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		q, s := drawCase(t, kind{})
		for i := range q.Questions {
			question, given := &q.Questions[i], s.Get(q.Questions[i].ID)
			if question.Measures != questionnaire.Readiness || given.Status != answers.Answered {
				continue
			}
			at := slices.IndexFunc(question.Options, func(o questionnaire.Option) bool { return o.ID == given.Option })
			if at+1 == len(question.Options) {
				continue
			}
			before, after := score.Score(q, s).Leaning, score.Score(q, answering(s, question.ID, question.Options[at+1].ID)).Leaning
			if after.Readiness.Value.Cmp(before.Readiness.Value) < 0 || len(after.Unmet) > len(before.Unmet) ||
				after.Weakest.Level.Cmp(before.Weakest.Level) < 0 {
				t.Fatalf("%s up: readiness %s to %s, unmet %v to %v", question.ID,
					before.Readiness.Value, after.Readiness.Value, before.Unmet, after.Unmet)
			}
		}
	})
}

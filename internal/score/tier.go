package score

import (
	"cmp"
	"math/big"
	"slices"
	"strings"

	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/exact"
	"github.com/opsfit/opsfit/internal/questionnaire"
)

// Tier is a context question whose answers set floors, and what its next stricter answer would ask for.
type Tier struct {
	// Question is its id, Option the answer; empty where it is unknown.
	Question, Option string
	// Floors are those of the answer, in the order of the axes; nil where it sets none or is unknown.
	Floors []questionnaire.Floor
	// Next is nil where no answer asks for more, and where the answer is unknown.
	Next *NextTier
}

// NextTier is the answer that asks for the least in addition and for nothing less; of several by id.
type NextTier struct {
	Option string
	// Floors are the axes on which more would be asked for than now, by whichever answer, with the new floors, in the order of the axes.
	Floors []questionnaire.Floor
	// Unmet are the points that would be below their floor or unknown in addition, worst first.
	Unmet []Unmet
}

// Tiers are the context questions with floors that apply, in questionnaire order. Result must be the result of the sheet; only a
// questionnaire about readiness alone has tiers.
func Tiers(q *questionnaire.Questionnaire, sheet *answers.Sheet, result Result) []Tier {
	if result.Readiness == nil {
		return nil
	}
	var tiers []Tier
	for _, r := range answeredQuestions(q, sheet) {
		if !r.setsFloors() || !r.isApplicable() {
			continue
		}
		tier := Tier{Question: r.question.ID}
		if r.option != nil {
			tier.Option, tier.Floors = r.option.ID, inAxisOrder(q, r.option.Floors)
			if next := nextOption(q, r); next != nil {
				tier.Next = nextTier(q, sheet.With(q, r.question.ID, answers.Answer{Status: answers.Answered, Option: next.ID}), result.Readiness, next)
			}
		}
		tiers = append(tiers, tier)
	}
	return tiers
}

// setsFloors reports a context question with an option that asks for readiness.
func (r answeredQuestion) setsFloors() bool {
	return r.question.Measures == questionnaire.Context &&
		slices.ContainsFunc(r.question.Options, func(o questionnaire.Option) bool { return o.Floors != nil })
}

func inAxisOrder(q *questionnaire.Questionnaire, floors []questionnaire.Floor) []questionnaire.Floor {
	var ordered []questionnaire.Floor
	for i := range q.Axes {
		at := slices.IndexFunc(floors, func(f questionnaire.Floor) bool { return f.Axis == q.Axes[i].ID })
		if at >= 0 {
			ordered = append(ordered, floors[at])
		}
	}
	return ordered
}

// nextOption is the option that asks for the least in addition to the chosen one; nil for none.
func nextOption(q *questionnaire.Questionnaire, r answeredQuestion) *questionnaire.Option {
	var next *questionnaire.Option
	var least *big.Rat
	for i := range r.question.Options {
		option := &r.question.Options[i]
		added := addedBy(q, r.option, option)
		if added == nil || next != nil && cmp.Or(exact.Compare(added, least), strings.Compare(option.ID, next.ID)) > 0 {
			continue
		}
		next, least = option, added
	}
	return next
}

// addedBy is how much more an option asks for than another, over all axes; nil where it is nothing, or less on one of them.
func addedBy(q *questionnaire.Questionnaire, than, option *questionnaire.Option) *big.Rat {
	sum := new(big.Rat)
	for i := range q.Axes {
		more := new(big.Rat).Sub(floorIn(option, q.Axes[i].ID), floorIn(than, q.Axes[i].ID))
		if more.Sign() < 0 {
			return nil
		}
		sum.Add(sum, more)
	}
	if sum.Sign() == 0 {
		return nil
	}
	return sum
}

// floorIn is the floor that an option sets on an axis. One of 0 asks for as much as none.
func floorIn(option *questionnaire.Option, axis string) *big.Rat {
	for _, floor := range option.Floors {
		if floor.Axis == axis {
			return floor.Level
		}
	}
	return new(big.Rat)
}

func nextTier(q *questionnaire.Questionnaire, sheet *answers.Sheet, now *Readiness, option *questionnaire.Option) *NextTier {
	next := &NextTier{Option: option.ID}
	then := Score(q, sheet).Readiness
	for i := range then.Axes {
		if was, will := now.Axes[i].Floor, then.Axes[i].Floor; will != nil && (was == nil && will.Sign() > 0 || was != nil && will.Cmp(was) > 0) {
			next.Floors = append(next.Floors, questionnaire.Floor{Axis: then.Axes[i].ID, Level: will})
		}
	}
	for _, unmet := range then.Unmet {
		if !slices.ContainsFunc(now.Unmet, func(u Unmet) bool { return u.Question == unmet.Question }) {
			next.Unmet = append(next.Unmet, unmet)
		}
	}
	return next
}

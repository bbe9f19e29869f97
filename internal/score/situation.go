package score

import (
	"math/big"

	"github.com/opsfit/opsfit/internal/exact"
	"github.com/opsfit/opsfit/internal/questionnaire"
)

// needSums are the sums behind what is wanted on one axis.
type needSums struct {
	value               poleMean
	low, high, coverage mean
}

// needsOf counts an unknown need at its lowest and its highest position for the range, and not at all for the value. One that
// is not applicable, and one whose option has no position, counts nowhere.
func needsOf(readings []answeredQuestion, axis string) *needSums {
	s := &needSums{}
	for _, r := range readings {
		weight := r.needWeight(axis)
		if weight == nil {
			continue
		}
		lowest, highest := r.positionRange()
		if lowest == nil {
			continue
		}
		s.low.add(weight, lowest)
		s.high.add(weight, highest)
		s.coverage.add(weight, boolRat(r.isAnswered()))
		if r.isAnswered() {
			s.value.add(weight, r.option.Position)
		}
	}
	return s
}

// needWeight is how much an applicable need counts on an axis; nil for every other question.
func (r answeredQuestion) needWeight(axis string) *big.Rat {
	if !r.question.IsNeed() || !r.isApplicable() {
		return nil
	}
	return r.question.WeightOn(axis)
}

// withReplaced are the sums with another option of an answered need in place of the chosen one. Either may have no position.
func (s *needSums) withReplaced(weight, from, to *big.Rat) *needSums {
	return &needSums{
		value: *s.value.withReplaced(weight, from, to), low: *s.low.withReplaced(weight, from, to),
		high:     *s.high.withReplaced(weight, from, to),
		coverage: *s.coverage.withReplaced(weight, oneFor(from), oneFor(to)),
	}
}

// oneFor is 1 for a position and nil for none.
func oneFor(position *big.Rat) *big.Rat {
	if position == nil {
		return nil
	}
	return boolRat(true)
}

// toWanted is scored where at least half of the weight that applies is answered.
func (s *needSums) toWanted() Wanted {
	wanted := Wanted{Low: s.low.value(), High: s.high.value(), Coverage: s.coverage.value()}
	if wanted.Coverage != nil && axisCoverage.metBy(wanted.Coverage) {
		wanted.Value = s.value.value()
		wanted.Band = BandOf(wanted.Value)
	}
	return wanted
}

// axisLimits are the bounds on one axis.
type axisLimits struct {
	// atLeast and atMost are the strictest bounds of the chosen options; nil where there is none.
	atLeast, atMost *big.Rat
	// lowest and highest are the same if every unknown limit had the option that allows least; for the range.
	highest, lowest *big.Rat
	chosen          []Limit
}

func limitsOf(readings []answeredQuestion, axis string) *axisLimits {
	l := &axisLimits{}
	for _, r := range readings {
		switch {
		case !r.question.IsLimit() || !r.isApplicable():
		case r.isAnswered():
			l.choose(r.question.ID, r.option, axis)
		default:
			for i := range r.question.Options {
				l.suppose(&r.question.Options[i], axis)
			}
		}
	}
	l.lowest, l.highest = Greatest(l.lowest, l.atLeast), Least(l.highest, l.atMost)
	return l
}

// choose takes the bounds of a chosen option.
func (l *axisLimits) choose(question string, option *questionnaire.Option, axis string) {
	for _, bound := range option.Allows {
		if bound.Axis != axis {
			continue
		}
		l.atMost, l.atLeast = Least(l.atMost, bound.AtMost), Greatest(l.atLeast, bound.AtLeast)
		l.chosen = append(l.chosen, Limit{Question: question, Option: option.ID, AtMost: bound.AtMost, AtLeast: bound.AtLeast})
	}
}

// suppose takes the bounds of an option that an unknown limit may have.
func (l *axisLimits) suppose(option *questionnaire.Option, axis string) {
	for _, bound := range option.Allows {
		if bound.Axis == axis {
			l.highest, l.lowest = Least(l.highest, bound.AtMost), Greatest(l.lowest, bound.AtLeast)
		}
	}
}

// Least is the lesser of two bounds, of which either may be missing.
func Least(a, b *big.Rat) *big.Rat {
	if a == nil || b == nil {
		return either(a, b)
	}
	return exact.Min(a, b)
}

// Greatest is the greater of two bounds, of which either may be missing.
func Greatest(a, b *big.Rat) *big.Rat {
	if a == nil || b == nil {
		return either(a, b)
	}
	return exact.Max(a, b)
}

func either(a, b *big.Rat) *big.Rat {
	if a == nil {
		return b
	}
	return a
}

// Clamp is the value within bounds, of which either may be missing; between bounds that contradict each other it is the middle,
// wherever the value lies. It is nil for nil.
func Clamp(value, low, high *big.Rat) *big.Rat {
	switch {
	case value == nil:
		return nil
	case low != nil && high != nil && exact.Compare(low, high) > 0:
		middle := new(big.Rat).Add(low, high)
		return middle.Quo(middle, big.NewRat(2, 1))
	case low != nil && exact.Compare(value, low) < 0:
		return low
	case high != nil && exact.Compare(value, high) > 0:
		return high
	}
	return value
}

// setSituation sets what is wanted, what is allowed, and what the service calls for: what is wanted within what is allowed.
func (a *Axis) setSituation(needs *needSums, limits *axisLimits) {
	a.Wanted, a.Tension = needs.toWanted(), needs.value.tension()
	a.AtLeast, a.AtMost = limits.atLeast, limits.atMost
	a.Clash = a.AtLeast != nil && a.AtMost != nil && exact.Compare(a.AtLeast, a.AtMost) > 0
	value := Clamp(a.Wanted.Value, a.AtLeast, a.AtMost)
	a.Situation = Position{
		Value: value, Band: BandOf(value), Scored: value != nil,
		Low:  Clamp(a.Wanted.Low, limits.atLeast, limits.highest),
		High: Clamp(a.Wanted.High, limits.lowest, limits.atMost),
	}
	if value != nil {
		a.Situation.Low, a.Situation.High = exact.Min(a.Situation.Low, value), exact.Max(a.Situation.High, value)
	}
	a.HeldBy, a.ClashBy = limits.holding(a), limits.clashing(a)
	a.BeyondLimit = limits.passedBy(a)
}

// holding are the limits whose bound keeps the situation from what is wanted.
func (l *axisLimits) holding(a *Axis) []Limit {
	if a.Situation.Value == nil || a.Situation.Value.Cmp(a.Wanted.Value) == 0 {
		return nil
	}
	held := a.Situation.Value.Cmp(a.Wanted.Value)
	return l.inForce(held < 0 || a.Clash, held > 0 || a.Clash)
}

// clashing are the limits whose bounds contradict each other.
func (l *axisLimits) clashing(a *Axis) []Limit { return l.inForce(a.Clash, a.Clash) }

// inForce are the limits that set the bound above, below or on both sides.
func (l *axisLimits) inForce(above, below bool) []Limit {
	var by []Limit
	for _, limit := range l.chosen {
		isUpper := limit.AtMost != nil && limit.AtMost.Cmp(l.atMost) == 0
		isLower := limit.AtLeast != nil && limit.AtLeast.Cmp(l.atLeast) == 0
		if above && isUpper || below && isLower {
			by = append(by, limit)
		}
	}
	return by
}

// passedBy is how far practice lies outside of the limits, on the side where it lies farther out.
func (l *axisLimits) passedBy(a *Axis) *Beyond {
	above, below := subtract(a.Practice.Value, l.atMost), subtract(l.atLeast, a.Practice.Value)
	amount := Greatest(above, below)
	if amount == nil || amount.Sign() <= 0 {
		return nil
	}
	isAbove := amount == above
	return &Beyond{Amount: amount, By: l.inForce(isAbove, !isAbove)}
}

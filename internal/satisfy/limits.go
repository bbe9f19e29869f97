package satisfy

import (
	"math/big"

	"github.com/opsfit/opsfit/internal/exact"
	"github.com/opsfit/opsfit/internal/score"
)

// limits enclose the bounds that the answers to limit questions set on one axis. An end that is nil stands for no bound.
type limits struct {
	// lowestTop and highestTop are the ends of the upper bound, lowestBottom and highestBottom those of the lower one.
	lowestTop, highestTop       *big.Rat
	lowestBottom, highestBottom *big.Rat
}

// limits encloses the bounds in force on an axis: the strictest of those that the questions set, each by one of its states.
func (r *region) limits(axis string) limits {
	var l limits
	for i := range r.questions {
		if !r.questions[i].IsLimit() {
			continue
		}
		var strictTop, looseTop, strictBottom, looseBottom *big.Rat
		first := true
		for chosen := range r.states[i].allStates() {
			bottom, top := r.questions[i].states[chosen].allowed(axis)
			strictTop, strictBottom = score.Least(strictTop, top), score.Greatest(strictBottom, bottom)
			looseTop, looseBottom = looser(looseTop, top, first, 1), looser(looseBottom, bottom, first, -1)
			first = false
		}
		l.lowestTop, l.highestTop = score.Least(l.lowestTop, strictTop), score.Least(l.highestTop, looseTop)
		l.highestBottom, l.lowestBottom = score.Greatest(l.highestBottom, strictBottom), score.Greatest(l.lowestBottom, looseBottom)
	}
	return l
}

// looser is the bound that leaves more: the higher one for a sign of 1, the lower one for -1, and none where either is none. The
// first bound is taken as it is.
func looser(a, b *big.Rat, first bool, sign int) *big.Rat {
	switch {
	case first:
		return b
	case a == nil || b == nil:
		return nil
	case sign*exact.Compare(a, b) >= 0:
		return a
	}
	return b
}

// clamp encloses what is wanted within the bounds. Clamping rises with what is wanted and with either bound.
func (l limits) clamp(wanted interval) interval {
	if wanted.number {
		wanted.low = score.Clamp(wanted.low, l.lowestBottom, l.lowestTop)
		wanted.high = score.Clamp(wanted.high, l.highestBottom, l.highestTop)
	}
	return wanted
}

// passedBy encloses how far a practice lies outside of the bounds.
func (l limits) passedBy(practice interval) interval {
	if !practice.number {
		return practice
	}
	beyond := interval{number: true, low: new(big.Rat), high: new(big.Rat), missing: practice.missing}
	for _, one := range []struct{ most, least, mostBound, leastBound *big.Rat }{
		{practice.high, practice.low, l.lowestTop, l.highestTop},
		{negative(practice.low), negative(practice.high), negative(l.highestBottom), negative(l.lowestBottom)},
	} {
		if one.mostBound != nil {
			beyond.high = exact.Max(beyond.high, new(big.Rat).Sub(one.most, one.mostBound))
		}
		if one.leastBound != nil {
			beyond.low = exact.Max(beyond.low, new(big.Rat).Sub(one.least, one.leastBound))
		}
	}
	return beyond
}

func negative(x *big.Rat) *big.Rat {
	if x == nil {
		return nil
	}
	return new(big.Rat).Neg(x)
}

// allowed is what a state allows on an axis; nil for no bound.
func (s state) allowed(axis string) (atLeast, atMost *big.Rat) {
	if s.option == nil {
		return nil, nil
	}
	for _, bound := range s.option.Allows {
		if bound.Axis == axis {
			atLeast, atMost = score.Greatest(atLeast, bound.AtLeast), score.Least(atMost, bound.AtMost)
		}
	}
	return atLeast, atMost
}

// pull orders the options of a limit: below 0 for those that keep an axis from the DevOps pole, above 0 from the SysOps pole.
func (s state) pull() *big.Rat {
	sum, one := new(big.Rat), big.NewRat(1, 1)
	for _, bound := range s.option.Allows {
		if bound.AtMost != nil {
			sum.Add(sum, bound.AtMost).Sub(sum, one)
		}
		if bound.AtLeast != nil {
			sum.Add(sum, bound.AtLeast).Add(sum, one)
		}
	}
	return sum
}

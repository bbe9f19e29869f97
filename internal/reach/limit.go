package reach

import (
	"math/big"
	"strings"

	"github.com/opsfit/opsfit/internal/condition"
)

// interval is a stretch of numbers; an end that is nil is open towards infinity.
type interval struct {
	low, high         *big.Rat
	lowOpen, highOpen bool
}

// meet is what two intervals have in common.
func (i interval) meet(other interval) interval {
	met := i
	if other.low != nil && (met.low == nil || met.low.Cmp(other.low) < 0) {
		met.low, met.lowOpen = other.low, other.lowOpen
	} else if other.low != nil && met.low.Cmp(other.low) == 0 {
		met.lowOpen = met.lowOpen || other.lowOpen
	}
	if other.high != nil && (met.high == nil || met.high.Cmp(other.high) > 0) {
		met.high, met.highOpen = other.high, other.highOpen
	} else if other.high != nil && met.high.Cmp(other.high) == 0 {
		met.highOpen = met.highOpen || other.highOpen
	}
	return met
}

func (i interval) empty() bool {
	if i.low == nil || i.high == nil {
		return false
	}
	order := i.low.Cmp(i.high)
	return order > 0 || order == 0 && (i.lowOpen || i.highOpen)
}

// outside is every number that is not in the interval.
func (i interval) outside() []interval {
	var parts []interval
	if i.low != nil {
		parts = append(parts, interval{high: i.low, highOpen: !i.lowOpen})
	}
	if i.high != nil {
		parts = append(parts, interval{low: i.high, lowOpen: !i.highOpen})
	}
	return parts
}

// whole narrows an interval to the whole numbers in it.
func (i interval) whole() interval {
	one := big.NewRat(1, 1)
	if i.low != nil {
		low := floor(i.low)
		if low.Cmp(i.low) < 0 || i.lowOpen {
			low.Add(low, one)
		}
		i.low, i.lowOpen = low, false
	}
	if i.high != nil {
		high := floor(i.high)
		if high.Cmp(i.high) == 0 && i.highOpen {
			high.Sub(high, one)
		}
		i.high, i.highOpen = high, false
	}
	return i
}

// floor is the largest whole number up to x.
func floor(x *big.Rat) *big.Rat {
	return new(big.Rat).SetInt(new(big.Int).Div(x.Num(), x.Denom()))
}

// contains reports that all numbers from low to high are in the interval.
func (i interval) contains(low, high *big.Rat) bool {
	return i.meet(interval{low: low, high: low}).isPoint() && i.meet(interval{low: high, high: high}).isPoint()
}

func (i interval) isPoint() bool {
	return i.low != nil && i.high != nil && i.low.Cmp(i.high) == 0 && !i.lowOpen && !i.highOpen
}

func (i interval) key() string {
	var b strings.Builder
	if i.lowOpen {
		b.WriteByte('(')
	}
	if i.low != nil {
		b.WriteString(i.low.RatString())
	}
	b.WriteString("..")
	if i.high != nil {
		b.WriteString(i.high.RatString())
	}
	if i.highOpen {
		b.WriteByte(')')
	}
	return b.String()
}

// limit is what a figure may be: a number in one of the parts, or, when unknown is set, no number at all.
type limit struct {
	parts   []interval
	unknown bool
}

// anyNumber is every number.
func anyNumber() limit { return limit{parts: []interval{{}}} }

// within is the limit that the bounds of a test set.
func within(bounds []condition.Bound) limit {
	met := interval{}
	for _, bound := range bounds {
		met = met.meet(rangeOf(bound))
	}
	if met.empty() {
		return limit{}
	}
	return limit{parts: []interval{met}}
}

func rangeOf(bound condition.Bound) interval {
	switch bound.Op {
	case condition.LT:
		return interval{high: bound.Value, highOpen: true}
	case condition.LTE:
		return interval{high: bound.Value}
	case condition.GTE:
		return interval{low: bound.Value}
	case condition.GT:
		return interval{low: bound.Value, lowOpen: true}
	case condition.EQ:
		return interval{low: bound.Value, high: bound.Value}
	}
	return interval{}
}

// opposite is whatever the limit of a test rules out.
func (l limit) opposite() limit {
	if len(l.parts) == 0 {
		return limit{parts: []interval{{}}, unknown: true}
	}
	return limit{parts: l.parts[0].outside(), unknown: true}
}

func (l limit) meet(other limit) limit {
	met := limit{unknown: l.unknown && other.unknown}
	for _, part := range l.parts {
		for _, another := range other.parts {
			if common := part.meet(another); !common.empty() {
				met.parts = append(met.parts, common)
			}
		}
	}
	return met
}

func (l limit) join(other limit) limit {
	joined := limit{unknown: l.unknown || other.unknown}
	joined.parts = append(append(joined.parts, l.parts...), other.parts...)
	return joined
}

// whole is the limit on a figure that counts something.
func (l limit) whole() limit {
	counted := limit{unknown: l.unknown}
	for _, part := range l.parts {
		if part = part.whole(); !part.empty() {
			counted.parts = append(counted.parts, part)
		}
	}
	return counted
}

func (l limit) empty() bool { return len(l.parts) == 0 && !l.unknown }

func (l limit) key() string {
	keys := make([]string, 0, len(l.parts)+1)
	for _, part := range l.parts {
		keys = append(keys, part.key())
	}
	if l.unknown {
		keys = append(keys, "unknown")
	}
	return strings.Join(keys, "|")
}

package reach

import (
	"math/big"
	"slices"
)

// span encloses what a figure can be on a group of sheets: a number from low to high where known is set, no number where
// unknown is set. It may enclose more than there is, never less. The ends are nil unless known is set.
type span struct {
	low, high      *big.Rat
	known, unknown bool
}

// none is the span of a figure that cannot be computed.
func none() span { return span{unknown: true} }

func between(low, high *big.Rat) span { return span{low: low, high: high, known: true} }

// narrow keeps what the limit allows: the hull of it, where the limit has holes.
func (s span) narrow(l limit) span {
	kept := span{unknown: s.unknown && l.unknown}
	if !s.known {
		return kept
	}
	for _, part := range l.parts {
		met := interval{low: s.low, high: s.high}.meet(part)
		switch {
		case met.empty():
		case !kept.known:
			kept.low, kept.high, kept.known = met.low, met.high, true
		default:
			kept.low, kept.high = lesser(kept.low, met.low), greater(kept.high, met.high)
		}
	}
	return kept
}

// meets reports that something which the span encloses is within the limit.
func (s span) meets(l limit) bool {
	kept := s.narrow(l)
	return kept.known || kept.unknown
}

// fulfils reports that everything which the span encloses is within the limit.
func (s span) fulfils(l limit) bool {
	if s.unknown && !l.unknown {
		return false
	}
	return !s.known || slices.ContainsFunc(l.parts, func(part interval) bool { return part.contains(s.low, s.high) })
}

// less is the span of s - other.
func (s span) less(other span) span {
	difference := span{unknown: s.unknown || other.unknown}
	if s.known && other.known {
		difference.known = true
		difference.low = new(big.Rat).Sub(s.low, other.high)
		difference.high = new(big.Rat).Sub(s.high, other.low)
	}
	return difference
}

// size is the span of the absolute value.
func (s span) size() span {
	switch {
	case !s.known || s.low.Sign() >= 0:
		return s
	case s.high.Sign() <= 0:
		s.low, s.high = new(big.Rat).Neg(s.high), new(big.Rat).Neg(s.low)
	default:
		s.low, s.high = new(big.Rat), greater(new(big.Rat).Neg(s.low), s.high)
	}
	return s
}

// atLeastZero is the span of max(0, x).
func (s span) atLeastZero() span {
	if s.known {
		zero := new(big.Rat)
		s.low, s.high = greater(s.low, zero), greater(s.high, zero)
	}
	return s
}

// negative is the span of -x.
func (s span) negative() span {
	if s.known {
		s.low, s.high = new(big.Rat).Neg(s.high), new(big.Rat).Neg(s.low)
	}
	return s
}

// with is the span that has one more value in it; nil is an unknown one.
func (s span) with(value *big.Rat) span {
	switch {
	case value == nil:
		s.unknown = true
	case !s.known:
		s.low, s.high, s.known = value, value, true
	default:
		s.low, s.high = lesser(s.low, value), greater(s.high, value)
	}
	return s
}

// times is the span of x times a factor above 0.
func (s span) times(factor *big.Rat) span {
	if s.known {
		s.low, s.high = new(big.Rat).Mul(s.low, factor), new(big.Rat).Mul(s.high, factor)
	}
	return s
}

func lesser(a, b *big.Rat) *big.Rat {
	if b.Cmp(a) < 0 {
		return b
	}
	return a
}

func greater(a, b *big.Rat) *big.Rat {
	if b.Cmp(a) > 0 {
		return b
	}
	return a
}

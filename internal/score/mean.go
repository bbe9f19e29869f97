package score

import "math/big"

// mean is an exact weighted mean; the zero value has seen nothing. It keeps the two sums as whole numbers over one
// denominator, which cancels at the end: fractions would be reduced at every step, for nothing.
type mean struct {
	sum, weight, denominator big.Int
	// Kept between calls for their memory.
	divisor, factor, term big.Int
}

func (m *mean) add(weight, value *big.Rat) {
	m.divisor.Mul(weight.Denom(), value.Denom())
	m.extend(&m.divisor)
	m.factor.Quo(&m.denominator, &m.divisor)

	m.factor.Mul(&m.factor, weight.Num())
	m.sum.Add(&m.sum, m.term.Mul(&m.factor, value.Num()))
	m.weight.Add(&m.weight, m.term.Mul(&m.factor, value.Denom()))
}

// extend makes the denominator a multiple of the given one.
func (m *mean) extend(divisor *big.Int) {
	if m.denominator.Sign() == 0 {
		m.denominator.Set(divisor)
		return
	}
	if m.factor.Rem(&m.denominator, divisor).Sign() != 0 {
		m.sum.Mul(&m.sum, divisor)
		m.weight.Mul(&m.weight, divisor)
		m.denominator.Mul(&m.denominator, divisor)
	}
}

// instead is the mean with another value in place of one that was added; nil stands for no value. Sums are exact, so
// taking away leaves no trace.
func (m *mean) instead(weight, from, to *big.Rat) *mean {
	changed := &mean{}
	changed.sum.Set(&m.sum)
	changed.weight.Set(&m.weight)
	changed.denominator.Set(&m.denominator)
	if from != nil {
		changed.add(new(big.Rat).Neg(weight), from)
	}
	if to != nil {
		changed.add(weight, to)
	}
	return changed
}

// value is nil when nothing was added: no answer is not a zero.
func (m *mean) value() *big.Rat {
	if m.weight.Sign() == 0 {
		return nil
	}
	return new(big.Rat).SetFrac(&m.sum, &m.weight)
}

// pull is a weighted mean of positions that also remembers what draws to the DevOps pole, because a mean hides
// opposed needs.
type pull struct {
	all, devOps mean
}

func (p *pull) add(weight, position *big.Rat) {
	p.all.add(weight, position)
	p.devOps.add(weight, towardsDevOps(position))
}

// instead is like that of a mean.
func (p *pull) instead(weight, from, to *big.Rat) *pull {
	return &pull{all: *p.all.instead(weight, from, to), devOps: *p.devOps.instead(weight, towardsDevOps(from), towardsDevOps(to))}
}

// towardsDevOps is the part of a position that draws to the DevOps pole; nil for none.
func towardsDevOps(position *big.Rat) *big.Rat {
	if position == nil {
		return nil
	}
	return atLeastZero(position)
}

func (p *pull) value() *big.Rat {
	return p.all.value()
}

// tension is 0 when all positions are on one side of the middle and 1 when both poles are needed alike.
func (p *pull) tension() *big.Rat {
	devOps := p.devOps.value()
	sysOps := difference(devOps, p.all.value())
	if sysOps == nil {
		return nil
	}
	weaker := lesser(devOps, sysOps)
	return new(big.Rat).Add(weaker, weaker)
}

// difference is a - b; nil when either is.
func difference(a, b *big.Rat) *big.Rat {
	if a == nil || b == nil {
		return nil
	}
	return new(big.Rat).Sub(a, b)
}

// distance is |a - b|; nil when either is.
func distance(a, b *big.Rat) *big.Rat {
	apart := difference(a, b)
	if apart != nil {
		apart.Abs(apart)
	}
	return apart
}

func atLeastZero(x *big.Rat) *big.Rat {
	return greater(x, new(big.Rat))
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

// portion is 1 for a yes and 0 for a no, so that the mean of yes and no is the share of yes.
func portion(yes bool) *big.Rat {
	if yes {
		return big.NewRat(1, 1)
	}
	return new(big.Rat)
}

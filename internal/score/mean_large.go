package score

import "math/big"

// largeMean is a mean of numbers of any size.
type largeMean struct {
	sum, weight, denominator big.Int
	// Kept between calls for their memory.
	divisor, factor, term big.Int
}

func (m *largeMean) add(weight, value *big.Rat) {
	m.divisor.Mul(weight.Denom(), value.Denom())
	m.extend(&m.divisor)
	m.factor.Quo(&m.denominator, &m.divisor)

	m.factor.Mul(&m.factor, weight.Num())
	m.sum.Add(&m.sum, m.term.Mul(&m.factor, value.Num()))
	m.weight.Add(&m.weight, m.term.Mul(&m.factor, value.Denom()))
}

// extend makes the denominator a multiple of the given one.
func (m *largeMean) extend(divisor *big.Int) {
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

func (m *largeMean) clone() *largeMean {
	var copied largeMean
	copied.sum.Set(&m.sum)
	copied.weight.Set(&m.weight)
	copied.denominator.Set(&m.denominator)
	return &copied
}

// value is nil when nothing was added.
func (m *largeMean) value() *big.Rat {
	if m.weight.Sign() == 0 {
		return nil
	}
	return new(big.Rat).SetFrac(&m.sum, &m.weight)
}

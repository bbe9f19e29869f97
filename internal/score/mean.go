package score

import (
	"math/big"

	"github.com/opsfit/opsfit/internal/exact"
)

// mean is an exact weighted mean; the zero value has seen nothing. It keeps two sums as whole numbers over one denominator,
// which cancels at the end: fractions would be reduced at every step, for nothing. As long as the numbers are small, as
// those of real questionnaires are, machine words hold them; else large does.
type mean struct {
	sum, weight, denominator int64
	large                    *largeMean
}

func (m *mean) add(weight, value *big.Rat) {
	if m.large == nil && m.addSmall(weight, value) {
		return
	}
	if m.large == nil {
		m.large = &largeMean{}
		m.large.sum.SetInt64(m.sum)
		m.large.weight.SetInt64(m.weight)
		m.large.denominator.SetInt64(m.denominator)
	}
	m.large.add(weight, value)
}

// addSmall changes nothing and reports false when a number is not small. All that it multiplies is small, so that nothing
// overflows before it is seen.
func (m *mean) addSmall(weight, value *big.Rat) bool {
	weightNum, weightDen, ok := exact.Small(weight)
	valueNum, valueDen, fits := exact.Small(value)
	divisor := weightDen * valueDen
	if !ok || !fits || !exact.IsSmall(divisor) {
		return false
	}
	sum, total, denominator := m.sum, m.weight, m.denominator
	if denominator == 0 {
		denominator = divisor
	}
	if widened := divisor / commonDivisor(denominator, divisor); widened != 1 {
		sum, total, denominator = sum*widened, total*widened, denominator*widened
	}
	if !exact.IsSmall(denominator) {
		return false
	}
	factor := denominator / divisor * weightNum
	if !exact.IsSmall(factor) || !exact.IsSmall(sum) || !exact.IsSmall(total) {
		return false
	}
	sum, total = sum+factor*valueNum, total+factor*valueDen
	if !exact.IsSmall(sum) || !exact.IsSmall(total) {
		return false
	}
	m.sum, m.weight, m.denominator = sum, total, denominator
	return true
}

func commonDivisor(a, b int64) int64 {
	for b != 0 {
		a, b = b, a%b
	}
	return a
}

// withReplaced is the mean with another value in place of one that was added; nil stands for no value. Sums are exact, so
// taking away leaves no trace.
func (m *mean) withReplaced(weight, from, to *big.Rat) *mean {
	changed := *m
	if m.large != nil {
		changed.large = m.large.clone()
	}
	if from != nil {
		changed.add(new(big.Rat).Neg(weight), from)
	}
	if to != nil {
		changed.add(weight, to)
	}
	return &changed
}

// value is nil when nothing was added: no answer is not a zero.
func (m *mean) value() *big.Rat {
	switch {
	case m.large != nil:
		return m.large.value()
	case m.weight == 0:
		return nil
	case m.sum%m.weight == 0:
		return new(big.Rat).SetInt64(m.sum / m.weight)
	}
	return big.NewRat(m.sum, m.weight)
}

// poleMean is a weighted mean of positions that also remembers what draws to the DevOps pole, because a mean hides
// opposed needs.
type poleMean struct {
	all, devOps mean
}

func (p *poleMean) add(weight, position *big.Rat) {
	p.all.add(weight, position)
	p.devOps.add(weight, towardsDevOps(position))
}

// withReplaced is like that of a mean.
func (p *poleMean) withReplaced(weight, from, to *big.Rat) *poleMean {
	return &poleMean{
		all: *p.all.withReplaced(weight, from, to), devOps: *p.devOps.withReplaced(weight, towardsDevOps(from), towardsDevOps(to)),
	}
}

// towardsDevOps is the part of a position that draws to the DevOps pole; nil for none.
func towardsDevOps(position *big.Rat) *big.Rat {
	if position == nil {
		return nil
	}
	return atLeastZero(position)
}

func (p *poleMean) value() *big.Rat {
	return p.all.value()
}

// tension is 0 when all positions are on one side of the middle and 1 when both poles are needed alike.
func (p *poleMean) tension() *big.Rat {
	devOps := p.devOps.value()
	sysOps := subtract(devOps, p.all.value())
	if sysOps == nil {
		return nil
	}
	weaker := exact.Min(devOps, sysOps)
	return new(big.Rat).Add(weaker, weaker)
}

// subtract is a - b; nil when either is.
func subtract(a, b *big.Rat) *big.Rat {
	if a == nil || b == nil {
		return nil
	}
	return new(big.Rat).Sub(a, b)
}

// absDifference is |a - b|; nil when either is.
func absDifference(a, b *big.Rat) *big.Rat {
	apart := subtract(a, b)
	if apart != nil {
		apart.Abs(apart)
	}
	return apart
}

func atLeastZero(x *big.Rat) *big.Rat {
	if x.Sign() >= 0 {
		return x
	}
	return new(big.Rat)
}

// boolRat is 1 for a yes and 0 for a no, so that the mean of yes and no is the share of yes.
func boolRat(yes bool) *big.Rat {
	if yes {
		return new(big.Rat).SetInt64(1)
	}
	return new(big.Rat)
}

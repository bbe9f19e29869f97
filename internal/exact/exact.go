// Package exact compares and converts exact numbers without taking memory where they are small, as nearly all numbers of an
// assessment are: many thousands of sheets are scored in one run, with hundreds of comparisons each. It knows nothing of what
// the numbers mean.
package exact

import (
	"cmp"
	"math/big"
	"strconv"
)

// Compare is a.Cmp(b). It takes no memory where both numbers are small.
func Compare(a, b *big.Rat) int {
	num, den, small := Small(b)
	if !small {
		return a.Cmp(b)
	}
	return CompareWith(a, num, den)
}

// CompareWith is Compare with the fraction num/den, both of which are small and den positive.
func CompareWith(a *big.Rat, num, den int64) int {
	ownNum, ownDen, small := Small(a)
	if !small {
		return a.Cmp(big.NewRat(num, den))
	}
	return cmp.Compare(ownNum*den, num*ownDen)
}

// Min returns the smaller of two numbers, the first where they are equal.
func Min(a, b *big.Rat) *big.Rat {
	if Compare(b, a) < 0 {
		return b
	}
	return a
}

// Max returns the larger of two numbers, the first where they are equal.
func Max(a, b *big.Rat) *big.Rat {
	if Compare(b, a) > 0 {
		return b
	}
	return a
}

// Small returns a number as a fraction of two that are small: below 2^31, so that no product of two of them overflows. It
// reports false for a number that is not.
func Small(x *big.Rat) (num, den int64, small bool) {
	den = 1
	if !x.IsInt() {
		if !x.Denom().IsInt64() {
			return 0, 0, false
		}
		den = x.Denom().Int64()
	}
	if !x.Num().IsInt64() {
		return 0, 0, false
	}
	num = x.Num().Int64()
	return num, den, IsSmall(num) && IsSmall(den)
}

// IsSmall reports that a whole number is small as Small has it.
func IsSmall(n int64) bool {
	const limit = 1 << 31
	return -limit < n && n < limit
}

// Float returns the nearest float64. The quotient of two small numbers is just that, as both of them are exact.
func Float(x *big.Rat) float64 {
	if num, den, small := Small(x); small {
		return float64(num) / float64(den)
	}
	value, _ := x.Float64()
	return value
}

// Decimal returns the shortest decimal that means the same float64: 0.1 is a tenth, and not the binary fraction next to it. It
// is nil for an infinity and for no number.
func Decimal(value float64) *big.Rat {
	number, ok := new(big.Rat).SetString(strconv.FormatFloat(value, 'g', -1, 64))
	if !ok {
		return nil
	}
	return number
}

// Text writes a number with all its decimals, and with twelve where they have no end.
func Text(x *big.Rat) string {
	digits, ends := x.FloatPrec()
	if !ends {
		digits = 12
	}
	return x.FloatString(digits)
}

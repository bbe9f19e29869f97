package questionnaire

import (
	"cmp"
	"math/big"
)

// Compare is a.Cmp(b). Where both numbers are small, as nearly all of an assessment are, it takes no memory: many
// thousands of sheets are scored in one run, with hundreds of comparisons each.
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

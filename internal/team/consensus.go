package team

import (
	"math"
	"math/big"
	"slices"
)

// consensus is the agreement measure of Tastle and Wierman (2007), 1 + mean of log2(1 - |x - mean|/span): 1 when all
// values are equal, 0 when they are split evenly between the two ends. The span is the distance between the lowest and
// the highest possible value. It is nil below the minimum number of values, or when nothing can differ.
//
// The logarithm is the one inexact step of the method; the values are sorted first, so that the order of respondents
// cannot reach its last digit.
func consensus(values []*big.Rat, span *big.Rat) *float64 {
	if len(values) < leastGroup || span.Sign() <= 0 {
		return nil
	}
	sorted := slices.Clone(values)
	slices.SortFunc(sorted, (*big.Rat).Cmp)
	middle := meanOf(sorted)
	sum := 0.0
	for _, value := range sorted {
		apart := new(big.Rat).Sub(value, middle)
		apart.Quo(apart.Abs(apart), span)
		left, _ := apart.Sub(big.NewRat(1, 1), apart).Float64()
		sum += math.Log2(left)
	}
	agreed := 1 + sum/float64(len(sorted))
	// Rounding must not push an even split below 0.
	agreed = max(agreed, 0)
	return &agreed
}

// meanOf is the exact mean; nil for no values.
func meanOf(values []*big.Rat) *big.Rat {
	if len(values) == 0 {
		return nil
	}
	sum := new(big.Rat)
	for _, value := range values {
		sum.Add(sum, value)
	}
	return sum.Quo(sum, big.NewRat(int64(len(values)), 1))
}

// spanOf is the distance between the lowest and the highest of the values; 0 for fewer than two.
func spanOf(values []*big.Rat) *big.Rat {
	if len(values) == 0 {
		return new(big.Rat)
	}
	lowest, highest := slices.MinFunc(values, (*big.Rat).Cmp), slices.MaxFunc(values, (*big.Rat).Cmp)
	return new(big.Rat).Sub(highest, lowest)
}

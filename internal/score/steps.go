package score

import (
	"math/big"
	"slices"
)

// fewestSteps is the fewest one-option steps that leave, given a set of moves that does: its steps bound the search. Steps
// of several answers may be combined in any way, and positions need not be evenly spaced, so this is a knapsack.
func (x exit) fewestSteps(set []move) int {
	bound := 0
	for _, m := range set {
		bound += len(m.reach)
	}
	if x.fitsInt64() {
		return searchSteps(x.moves, x.distance, bound, arithmetic[int64]{
			of:    (*big.Int).Int64,
			raise: func(most *int64, a, b int64) { *most = max(*most, a+b) },
			less:  func(a, b int64) bool { return a < b },
		})
	}
	var sum big.Int // kept between calls for its memory
	return searchSteps(x.moves, x.distance, bound, arithmetic[*big.Int]{
		of: func(n *big.Int) *big.Int { return n },
		raise: func(most **big.Int, a, b *big.Int) {
			if sum.Add(a, b).Cmp(*most) > 0 {
				*most = new(big.Int).Set(&sum)
			}
		},
		less: func(a, b *big.Int) bool { return a.Cmp(b) < 0 },
	})
}

// fitsInt64 reports that no sum of moves can overflow.
func (x exit) fitsInt64() bool {
	total := new(big.Int).Set(x.distance)
	for _, m := range x.moves {
		total.Add(total, m.furthest())
	}
	return total.IsInt64()
}

// arithmetic is what the search needs of whole numbers, small or large.
type arithmetic[T any] struct {
	of func(*big.Int) T
	// raise sets most to a + b where that is more.
	raise func(most *T, a, b T)
	less  func(a, b T) bool
}

// searchSteps returns the least n for which n steps shift at least the distance; bound steps must.
func searchSteps[T any](moves []move, distance *big.Int, bound int, number arithmetic[T]) int {
	// furthest[n] is the largest shift of at most n steps with the moves seen so far.
	furthest := slices.Repeat([]T{number.of(new(big.Int))}, bound+1)
	for _, m := range moves {
		reaches := make([]T, len(m.reach))
		for i, reach := range m.reach {
			reaches[i] = number.of(reach)
		}
		// Downward, so that the shorter shifts have not yet seen this move: an answer is changed once.
		for n := bound; n > 0; n-- {
			for i, reach := range reaches[:min(n, len(reaches))] {
				number.raise(&furthest[n], furthest[n-i-1], reach)
			}
		}
	}
	least := number.of(distance)
	return slices.IndexFunc(furthest, func(shift T) bool { return !number.less(shift, least) })
}

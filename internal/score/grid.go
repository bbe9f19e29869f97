package score

import (
	"cmp"
	"math/big"
	"slices"
	"strings"
)

// grid is the set of values that the overall practice can take, and the edges of the bands, as whole multiples of
// one fraction. Whole numbers are as exact as fractions and much faster.
type grid struct {
	// lines is how many lines of the grid lie between 0 and 1.
	lines *big.Int
}

func gridOf(levers []lever, edges []edge) grid {
	lines := big.NewInt(1)
	for _, v := range levers {
		for _, effect := range v.effects {
			lines = commonMultiple(lines, effect.Denom())
		}
	}
	for _, e := range edges {
		lines = commonMultiple(lines, big.NewInt(e.at.den))
	}
	return grid{lines: lines}
}

func commonMultiple(a, b *big.Int) *big.Int {
	var rest big.Int
	if rest.Rem(a, b).Sign() == 0 {
		return a
	}
	common := new(big.Int).GCD(nil, nil, a, b)
	return common.Mul(a, common.Quo(b, common))
}

// lineOf is the line that a value lies on.
func (g grid) lineOf(x *big.Rat) *big.Int {
	line := new(big.Int).Mul(x.Num(), g.lines)
	return line.Quo(line, x.Denom())
}

// distanceBetween is |a - b| in grid lines.
func (g grid) distanceBetween(a, b *big.Rat) *big.Int {
	apart := g.lineOf(a)
	return apart.Abs(apart.Sub(apart, g.lineOf(b)))
}

// move is what changing one answer can do to the overall practice in one direction.
type move struct {
	question string
	// reach is how far 1, 2, ... steps along the options shift the value, in grid lines; never empty, rising.
	// Options with equal positions are one step: there is no way between them to misread.
	reach []*big.Int
}

func (m move) furthest() *big.Int {
	return m.reach[len(m.reach)-1]
}

// movesOf returns the moves upward and downward, largest first, ties by id.
func (g grid) movesOf(levers []lever) (up, down []move) {
	for _, v := range levers {
		higher, lower := g.reachOf(v)
		if len(higher) > 0 {
			up = append(up, move{question: v.question, reach: higher})
		}
		if len(lower) > 0 {
			down = append(down, move{question: v.question, reach: lower})
		}
	}
	largestFirst := func(a, b move) int {
		return cmp.Or(b.furthest().Cmp(a.furthest()), strings.Compare(a.question, b.question))
	}
	slices.SortFunc(up, largestFirst)
	slices.SortFunc(down, largestFirst)
	return up, down
}

func (g grid) reachOf(v lever) (up, down []*big.Int) {
	from := g.lineOf(v.effect)
	for _, effect := range v.effects {
		shift := g.lineOf(effect)
		switch shift.Sub(shift, from).Sign() {
		case 1:
			up = append(up, shift)
		case -1:
			down = append(down, shift.Neg(shift))
		}
	}
	return sortedUnique(up), sortedUnique(down)
}

// sortedUnique sorts numbers and leaves each of them once.
func sortedUnique(list []*big.Int) []*big.Int {
	slices.SortFunc(list, (*big.Int).Cmp)
	return slices.CompactFunc(list, func(a, b *big.Int) bool { return a.Cmp(b) == 0 })
}

package score

import (
	"cmp"
	"math/big"
)

// exit is a way out of a class of the practice value: over its upper or its lower edge.
type exit struct {
	edge edge
	// distance is the least shift that leaves, in grid lines: 1 more than to the edge where the edge itself
	// still belongs to the class.
	distance *big.Int
	// gap is the distance of the edge itself, the same on both sides of the line.
	gap   *big.Int
	moves []move
}

// exitsFrom returns the ways out of the class that the edges put a value in: upward before downward.
func (g grid) exitsFrom(value *big.Rat, edges []edge, up, down []move) []exit {
	var below, above *edge
	for i := range edges {
		if edges[i].passedBy(value) {
			below = &edges[i]
		} else if above == nil {
			above = &edges[i]
		}
	}
	var list []exit
	if above != nil {
		list = append(list, g.exitOver(value, *above, !above.outerAbove(), up))
	}
	if below != nil {
		list = append(list, g.exitOver(value, *below, below.outerAbove(), down))
	}
	return list
}

func (g grid) exitOver(value *big.Rat, e edge, beyond bool, moves []move) exit {
	gap := g.distanceBetween(value, e.at.rat())
	distance := gap
	if beyond {
		distance = new(big.Int).Add(gap, big.NewInt(1))
	}
	return exit{edge: e, distance: distance, gap: gap, moves: moves}
}

// fewestAnswers is the smallest set of moves that leaves; nil when all together do not. Taking the largest first is exact
// because the value is linear in the answers.
func (x exit) fewestAnswers() []move {
	var shift big.Int
	for i, m := range x.moves {
		if shift.Add(&shift, m.furthest()).Cmp(x.distance) >= 0 {
			return x.moves[:i+1]
		}
	}
	return nil
}

// isOneStepAway reports that a single step of a single answer leaves.
func (x exit) isOneStepAway() bool {
	for _, m := range x.moves {
		if m.reach[0].Cmp(x.distance) >= 0 {
			return true
		}
	}
	return false
}

func (x exit) isNearerThan(other *exit) bool {
	return cmp.Or(x.gap.Cmp(other.gap), x.edge.fromMiddle().Cmp(other.edge.fromMiddle())) < 0
}

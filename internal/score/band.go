package score

import (
	"math/big"
	"slices"
)

// edge is where two bands meet. The value on an edge belongs to the outer band, so that the line reads the same
// from both poles.
type edge struct {
	at           fraction
	below, above Band
}

// bandEdges are the edges of the five bands, from the SysOps to the DevOps pole.
func bandEdges() [4]edge {
	strong, leaning := strongEdge.fraction(), leaningEdge.fraction()
	return [...]edge{
		{strong.negated(), StrongSysOps, LeaningSysOps},
		{leaning.negated(), LeaningSysOps, Hybrid},
		{leaning, Hybrid, LeaningDevOps},
		{strong, LeaningDevOps, StrongDevOps},
	}
}

// BandEdges returns where two bands meet, from the SysOps to the DevOps pole.
func BandEdges() []*big.Rat {
	var edges []*big.Rat
	for _, e := range bandEdges() {
		edges = append(edges, e.at.rat())
	}
	return edges
}

// sideEdges are the edges at which the side changes too.
func sideEdges() []edge {
	edges := bandEdges()
	return edges[1:3]
}

// outerAbove reports that the outer band, which holds the edge itself, is the one above.
func (e edge) outerAbove() bool {
	return e.at.num > 0
}

func (e edge) fromMiddle() *big.Rat {
	at := e.at.rat()
	return at.Abs(at)
}

func (e edge) passedBy(x *big.Rat) bool {
	order := e.at.compareTo(x)
	return order < 0 || order == 0 && e.outerAbove()
}

// BandOf returns the band of a value on the line; empty for nil. It is the one place where a value becomes a word.
func BandOf(x *big.Rat) Band {
	if x == nil {
		return ""
	}
	band := StrongSysOps
	for _, e := range bandEdges() {
		if e.passedBy(x) {
			band = e.above
		}
	}
	return band
}

// place is the number of a band on the line, from 0 at the SysOps pole to 4.
func (b Band) place() int {
	return slices.Index([]Band{StrongSysOps, LeaningSysOps, Hybrid, LeaningDevOps, StrongDevOps}, b)
}

// SideOf returns the side that a band belongs to; empty for the empty band.
func SideOf(band Band) Side {
	switch band {
	case StrongSysOps, LeaningSysOps:
		return SysOps
	case Hybrid:
		return Middle
	case LeaningDevOps, StrongDevOps:
		return DevOps
	default:
		return ""
	}
}

// FitEdges returns the fits from 0 to 100 at which the next better word begins.
func FitEdges() []*big.Rat {
	return []*big.Rat{strainedFit.value(), workableFit.value(), goodFit.value()}
}

// FitWordOf returns the word for a fit of 0..100; empty for nil.
func FitWordOf(fit *big.Rat) FitWord {
	switch {
	case fit == nil:
		return ""
	case goodFit.metBy(fit):
		return GoodFit
	case workableFit.metBy(fit):
		return WorkableFit
	case strainedFit.metBy(fit):
		return StrainedFit
	default:
		return Misfit
	}
}

package score

import (
	"math/big"

	"github.com/opsfit/opsfit/internal/exact"
	"github.com/opsfit/opsfit/internal/questionnaire"
)

// The axes that a formula names. A questionnaire without them is scored without those formulas.
const (
	// DeliveryAxis is the axis whose pace calls for readiness on StabilityAxis.
	DeliveryAxis = "delivery"
	// StabilityAxis is the axis that has to carry the pace of DeliveryAxis.
	StabilityAxis = "stability"
)

// speedFloorOf is the readiness on stability that fast delivery calls for, whatever the context says; nil on any other axis, and
// when delivery is not scored. It is one-sided on purpose: slow delivery needs no safety net of its own.
func speedFloorOf(axes []Axis, axis string) *big.Rat {
	delivery := axisOf(axes, DeliveryAxis)
	if axis != StabilityAxis || delivery == nil || !delivery.Practice.Scored {
		return nil
	}
	return new(big.Rat).Mul(speedFloor.value(), atLeastZero(delivery.Practice.Value))
}

// floorOf returns the largest floor on an axis, and the questions whose answers name just that one.
func floorOf(readings []answeredQuestion, axis string, speed *big.Rat) (floor *big.Rat, from []string) {
	floor = speed
	for _, r := range readings {
		if named := r.floorOn(axis); named != nil && (floor == nil || exact.Compare(named, floor) > 0) {
			floor = named
		}
	}
	for _, r := range readings {
		named := r.floorOn(axis)
		if r.isAnswered() && r.isAbout(questionnaire.Lean, DeliveryAxis) {
			named = speed
		}
		if named != nil && exact.Compare(named, floor) == 0 {
			from = append(from, r.question.ID)
		}
	}
	return floor, from
}

// shortfallOf is max(0, floor - level); nil when either is.
func shortfallOf(floor, level *big.Rat) *big.Rat {
	if missing := subtract(floor, level); missing != nil {
		return atLeastZero(missing)
	}
	return nil
}

// axisOf returns the axis with the given id, or nil.
func axisOf(axes []Axis, id string) *Axis {
	for i := range axes {
		if axes[i].ID == id {
			return &axes[i]
		}
	}
	return nil
}

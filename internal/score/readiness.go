package score

import (
	"math/big"
	"slices"

	"github.com/opsfit/opsfit/internal/exact"
	"github.com/opsfit/opsfit/internal/questionnaire"
)

// weakestOf is the lowest level among the readiness answers on an axis, or on all of them for ""; nil when there is none.
func weakestOf(readings []answeredQuestion, axis string) *Weakest {
	var weakest *Weakest
	for _, r := range readings {
		if r.question.Measures != questionnaire.Readiness || !r.isAnswered() || axis != "" && r.question.Axis != axis {
			continue
		}
		if weakest == nil || isWeaker(r, weakest) {
			weakest = &Weakest{Level: r.level, Question: r.question.ID}
		}
	}
	return weakest
}

func isWeaker(r answeredQuestion, than *Weakest) bool {
	order := exact.Compare(r.level, than.Level)
	return order < 0 || order == 0 && r.question.ID < than.Question
}

// unmetOf lists the readiness answers below the floor of their axis, and the unknown ones where the floor is above 0.
func unmetOf(axes []*AxisReadiness, readings []answeredQuestion) []Unmet {
	var unmet []Unmet
	for _, r := range readings {
		if r.question.Measures != questionnaire.Readiness || !r.isApplicable() {
			continue
		}
		floor := axes[slices.IndexFunc(axes, func(a *AxisReadiness) bool { return a.ID == r.question.Axis })].Floor
		if floor == nil || floor.Sign() <= 0 {
			continue
		}
		if r.level == nil || exact.Compare(r.level, floor) < 0 {
			unmet = append(unmet, Unmet{
				Axis: r.question.Axis, Question: r.question.ID, Level: r.level, Floor: floor, Critical: r.question.Critical,
			})
		}
	}
	return unmet
}

// setReadiness sets how ready a service is on the axis, beside the floor of the answers and, where it is higher, a least one.
func (a *AxisReadiness) setReadiness(readings []answeredQuestion, least *big.Rat) {
	a.Readiness, a.Weakest = readinessOf(readings, a.ID), weakestOf(readings, a.ID)
	a.Floor, a.FloorFrom = floorOf(readings, a.ID, least)
	a.Shortfall = shortfallOf(a.Floor, a.Readiness.Value)
	a.WorstShortfall = shortfallOf(a.Floor, a.Readiness.LowerBound)
}

// readinessOf leaves unknown answers out of the value and counts them as 0, unproven, in the lower bound.
func readinessOf(readings []answeredQuestion, axis string) ReadinessLevel {
	var value, bound mean
	for _, r := range readings {
		if !r.isAbout(questionnaire.Readiness, axis) || !r.isApplicable() {
			continue
		}
		proven := new(big.Rat)
		if r.isAnswered() {
			proven = r.level
			value.add(r.question.Weight, proven)
		}
		bound.add(r.question.Weight, proven)
	}
	return ReadinessLevel{Value: value.value(), LowerBound: bound.value()}
}

// overallReadiness is the mean over the axes that have a level.
func overallReadiness(axes []*AxisReadiness) ReadinessLevel {
	var value, bound mean
	for _, a := range axes {
		if a.Readiness.Value != nil {
			value.add(a.Weight, a.Readiness.Value)
		}
		if a.Readiness.LowerBound != nil {
			bound.add(a.Weight, a.Readiness.LowerBound)
		}
	}
	return ReadinessLevel{Value: value.value(), LowerBound: bound.value()}
}

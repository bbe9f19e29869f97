package score

import (
	"math/big"

	"github.com/opsfit/opsfit/internal/questionnaire"
)

// scoreAxes returns every axis of the questionnaire; effects follow once the overall practice is known.
func scoreAxes(q *questionnaire.Questionnaire, readings []reading) []Axis {
	axes := make([]Axis, len(q.Axes))
	for i := range q.Axes {
		a := &axes[i]
		a.ID, a.Weight = q.Axes[i].ID, q.Axes[i].Weight
		a.Practice, a.Coverage = practiceOf(readings, a.ID)
		a.Situation, a.Tension = situationOf(readings, a.ID)
		a.Readiness = readinessOf(readings, a.ID)
		a.Contributions = contributionsOf(readings, a.ID)
		a.relate()
	}
	setFloors(axes, readings)
	return axes
}

// relate sets what follows from practice and situation together.
func (a *Axis) relate() {
	a.Gap = difference(a.Situation.Value, a.Practice.Value)
	a.Direction = directionOf(a)
	a.Fit = fitOf(a.Gap)
}

// practiceOf counts an unknown answer at its lowest and its highest option for the range, and not at all for the
// value; one that is not applicable counts nowhere.
func practiceOf(readings []reading, axis string) (Practice, *big.Rat) {
	var value, low, high, coverage mean
	for _, r := range readings {
		if !r.about(questionnaire.Lean, axis) || !r.applies() {
			continue
		}
		weight := r.question.Weight
		lowest, highest := r.positions()
		low.add(weight, lowest)
		high.add(weight, highest)
		coverage.add(weight, portion(r.answered()))
		if r.answered() {
			value.add(weight, r.option.Position)
		}
	}
	practice := Practice{Low: low.value(), High: high.value()}
	covered := coverage.value()
	if covered != nil && axisCoverage.metBy(covered) {
		practice.Scored = true
		practice.Value = value.value()
		practice.Band = BandOf(practice.Value)
	}
	return practice, covered
}

func situationOf(readings []reading, axis string) (situation Situation, tension *big.Rat) {
	var needs pull
	for _, r := range readings {
		position, weight := r.need(), r.question.WeightOn(axis)
		if position != nil && weight != nil {
			needs.add(weight, position)
		}
	}
	value := needs.value()
	return Situation{Value: value, Band: BandOf(value)}, needs.tension()
}

// readinessOf leaves unknown answers out of the value and counts them as 0, unproven, in the lower bound.
func readinessOf(readings []reading, axis string) ReadinessLevel {
	var value, bound mean
	for _, r := range readings {
		if !r.about(questionnaire.Readiness, axis) || !r.applies() {
			continue
		}
		proven := new(big.Rat)
		if r.answered() {
			proven = r.option.Readiness
			value.add(r.question.Weight, proven)
		}
		bound.add(r.question.Weight, proven)
	}
	return ReadinessLevel{Value: value.value(), LowerBound: bound.value()}
}

func contributionsOf(readings []reading, axis string) []Contribution {
	var list []Contribution
	for _, r := range readings {
		if r.about(questionnaire.Lean, axis) && r.answered() {
			list = append(list, Contribution{
				Question: r.question.ID, Option: r.option.ID,
				Position: r.option.Position, Weight: r.question.Weight,
			})
		}
	}
	return list
}

// fitOf is 100*(1 - |gap|/2); nil without a gap.
func fitOf(gap *big.Rat) *big.Rat {
	if gap == nil {
		return nil
	}
	lost := new(big.Rat).Abs(gap)
	lost.Mul(lost, big.NewRat(50, 1))
	return lost.Sub(big.NewRat(100, 1), lost)
}

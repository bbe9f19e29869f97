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
		a.Practice, a.Coverage = styleOf(readings, a.ID).practice()
		a.Situation, a.Tension = needsOf(readings, a.ID).situation()
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

// style are the sums behind the practice on one axis.
type style struct {
	value, low, high, coverage mean
}

// styleOf counts an unknown answer at its lowest and its highest option for the range, and not at all for the
// value; one that is not applicable counts nowhere.
func styleOf(readings []reading, axis string) *style {
	s := &style{}
	for _, r := range readings {
		if !r.about(questionnaire.Lean, axis) || !r.applies() {
			continue
		}
		weight := r.question.Weight
		lowest, highest := r.positions()
		s.low.add(weight, lowest)
		s.high.add(weight, highest)
		s.coverage.add(weight, portion(r.answered()))
		if r.answered() {
			s.value.add(weight, r.option.Position)
		}
	}
	return s
}

func (s *style) practice() (Practice, *big.Rat) {
	practice, coverage := Practice{Low: s.low.value(), High: s.high.value()}, s.coverage.value()
	if coverage != nil && axisCoverage.metBy(coverage) {
		practice.Scored = true
		practice.Value = s.value.value()
		practice.Band = BandOf(practice.Value)
	}
	return practice, coverage
}

// needsOf are the sums behind the situation of one axis.
func needsOf(readings []reading, axis string) *pull {
	needs := &pull{}
	for _, r := range readings {
		position := r.need()
		if position == nil {
			continue
		}
		if weight := r.question.WeightOn(axis); weight != nil {
			needs.add(weight, position)
		}
	}
	return needs
}

func (p *pull) situation() (Situation, *big.Rat) {
	value := p.value()
	return Situation{Value: value, Band: BandOf(value)}, p.tension()
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

package score

import (
	"math/big"

	"github.com/opsfit/opsfit/internal/questionnaire"
)

// scoreAxes returns every axis of the questionnaire; effects follow once the overall practice is known.
func scoreAxes(q *questionnaire.Questionnaire, readings []answeredQuestion) []Axis {
	axes := make([]Axis, len(q.Axes))
	for i := range q.Axes {
		a := &axes[i]
		a.ID, a.Weight = q.Axes[i].ID, q.Axes[i].Weight
		a.Practice, a.Coverage = styleOf(readings, a.ID).toPractice()
		a.setSituation(needsOf(readings, a.ID), limitsOf(readings, a.ID))
		a.Contributions = contributionsOf(readings, a.ID)
		a.setRelations()
	}
	for i := range axes {
		axes[i].setReadiness(readings, speedFloorOf(axes, axes[i].ID))
	}
	return axes
}

// setRelations sets what follows from practice and situation together.
func (a *Axis) setRelations() {
	a.Gap = subtract(a.Situation.Value, a.Practice.Value)
	a.Direction = directionOf(a)
	a.Fit = fitOf(a.Gap)
}

// styleSums are the sums behind the practice on one axis.
type styleSums struct {
	value, low, high, coverage mean
}

// styleOf counts an unknown answer at its lowest and its highest option for the range, and not at all for the
// value; one that is not applicable counts nowhere.
func styleOf(readings []answeredQuestion, axis string) *styleSums {
	s := &styleSums{}
	for _, r := range readings {
		if !r.isAbout(questionnaire.Lean, axis) || !r.isApplicable() {
			continue
		}
		weight := r.question.Weight
		lowest, highest := r.positionRange()
		s.low.add(weight, lowest)
		s.high.add(weight, highest)
		s.coverage.add(weight, boolRat(r.isAnswered()))
		if r.isAnswered() {
			s.value.add(weight, r.option.Position)
		}
	}
	return s
}

func (s *styleSums) toPractice() (Position, *big.Rat) {
	practice, coverage := Position{Low: s.low.value(), High: s.high.value()}, s.coverage.value()
	if coverage != nil && axisCoverage.metBy(coverage) {
		practice.Scored = true
		practice.Value = s.value.value()
		practice.Band = BandOf(practice.Value)
	}
	return practice, coverage
}

func contributionsOf(readings []answeredQuestion, axis string) []Contribution {
	var list []Contribution
	for _, r := range readings {
		if r.isAbout(questionnaire.Lean, axis) && r.isAnswered() {
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

package score

import (
	"math"
	"math/big"

	"github.com/opsfit/opsfit/internal/exact"
	"github.com/opsfit/opsfit/internal/questionnaire"
)

// estimator tells, in floating point, what a few steps lead to. Hundreds of them are tried for one result, and exact fractions
// would take ten times as long as all the rest of it. Every value is a mean with positive weights, so that rounding stays far
// below the margin; where a value comes nearer to an edge than the margin, the estimator cannot tell, and the exact trial
// decides.
type estimator struct {
	axes []axisEstimate
}

// axisEstimate holds the sums of one axis. A weight of 0 stands for a value that is not scored.
type axisEstimate struct {
	id                 string
	weight             float64
	style, styleWeight float64
	need, needWeight   float64
	atLeast, atMost    float64
}

// newEstimator takes the sums of a result in which practice and situation are scored.
func newEstimator(l *Leaning, readings []answeredQuestion) *estimator {
	e := &estimator{}
	for i := range l.Axes {
		a := &l.Axes[i]
		axis := axisEstimate{
			id: a.ID, weight: exact.Float(a.Weight), atLeast: floatOr(a.AtLeast, math.Inf(-1)), atMost: floatOr(a.AtMost, math.Inf(1)),
		}
		for _, r := range readings {
			axis.count(r, a)
		}
		e.axes = append(e.axes, axis)
	}
	return e
}

// count adds an answer to the sums of its axis, where these are scored.
func (e *axisEstimate) count(r answeredQuestion, a *Axis) {
	weight := r.question.WeightOn(a.ID)
	if weight == nil || r.option == nil || r.option.Position == nil {
		return
	}
	counts, position := exact.Float(weight), exact.Float(r.option.Position)
	switch {
	case r.question.Measures == questionnaire.Lean && a.Practice.Scored:
		e.style, e.styleWeight = e.style+counts*position, e.styleWeight+counts
	case r.question.IsNeed() && a.Situation.Scored:
		e.need, e.needWeight = e.need+counts*position, e.needWeight+counts
	}
}

// shiftOf is what an exchange adds to the weighted sum of each axis.
func (e *estimator) shiftOf(x exchange) []float64 {
	shift := make([]float64, len(e.axes))
	by := exact.Float(x.to.Position) - exact.Float(x.of.option.Position)
	for i := range e.axes {
		if weight := x.of.question.WeightOn(e.axes[i].id); weight != nil {
			shift[i] = by * exact.Float(weight)
		}
	}
	return shift
}

func floatOr(x *big.Rat, missing float64) float64 {
	if x == nil {
		return missing
	}
	return exact.Float(x)
}

// margin is how near to an edge an estimate does not decide.
const margin = 1e-9

// outcome is what the estimator says of some steps.
type outcome struct {
	advice Advice
	// band is that of the situation.
	band Band
	// unsure reports a value too near to an edge; then nothing else means anything.
	unsure bool
}

// reaches reports x >= limit.
func (o *outcome) reaches(x float64, l limit) bool { return o.passes(x, l.float()) }

func (o *outcome) passes(x, edge float64) bool {
	if math.Abs(x-edge) < margin {
		o.unsure = true
	}
	return x >= edge
}

func (l limit) float() float64 {
	f := l.fraction()
	return float64(f.num) / float64(f.den)
}

// sideOf is SideOf of BandOf.
func (o *outcome) sideOf(x float64) Side {
	near := leaningEdge.float()
	switch {
	case o.passes(x, near):
		return DevOps
	case o.passes(-x, near):
		return SysOps
	}
	return Middle
}

// bandOf is BandOf.
func (o *outcome) bandOf(x float64) Band {
	near, far := leaningEdge.float(), strongEdge.float()
	switch {
	case o.passes(x, far):
		return StrongDevOps
	case o.passes(x, near):
		return LeaningDevOps
	case o.passes(-x, far):
		return StrongSysOps
	case o.passes(-x, near):
		return LeaningSysOps
	}
	return Hybrid
}

// totals are what the overall values are made of.
type totals struct {
	practice, practiceWeight   float64
	situation, situationWeight float64
	towardsDevOps              float64
	gap, distance, gapWeight   float64
	// toDevOps and toSysOps are the directions that some axis is called in. They matter for some advice only, and so does it
	// whether one of them is unsure.
	toDevOps, toSysOps, unsure bool
	// delivery and stability are the sides of the situation there.
	delivery, stability Side
}

// after tells what steps of different questions lead to.
func (e *estimator) after(steps ...*step) outcome {
	var o outcome
	var t totals
	for i := range e.axes {
		a := &e.axes[i]
		style, need := a.style, a.need
		for _, s := range steps {
			if s.of.question.IsNeed() {
				need += s.shift[i]
			} else {
				style += s.shift[i]
			}
		}
		o.addAxis(&t, a, style/a.styleWeight, a.within(need/a.needWeight))
	}
	o.conclude(&t)
	return o
}

// within is clamp.
func (e *axisEstimate) within(wanted float64) float64 {
	if e.atLeast > e.atMost {
		return (e.atLeast + e.atMost) / 2
	}
	return min(max(wanted, e.atLeast), e.atMost)
}

// addAxis adds the values of one axis, of which either may not be scored.
func (o *outcome) addAxis(t *totals, a *axisEstimate, practice, situation float64) {
	if a.styleWeight > 0 {
		t.practice, t.practiceWeight = t.practice+a.weight*practice, t.practiceWeight+a.weight
	}
	if a.needWeight > 0 {
		t.situation, t.situationWeight = t.situation+a.weight*situation, t.situationWeight+a.weight
		t.towardsDevOps += a.weight * max(situation, 0)
		switch a.id {
		case DeliveryAxis:
			t.delivery = o.sideOf(situation)
		case StabilityAxis:
			t.stability = o.sideOf(situation)
		}
	}
	if a.styleWeight > 0 && a.needWeight > 0 {
		gap := situation - practice
		t.gap, t.distance, t.gapWeight = t.gap+a.weight*gap, t.distance+a.weight*math.Abs(gap), t.gapWeight+a.weight
		t.addDirection(practice, situation)
	}
}

// addDirection is directionOf.
func (t *totals) addDirection(practice, situation float64) {
	var o outcome
	gap := situation - practice
	if o.reaches(math.Abs(gap), alignedGap) && o.sideOf(practice) != o.sideOf(situation) {
		t.toDevOps, t.toSysOps = t.toDevOps || gap > 0, t.toSysOps || gap < 0
	}
	t.unsure = t.unsure || o.unsure
}

// conclude is adviceOf.
func (o *outcome) conclude(t *totals) {
	situation := t.situation / t.situationWeight
	draw := t.towardsDevOps / t.situationWeight
	tension := 2 * min(draw, draw-situation)
	gap := t.gap / t.gapWeight
	o.band = o.bandOf(situation)
	practice, called := o.sideOf(t.practice/t.practiceWeight), SideOf(o.band)
	switch {
	case o.reaches(tension, combineTension) || t.delivery == DevOps && t.stability == SysOps || o.isBothWays(t, practice != called):
		o.advice = Combine
	case practice == called || t.gapWeight > 0 && !o.reaches(math.Abs(gap), stayGap):
		o.advice = stayAdvice(practice)
	case t.gapWeight == 0:
	case gap > 0:
		o.advice = ShiftDevOps
	default:
		o.advice = ShiftSysOps
	}
}

// isBothWays reports axes that move both ways where the sides differ or the fit is poor.
func (o *outcome) isBothWays(t *totals, sidesDiffer bool) bool {
	isMisfit := t.gapWeight > 0 && !o.reaches(100-50*t.distance/t.gapWeight, strainedFit)
	isApart := sidesDiffer || isMisfit
	o.unsure = o.unsure || isApart && t.unsure
	return isApart && t.toDevOps && t.toSysOps
}

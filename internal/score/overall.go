package score

import (
	"math/big"

	"github.com/opsfit/opsfit/internal/exact"
	"github.com/opsfit/opsfit/internal/questionnaire"
)

// setOverall sets what follows from the axes and the coverage: the two overall values, their relation, the advice.
func (l *Leaning) setOverall() {
	l.Practice = overallPractice(l.Axes, l.Coverage)
	l.Situation, l.Tension = overallSituation(l.Axes)
	l.Fit = overallFit(l.Axes)
	l.FitWord = FitWordOf(l.Fit)
	l.setRelations()
}

// setRelations sets what the overall statement follows from beside the two overall values, and the statement.
func (l *Leaning) setRelations() {
	l.Gap = overallGap(l.Axes)
	l.Advice, l.CombineBecause = adviceOf(l)
}

// coverageOf is the answered share of all lean questions that apply; 0 when none does. Unlike the other overall
// values it knows no axis weights: it says how much was answered.
func coverageOf(readings []answeredQuestion) *big.Rat {
	var coverage mean
	for _, r := range readings {
		if r.question.Measures == questionnaire.Lean && r.isApplicable() {
			coverage.add(r.question.Weight, boolRat(r.isAnswered()))
		}
	}
	if covered := coverage.value(); covered != nil {
		return covered
	}
	return new(big.Rat)
}

// overallPractice takes the value from the scored axes but the range from every axis with a question that applies,
// so the value can lie outside; the range is then widened to it.
func overallPractice(axes []Axis, coverage *big.Rat) Practice {
	var value, low, high, scored mean
	for i := range axes {
		a := &axes[i]
		if a.Coverage == nil {
			continue
		}
		low.add(a.Weight, a.Practice.Low)
		high.add(a.Weight, a.Practice.High)
		scored.add(a.Weight, boolRat(a.Practice.Scored))
		if a.Practice.Scored {
			value.add(a.Weight, a.Practice.Value)
		}
	}
	p := Practice{Low: low.value(), High: high.value()}
	if !overallCoverage.metBy(coverage) || !overallAxes.metBy(scored.value()) {
		return p
	}
	p.Scored = true
	p.Value = value.value()
	p.Band = BandOf(p.Value)
	p.Low, p.High = exact.Min(p.Low, p.Value), exact.Max(p.High, p.Value)
	return p
}

func overallSituation(axes []Axis) (situation Situation, tension *big.Rat) {
	var needs needSums
	for i := range axes {
		if called := axes[i].Situation.Value; called != nil {
			needs.add(axes[i].Weight, called)
		}
	}
	return needs.toSituation()
}

// overallGap averages over the axes that have a gap.
func overallGap(axes []Axis) *big.Rat {
	var gaps mean
	for i := range axes {
		if axes[i].Gap != nil {
			gaps.add(axes[i].Weight, axes[i].Gap)
		}
	}
	return gaps.value()
}

// overallFit averages over the same axes. The mean of the axis fits is the fit of the mean |gap|, not of |mean gap|:
// errors in opposite directions do not cancel.
func overallFit(axes []Axis) *big.Rat {
	var fits mean
	for i := range axes {
		if axes[i].Fit != nil {
			fits.add(axes[i].Weight, axes[i].Fit)
		}
	}
	return fits.value()
}

func overallReadiness(axes []Axis) ReadinessLevel {
	var value, bound mean
	for i := range axes {
		level := axes[i].Readiness
		if level.Value != nil {
			value.add(axes[i].Weight, level.Value)
		}
		if level.LowerBound != nil {
			bound.add(axes[i].Weight, level.LowerBound)
		}
	}
	return ReadinessLevel{Value: value.value(), LowerBound: bound.value()}
}

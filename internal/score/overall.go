package score

import (
	"math/big"
	"slices"

	"github.com/opsfit/opsfit/internal/exact"
	"github.com/opsfit/opsfit/internal/questionnaire"
)

// setOverall sets what follows from the axes and the two coverages: practice and situation, their relation, the advice.
func (l *Leaning) setOverall() {
	l.Practice = overallPractice(l.Axes, l.Coverage)
	l.setOverallSituation()
	l.setRelations()
}

// setRelations sets what the overall statement follows from beside the two overall values, and the statement. Without a
// situation there is nothing to relate practice to.
func (l *Leaning) setRelations() {
	l.Gap, l.Fit = nil, nil
	if l.Situation.Scored {
		l.Gap, l.Fit = overallGap(l.Axes), overallFit(l.Axes)
	}
	l.FitWord = FitWordOf(l.Fit)
	l.Advice, l.CombineBecause = adviceOf(l)
	l.WantedAdvice = ""
	if l.Advice != "" && isAnyHeld(l.Axes) {
		l.WantedAdvice, _ = adviceOf(l.withoutLimits())
	}
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
func overallPractice(axes []Axis, coverage *big.Rat) Position {
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
	p := Position{Low: low.value(), High: high.value()}
	if !overallCoverage.metBy(coverage) || !overallAxes.metBy(scored.value()) {
		return p
	}
	p.Scored = true
	p.Value = value.value()
	p.Band = BandOf(p.Value)
	p.Low, p.High = exact.Min(p.Low, p.Value), exact.Max(p.High, p.Value)
	return p
}

// setOverallSituation takes the values from the axes where the situation is scored and the range from every axis with a need
// that applies.
func (l *Leaning) setOverallSituation() {
	var value, wanted poleMean
	var low, high, scored mean
	for i := range l.Axes {
		a := &l.Axes[i]
		if a.Wanted.Coverage == nil {
			continue
		}
		low.add(a.Weight, a.Situation.Low)
		high.add(a.Weight, a.Situation.High)
		scored.add(a.Weight, boolRat(a.Situation.Scored))
		if a.Situation.Scored {
			value.add(a.Weight, a.Situation.Value)
			wanted.add(a.Weight, a.Wanted.Value)
		}
	}
	l.Tension = value.tension()
	l.Situation = Position{Low: low.value(), High: high.value()}
	l.Wanted = Wanted{Coverage: l.Wanted.Coverage}
	share := scored.value()
	if l.Wanted.Coverage == nil || share == nil || !overallCoverage.metBy(l.Wanted.Coverage) || !overallAxes.metBy(share) {
		return
	}
	l.Situation.Scored = true
	l.Situation.Value, l.Wanted.Value = value.value(), wanted.value()
	l.Situation.Band, l.Wanted.Band = BandOf(l.Situation.Value), BandOf(l.Wanted.Value)
	l.Situation.Low, l.Situation.High = exact.Min(l.Situation.Low, l.Situation.Value), exact.Max(l.Situation.High, l.Situation.Value)
}

// needCoverageOf is the answered share of the weight of all needs that apply; nil when none does. Like the coverage of
// practice it knows no axis weights. A need whose chosen option has no position counts in neither side, and
// so does one whose axes have all dropped out.
func needCoverageOf(readings []answeredQuestion) *big.Rat {
	var coverage mean
	for _, r := range readings {
		if !r.question.IsNeed() || !r.isApplicable() || len(r.question.Affects) == 0 {
			continue
		}
		if lowest, _ := r.positionRange(); lowest != nil {
			coverage.add(r.question.Weight, boolRat(r.isAnswered()))
		}
	}
	return coverage.value()
}

// withoutLimits is the result as it would be if everything that is wanted were allowed, as far as the advice looks at it.
func (l *Leaning) withoutLimits() *Leaning {
	free := &Leaning{Practice: l.Practice, Coverage: l.Coverage, Wanted: l.Wanted, Axes: slices.Clone(l.Axes)}
	for i := range free.Axes {
		a := &free.Axes[i]
		a.Situation.Value, a.Situation.Band = a.Wanted.Value, a.Wanted.Band
		a.setRelations()
	}
	free.setOverallSituation()
	free.Gap, free.Fit = overallGap(free.Axes), overallFit(free.Axes)
	return free
}

func isAnyHeld(axes []Axis) bool {
	return slices.ContainsFunc(axes, func(a Axis) bool { return len(a.HeldBy) > 0 })
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

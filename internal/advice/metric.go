package advice

import (
	"math/big"

	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/score"
)

// Value returns a metric of questionnaire.MetricNames on an axis, or on "overall" (also written ""). It is nil
// when the value cannot be computed, when the questionnaire has no such axis, and for an unknown metric. Callers
// must not modify it.
//
// The overall shortfall is the largest of the axes: a strong axis does not pay for a weak one. steps_to_other_side
// exists overall only. dont_know_count counts all questions overall, and on an axis the questions that belong to it;
// context questions belong to none.
func (f *Facts) Value(metric, axis string) *big.Rat {
	if metric == questionnaire.MetricDontKnows {
		return f.dontKnowCount(axis)
	}
	if isOverall(axis) {
		return f.overallValue(metric)
	}
	if on := f.axes[axis]; on != nil {
		return axisValue(metric, on)
	}
	return nil
}

func isOverall(axis string) bool { return axis == questionnaire.Overall || axis == "" }

func (f *Facts) overallValue(metric string) *big.Rat {
	switch metric {
	case questionnaire.MetricPractice:
		return f.leaning.Practice.Value
	case questionnaire.MetricSituation:
		return f.leaning.Situation.Value
	case questionnaire.MetricGap:
		return f.leaning.Gap
	case questionnaire.MetricReadiness:
		return f.leaning.Readiness.Value
	case questionnaire.MetricShortfall:
		return f.largestShortfall()
	case questionnaire.MetricTension:
		return f.leaning.Tension
	case questionnaire.MetricCoverage:
		return f.leaning.Coverage
	case questionnaire.MetricFit:
		return f.leaning.Fit
	case questionnaire.MetricSteps:
		return f.stepsToOtherSide()
	}
	return nil
}

func axisValue(metric string, axis *score.Axis) *big.Rat {
	switch metric {
	case questionnaire.MetricPractice:
		return axis.Practice.Value
	case questionnaire.MetricSituation:
		return axis.Situation.Value
	case questionnaire.MetricGap:
		return axis.Gap
	case questionnaire.MetricReadiness:
		return axis.Readiness.Value
	case questionnaire.MetricShortfall:
		return axis.Shortfall
	case questionnaire.MetricTension:
		return axis.Tension
	case questionnaire.MetricCoverage:
		return axis.Coverage
	case questionnaire.MetricFit:
		return axis.Fit
	}
	return nil
}

func (f *Facts) largestShortfall() *big.Rat {
	var largest *big.Rat
	for i := range f.leaning.Axes {
		largest = larger(largest, f.leaning.Axes[i].Shortfall)
	}
	return largest
}

// larger returns the larger of two values, of which either may be nil.
func larger(a, b *big.Rat) *big.Rat {
	if a == nil || (b != nil && questionnaire.Compare(b, a) > 0) {
		return b
	}
	return a
}

func (f *Facts) stepsToOtherSide() *big.Rat {
	if f.leaning.Robustness == nil || f.leaning.Robustness.Side.Steps == nil {
		return nil
	}
	return big.NewRat(int64(*f.leaning.Robustness.Side.Steps), 1)
}

func (f *Facts) dontKnowCount(axis string) *big.Rat {
	if !isOverall(axis) && f.axes[axis] == nil {
		return nil
	}
	count := int64(0)
	for i := range f.questions {
		question := &f.questions[i]
		if isOn(question, axis) && f.status(question.ID) == answers.DontKnow {
			count++
		}
	}
	return big.NewRat(count, 1)
}

// isOn reports whether a question belongs to an axis; every question belongs to overall.
func isOn(question *questionnaire.Question, axis string) bool {
	return isOverall(axis) || question.Axis == axis
}

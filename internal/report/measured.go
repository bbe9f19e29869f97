package report

import (
	"math/big"
	"strconv"

	"github.com/opsfit/opsfit/internal/advice"
	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/questionnaire"
)

// Measured gives the figures of a result to conditions, as advice.Facts gives those of a run. A document holds the nearest
// binary number to each exact one; here it counts as the shortest decimal that means the same, so that 0.3 is exactly 3/10
// again. A quadrant has no figure but the count of what is not known.
func Measured(doc *Document) advice.Measured { return measured{doc} }

type measured struct {
	doc *Document
}

func (m measured) Value(metric, axis string) *big.Rat {
	overall := axis == questionnaire.Overall || axis == ""
	switch {
	case metric == questionnaire.MetricDontKnows:
		return m.dontKnows(axis, overall)
	case overall && m.doc.Verdict.Leaning != nil:
		return rational(m.overall(metric))
	case overall:
		return nil
	}
	return rational(onAxis(m.axis(axis), metric))
}

// axis returns nil for one that the document does not have.
func (m measured) axis(id string) *Axis {
	for i := range m.doc.Axes {
		if m.doc.Axes[i].ID == id {
			return &m.doc.Axes[i]
		}
	}
	return nil
}

func (m measured) overall(metric string) *float64 {
	v := m.doc.Verdict.Leaning
	switch metric {
	case questionnaire.MetricPractice:
		return v.Practice.Value
	case questionnaire.MetricSituation:
		return v.Situation.Value
	case questionnaire.MetricGap:
		return v.Gap
	case questionnaire.MetricReadiness:
		return v.Readiness.Value
	case questionnaire.MetricShortfall:
		return m.doc.LargestShortfall()
	case questionnaire.MetricTension:
		return v.Tension
	case questionnaire.MetricCoverage:
		return v.Coverage
	case questionnaire.MetricFit:
		return v.Fit.Value
	case questionnaire.MetricSteps:
		return stepsOf(v)
	}
	return nil
}

func onAxis(axis *Axis, metric string) *float64 {
	if axis == nil {
		return nil
	}
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
		return axis.Shortfall.Value
	case questionnaire.MetricTension:
		return axis.Tension
	case questionnaire.MetricCoverage:
		return axis.Coverage
	case questionnaire.MetricFit:
		return axis.Fit
	}
	return nil
}

// LargestShortfall is the largest shortfall of the axes; nil where none has one.
func (d *Document) LargestShortfall() *float64 {
	var largest *float64
	for i := range d.Axes {
		if value := d.Axes[i].Shortfall.Value; value != nil && (largest == nil || *value > *largest) {
			largest = value
		}
	}
	return largest
}

func stepsOf(v *Leaning) *float64 {
	if v.Robustness == nil || v.Robustness.Side.Steps == nil {
		return nil
	}
	return new(float64(*v.Robustness.Side.Steps))
}

func (m measured) dontKnows(axis string, overall bool) *big.Rat {
	if !overall && m.axis(axis) == nil {
		return nil
	}
	count := int64(0)
	for i := range m.doc.Answers {
		answer := &m.doc.Answers[i]
		if (overall || string(answer.Axis) == axis) && answer.Status == string(answers.DontKnow) {
			count++
		}
	}
	return big.NewRat(count, 1)
}

// rational reads a number of a document; nil stays nil.
func rational(value *float64) *big.Rat {
	if value == nil {
		return nil
	}
	exact, ok := new(big.Rat).SetString(strconv.FormatFloat(*value, 'g', -1, 64))
	if !ok {
		return nil
	}
	return exact
}

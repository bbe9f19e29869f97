package questionnaire

import (
	"fmt"
	"math/big"
)

// The metrics that a condition may name.
const (
	MetricPractice  = "practice"
	MetricSituation = "situation"
	MetricGap       = "gap"
	MetricReadiness = "readiness"
	MetricShortfall = "shortfall"
	MetricTension   = "tension"
	MetricCoverage  = "coverage"
	MetricFit       = "fit"
	// MetricSteps is the fewest one-option steps that move practice to another side; it exists overall only.
	MetricSteps = "steps_to_other_side"
	// MetricDontKnows is how many questions are answered "don't know".
	MetricDontKnows = "dont_know_count"
)

// MetricNames returns the metrics a condition may name, in documentation order.
func MetricNames() []string {
	return []string{
		MetricPractice, MetricSituation, MetricGap, MetricReadiness, MetricShortfall, MetricTension, MetricCoverage, MetricFit,
		MetricSteps, MetricDontKnows,
	}
}

// isOverallOnly tells the metrics that no axis has.
func isOverallOnly(metric string) bool { return metric == MetricSteps }

// Scale is the range of values that a metric can have, both ends included.
type Scale struct {
	Low, High int64
}

// ScaleOf returns the scale of a metric of MetricNames.
func ScaleOf(metric string) Scale {
	switch metric {
	case MetricPractice, MetricSituation:
		return Scale{-1, 1}
	case MetricGap:
		return Scale{-2, 2}
	case MetricReadiness, MetricShortfall:
		return Scale{0, 4}
	case MetricTension, MetricCoverage:
		return Scale{0, 1}
	case MetricFit:
		return Scale{0, 100}
	case MetricSteps:
		return Scale{0, MaxQuestions * MaxOptions}
	case MetricDontKnows:
		return Scale{0, MaxQuestions}
	}
	return Scale{}
}

func (s Scale) holds(value *big.Rat) bool {
	return value.Cmp(big.NewRat(s.Low, 1)) >= 0 && value.Cmp(big.NewRat(s.High, 1)) <= 0
}

func (s Scale) describe(metric string) string {
	return fmt.Sprintf("%s lies between %d and %d", metric, s.Low, s.High)
}

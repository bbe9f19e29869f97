package questionnaire

import (
	"fmt"
	"math/big"
)

// MetricNames returns the metrics a condition may name, in documentation order.
func MetricNames() []string {
	return []string{
		"practice", "situation", "gap", "readiness", "shortfall", "tension", "coverage", "fit",
		"steps_to_other_side", "dont_know_count",
	}
}

// isOverallOnly tells the metrics that no axis has.
func isOverallOnly(metric string) bool { return metric == "steps_to_other_side" }

// Scale is the range of values that a metric can have, both ends included.
type Scale struct {
	Low, High int64
}

// ScaleOf returns the scale of a metric of MetricNames.
func ScaleOf(metric string) Scale {
	switch metric {
	case "practice", "situation":
		return Scale{-1, 1}
	case "gap":
		return Scale{-2, 2}
	case "readiness", "shortfall":
		return Scale{0, 4}
	case "tension", "coverage":
		return Scale{0, 1}
	case "fit":
		return Scale{0, 100}
	case "steps_to_other_side":
		return Scale{0, MaxQuestions * MaxOptions}
	case "dont_know_count":
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

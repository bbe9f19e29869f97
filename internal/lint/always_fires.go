package lint

import (
	"github.com/opsfit/opsfit/internal/condition"
	"github.com/opsfit/opsfit/internal/satisfy"
)

func checkAlwaysFires(s *subject) {
	for _, e := range s.reachableRules() {
		if e.advice != nil && isForAll(e.when) {
			continue
		}
		known := s.solveConstraints(satisfy.Known(e.when), satisfy.Holds(e.when))
		if known == satisfy.Sat && s.isUnsat(satisfy.Known(e.when), satisfy.Fails(e.when)) {
			s.addFinding(e.at, "narrow its condition", "%s appears whatever is answered: %s", e.label, quoteCondition(e.when))
		}
	}
}

// isForAll reports whether a condition means everybody: a single test at the end of its scale, which only requires that
// something is known.
func isForAll(c condition.Condition) bool {
	for (c.Kind == condition.All || c.Kind == condition.Any) && len(c.Of) == 1 {
		c = c.Of[0]
	}
	if len(c.Bounds) != 1 {
		return false
	}
	scale, value := scaleOf(&c), c.Bounds[0].Value
	switch c.Bounds[0].Op {
	case condition.GTE:
		return value.IsInt() && value.Num().Int64() == scale.Low
	case condition.LTE:
		return value.IsInt() && value.Num().Int64() == scale.High
	default:
		return false
	}
}

// scaleOf returns the definition of what a test compares: a metric, or else a level of readiness.
func scaleOf(c *condition.Condition) condition.Definition {
	if c.Kind == condition.MetricTest {
		return c.Metric.Definition()
	}
	return condition.Readiness.Definition()
}

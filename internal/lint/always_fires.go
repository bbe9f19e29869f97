package lint

import (
	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/reach"
)

func alwaysFires() Rule {
	return Rule{
		Code: "always-fires", Severity: diag.Warning,
		Summary: "A warning or a recommendation appears whatever is answered.",
		Why: "On every sheet on which nothing that it looks at is missing, its condition holds, so it tells nobody anything. That is proven " +
			"for all sheets. A recommendation for everybody may be meant: write it as one test at the very end of a scale, which says " +
			"\"whenever this is known\", such as practice from -1 on. A warning for everybody is none.",
		Bad: `
when:
  any:
    - level: net
      lte: 2
    - level: net
      gte: 2`,
		Good: `
when:
  any:
    - metric: practice
      axis: overall
      gte: -1`,
		check: checkAlways,
	}
}

func checkAlways(s *subject) {
	for _, e := range s.living() {
		if e.advice != nil && isForAll(e.when) {
			continue
		}
		known, _ := s.reaches().Find(reach.Known(e.when), reach.Holds(e.when))
		if known == reach.Found && s.never(reach.Known(e.when), reach.Fails(e.when)) {
			s.report(e.at, "narrow its condition", "%s appears whatever is answered: %s", e.label, shown(e.when))
		}
	}
}

// isForAll recognises the one form of a condition that means everybody: a single test at the end of its scale, which only
// asks that something is known.
func isForAll(c questionnaire.Condition) bool {
	for (c.Kind == questionnaire.All || c.Kind == questionnaire.Any) && len(c.Of) == 1 {
		c = c.Of[0]
	}
	if len(c.Bounds) != 1 {
		return false
	}
	scale := scaleOf(c)
	value := c.Bounds[0].Value
	switch c.Bounds[0].Op {
	case questionnaire.GTE:
		return value.IsInt() && value.Num().Int64() == scale.Low
	case questionnaire.LTE:
		return value.IsInt() && value.Num().Int64() == scale.High
	default:
		return false
	}
}

// scaleOf is the scale of what a test compares: a metric, or else a level of readiness.
func scaleOf(c questionnaire.Condition) questionnaire.Scale {
	if c.Kind == questionnaire.MetricTest {
		return questionnaire.ScaleOf(c.Metric)
	}
	return questionnaire.ScaleOf(questionnaire.MetricReadiness)
}

package report

import (
	"slices"

	"github.com/opsfit/opsfit/internal/advice"
	"github.com/opsfit/opsfit/internal/condition"
	"github.com/opsfit/opsfit/internal/exact"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/score"
)

func beyondLimit(beyond *score.Beyond) *BeyondLimit {
	if beyond == nil {
		return nil
	}
	return &BeyondLimit{Amount: exact.Float(beyond.Amount), By: limits("", beyond.By)}
}

// isForbidden reports an excess that a warning or recommendation of the result is about. The catalogue knows which limits forbid
// something, such as a law, and which only make it hard, such as coupling. Where none of its rules is about an excess, each limit
// is taken to forbid.
func (b builder) isForbidden(axis string, beyond *score.Beyond) bool {
	if !b.hasExcessRule() {
		return true
	}
	isAbout := func(when *condition.Condition, because []string) bool {
		return testsExcess(when, axis) && slices.ContainsFunc(beyond.By, func(limit score.Limit) bool {
			return slices.Contains(because, limit.Question)
		})
	}
	return slices.ContainsFunc(b.run.Advice.Warnings, func(w advice.Warning) bool { return isAbout(&w.Rule.When, w.Because) }) ||
		slices.ContainsFunc(b.run.Advice.Recommendations, func(r advice.Recommendation) bool {
			return isAbout(&r.Rule.When, r.Because)
		})
}

// hasExcessRule reports whether any rule of the catalogue is about practice beyond a limit.
func (b builder) hasExcessRule() bool {
	catalogue := b.run.Questionnaire.Catalogue
	if catalogue == nil {
		return false
	}
	const anyAxis = ""
	return slices.ContainsFunc(catalogue.Warnings, func(w questionnaire.Warning) bool { return testsExcess(&w.When, anyAxis) }) ||
		slices.ContainsFunc(catalogue.Recommendations, func(r questionnaire.Recommendation) bool {
			return testsExcess(&r.When, anyAxis)
		})
}

// testsExcess reports a condition that looks at practice beyond a limit, on the axis or on all; on any axis for none.
func testsExcess(when *condition.Condition, axis string) bool {
	return slices.ContainsFunc(when.Tests(), func(test *condition.Condition) bool {
		return test.Metric == condition.BeyondLimit && (axis == "" || test.Axis == axis || test.Axis == condition.Overall)
	})
}

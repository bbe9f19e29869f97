package report

import (
	"slices"

	"github.com/opsfit/opsfit/internal/condition"
	"github.com/opsfit/opsfit/internal/exact"
	"github.com/opsfit/opsfit/internal/score"
)

func (b builder) beyondLimit(axis string, beyond *score.Beyond) *BeyondLimit {
	if beyond == nil {
		return nil
	}
	return &BeyondLimit{Amount: exact.Float(beyond.Amount), By: limits("", beyond.By), Forbidden: b.isForbidden(axis, beyond)}
}

// isForbidden reports an excess that a warning or recommendation of the result is about. The catalogue knows which limits forbid
// something, such as a law, and which only make it hard, such as coupling. Where none of its rules is about an excess, each limit
// is taken to forbid.
func (b builder) isForbidden(axis string, beyond *score.Beyond) bool {
	if !b.hasExcessRule() {
		return true
	}
	isCause := func(because []string) bool {
		return slices.ContainsFunc(beyond.By, func(limit score.Limit) bool { return slices.Contains(because, limit.Question) })
	}
	for i := range b.run.Advice.Warnings {
		if w := &b.run.Advice.Warnings[i]; isAboutExcess(&w.Rule.When, axis) && isCause(w.Because) {
			return true
		}
	}
	for i := range b.run.Advice.Recommendations {
		if item := &b.run.Advice.Recommendations[i]; isAboutExcess(&item.Rule.When, axis) && isCause(item.Because) {
			return true
		}
	}
	return false
}

// hasExcessRule reports whether any rule of the catalogue is about practice beyond a limit.
func (b builder) hasExcessRule() bool {
	catalogue := b.run.Questionnaire.Catalogue
	if catalogue == nil {
		return false
	}
	for i := range catalogue.Warnings {
		if isAboutExcess(&catalogue.Warnings[i].When, "") {
			return true
		}
	}
	for i := range catalogue.Recommendations {
		if isAboutExcess(&catalogue.Recommendations[i].When, "") {
			return true
		}
	}
	return false
}

// isAboutExcess reports a condition that looks at practice beyond a limit, on the axis or on all; on any axis for none.
func isAboutExcess(when *condition.Condition, axis string) bool {
	return slices.ContainsFunc(when.Tests(), func(test *condition.Condition) bool {
		return test.Metric == condition.BeyondLimit && (axis == "" || test.Axis == axis || test.Axis == condition.Overall)
	})
}

package gate

import (
	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/score"
)

// Metrics returns the figures that a gate may be about, in documentation order.
func Metrics() []string {
	return []string{"fit", "coverage", "readiness", "shortfall", "tension", "steps_to_other_side"}
}

// Regressions returns the figures that are compared with a baseline when none is named.
func Regressions() []string { return []string{"fit", "coverage", "readiness", "shortfall"} }

// Plan are the gates of a run, ready to be judged. The zero value has none.
type Plan struct {
	tests      []test
	failOn     questionnaire.Severity
	confidence score.Confidence
	// kept are what must not get worse: tests without bounds.
	kept   []test
	maxAge Age
	// leanings are the gates, as they were written, that only a leaning can answer.
	leanings []diag.Placed
	// FailOnExpired makes an exemption that has expired fail; a plan that fails on warnings does so in any case.
	FailOnExpired bool
}

// test is one condition.
type test struct {
	condition questionnaire.Condition
	at        diag.Placed
}

// subject is the metric with its axis.
func (t test) subject() string {
	return questionnaire.FormatSubject(t.condition.Metric, t.condition.Axis)
}

// IsEmpty reports that nothing was asked for.
func (p Plan) IsEmpty() bool {
	return len(p.tests)+len(p.kept) == 0 && p.failOn == "" && p.confidence == "" && p.maxAge == Age{}
}

// NeedsBaseline reports that there is something to compare with an earlier result.
func (p Plan) NeedsBaseline() bool { return len(p.kept) > 0 }

// NeedsDay reports that the age of answers counts.
func (p Plan) NeedsDay() bool { return p.maxAge != Age{} }

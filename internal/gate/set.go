package gate

import (
	"github.com/opsfit/opsfit/internal/condition"
	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/score"
)

// Set are the gates of a run, ready to be judged. The zero value has none.
type Set struct {
	tests      []test
	failOn     questionnaire.Severity
	confidence score.Confidence
	// kept are what must not get worse: tests without bounds.
	kept   []test
	maxAge age
	// failOnContradiction asks that a repository contradicts no answer.
	failOnContradiction bool
	// leanings are the gates, as they were written, that only a leaning can answer.
	leanings []diag.Placed
	// FailOnExpired makes an exemption that has expired fail; a set that fails on warnings does so in any case.
	FailOnExpired bool
}

// test is one condition.
type test struct {
	condition condition.Condition
	at        diag.Placed
}

// subject is the metric with its axis.
func (t test) subject() string {
	return t.condition.Subject()
}

// IsEmpty reports that nothing was asked for.
func (s Set) IsEmpty() bool {
	return len(s.tests)+len(s.kept) == 0 && s.failOn == "" && s.confidence == "" && s.maxAge == age{} &&
		!s.failOnContradiction
}

// NeedsBaseline reports that there is something to compare with an earlier result.
func (s Set) NeedsBaseline() bool { return len(s.kept) > 0 }

// NeedsEvidence reports that a repository counts.
func (s Set) NeedsEvidence() bool { return s.failOnContradiction }

// NeedsDay reports that the age of answers counts.
func (s Set) NeedsDay() bool { return s.maxAge != age{} }

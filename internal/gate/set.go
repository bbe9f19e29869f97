package gate

import (
	"github.com/opsfit/opsfit/internal/condition"
	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/score"
)

// Set holds the gates of a run, ready to evaluate. The zero value has none.
type Set struct {
	tests      []test
	failOn     questionnaire.Severity
	confidence score.Confidence
	// ready requires the state of readiness that says so.
	ready bool
	// kept are the figures that must not get worse: tests without bounds.
	kept []test
	// keepsState requires that the state of readiness did not get worse.
	keepsState bool
	maxAge     age
	// failOnContradiction requires that a repository contradicts no answer.
	failOnContradiction bool
	// noOverdue requires that no commitment is overdue.
	noOverdue bool
	// scored are the gates, as written, on what a quadrant does not have; needLeaning and needState those on what only a leaning, or a
	// state of readiness, has.
	scored, needLeaning, needState []diag.Placed
	// FailOnExpired fails the run on an expired exemption; a set that fails on warnings does so anyway.
	FailOnExpired bool
}

// test is one condition.
type test struct {
	condition condition.Condition
	at        diag.Placed
	// implied: nobody named the metric, so that it is left out where a result does not have it.
	implied bool
}

// subjectText returns the metric with its axis.
func (t test) subjectText() string {
	return t.condition.Subject()
}

// IsEmpty reports whether there are no gates.
func (s Set) IsEmpty() bool {
	return len(s.tests)+len(s.kept) == 0 && s.failOn == "" && s.confidence == "" && s.maxAge == age{} &&
		!s.failOnContradiction && !s.ready && !s.keepsState && !s.noOverdue
}

// NeedsBaseline reports whether there is an earlier result to compare with.
func (s Set) NeedsBaseline() bool { return len(s.kept) > 0 || s.keepsState }

// NeedsEvidence reports whether a gate is about a repository.
func (s Set) NeedsEvidence() bool { return s.failOnContradiction }

// NeedsDay reports whether a gate is about the age of answers.
func (s Set) NeedsDay() bool { return s.maxAge != age{} }

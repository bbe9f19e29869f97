package plan

import (
	"slices"

	"github.com/opsfit/opsfit/internal/condition"
	"github.com/opsfit/opsfit/internal/questionnaire"
)

// Reason is why no answer is assumed for a step.
type Reason string

const (
	// FindsOut is a step that looks for unknown answers: any may come of it.
	FindsOut Reason = "finds_out"
	// Keeps is a step that makes more of the way of working that is there.
	Keeps Reason = "keeps"
	// TooFar is a step whose next answer would lead further than the situation calls for, or away from it.
	TooFar Reason = "too_far"
	// NotKnown is a step on an axis of which it is not known what the situation calls for, or how people work.
	NotKnown Reason = "not_known"
	// NoSingleAnswer is a step that shows in no answer, or in none more than in others.
	NoSingleAnswer Reason = "no_single_answer"
)

// Reasons returns all reasons, in the order in which they are told.
func Reasons() []Reason { return []Reason{FindsOut, Keeps, TooFar, NoSingleAnswer} }

// reason is why no question is the aim of an item.
func (p *position) reason(rule *questionnaire.Recommendation) Reason {
	passing := rule.When.Passing(p.facts)
	switch {
	case len(passing) > 0 && !slices.ContainsFunc(passing, isAboutKnown):
		return FindsOut
	case rule.Tier == questionnaire.TierSustain:
		return Keeps
	}
	return NoSingleAnswer
}

// isAboutKnown reports a test on something other than how much is known.
func isAboutKnown(test *condition.Condition) bool {
	switch test.Kind {
	case condition.UnknownTest:
		return false
	case condition.MetricTest:
		return !test.Metric.Definition().Completeness
	default:
		return true
	}
}

func (r Reason) text() string {
	switch r {
	case FindsOut:
		return "it finds out what is not known, and any answer may come of that"
	case Keeps:
		return "it makes more of the way of working that is there, so that no answer need change"
	case TooFar:
		return "the next answer would lead further than the situation calls for, or away from it"
	case NotKnown:
		return "it is not known how far the situation calls for it"
	case NoSingleAnswer:
	}
	return "no single answer of the questionnaire follows from it"
}

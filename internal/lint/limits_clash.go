package lint

import (
	"math/big"
	"slices"
	"strings"

	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/exact"
	"github.com/opsfit/opsfit/internal/questionnaire"
)

// bounds are the strictest that the options of one limit set on an axis; nil for none.
type bounds struct {
	question        *questionnaire.Question
	atLeast, atMost *big.Rat
}

func checkLimitsClash(s *subject) {
	for i := range s.Axes {
		limits := s.boundsOn(s.Axes[i].ID)
		for j, later := range limits {
			for _, earlier := range limits[:j] {
				if passes(later.atLeast, earlier.atMost) || passes(earlier.atLeast, later.atMost) {
					s.reportClash(s.Axes[i].ID, later, earlier)
				}
			}
		}
	}
}

// boundsOn returns the limits on an axis by the ids of their questions.
func (s *subject) boundsOn(axis string) []bounds {
	var limits []bounds
	for i := range s.Questions {
		b := bounds{question: &s.Questions[i]}
		for _, o := range b.question.Options {
			for _, bound := range o.Allows {
				if bound.Axis != axis {
					continue
				}
				if bound.AtLeast != nil && (b.atLeast == nil || bound.AtLeast.Cmp(b.atLeast) > 0) {
					b.atLeast = bound.AtLeast
				}
				if bound.AtMost != nil && (b.atMost == nil || bound.AtMost.Cmp(b.atMost) < 0) {
					b.atMost = bound.AtMost
				}
			}
		}
		if b.atLeast != nil || b.atMost != nil {
			limits = append(limits, b)
		}
	}
	slices.SortFunc(limits, func(a, b bounds) int { return strings.Compare(a.question.ID, b.question.ID) })
	return limits
}

// passes reports a lower bound above an upper one.
func passes(atLeast, atMost *big.Rat) bool {
	return atLeast != nil && atMost != nil && atLeast.Cmp(atMost) > 0
}

func (s *subject) reportClash(axis string, later, earlier bounds) {
	if !s.isOwn(later.question.File) {
		later, earlier = earlier, later
	}
	if !s.isOwn(later.question.File) {
		return
	}
	low, high := later.atLeast, earlier.atMost
	if !passes(low, high) {
		low, high = earlier.atLeast, later.atMost
	}
	s.addFinding(s.placeOf(later.question), "move one of the bounds, if both answers can be true of one service",
		"question %s and question %s can ask for at least %s and at most %s on axis %s at once", diag.Quote(later.question.ID),
		diag.Quote(earlier.question.ID), exact.Text(low), exact.Text(high), diag.Quote(axis))
}

package lint

import (
	"math/big"

	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/questionnaire"
)

// share is a question and its weight on an axis.
type share struct {
	question *questionnaire.Question
	weight   *big.Rat
}

func checkDominantQuestion(s *subject) {
	for i := range s.Axes {
		axis := s.Axes[i].ID
		s.reportDominance(axis, "practice", questionShares(s.questionsOn(questionnaire.Lean, axis)))
		s.reportDominance(axis, "readiness", questionShares(s.questionsOn(questionnaire.Readiness, axis)))
		s.reportDominance(axis, "situation", s.situationShares(axis))
	}
}

func questionShares(questions []*questionnaire.Question) []share {
	var shares []share
	for _, q := range questions {
		shares = append(shares, share{q, q.Weight})
	}
	return shares
}

// situationShares returns the context questions that can move the situation on an axis.
func (s *subject) situationShares(axis string) []share {
	var shares []share
	for i := range s.Questions {
		q := &s.Questions[i]
		for _, affect := range q.Affects {
			if affect.Axis == axis && isPlaced(q) {
				shares = append(shares, share{q, new(big.Rat).Mul(affect.Weight, q.Weight)})
			}
		}
	}
	return shares
}

// isPlaced reports whether an option has a position.
func isPlaced(q *questionnaire.Question) bool {
	for i := range q.Options {
		if q.Options[i].Position != nil {
			return true
		}
	}
	return false
}

func (s *subject) reportDominance(axis, figure string, shares []share) {
	if len(shares) < 2 {
		return // That there is but one question is another matter.
	}
	limit := big.NewRat(2, 3)
	total := new(big.Rat)
	for _, one := range shares {
		total.Add(total, one.weight)
	}
	for _, one := range shares {
		part := new(big.Rat).Quo(one.weight, total)
		if s.isOwn(one.question.File) && part.Cmp(limit) > 0 {
			percent := new(big.Rat).Mul(part, big.NewRat(100, 1))
			s.addFinding(s.placeOf(one.question), "lower its weight, or ask more about this axis",
				"question %s carries %s %% of the %s on axis %s", diag.Quote(one.question.ID), percent.FloatString(0), figure, diag.Quote(axis))
		}
	}
}

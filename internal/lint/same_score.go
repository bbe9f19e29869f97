package lint

import (
	"math/big"
	"slices"
	"strconv"
	"strings"

	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/questionnaire"
)

func checkSameScore(s *subject) {
	for _, q := range s.ownQuestions() {
		s.checkScores(q)
	}
}

// checkScores reports, for each option that counts like others, the first of these by id.
func (s *subject) checkScores(q *questionnaire.Question) {
	named := s.optionsNamed(q.ID)
	first := map[string]*questionnaire.Option{}
	for _, o := range q.OptionsByID() {
		worth := worthOf(q, o)
		if worth == "" || q.Measures == questionnaire.Context && slices.Contains(named, o.ID) {
			continue
		}
		if earlier := first[worth]; earlier != nil {
			s.addFinding(s.placeOfOption(q, o), "give them different values, or make one option of the two",
				"question %s: option %s has the same value as option %s", diag.Quote(q.ID), diag.Quote(o.ID), diag.Quote(earlier.ID))
			continue
		}
		first[worth] = o
	}
}

// worthOf is everything that an option counts for; empty if it only serves rules.
func worthOf(q *questionnaire.Question, o *questionnaire.Option) string {
	var worth []string
	for _, value := range []*big.Rat{o.Position, o.Readiness, o.Percent} {
		if value != nil {
			worth = append(worth, value.RatString())
		}
	}
	if o.Class > 0 {
		worth = append(worth, "class "+strconv.Itoa(o.Class))
	}
	for _, floor := range o.Floors {
		worth = append(worth, floor.Axis+" "+floor.Level.RatString())
	}
	for _, bound := range o.Allows {
		worth = append(worth, formatBound(bound))
	}
	if q.Measures == questionnaire.Context && o.Position != nil && len(q.Affects) == 0 {
		return ""
	}
	slices.Sort(worth)
	return strings.Join(worth, ", ")
}

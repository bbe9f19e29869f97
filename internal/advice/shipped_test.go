package advice_test

import (
	"maps"
	"math/big"

	"github.com/opsfit/opsfit/internal/advice"
	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/condition"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/score"
)

// run scores and advises.
func run(q *questionnaire.Questionnaire, given *answers.Sheet) advice.Result {
	return advice.Advise(q, given, score.Score(q, given))
}

// A setting answers every question of one measure alike.
type setting func(*questionnaire.Question) *questionnaire.Option

// at chooses the option nearest to a value: a position of style or need, or a level of readiness.
func at(value string) setting {
	return func(question *questionnaire.Question) *questionnaire.Option {
		best := &question.Options[0]
		for i := range question.Options {
			option := &question.Options[i]
			if distance(option, rat(value)).Cmp(distance(best, rat(value))) < 0 {
				best = option
			}
		}
		return best
	}
}

func distance(option *questionnaire.Option, value *big.Rat) *big.Rat {
	from := option.Position
	if from == nil {
		from = option.Readiness
	}
	if from == nil {
		return new(big.Rat)
	}
	away := new(big.Rat).Sub(from, value)
	return away.Abs(away)
}

// free answers needs as a setting does, and the facts of a service with no limit to mind and little to lose: the last option.
func free(needs setting) setting {
	return func(question *questionnaire.Question) *questionnaire.Option {
		if question.IsNeed() {
			return needs(question)
		}
		return &question.Options[len(question.Options)-1]
	}
}

// bound answers needs as a setting does, and the facts of a service with every limit and the most to lose: the first option.
func bound(needs setting) setting {
	return func(question *questionnaire.Question) *questionnaire.Option {
		if question.IsNeed() {
			return needs(question)
		}
		return &question.Options[0]
	}
}

// organisation answers a whole questionnaire: its style, its readiness, what the service calls for, and single
// answers that differ.
type organisation struct {
	style, ready, context setting
	but                   map[string]string
}

func (o organisation) sheet(q *questionnaire.Questionnaire) *answers.Sheet {
	given := map[string]string{}
	for i := range q.Questions {
		question := &q.Questions[i]
		var choose setting
		switch question.Measures {
		case questionnaire.Lean:
			choose = o.style
		case questionnaire.Readiness:
			choose = o.ready
		case questionnaire.Context:
			choose = o.context
		case questionnaire.Outcome:
		}
		given[question.ID] = string(answers.DontKnow)
		if choose != nil {
			given[question.ID] = choose(question).ID
		}
	}
	maps.Copy(given, o.but)
	made := sheet(given)
	made.Questionnaire = q.ID
	return made
}

// items lists the ids of the recommendations that a test selects.
func items(result advice.Result, wanted func(advice.Recommendation) bool) []string {
	var list []string
	for _, recommendation := range result.Recommendations {
		if wanted(recommendation) {
			list = append(list, recommendation.Rule.ID)
		}
	}
	return list
}

func towards(direction string) func(advice.Recommendation) bool {
	return func(recommendation advice.Recommendation) bool {
		return recommendation.Rule.Direction == direction
	}
}

// restsOnShift reports whether a condition holds because a shift does.
func restsOnShift(facts *advice.Facts, c condition.Condition) bool {
	switch c.Kind {
	case condition.ShiftTest:
		return c.Holds(facts)
	case condition.All, condition.Any:
		if !c.Holds(facts) {
			return false
		}
		for _, part := range c.Of {
			if restsOnShift(facts, part) {
				return true
			}
		}
	default:
	}
	return false
}

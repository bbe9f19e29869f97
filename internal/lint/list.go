package lint

import (
	"math/big"
	"slices"

	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/exact"
	"github.com/opsfit/opsfit/internal/questionnaire"
)

// eachList visits the questions of the file of which several options may apply, with the worth of all their options.
func (s *subject) eachList(visit func(q *questionnaire.Question, all *big.Rat)) {
	for _, q := range s.ownQuestions() {
		if q.Many {
			visit(q, worthOfAll(q))
		}
	}
}

func worthOfAll(q *questionnaire.Question) *big.Rat {
	all := new(big.Rat)
	for i := range q.Options {
		if !q.Options[i].None {
			all.Add(all, q.Options[i].Worth)
		}
	}
	return all
}

func checkNoNoneOption(s *subject) {
	s.eachList(func(q *questionnaire.Question, _ *big.Rat) {
		if q.NoneOption() == nil {
			s.addFinding(s.placeOf(q), `add for example {id: none, none: true, text: "None of these"}`,
				"question %s has no option that says that none applies", diag.Quote(q.ID))
		}
	})
}

// checkDominantOption draws the line at a half: beyond it, everything else in the list together counts for less.
func checkDominantOption(s *subject) {
	s.eachList(func(q *questionnaire.Question, all *big.Rat) {
		half := new(big.Rat).Quo(all, big.NewRat(2, 1))
		for _, o := range q.OptionsByID() {
			if !o.None && o.Worth.Cmp(half) > 0 {
				s.addFinding(s.placeOfOption(q, o), "lower its worth, or ask about it in a question of its own",
					"question %s: option %s is worth %s of %s, more than all others together",
					diag.Quote(q.ID), diag.Quote(o.ID), exact.Text(o.Worth), exact.Text(all))
			}
		}
	})
}

func checkIdleOption(s *subject) {
	s.eachList(func(q *questionnaire.Question, all *big.Rat) {
		floors := slices.DeleteFunc(s.FloorsOn(q.Axis), func(level *big.Rat) bool { return level.Sign() == 0 })
		if len(floors) == 0 {
			return
		}
		for _, o := range q.OptionsByID() {
			if !o.None && isIdle(q, o, all, floors) {
				s.addFinding(s.placeOfOption(q, o), "raise its worth, or leave it out",
					"question %s: whether option %s applies never decides if a floor is reached", diag.Quote(q.ID), diag.Quote(o.ID))
			}
		}
	})
}

// isIdle reports that no choice of the other options lies below a floor that this one would lift it to. Where these have very many
// sums nothing is concluded.
func isIdle(q *questionnaire.Question, option *questionnaire.Option, all *big.Rat, floors []*big.Rat) bool {
	sums := sumsOfOthers(q, option)
	if sums == nil {
		return false
	}
	for _, floor := range floors {
		needed := new(big.Rat).Mul(floor, all)
		needed.Quo(needed, big.NewRat(questionnaire.TopLevel, 1))
		from := new(big.Rat).Sub(needed, option.Worth)
		for _, sum := range sums {
			if sum.Cmp(from) >= 0 && sum.Cmp(needed) < 0 {
				return false
			}
		}
	}
	return true
}

// sumsOfOthers are the worths that the other options of a list can add up to; nil where there are very many.
func sumsOfOthers(q *questionnaire.Question, option *questionnaire.Option) []*big.Rat {
	const most = 4_000
	sums, seen := []*big.Rat{new(big.Rat)}, map[string]bool{"0": true}
	for _, other := range q.OptionsByID() {
		if other.None || other.ID == option.ID {
			continue
		}
		for _, sum := range slices.Clone(sums) {
			more := new(big.Rat).Add(sum, other.Worth)
			if key := more.RatString(); !seen[key] {
				seen[key] = true
				sums = append(sums, more)
			}
		}
		if len(sums) > most {
			return nil
		}
	}
	return sums
}

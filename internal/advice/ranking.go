package advice

import (
	"cmp"
	"math/big"
	"slices"
	"strings"

	"github.com/opsfit/opsfit/internal/condition"
	"github.com/opsfit/opsfit/internal/exact"
	"github.com/opsfit/opsfit/internal/questionnaire"
)

// ranking scores and orders the recommendations for one sheet.
type ranking struct {
	facts  *Facts
	judged Judgement
	// active is the severity of each active warning by id.
	active map[string]questionnaire.Severity
}

// candidate is a recommendation whose condition holds.
type candidate struct {
	rule *questionnaire.Recommendation
	// satisfied are the tests that make its condition hold.
	satisfied      []*condition.Condition
	urgency, score *big.Rat
	// danger is the severity of the most severe active warning that it answers; empty for none.
	danger questionnaire.Severity
	// later is set when what it requires does not hold.
	later bool
	// remedy is set when it answers an active warning that exempts it from the limit per axis.
	remedy bool
}

func newRanking(facts *Facts, warnings []Warning) *ranking {
	active := make(map[string]questionnaire.Severity, len(warnings))
	for _, warning := range warnings {
		active[warning.Rule.ID] = warning.Severity
	}
	return &ranking{facts: facts, judged: Judged(), active: active}
}

// recommend returns the items that apply in rank order: those for now, by score and spread over the axes, then
// those for later, by score.
func (r *ranking) recommend(rules []questionnaire.Recommendation) []Recommendation {
	ranked := r.order(r.candidates(rules))
	var items []Recommendation
	for i, c := range ranked {
		item := Recommendation{Rule: c.rule, Rank: i + 1, Score: c.score, Urgency: c.urgency, Danger: c.danger}
		item.Because = r.facts.because(&c.rule.When, c.satisfied)
		if c.later {
			item.Blockers = r.facts.blockers(c, ranked)
		}
		items = append(items, item)
	}
	return items
}

func (r *ranking) candidates(rules []questionnaire.Recommendation) []candidate {
	var found []candidate
	for i := range rules {
		rule := &rules[i]
		if !rule.When.Holds(r.facts) {
			continue
		}
		c := candidate{rule: rule, satisfied: rule.When.Passing(r.facts), later: !rule.Requires.Holds(r.facts)}
		c.urgency, c.danger = r.urgency(c), r.danger(rule)
		c.score = r.score(c)
		c.remedy = c.danger.Rank() >= r.judged.Exempt.Rank()
		found = append(found, c)
	}
	return found
}

// danger is the severity of the most severe active warning that an item answers; empty for none.
func (r *ranking) danger(rule *questionnaire.Recommendation) questionnaire.Severity {
	var worst questionnaire.Severity
	for _, id := range rule.AnswersWarnings {
		if severity := r.active[id]; severity.Rank() > worst.Rank() {
			worst = severity
		}
	}
	return worst
}

// score is the formula of Judgement.
func (r *ranking) score(c candidate) *big.Rat {
	number := new(big.Rat) // Kept between the steps for its memory.
	score := new(big.Rat).Mul(r.judged.Full, c.urgency)
	score.Mul(score, number.SetInt64(int64(c.rule.Impact)))
	score.Quo(score, r.judged.TopImpact)
	score.Sub(score, number.Mul(number.SetInt64(int64(c.rule.Effort-1)), r.judged.EffortCost))
	if bonus := r.judged.Bonus[c.danger]; bonus != nil {
		score.Add(score, bonus)
	}
	return score
}

// urgency is the largest that the passing tests measure. Only where none of them measures any does the item's own
// count, and then the middle: it is a fallback, not a floor.
func (r *ranking) urgency(c candidate) *big.Rat {
	var largest *big.Rat
	for _, test := range c.satisfied {
		largest = larger(largest, r.measured(test))
	}
	switch {
	case largest != nil:
		return largest
	case c.rule.Urgency != nil:
		return c.rule.Urgency
	default:
		return r.judged.Urgency
	}
}

// measured is the urgency, 0..1, that a passing test measures; nil for a test that measures none.
func (r *ranking) measured(test *condition.Condition) *big.Rat {
	switch test.Kind {
	case condition.ShiftTest:
		gap := r.facts.figures.Value(condition.Gap, test.Axis)
		return share(new(big.Rat).Abs(gap), r.judged.FullGap)
	case condition.LevelTest:
		level := r.facts.Answer(test.Question).Level
		return share(new(big.Rat).Sub(r.judged.TopLevel, level), r.judged.TopLevel)
	case condition.UnknownTest:
		return r.judged.Unknown
	case condition.MetricTest:
		return r.measuredBy(test.Metric, r.facts.figures.Value(test.Metric, test.Axis))
	default:
		return nil
	}
}

func (r *ranking) measuredBy(metric condition.Metric, value *big.Rat) *big.Rat {
	switch metric {
	case condition.Shortfall:
		return share(value, r.judged.FullShortfall)
	case condition.Tension:
		return value
	default:
		return nil
	}
}

// share is how much of the whole a part makes up, at most 1.
func share(part, whole *big.Rat) *big.Rat {
	if exact.Compare(part, whole) >= 0 {
		return big.NewRat(1, 1)
	}
	return new(big.Rat).Quo(part, whole)
}

// order sorts by score, highest first, then by effort, lowest first, then by id; what can start now goes before
// what has to wait.
func (r *ranking) order(found []candidate) []candidate {
	slices.SortFunc(found, func(a, b candidate) int {
		return cmp.Or(
			exact.Compare(b.score, a.score),
			cmp.Compare(a.rule.Effort, b.rule.Effort),
			strings.Compare(a.rule.ID, b.rule.ID),
		)
	})
	var now, later []candidate
	for _, c := range found {
		if c.later {
			later = append(later, c)
		} else {
			now = append(now, c)
		}
	}
	return append(r.spread(now), later...)
}

// spread keeps one axis from filling the first places. It fills them in order and passes over an item whose axis
// has its number of places already; "overall" counts as an axis. A remedy of a severe warning is neither passed
// over nor counted. The items passed over keep their order among the rest, right behind the first places, or move
// up where nothing else is left to fill them.
func (r *ranking) spread(now []candidate) []candidate {
	var first, rest []candidate
	taken := map[string]int{}
	for _, c := range now {
		if len(first) == r.judged.First || (!c.remedy && taken[c.rule.Axis] == r.judged.PerAxis) {
			rest = append(rest, c)
			continue
		}
		first = append(first, c)
		if !c.remedy {
			taken[c.rule.Axis]++
		}
	}
	return append(first, rest...)
}

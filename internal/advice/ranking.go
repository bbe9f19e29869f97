package advice

import (
	"cmp"
	"math/big"
	"slices"
	"strings"

	"github.com/opsfit/opsfit/internal/condition"
	"github.com/opsfit/opsfit/internal/exact"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/score"
)

// ranking scores and orders the recommendations for one sheet.
type ranking struct {
	facts  *Facts
	judged Judgement
	// active is the severity of each active warning by id.
	active map[string]questionnaire.Severity
	// byLifts is the severity of the most severe active warning that items answer which lift an answer below its floor.
	byLifts questionnaire.Severity
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
	// lifts is set when it lifts an answer below the floor of an axis that is short.
	lifts bool
	// capped is set when the score was held down behind such an item that can start now.
	capped bool
	// remedy is set when it answers an active warning that exempts it from the limit per axis.
	remedy bool
	// people is how many of several respondents it applies to; 0 where there is one respondent.
	people int
}

// isNicety reports an item that moves no figure and answers no danger.
func (c candidate) isNicety() bool { return len(c.rule.Lifts)+len(c.rule.Moves) == 0 && !c.remedy }

func newRanking(facts *Facts, warnings []Warning) *ranking {
	r := &ranking{facts: facts, judged: Judged(), active: make(map[string]questionnaire.Severity, len(warnings))}
	for _, warning := range warnings {
		r.active[warning.Rule.ID] = warning.Severity
		if warning.Rule.AnsweredByLifts {
			r.byLifts = moreSevere(r.byLifts, warning.Severity)
		}
	}
	return r
}

// recommend returns the items that apply in rank order: those for now, by score and spread over the axes, then
// those for later, by score.
func (r *ranking) recommend(rules []questionnaire.Recommendation) []Recommendation {
	ranked := r.judged.order(r.candidates(rules))
	var items []Recommendation
	for i, c := range ranked {
		item := Recommendation{Rule: c.rule, Rank: i + 1, Score: c.score, Urgency: c.urgency, Danger: c.danger}
		item.Because = r.facts.because(&c.rule.When, c.satisfied)
		if c.later {
			item.Blockers = r.facts.blockers(c, c.unmet(r.facts), ranked)
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
		c := candidate{
			rule: rule, satisfied: rule.When.Passing(r.facts), later: !rule.Requires.Holds(r.facts), lifts: r.liftsShort(rule),
		}
		c.urgency, c.danger = r.urgency(c), r.danger(c)
		c.score = r.score(c)
		c.remedy = c.danger.Rank() >= r.judged.Exempt.Rank()
		found = append(found, c)
	}
	holdDown(found)
	return found
}

// holdDown keeps niceties behind what lifts an answer below the floor of an axis that is short.
func holdDown(found []candidate) {
	var lowest *big.Rat
	for _, c := range found {
		if !c.later && c.lifts && (lowest == nil || exact.Compare(c.score, lowest) < 0) {
			lowest = c.score
		}
	}
	if lowest == nil {
		return
	}
	for i := range found {
		c := &found[i]
		if c.isNicety() && exact.Compare(c.score, lowest) >= 0 {
			c.score, c.capped = lowest, true
		}
	}
}

// liftsShort reports an item that lifts an answer below the floor of an axis whose readiness is short of it.
func (r *ranking) liftsShort(rule *questionnaire.Recommendation) bool {
	for _, unmet := range r.facts.result.Unmet() {
		if unmet.Level == nil || !slices.Contains(rule.Lifts, unmet.Question) {
			continue
		}
		if short := r.facts.figures.Value(condition.Shortfall, unmet.Axis); short != nil && short.Sign() > 0 {
			return true
		}
	}
	return false
}

// danger is the severity of the most severe active warning that an item answers; empty for none.
func (r *ranking) danger(c candidate) questionnaire.Severity {
	var worst questionnaire.Severity
	for _, id := range c.rule.AnswersWarnings {
		worst = moreSevere(worst, r.active[id])
	}
	if c.lifts {
		worst = moreSevere(worst, r.byLifts)
	}
	return worst
}

func moreSevere(a, b questionnaire.Severity) questionnaire.Severity {
	if b.Rank() > a.Rank() {
		return b
	}
	return a
}

// score is the formula of Judgement.
func (r *ranking) score(c candidate) *big.Rat {
	number := new(big.Rat) // Kept between the steps for its memory.
	score := new(big.Rat).Mul(r.judged.Full, c.urgency)
	score.Mul(score, number.SetInt64(int64(c.rule.Impact)))
	score.Quo(score, r.judged.TopImpact)
	score.Sub(score, number.Mul(number.SetInt64(int64(c.rule.Effort-1)), r.judged.EffortCost))
	if bonus := r.bonus(c); bonus != nil {
		score.Add(score, bonus)
	}
	return score
}

// bonus is that of the danger; nil without one.
func (r *ranking) bonus(c candidate) *big.Rat {
	bonus := r.judged.Bonus[c.danger]
	isUnknownAlone := len(c.satisfied) > 0 && !slices.ContainsFunc(c.satisfied, func(test *condition.Condition) bool {
		return test.Kind != condition.UnknownTest
	})
	if bonus != nil && isUnknownAlone {
		return exact.Min(bonus, r.judged.UnknownBonus)
	}
	return bonus
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
		return r.shiftUrgency(test.Axis)
	case condition.LevelTest, condition.UnmetTest:
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

// shiftUrgency is the size of the gap, less where the verdict is no mandate to move.
func (r *ranking) shiftUrgency(axis string) *big.Rat {
	urgency := share(new(big.Rat).Abs(r.facts.figures.Value(condition.Gap, axis)), r.judged.FullGap)
	switch score.Advice(r.facts.figures.Advice) {
	case score.ShiftDevOps, score.ShiftSysOps, score.Combine:
		return urgency
	case score.StaySysOps, score.StayHybrid, score.StayDevOps:
	}
	return new(big.Rat).Mul(urgency, r.judged.SettledShift)
}

func (r *ranking) measuredBy(metric condition.Metric, value *big.Rat) *big.Rat {
	switch metric {
	case condition.Shortfall:
		return share(value, r.judged.FullShortfall)
	case condition.Tension:
		return value
	case condition.BeyondLimit:
		return share(value, r.judged.FullExcess)
	case condition.DontKnows:
		return exact.Min(new(big.Rat).Quo(value, r.judged.DontKnows), r.judged.MostDontKnows)
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

// order sorts by score, highest first, then by how many respondents it applies to, by effort, lowest first, and by id; what can
// start now goes before what has to wait.
func (j Judgement) order(found []candidate) []candidate {
	slices.SortFunc(found, func(a, b candidate) int {
		return cmp.Or(
			exact.Compare(b.score, a.score),
			compareCapped(a, b),
			cmp.Compare(b.people, a.people),
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
	return append(j.spread(now), later...)
}

// compareCapped puts what was held down behind what it was held down for.
func compareCapped(a, b candidate) int {
	switch {
	case a.capped == b.capped:
		return 0
	case a.capped:
		return 1
	}
	return -1
}

// spread keeps one axis from filling the first places. It fills them in order and passes over an item whose axis
// has its number of places already; "overall" counts as an axis. A remedy of a severe warning is neither passed
// over nor counted. The items passed over keep their order among the rest, right behind the first places, or move
// up where nothing else is left to fill them. Where one of them lifts an answer below its floor, no nicety takes
// its place.
func (j Judgement) spread(now []candidate) []candidate {
	var first, rest []candidate
	taken, missing := map[string]int{}, false
	for _, c := range now {
		isOver := !c.remedy && taken[c.rule.Axis] == j.PerAxis
		if len(first) == j.First || isOver || c.isNicety() && missing {
			rest, missing = append(rest, c), missing || c.lifts
			continue
		}
		first = append(first, c)
		if !c.remedy {
			taken[c.rule.Axis]++
		}
	}
	return append(first, rest...)
}

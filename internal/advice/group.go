package advice

import (
	"slices"
	"strings"

	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/condition"
	"github.com/opsfit/opsfit/internal/exact"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/score"
)

// Voice is one of several respondents on one service: a sheet, and the result that follows from it alone.
type Voice struct {
	Sheet  *answers.Sheet
	Result score.Result
}

// GroupResult is the advice on a group. Nil lists mean that nothing applies.
type GroupResult struct {
	// Warnings and Recommendations are in the order of Result.
	Warnings        []GroupWarning
	Recommendations []GroupRecommendation
}

// GroupWarning is a warning that is active for at least one respondent. Its severity is the most severe that any of them gives
// it, and Because the questions of all of them.
type GroupWarning struct {
	Warning

	SaidBy []Saying
}

// GroupRecommendation is an item that applies to at least one respondent. Its score is the best that any of them gives it, and
// Because the questions of all of them.
type GroupRecommendation struct {
	Recommendation

	SaidBy []Saying
}

// Saying is one respondent from whose own answers something follows.
type Saying struct {
	// Voice is the place of the respondent in the group, from 0.
	Voice int
	// Because are the ids of the questions, in questionnaire order; never empty.
	Because []string
	// Direct are those of them whose answer itself is looked at; the others stand behind a figure.
	Direct []string
}

// Result returns the advice as that of one respondent.
func (g GroupResult) Result() Result {
	var result Result
	for i := range g.Warnings {
		result.Warnings = append(result.Warnings, g.Warnings[i].Warning)
	}
	for i := range g.Recommendations {
		result.Recommendations = append(result.Recommendations, g.Recommendations[i].Recommendation)
	}
	return result
}

// AdviseGroup judges every rule for each of several respondents by that one's answers alone; a warning or an item applies
// where it does to anyone, so that nobody's danger is averaged away. The order of the respondents moves nothing but Saying.Voice.
//
// Items are ranked like those of one respondent: by the best score that anyone gives them, then by how many they apply to, by
// effort and by id. An item has to wait where it has to for anyone; one that answers a critical or high warning waits only
// where it has to for all.
func AdviseGroup(q *questionnaire.Questionnaire, voices []Voice) GroupResult {
	if q.Catalogue == nil || len(voices) == 0 {
		return GroupResult{}
	}
	g := group{judged: Judged()}
	for _, voice := range voices {
		g.facts = append(g.facts, NewFacts(q, voice.Sheet, voice.Result))
	}
	return GroupResult{
		Warnings: g.warnings(q.Catalogue.Warnings), Recommendations: g.recommend(q.Catalogue),
	}
}

// group holds what can be asked of each respondent, in their order.
type group struct {
	judged Judgement
	facts  []*Facts
}

func (g group) warnings(rules []questionnaire.Warning) []GroupWarning {
	var active []GroupWarning
	for i := range rules {
		if warning := g.warning(&rules[i]); len(warning.SaidBy) > 0 {
			active = append(active, warning)
		}
	}
	slices.SortFunc(active, func(a, b GroupWarning) int { return compareWarnings(&a.Warning, &b.Warning) })
	return active
}

// warning is said by nobody where it is active for nobody.
func (g group) warning(rule *questionnaire.Warning) GroupWarning {
	merged := GroupWarning{Warning: Warning{Rule: rule}}
	for i, facts := range g.facts {
		if severity, both := facts.grade(rule); both != nil {
			merged.Severity = moreSevere(merged.Severity, severity)
			saying := facts.saying(i, both)
			merged.SaidBy = append(merged.SaidBy, saying)
			merged.Distance = larger(merged.Distance, facts.distance(saying.Because))
		}
	}
	merged.Because = g.because(merged.SaidBy)
	return merged
}

// saying says why a condition holds for a respondent.
func (f *Facts) saying(voice int, c *condition.Condition) Saying {
	said := Saying{Voice: voice, Because: f.Causes(c)}
	for _, test := range c.Passing(f) {
		if test.Question != "" && !slices.Contains(said.Direct, test.Question) {
			said.Direct = append(said.Direct, test.Question)
		}
	}
	return said
}

// because are the questions of all who say something, in questionnaire order.
func (g group) because(said []Saying) []string {
	causes := make([]bool, len(g.facts[0].questions))
	for _, saying := range said {
		for _, id := range saying.Because {
			g.facts[0].markQuestion(causes, id)
		}
	}
	return g.facts[0].ids(causes)
}

// groupCandidate is an item with those to whom it applies.
type groupCandidate struct {
	candidate

	saidBy []Saying
	// waiting is for how many of them it has to wait, and unmet what it requires and does not find there.
	waiting int
	unmet   []condition.Condition
}

func (g group) recommend(catalogue *questionnaire.Catalogue) []GroupRecommendation {
	byRule := g.candidates(catalogue)
	var found []candidate
	for i := range catalogue.Recommendations {
		if c := byRule[&catalogue.Recommendations[i]]; c != nil {
			found = append(found, c.candidate)
		}
	}
	holdDown(found)
	ranked := g.judged.order(found)
	var items []GroupRecommendation
	for i, c := range ranked {
		from := byRule[c.rule]
		item := GroupRecommendation{SaidBy: from.saidBy, Recommendation: Recommendation{
			Rule: c.rule, Rank: i + 1, Score: c.score, Urgency: c.urgency, Danger: c.danger, Because: g.because(from.saidBy),
		}}
		if c.later {
			item.Blockers = g.facts[0].blockers(c, distinct(from.unmet), ranked)
		}
		items = append(items, item)
	}
	return items
}

// candidates are the items that apply to anyone.
func (g group) candidates(catalogue *questionnaire.Catalogue) map[*questionnaire.Recommendation]*groupCandidate {
	byRule := map[*questionnaire.Recommendation]*groupCandidate{}
	for i, facts := range g.facts {
		ranking := newRanking(facts, facts.warnings(catalogue.Warnings))
		for _, own := range ranking.candidates(catalogue.Recommendations) {
			merged := byRule[own.rule]
			if merged == nil {
				merged = &groupCandidate{candidate: own}
				merged.capped = false // Items are held down once more, among those of all.
				byRule[own.rule] = merged
			}
			merged.add(own)
			merged.saidBy = append(merged.saidBy, facts.saying(i, &own.rule.When))
			if own.later {
				merged.waiting++
				merged.unmet = append(merged.unmet, own.unmet(facts)...)
			}
		}
	}
	for _, c := range byRule {
		c.later = c.waiting == c.people || c.waiting > 0 && !c.remedy
	}
	return byRule
}

// add takes the item as it is for one more respondent.
func (c *groupCandidate) add(own candidate) {
	if exact.Compare(own.score, c.score) > 0 {
		c.score, c.urgency = own.score, own.urgency
	}
	c.danger = moreSevere(c.danger, own.danger)
	c.remedy = c.remedy || own.remedy
	c.lifts = c.lifts || own.lifts
	c.satisfied = append(slices.Clip(c.satisfied), own.satisfied...)
	c.people++
}

// distinct keeps each condition once.
func distinct(conditions []condition.Condition) []condition.Condition {
	sorted := slices.SortedFunc(slices.Values(conditions), func(a, b condition.Condition) int {
		return strings.Compare(a.String(), b.String())
	})
	return slices.CompactFunc(sorted, func(a, b condition.Condition) bool { return a.String() == b.String() })
}

package satisfy

import (
	"math/big"
	"slices"
	"strconv"
	"strings"

	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/condition"
	"github.com/opsfit/opsfit/internal/exact"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/score"
)

// A question of which several options may apply has more answers than a set of states can hold. Answers that no condition
// tells apart share two states: that with the lowest and that with the highest level among them.

const (
	// maxLists limits the answers that are told apart on the way, and maxListStates the states that come of them. A question
	// beyond that has a few states to search with, and nothing is concluded from them.
	maxLists      = 4_000
	maxListStates = 56
)

// list is an answer with several options, or what is settled of it so far.
type list struct {
	answers.List

	// chosen is the worth of the chosen options, all that of those that apply.
	chosen, all *big.Rat
	// tested are the chosen ones among the options that conditions name.
	tested string
}

func (l *list) level() *big.Rat { return score.LevelOfWorth(l.chosen, l.all) }

// marks are what conditions tell about the answers to a list: the levels that they compare with, and the options that they name.
type marks struct {
	levels  []*big.Rat
	options []string
}

// marksOf collects what the floors and the catalogue of a questionnaire say about one of its questions.
func marksOf(q *questionnaire.Questionnaire, asked *questionnaire.Question) marks {
	m := marks{levels: q.FloorsOn(asked.Axis)}
	for _, test := range testsOf(q.Catalogue) {
		if test.Question != asked.ID {
			continue
		}
		m.options = append(m.options, test.Options...)
		for _, bound := range test.Bounds {
			m.levels = append(m.levels, bound.Value)
		}
	}
	slices.Sort(m.options)
	m.options = slices.Compact(m.options)
	slices.SortFunc(m.levels, exact.Compare)
	m.levels = slices.CompactFunc(m.levels, func(a, b *big.Rat) bool { return exact.Compare(a, b) == 0 })
	return m
}

func testsOf(c *questionnaire.Catalogue) []*condition.Condition {
	if c == nil {
		return nil
	}
	var tests []*condition.Condition
	for i := range c.Warnings {
		tests = append(tests, c.Warnings[i].When.Tests()...)
		for j := range c.Warnings[i].Grades {
			tests = append(tests, c.Warnings[i].Grades[j].When.Tests()...)
		}
	}
	for i := range c.Recommendations {
		tests = append(tests, c.Recommendations[i].When.Tests()...)
		tests = append(tests, c.Recommendations[i].Requires.Tests()...)
	}
	return tests
}

// listStates are the states that stand for all answers to a question with a list; complete is false where they do not.
func (q *question) listStates(m marks) (states []state, complete bool) {
	lists, complete := listsOf(q.Question, m.options)
	groups := map[string][]*list{}
	var keys []string
	for _, l := range lists {
		key := l.tested + "/" + m.stretch(l.level())
		if groups[key] == nil {
			keys = append(keys, key)
		}
		groups[key] = append(groups[key], l)
	}
	for _, key := range keys {
		states = append(states, endStates(groups[key])...)
	}
	if len(states) > maxListStates {
		return endStates(lists), false
	}
	return states, complete
}

// stretch names the part of the scale that a level lies in: a mark, or between two of them.
func (m marks) stretch(level *big.Rat) string {
	at, found := slices.BinarySearchFunc(m.levels, level, exact.Compare)
	if found {
		return m.levels[at].RatString()
	}
	return "below mark " + strconv.Itoa(at)
}

// endStates are the answers with the lowest and the highest level among some, or one state if these are equal.
func endStates(lists []*list) []state {
	byLevel := func(a, b *list) int { return exact.Compare(a.level(), b.level()) }
	lowest, highest := slices.MinFunc(lists, byLevel), slices.MaxFunc(lists, byLevel)
	low, high := lowest.level(), highest.level()
	states := []state{{status: answers.Answered, list: &lowest.List, level: low, low: low, high: high}}
	if exact.Compare(low, high) != 0 {
		states = append(states, state{status: answers.Answered, list: &highest.List, level: high, low: low, high: high})
	}
	return states
}

// listsOf are the answers to a list, one of each worth, sum and choice of tested options; complete is false where there are too many.
func listsOf(q *questionnaire.Question, tested []string) (lists []*list, complete bool) {
	lists = []*list{{chosen: new(big.Rat), all: new(big.Rat)}}
	for _, option := range q.OptionsByID() {
		if option.None {
			continue
		}
		if lists = extendLists(lists, option, tested); len(lists) > maxLists {
			return fewLists(q), false
		}
	}
	lists = slices.DeleteFunc(lists, func(l *list) bool { return l.all.Sign() == 0 })
	return append(lists, noneLists(q, lists)...), true
}

// extendLists settles one more option: it is chosen, it is not, or it does not apply.
func extendLists(lists []*list, option *questionnaire.Option, tested []string) []*list {
	seen := map[string]bool{}
	var extended []*list
	add := func(l *list) {
		key := strings.Join([]string{l.chosen.RatString(), l.all.RatString(), l.tested}, "/")
		if !seen[key] {
			seen[key] = true
			extended = append(extended, l)
		}
	}
	for _, l := range lists {
		missing, chosen, left := *l, *l, *l
		missing.all = new(big.Rat).Add(l.all, option.Worth)
		chosen.all, chosen.chosen = missing.all, new(big.Rat).Add(l.chosen, option.Worth)
		chosen.Options = append(slices.Clone(l.Options), option.ID)
		if slices.Contains(tested, option.ID) {
			chosen.tested += option.ID + ","
		}
		left.NotApplicable = append(slices.Clone(l.NotApplicable), answers.LeftOut{Option: option.ID})
		add(&missing)
		add(&chosen)
		add(&left)
	}
	return extended
}

// fewLists are all options, and none of them.
func fewLists(q *questionnaire.Question) []*list {
	none := &list{chosen: new(big.Rat), all: new(big.Rat)}
	for _, option := range q.OptionsByID() {
		if !option.None {
			none.all.Add(none.all, option.Worth)
			none.Options = append(none.Options, option.ID)
		}
	}
	every := *none
	every.chosen, none.Options = none.all, nil
	return []*list{none, &every}
}

// noneLists are the answers that choose the option which says that nothing applies.
func noneLists(q *questionnaire.Question, lists []*list) []*list {
	option := q.NoneOption()
	if option == nil {
		return nil
	}
	var none []*list
	for _, l := range lists {
		if len(l.Options)+len(l.NotApplicable) == 0 {
			said := *l
			said.Options, said.tested = []string{option.ID}, option.ID
			none = append(none, &said)
		}
	}
	return none
}

package advice

import (
	"cmp"
	"slices"
	"strings"

	"github.com/opsfit/opsfit/internal/condition"
)

// unmet are the unmet tests of what an item for later requires; where no single one can be named, the whole of it.
func (c candidate) unmet(f *Facts) []condition.Condition {
	if unmet := c.rule.Requires.Unmet(f); len(unmet) > 0 {
		return unmet
	}
	return []condition.Condition{c.rule.Requires}
}

// blockers says what has to come before an item for later: each unmet test of what it requires. Tests on questions
// come first, in questionnaire order (questions that are not asked last, by id), then those on metrics, by name
// and axis.
func (f *Facts) blockers(blocked candidate, unmet []condition.Condition, ranked []candidate) []Blocker {
	var blockers []Blocker
	for _, test := range unmet {
		question := questionOf(&test)
		blockers = append(blockers, Blocker{Question: question, Test: test, Remedies: remedies(question, blocked, ranked)})
	}
	slices.SortStableFunc(blockers, func(a, b Blocker) int {
		return cmp.Or(
			cmp.Compare(f.placeOf(a.Question), f.placeOf(b.Question)),
			strings.Compare(a.Question, b.Question),
			strings.Compare(a.Test.Metric.String(), b.Test.Metric.String()),
			strings.Compare(a.Test.Axis, b.Test.Axis),
		)
	})
	return blockers
}

// placeOf puts what is not asked behind all questions, and what is no question behind that.
func (f *Facts) placeOf(question string) int {
	if question == "" {
		return len(f.questions) + 1
	}
	if said, ok := f.asked[question]; ok {
		return said.place
	}
	return len(f.questions)
}

// questionOf is the question an unmet test is about; empty for a metric or a shift. None stands for the one test
// that it should rule out.
func questionOf(test *condition.Condition) string {
	if test.Kind == condition.None && len(test.Of) == 1 {
		return test.Of[0].Question
	}
	return test.Question
}

// remedies are the other items that apply because of the answer to a question, in rank order: they are what
// changes that answer.
func remedies(question string, blocked candidate, ranked []candidate) []string {
	if question == "" {
		return nil
	}
	var ids []string
	for _, other := range ranked {
		if other.rule != blocked.rule && other.isAbout(question) {
			ids = append(ids, other.rule.ID)
		}
	}
	return ids
}

// isAbout reports whether a test on the question's own answer made the item apply.
func (c candidate) isAbout(question string) bool {
	return slices.ContainsFunc(c.satisfied, func(test *condition.Condition) bool {
		return test.Question == question
	})
}

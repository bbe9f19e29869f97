package advice_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/opsfit/opsfit/internal/advice"
	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/condition"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/questionnaire/questionnairetest"
)

// drawSheet answers each question at random: any option, don't know, not applicable where allowed, or not at all.
func drawSheet(t *rapid.T, q *questionnaire.Questionnaire) *answers.Sheet {
	given := map[string]string{}
	for i := range q.Questions {
		question := &q.Questions[i]
		choices := []string{"", string(answers.DontKnow)}
		if question.AllowNA {
			choices = append(choices, string(answers.NotApplicable))
		}
		for _, option := range question.Options {
			choices = append(choices, option.ID)
		}
		if choice := rapid.SampledFrom(choices).Draw(t, question.ID); choice != "" {
			given[question.ID] = choice
		}
	}
	made := sheet(given)
	made.Questionnaire = q.ID
	return made
}

func TestEveryItemSaysBecauseOfWhichAnswers(t *testing.T) {
	t.Parallel()
	for _, id := range []string{"frozen", "frozen_short"} {
		t.Run(id, func(t *testing.T) {
			t.Parallel()
			q := questionnairetest.Named(t, id)
			rapid.Check(t, func(t *rapid.T) {
				result := run(q, drawSheet(t, q))
				for _, warning := range result.Warnings {
					checkBecause(t, q, warning.Rule.ID, warning.Because)
				}
				for _, recommendation := range result.Recommendations {
					checkBecause(t, q, recommendation.Rule.ID, recommendation.Because)
				}
			})
		})
	}
}

// checkBecause wants at least one question, all of the questionnaire, each once and in its order.
func checkBecause(t *rapid.T, q *questionnaire.Questionnaire, rule string, because []string) {
	if len(because) == 0 {
		t.Errorf("%s appears because of nothing", rule)
	}
	last := -1
	for _, id := range because {
		place := slices.IndexFunc(q.Questions, func(question questionnaire.Question) bool { return question.ID == id })
		if place <= last {
			t.Errorf("%s: %v is not in questionnaire order", rule, because)
		}
		last = place
	}
}

func TestRanking(t *testing.T) {
	t.Parallel()
	q := questionnairetest.Frozen(t)
	judged := advice.Judged()
	rapid.Check(t, func(t *rapid.T) {
		result := run(q, drawSheet(t, q))
		later := slices.IndexFunc(result.Recommendations, func(r advice.Recommendation) bool { return len(r.Blockers) > 0 })
		now := result.Recommendations
		if later >= 0 {
			now = result.Recommendations[:later]
			for _, recommendation := range result.Recommendations[later:] {
				if len(recommendation.Blockers) == 0 {
					t.Errorf("%s is for now and stands behind one for later", recommendation.Rule.ID)
				}
			}
		}
		for i, recommendation := range result.Recommendations {
			if recommendation.Rank != i+1 {
				t.Errorf("%s has rank %d at place %d", recommendation.Rule.ID, recommendation.Rank, i+1)
			}
		}
		checkSpread(t, now, judged)
	})
}

// checkSpread looks at the first places from outside: an item over its axis's limit may stand there only where
// nothing under the limit was left for the place, but for niceties.
func checkSpread(t *rapid.T, now []advice.Recommendation, judged advice.Judgement) {
	taken := map[string]int{}
	full := func(r advice.Recommendation) bool {
		return !isRemedy(r) && taken[r.Rule.Axis] >= judged.PerAxis
	}
	for i, recommendation := range now[:min(judged.First, len(now))] {
		if full(recommendation) && slices.ContainsFunc(now[i:], func(r advice.Recommendation) bool { return !full(r) && !isNicety(r) }) {
			t.Errorf("%s is over the limit of %s at place %d", recommendation.Rule.ID, recommendation.Rule.Axis, i+1)
		}
		if !isRemedy(recommendation) {
			taken[recommendation.Rule.Axis]++
		}
	}
}

// isNicety reports an item that moves no figure and answers no danger.
func isNicety(r advice.Recommendation) bool {
	return len(r.Rule.Lifts)+len(r.Rule.Moves) == 0 && !isRemedy(r)
}

func isRemedy(r advice.Recommendation) bool {
	return r.Danger == questionnaire.Critical || r.Danger == questionnaire.High
}

// TestOrderOfFilesMovesNothing shuffles rules, questions, axes, options and the parts of conditions.
func TestOrderOfFilesMovesNothing(t *testing.T) {
	t.Parallel()
	q := questionnairetest.Frozen(t)
	rapid.Check(t, func(t *rapid.T) {
		given := drawSheet(t, q)
		mixed := shuffled(t, q)
		if diff := cmp.Diff(summary(run(q, given)), summary(run(mixed, given))); diff != "" {
			t.Errorf("another order gives other advice (-file +shuffled):\n%s", diff)
		}
	})
}

// shuffled returns a copy in another order; the original stays as it is.
func shuffled(t *rapid.T, q *questionnaire.Questionnaire) *questionnaire.Questionnaire {
	mixed := *q
	mixed.Axes = shuffle(t, q.Axes, "axes")
	mixed.Questions = shuffle(t, q.Questions, "questions")
	for i := range mixed.Questions {
		question := &mixed.Questions[i]
		question.Options = shuffle(t, question.Options, "options")
		question.Affects = shuffle(t, question.Affects, "affects")
	}
	catalogue := *q.Catalogue
	catalogue.Warnings = shuffle(t, q.Catalogue.Warnings, "warnings")
	for i := range catalogue.Warnings {
		catalogue.Warnings[i].When = shuffledParts(t, catalogue.Warnings[i].When)
	}
	catalogue.Recommendations = shuffle(t, q.Catalogue.Recommendations, "recommendations")
	for i := range catalogue.Recommendations {
		rule := &catalogue.Recommendations[i]
		rule.When, rule.Requires = shuffledParts(t, rule.When), shuffledParts(t, rule.Requires)
		rule.AnswersWarnings = shuffle(t, rule.AnswersWarnings, "answers_warnings")
	}
	mixed.Catalogue = &catalogue
	return &mixed
}

func shuffledParts(t *rapid.T, c condition.Condition) condition.Condition {
	c.Of = shuffle(t, c.Of, "parts")
	for i := range c.Of {
		c.Of[i] = shuffledParts(t, c.Of[i])
	}
	return c
}

func shuffle[T any](t *rapid.T, list []T, label string) []T {
	if len(list) == 0 {
		return list
	}
	return rapid.Permutation(list).Draw(t, label)
}

// summary writes advice down without the order of the questions, which is the questionnaire's own.
func summary(result advice.Result) []string {
	var lines []string
	for _, warning := range result.Warnings {
		lines = append(lines, fmt.Sprint(warning.Severity, " ", warning.Rule.ID, " because of ", sorted(warning.Because)))
	}
	for _, recommendation := range result.Recommendations {
		var blockers []string
		for _, blocker := range recommendation.Blockers {
			remedies := strings.Join(blocker.Remedies, " ")
			blockers = append(blockers, blocker.Question+blocker.Test.Metric.String()+" by "+remedies)
		}
		lines = append(lines, fmt.Sprint(recommendation.Rank, " ", recommendation.Rule.ID, " ", recommendation.Score,
			" because of ", sorted(recommendation.Because), " after ", sorted(blockers)))
	}
	return lines
}

func sorted(list []string) []string {
	list = slices.Clone(list)
	slices.Sort(list)
	return list
}

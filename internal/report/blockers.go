package report

import (
	"fmt"
	"slices"
	"strings"

	"github.com/opsfit/opsfit/internal/advice"
	"github.com/opsfit/opsfit/internal/questionnaire"
)

// blockerName identifies what holds an item back: a question, or a metric or shift with its axis.
func blockerName(blocker advice.Blocker) string {
	test := blocker.Test
	if test.Kind == questionnaire.None && len(test.Of) > 0 {
		test = test.Of[0]
	}
	switch {
	case blocker.Question != "":
		return blocker.Question
	case test.Metric != "":
		return test.Metric + "." + test.Axis
	}
	return "shift." + test.Axis
}

// after says in words what has to be reached before an item makes sense, and what leads there.
func (b builder) after(blocker advice.Blocker) string {
	text := b.demand(blocker)
	for _, remedy := range blocker.Remedies {
		if rule := b.rule(remedy); rule != nil {
			return text + "; this is what " + phrase(rule.Title) + " does"
		}
	}
	return text
}

func (b builder) demand(blocker advice.Blocker) string {
	name := blockerName(blocker)
	if blocker.Question == "" {
		return name + " has to be " + b.needed(blocker.Test)
	}
	if b.run.Questionnaire.Question(blocker.Question) == nil {
		return name + " has to be known, and this questionnaire does not ask it"
	}
	_, today := b.said(blocker.Question)
	return fmt.Sprintf("%s has to be %s (today: %s)", name, b.needed(blocker.Test), phrase(today))
}

// needed puts what a test demands in words that follow "has to be".
func (b builder) needed(test questionnaire.Condition) string {
	question := b.run.Questionnaire.Question(test.Question)
	switch test.Kind {
	case questionnaire.None:
		return "other than " + b.needed(test.Of[0])
	case questionnaire.LevelTest:
		return level(question, test)
	case questionnaire.AnswerTest:
		return oneOf(question, test.Options)
	case questionnaire.UnknownTest:
		return "unknown"
	case questionnaire.ShiftTest:
		return "towards " + test.Towards
	case questionnaire.NotShiftTest:
		return "no shift towards " + test.Towards
	case questionnaire.MetricTest, questionnaire.Always, questionnaire.All, questionnaire.Any:
	}
	return bounds(test.Bounds)
}

// level describes the lowest option that passes the test.
func level(question *questionnaire.Question, test questionnaire.Condition) string {
	var lowest *questionnaire.Option
	for i := range question.Options {
		option := &question.Options[i]
		if passes(test, option) && (lowest == nil || option.Readiness.Cmp(lowest.Readiness) < 0) {
			lowest = option
		}
	}
	if lowest == nil {
		return "at a level " + bounds(test.Bounds)
	}
	return "at least " + phrase(lowest.Text)
}

func passes(test questionnaire.Condition, option *questionnaire.Option) bool {
	return option.Readiness != nil && !slices.ContainsFunc(test.Bounds, func(bound questionnaire.Bound) bool {
		return !bound.Holds(option.Readiness)
	})
}

func oneOf(question *questionnaire.Question, options []string) string {
	var texts []string
	for _, id := range options {
		if option := question.Option(id); option != nil {
			texts = append(texts, phrase(option.Text))
		}
	}
	return strings.Join(texts, " or ")
}

func phrase(text string) string { return `"` + text + `"` }

func bounds(list []questionnaire.Bound) string {
	var parts []string
	for _, bound := range list {
		parts = append(parts, comparisonWord(bound.Op)+" "+Plain(number(bound.Value), 2))
	}
	return strings.Join(parts, " and ")
}

func comparisonWord(op questionnaire.Op) string {
	switch op {
	case questionnaire.LT:
		return "below"
	case questionnaire.LTE:
		return "at most"
	case questionnaire.GTE:
		return "at least"
	case questionnaire.GT:
		return "above"
	case questionnaire.EQ:
		return "exactly"
	}
	return string(op)
}

package report

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/opsfit/opsfit/internal/advice"
	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/condition"
	"github.com/opsfit/opsfit/internal/english"
	"github.com/opsfit/opsfit/internal/questionnaire"
)

// demanded takes a blocker apart: the single test, and whether it has to come out false.
func demanded(blocker advice.Blocker) (test condition.Condition, negated bool) {
	test = blocker.Test
	if test.Kind == condition.None && len(test.Of) == 1 {
		return test.Of[0], true
	}
	return test, false
}

// blockerName identifies what holds an item back: a question, or a metric or shift with its axis.
func blockerName(blocker advice.Blocker) string {
	test, _ := demanded(blocker)
	switch {
	case test.Question != "":
		return test.Question
	case test.Kind == condition.MetricTest:
		return test.Metric.String() + "." + test.Axis
	case test.IsTest():
		return "shift." + test.Axis
	}
	return "requirement"
}

// after says in words what has to be reached before an item makes sense, and what leads there.
func (b builder) after(blocker advice.Blocker) string {
	text := b.demand(blocker)
	for _, remedy := range blocker.Remedies {
		if rule := b.rule(remedy); rule != nil {
			return text + "; this is what " + english.Quote(rule.Title) + " does"
		}
	}
	return text
}

func (b builder) demand(blocker advice.Blocker) string {
	test, negated := demanded(blocker)
	switch {
	case test.Question != "":
		return b.demandOnAnswer(test, negated)
	case test.Kind == condition.MetricTest:
		return b.demandOnMetric(test, negated)
	case test.IsTest():
		return b.demandOnShift(test, negated)
	}
	// A condition without a test in it, such as an empty list, which no answer changes.
	return "something has to change that this questionnaire does not ask about"
}

func (b builder) demandOnAnswer(test condition.Condition, negated bool) string {
	question := b.run.Questionnaire.Question(test.Question)
	if question == nil {
		return test.Question + " has to be known, and this questionnaire does not ask it"
	}
	return fmt.Sprintf("%s %s (%s: %s)",
		b.titleOf(test.Question), wanted(question, test, negated), b.when(test.Question), b.today(test.Question))
}

func wanted(question *questionnaire.Question, test condition.Condition, negated bool) string {
	accepts := func(option *questionnaire.Option) bool {
		return test.Accepts(condition.Answer{Options: []string{option.ID}, Level: option.Readiness})
	}
	switch test.Kind {
	case condition.LevelTest:
		return "has to be " + level(question, func(option *questionnaire.Option) bool {
			return option.Readiness != nil && accepts(option) != negated
		})
	case condition.UnknownTest:
		return hasToBe(negated) + ` answered "don't know"`
	default:
		return hasToBe(negated) + " " + oneOf(question, accepts)
	}
}

func hasToBe(negated bool) string {
	if negated {
		return "must not be"
	}
	return "has to be"
}

// level describes the accepted options: from one level up or down where that says it all.
func level(question *questionnaire.Question, accepts func(*questionnaire.Option) bool) string {
	lowest, highest := ends(question, accepts)
	bottom, top := ends(question, func(option *questionnaire.Option) bool { return option.Readiness != nil })
	switch {
	case lowest == nil:
		return "at a level that no answer has"
	case !isUnbroken(question, accepts, lowest, highest):
		return oneOf(question, accepts)
	case isLevel(lowest, bottom) && isLevel(highest, top):
		return "answered"
	case isLevel(highest, top):
		return "at least " + english.Quote(lowest.Text)
	case isLevel(lowest, bottom):
		return "at most " + english.Quote(highest.Text)
	}
	return oneOf(question, accepts)
}

// isUnbroken reports that every option from the lowest to the highest is accepted.
func isUnbroken(question *questionnaire.Question, accepts func(*questionnaire.Option) bool, lowest, highest *questionnaire.Option) bool {
	return !slices.ContainsFunc(question.Options, func(option questionnaire.Option) bool {
		level := option.Readiness
		return level != nil && level.Cmp(lowest.Readiness) >= 0 && level.Cmp(highest.Readiness) <= 0 && !accepts(&option)
	})
}

// ends returns the accepted options of the lowest and the highest readiness; nil when none is accepted.
func ends(question *questionnaire.Question, accepts func(*questionnaire.Option) bool) (lowest, highest *questionnaire.Option) {
	for i := range question.Options {
		option := &question.Options[i]
		if !accepts(option) {
			continue
		}
		if lowest == nil || option.Readiness.Cmp(lowest.Readiness) < 0 {
			lowest = option
		}
		if highest == nil || option.Readiness.Cmp(highest.Readiness) > 0 {
			highest = option
		}
	}
	return lowest, highest
}

func isLevel(a, b *questionnaire.Option) bool { return a.Readiness.Cmp(b.Readiness) == 0 }

func oneOf(question *questionnaire.Question, accepts func(*questionnaire.Option) bool) string {
	var texts []string
	for i := range question.Options {
		if option := &question.Options[i]; accepts(option) {
			texts = append(texts, english.Quote(option.Text))
		}
	}
	if len(texts) == 0 {
		return "an answer that it does not offer"
	}
	return strings.Join(texts, " or ")
}

// when is the point in time of the answers to the questions: today, unless one of them is supposed.
func (b builder) when(questions ...string) string {
	supposed := func(question string) bool { return b.run.Sheet.Get(question).Source == answers.Supposed }
	if slices.ContainsFunc(questions, supposed) {
		return "then"
	}
	return "today"
}

// whenever is the point in time of what is computed from many answers.
func (b builder) whenever() string {
	return b.when(slices.Collect(maps.Keys(b.run.Sheet.Answers))...)
}

// today is the answer to a question in quotes, or without them why there is none; of several respondents, all that they say.
func (b builder) today(id string) string {
	question := b.run.Questionnaire.Question(id)
	var given []string
	for i := range question.Options {
		if option := &question.Options[i]; b.isSaid(id, answers.Answered, option.ID) {
			given = append(given, english.Quote(option.Text))
		}
	}
	for _, status := range []answers.Status{answers.DontKnow, answers.NotApplicable, answers.Skipped} {
		if b.isSaid(id, status, "") {
			given = append(given, StatusWord(string(status)))
		}
	}
	return strings.Join(given, " or ")
}

// isSaid reports that a respondent answers a question so.
func (b builder) isSaid(question string, status answers.Status, option string) bool {
	voices := b.run.Voices
	if voices == nil {
		voices = []*answers.Sheet{b.run.Sheet}
	}
	return slices.ContainsFunc(voices, func(sheet *answers.Sheet) bool {
		answer := sheet.Get(question)
		return answer.Status == status && answer.Option == option
	})
}

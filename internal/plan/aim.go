package plan

import (
	"slices"

	"github.com/opsfit/opsfit/internal/advice"
	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/condition"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/score"
)

// The aim of a recommendation are the questions whose answers it is there to change. A catalogue does not say which
// those are, but its triggers do, if they are read with care:
//
//   - A test on a readiness question that is enough by itself ("restore_test is at level 2 or lower") says what the item
//     raises. One that only counts together with others says when the item is useful.
//   - An item towards a pole that is triggered by the answer to one question of style on its own axis moves that answer.
//     One for either pole, or for combining both, has no single answer that it moves.
//
// Questions about the situation are never an aim: no step changes what a service calls for.

// position is one point of the path: the answers, and what follows from them.
type position struct {
	q      *questionnaire.Questionnaire
	sheet  *answers.Sheet
	result score.Result
	facts  *advice.Facts
}

func at(q *questionnaire.Questionnaire, sheet *answers.Sheet) *position {
	result := score.Score(q, sheet)
	return &position{q: q, sheet: sheet, result: result, facts: factsOf(q, sheet, result)}
}

func factsOf(q *questionnaire.Questionnaire, sheet *answers.Sheet, result score.Result) *advice.Facts {
	if result.Leaning == nil {
		return nil
	}
	return advice.NewFacts(q, sheet, result.Leaning)
}

// raised are the readiness questions that make an item apply and that it raises, in the order of the questionnaire.
func (p *position) raised(rule *questionnaire.Recommendation) []*questionnaire.Question {
	alone := standingAlone(&rule.When, nil)
	passing := rule.When.Passing(p.facts)
	return p.questions(func(question *questionnaire.Question) bool {
		return question.Measures == questionnaire.Readiness && names(alone, question.ID) && restsOn(passing, question.ID)
	})
}

// moved are the questions of style that make an item apply and that it moves towards its pole. With more than one, no
// single answer follows.
func (p *position) moved(rule *questionnaire.Recommendation) []*questionnaire.Question {
	if directionOf(rule) == 0 {
		return nil
	}
	passing := rule.When.Passing(p.facts)
	return p.questions(func(question *questionnaire.Question) bool {
		return question.Measures == questionnaire.Lean && question.Axis == rule.Axis && names(passing, question.ID)
	})
}

func (p *position) questions(wanted func(*questionnaire.Question) bool) []*questionnaire.Question {
	var found []*questionnaire.Question
	for i := range p.q.Questions {
		if wanted(&p.q.Questions[i]) {
			found = append(found, &p.q.Questions[i])
		}
	}
	return found
}

// directionOf is the sign of the pole that an item leads to on the line; 0 for none.
func directionOf(rule *questionnaire.Recommendation) int {
	switch score.Side(rule.Direction) {
	case score.DevOps:
		return 1
	case score.SysOps:
		return -1
	default:
		return 0
	}
}

// standingAlone appends the tests of a condition of which each is enough by itself.
func standingAlone(c *condition.Condition, tests []*condition.Condition) []*condition.Condition {
	switch {
	case c.IsTest():
		return append(tests, c)
	case c.Kind == condition.Any, c.Kind == condition.All && len(c.Of) == 1:
		for i := range c.Of {
			tests = standingAlone(&c.Of[i], tests)
		}
	}
	return tests
}

// names reports a test that says which answers to a question it is about. That an answer is unknown says nothing about
// the one to reach.
func names(tests []*condition.Condition, question string) bool {
	return slices.ContainsFunc(tests, func(test *condition.Condition) bool {
		return test.Question == question && (test.Kind == condition.LevelTest || test.Kind == condition.AnswerTest)
	})
}

// restsOn reports any test on the answer to a question.
func restsOn(tests []*condition.Condition, question string) bool {
	return slices.ContainsFunc(tests, func(test *condition.Condition) bool { return test.Question == question })
}

package plan

import (
	"slices"

	"github.com/opsfit/opsfit/internal/advice"
	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/condition"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/score"
)

// The aim of a recommendation are the questions whose answers it is there to change: the catalogue names those that it lifts
// and those that it moves. They count where the item applies because of what they were answered with, so that a step changes
// nothing that was good enough before it.
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
	if result.Quadrant != nil {
		return nil
	}
	return advice.NewFacts(q, sheet, result)
}

// raised are the readiness questions that an item lifts and because of which it applies, in the order of the questionnaire. A
// trigger that only says unknown names no level to reach.
func (p *position) raised(rule *questionnaire.Recommendation) []*questionnaire.Question {
	tests, passing := rule.When.Tests(), rule.When.Passing(p.facts)
	return p.questions(func(question *questionnaire.Question) bool {
		return slices.Contains(rule.Lifts, question.ID) && names(tests, question.ID) && restsOn(passing, question.ID)
	})
}

// moved are the questions of style that an item moves and because of whose answers it applies. With more than one, no single
// answer follows.
func (p *position) moved(rule *questionnaire.Recommendation) []*questionnaire.Question {
	passing := rule.When.Passing(p.facts)
	return p.questions(func(question *questionnaire.Question) bool {
		return slices.Contains(rule.Moves, question.ID) && names(passing, question.ID)
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

// directionOf is the sign of the pole on the line that an item leads to on an axis: for an item of neither pole, the one that
// the situation asks for. It is 0 where the situation asks for no change, or is not known.
func (p *position) directionOf(rule *questionnaire.Recommendation, axis string) int {
	switch score.Side(rule.Direction) {
	case score.DevOps:
		return 1
	case score.SysOps:
		return -1
	case score.Middle:
	}
	if a := p.axis(axis); a != nil && a.Gap != nil {
		return a.Gap.Sign()
	}
	return 0
}

// names reports a test that says which answers to a question it is about. That an answer is unknown says nothing about
// the one to reach.
func names(tests []*condition.Condition, question string) bool {
	return slices.ContainsFunc(tests, func(test *condition.Condition) bool {
		return test.Question == question && test.Kind != condition.UnknownTest
	})
}

// restsOn reports any test on the answer to a question.
func restsOn(tests []*condition.Condition, question string) bool {
	return slices.ContainsFunc(tests, func(test *condition.Condition) bool { return test.Question == question })
}

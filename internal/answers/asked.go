package answers

import (
	"maps"
	"slices"
	"strings"

	"github.com/opsfit/opsfit/internal/condition"
	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/questionnaire"
)

// LeaveUnasked returns the sheet with every question whose condition for asking does not hold as not applicable, and the answers
// that were given to these aside, in Unasked; answers aside to questions that are asked count again. Which questions are asked does
// not depend on their order. Check, Suppose and With do this already: it is for sheets that are made by hand.
func (s *Sheet) LeaveUnasked(q *questionnaire.Questionnaire) *Sheet {
	if !slices.ContainsFunc(q.Questions, func(question questionnaire.Question) bool { return question.AskIf != nil }) {
		return s
	}
	asking := NewAsking(q, s)
	settled := *s
	settled.Answers, settled.Unasked = maps.Clone(asking.given), nil
	for i := range q.Questions {
		question := &q.Questions[i]
		if asking.IsAsked(question) {
			continue
		}
		if given, ok := asking.given[question.ID]; ok {
			if settled.Unasked == nil {
				settled.Unasked = map[string]Answer{}
			}
			settled.Unasked[question.ID] = given
		}
		if settled.Answers == nil {
			settled.Answers = map[string]Answer{}
		}
		settled.Answers[question.ID] = Answer{
			Status: NotApplicable, NotAsked: true, Reason: asking.WhyNot(question), Source: Person,
		}
	}
	return &settled
}

// Given returns what was answered, whether the question is asked or not; ok is false where nothing was.
func (s *Sheet) Given(question string) (answer Answer, ok bool) {
	if answer, ok = s.Unasked[question]; ok {
		return answer, true
	}
	if answer = s.Answers[question]; answer.NotAsked {
		return Answer{}, false
	}
	_, ok = s.Answers[question]
	return answer, ok
}

// Asking decides which questions are asked, from the answers of one sheet. It remembers what it decided: a sheet that has changed
// needs another one.
type Asking struct {
	questions map[string]*questionnaire.Question
	given     map[string]Answer
	asked     map[string]bool
}

// NewAsking reads what was given on a sheet.
func NewAsking(q *questionnaire.Questionnaire, s *Sheet) *Asking {
	given := maps.Clone(s.Answers)
	maps.DeleteFunc(given, func(_ string, answer Answer) bool { return answer.NotAsked })
	if given == nil && len(s.Unasked) > 0 {
		given = map[string]Answer{}
	}
	maps.Copy(given, s.Unasked)
	questions := make(map[string]*questionnaire.Question, len(q.Questions))
	for i := range q.Questions {
		questions[q.Questions[i].ID] = &q.Questions[i]
	}
	return &Asking{questions: questions, given: given, asked: map[string]bool{}}
}

// IsAsked reports that the condition for asking a question holds, or that there is none. The answer to a question that is not asked
// itself decides nothing.
func (a *Asking) IsAsked(question *questionnaire.Question) bool {
	if question.AskIf == nil {
		return true
	}
	asked, known := a.asked[question.ID]
	if !known {
		asked = question.AskIf.Holds(facts{a})
		a.asked[question.ID] = asked
	}
	return asked
}

// WhyNot says in words why a question is not asked: the answers that decide so.
func (a *Asking) WhyNot(question *questionnaire.Question) string {
	var tests []*condition.Condition
	failing := question.AskIf.Unmet(facts{a})
	for i := range failing {
		tests = append(tests, failing[i].Tests()...)
	}
	if len(tests) == 0 {
		tests = question.AskIf.Tests()
	}
	var parts []string
	named := map[string]bool{}
	for _, test := range tests {
		if named[test.Question] {
			continue
		}
		named[test.Question] = true
		if decides := a.questions[test.Question]; decides != nil {
			parts = append(parts, decides.Title+" "+a.describe(decides))
		} else {
			parts = append(parts, test.Question+" is not asked either")
		}
	}
	return "not asked: " + strings.Join(parts, ", ")
}

func (a *Asking) describe(question *questionnaire.Question) string {
	given := a.given[question.ID]
	switch option := question.Option(given.Option); {
	case !a.IsAsked(question):
		return "is not asked either"
	case given.Status == Answered && option != nil:
		return "is " + diag.Quote(option.Text)
	case given.Status == NotApplicable:
		return "does not apply"
	}
	return "is not known"
}

// facts are what the conditions for asking look at: answers alone.
type facts struct{ *Asking }

// Figures has none: a condition for asking names no figure.
func (f facts) Figures() *condition.Figures { return &condition.Figures{} }

func (f facts) Answer(id string) condition.Answer {
	question := f.questions[id]
	if question == nil || !f.IsAsked(question) {
		return condition.Answer{}
	}
	given := f.given[id]
	answer := condition.Answer{Unknown: given.Status != Answered && given.Status != NotApplicable}
	if given.Option != "" {
		answer.Options = []string{given.Option}
	}
	return answer
}

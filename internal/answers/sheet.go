package answers

import (
	"slices"
	"strings"

	"github.com/opsfit/opsfit/internal/diag"
)

// Status is what is known about one question. The four are kept apart everywhere.
type Status string

const (
	// Answered means that an option was chosen.
	Answered Status = "answered"
	// DontKnow applies but is unknown; a finding of its own.
	DontKnow Status = "dont_know"
	// NotApplicable takes the question out of the calculation.
	NotApplicable Status = "not_applicable"
	// Skipped was not answered; it counts like DontKnow but is no finding.
	Skipped Status = "skipped"
)

// Source says who gave an answer.
type Source string

const (
	// Person is the default: self-reported.
	Person Source = "person"
	// Repository marks an answer suggested by evidence from a repository and not yet confirmed.
	Repository Source = "evidence"
	// Supposed marks an answer that nobody gave: it stands in place of another to see what would follow. No file has it.
	Supposed Source = "what_if"
)

// Sheet is one respondent's checked answers: every question and option exists in the questionnaire.
type Sheet struct {
	Questionnaire string
	// QuestionnaireVersion is the version the answers were written for; empty when not stated.
	QuestionnaireVersion string
	Subject              string
	Team                 string
	// DependsOn are the subjects of the services that this one cannot work without, in file order.
	DependsOn []string
	// Date is YYYY-MM-DD as written; empty when not stated.
	Date       string
	Respondent Respondent
	// Exemptions are in file order, which changes no result.
	Exemptions []Exemption
	// Answers by question id; a missing id is Skipped. A question that is not asked is NotApplicable here.
	Answers map[string]Answer
	// Unasked are the answers that were given to questions that are not asked. They count nowhere, and are kept for when they are.
	Unasked map[string]Answer
}

// Respondent is the person who answered; both may be empty.
type Respondent struct {
	Name string
	Role string
}

// Answer is the answer to one question.
type Answer struct {
	Status Status
	// Option is the chosen option id; empty unless Status is Answered.
	Option string
	// List is the answer to a question of which several options may apply; nil for any other, and unless Status is Answered.
	List *List
	// NotAsked tells that a question is not applicable because the condition for asking it does not hold; Reason says which.
	NotAsked bool
	// Reason is why a question is not applicable; empty when none was given.
	Reason string
	Note   string
	// Evidence is any text; only http and https are shown as a link.
	Evidence string
	// Reviewed is YYYY-MM-DD as written; empty when not stated.
	Reviewed string
	Source   Source
	Pos      diag.Pos
}

// List is an answer with all options that apply. Every option of the question is in one of the three or does not apply.
type List struct {
	// Options are the chosen ones, in questionnaire order; empty for nothing chosen. The option that says none stands alone.
	Options []string
	// Unknown are those of which nobody knows whether they apply, in questionnaire order.
	Unknown []string
	// NotApplicable are the options that are left out of the sum, in questionnaire order.
	NotApplicable []LeftOut
}

// LeavesOut reports an option that does not apply.
func (l *List) LeavesOut(option string) bool {
	return slices.ContainsFunc(l.NotApplicable, func(left LeftOut) bool { return left.Option == option })
}

// LeftOut is an option that cannot apply to a service, with the reason; empty when none was given.
type LeftOut struct {
	Option, Reason string
}

// Word is the answer in one word: an option id, those of a list with a plus between them ("[]" for none), or the status where none
// was chosen. What a list leaves open or out is not in it.
func (a Answer) Word() string {
	switch {
	case a.Status != Answered:
		return string(a.Status)
	case a.List == nil:
		return a.Option
	case len(a.List.Options) == 0:
		return emptyList
	}
	return strings.Join(a.List.Options, "+")
}

// Same reports that two answers say the same in every word, wherever they stand.
func (a Answer) Same(b Answer) bool {
	if (a.List == nil) != (b.List == nil) || a.List != nil && !a.List.same(b.List) {
		return false
	}
	a.List, a.Pos, b.List, b.Pos = nil, diag.Pos{}, nil, diag.Pos{}
	return a == b
}

func (l *List) same(other *List) bool {
	return slices.Equal(l.Options, other.Options) && slices.Equal(l.Unknown, other.Unknown) &&
		slices.Equal(l.NotApplicable, other.NotApplicable)
}

// IsOpen reports a list that says of some options that nobody knows.
func (a Answer) IsOpen() bool { return a.List != nil && len(a.List.Unknown) > 0 }

// emptyList is the word for a list with nothing chosen.
const emptyList = "[]"

// Get returns the answer to a question; Skipped when there is none.
func (s *Sheet) Get(question string) Answer {
	if answer, ok := s.Answers[question]; ok {
		return answer
	}
	return Answer{Status: Skipped, Source: Person}
}

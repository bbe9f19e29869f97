package interview

import (
	"errors"
	"fmt"
	"strings"
	"unicode"

	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/diag"
)

// Choose answers the current question with an option id. Like every change of the answer it keeps the note and the
// evidence. It fails for an id that the question does not have.
func (s *Session) Choose(option string) error {
	question := s.Question(s.Current())
	if question.Option(option) == nil {
		return fmt.Errorf("%s has no option %s", question.ID, diag.Quote(option))
	}
	s.decide(answers.Answered, option, "")
	return nil
}

// Confirm makes an answer that a repository suggested the person's own.
func (s *Session) Confirm() {
	s.change(func(answer *answers.Answer) { answer.Source = answers.Person })
}

// DontKnow answers the current question with dont_know.
func (s *Session) DontKnow() { s.decide(answers.DontKnow, "", "") }

// Skip leaves the current question without an answer; an answer it had is taken back.
func (s *Session) Skip() { s.decide(answers.Skipped, "", "") }

// NotApplicable takes the current question out. It fails without a reason, and where the question always applies.
func (s *Session) NotApplicable(reason string) error {
	question := s.Question(s.Current())
	reason = clean(reason)
	switch {
	case !question.AllowNA:
		return errors.New("this question always applies; choose an option, or don't know")
	case reason == "":
		return errors.New("not applicable needs a reason")
	}
	s.decide(answers.NotApplicable, "", reason)
	return nil
}

// Note replaces the note on the current answer; a blank text removes it.
func (s *Session) Note(text string) {
	s.change(func(answer *answers.Answer) { answer.Note = clean(text) })
}

// Evidence replaces the evidence for the current answer, any text; a blank one removes it.
func (s *Session) Evidence(text string) {
	s.change(func(answer *answers.Answer) { answer.Evidence = clean(text) })
}

// decide changes what is answered. A date of review moves to today: it was just reviewed, and by a person.
func (s *Session) decide(status answers.Status, option, reason string) {
	s.change(func(answer *answers.Answer) {
		answer.Status, answer.Option, answer.Reason, answer.Source = status, option, reason, answers.Person
		if answer.Reviewed != "" && s.sheet.Date != "" {
			answer.Reviewed = s.sheet.Date
		}
	})
}

func (s *Session) change(edit func(answer *answers.Answer)) {
	id := s.Question(s.Current()).ID
	was, had := s.sheet.Answers[id]
	answer := s.sheet.Get(id)
	edit(&answer)
	if had && answer == was {
		return
	}
	s.sheet.Answers[id] = answer
	s.changes++
}

// Head is what a sheet says besides its answers. All of it may be empty.
type Head struct {
	Subject, Team, Name, Role string
}

func headOf(sheet *answers.Sheet) Head {
	return Head{Subject: sheet.Subject, Team: sheet.Team, Name: sheet.Respondent.Name, Role: sheet.Respondent.Role}
}

func setHead(sheet *answers.Sheet, head Head) {
	sheet.Subject, sheet.Team = clean(head.Subject), clean(head.Team)
	sheet.Respondent = answers.Respondent{Name: clean(head.Name), Role: clean(head.Role)}
}

// clean makes one line of what was typed or pasted: space at the ends, broken UTF-8 and control characters go, and
// line ends become spaces.
func clean(text string) string {
	text = strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return ' '
		case unicode.IsControl(r):
			return -1
		}
		return r
	}, strings.ToValidUTF8(text, ""))
	return strings.TrimSpace(text)
}

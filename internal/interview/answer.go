package interview

import (
	"errors"
	"fmt"
	"strings"
	"unicode"

	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/diag"
)

// ChooseOption answers the current question with an option id. Like every change of the answer it keeps the note and the
// evidence. It fails for an id that the question does not have.
func (s *Session) ChooseOption(option string) error {
	question := s.Question(s.Current())
	if question.Option(option) == nil {
		return fmt.Errorf("%s has no option %s", question.ID, diag.Quote(option))
	}
	s.setStatus(answers.Answered, option, "")
	return nil
}

// ConfirmAnswer accepts an answer that a repository suggested as the person's own.
func (s *Session) ConfirmAnswer() {
	s.editAnswer(func(answer *answers.Answer) { answer.Source = answers.Person })
}

// DontKnow answers the current question with dont_know.
func (s *Session) DontKnow() { s.setStatus(answers.DontKnow, "", "") }

// SkipQuestion leaves the current question without an answer and removes the one that it had.
func (s *Session) SkipQuestion() { s.setStatus(answers.Skipped, "", "") }

// NotApplicable marks the current question as not applicable. It fails without a reason, and where the question always
// applies.
func (s *Session) NotApplicable(reason string) error {
	question := s.Question(s.Current())
	reason = cleanLine(reason)
	switch {
	case !question.AllowNA:
		return errors.New("this question always applies; choose an option, or don't know")
	case reason == "":
		return errors.New("not applicable needs a reason")
	}
	s.setStatus(answers.NotApplicable, "", reason)
	return nil
}

// SetNote replaces the note on the current answer; a blank text removes it.
func (s *Session) SetNote(text string) {
	s.editAnswer(func(answer *answers.Answer) { answer.Note = cleanLine(text) })
}

// SetEvidence replaces the evidence for the current answer, any text; a blank one removes it.
func (s *Session) SetEvidence(text string) {
	s.editAnswer(func(answer *answers.Answer) { answer.Evidence = cleanLine(text) })
}

// setStatus changes the answer. A review date moves to today, because a person just reviewed it.
func (s *Session) setStatus(status answers.Status, option, reason string) {
	s.editAnswer(func(answer *answers.Answer) {
		answer.Status, answer.Option, answer.Reason, answer.Source = status, option, reason, answers.Person
		if answer.Reviewed != "" && s.sheet.Date != "" {
			answer.Reviewed = s.sheet.Date
		}
	})
}

func (s *Session) editAnswer(edit func(answer *answers.Answer)) {
	id := s.Question(s.Current()).ID
	was, had := s.sheet.Answers[id]
	answer := s.sheet.Get(id)
	edit(&answer)
	if had && answer == was {
		return
	}
	s.undoable = append(s.undoable, change{s.Current(), was, had})
	s.sheet.Answers[id] = answer
	s.changes++
}

// Head is what a sheet contains besides its answers. Any field may be empty.
type Head struct {
	Subject, Team, Name, Role string
}

func headOf(sheet *answers.Sheet) Head {
	return Head{Subject: sheet.Subject, Team: sheet.Team, Name: sheet.Respondent.Name, Role: sheet.Respondent.Role}
}

func setHead(sheet *answers.Sheet, head Head) {
	sheet.Subject, sheet.Team = cleanLine(head.Subject), cleanLine(head.Team)
	sheet.Respondent = answers.Respondent{Name: cleanLine(head.Name), Role: cleanLine(head.Role)}
}

// cleanLine makes one line of typed or pasted text: it trims space, drops broken UTF-8 and control characters, and
// turns line ends into spaces.
func cleanLine(text string) string {
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

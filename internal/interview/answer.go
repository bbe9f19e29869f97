package interview

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode"

	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/questionnaire"
)

// ChooseOption answers the current question with an option id. Like every change of the answer it keeps the note and the
// evidence. It fails for an id that the question does not have.
func (s *Session) ChooseOption(option string) error {
	question := s.Question(s.Current())
	if question.Many {
		return s.ChooseOptions(option)
	}
	if question.Option(option) == nil {
		return fmt.Errorf("%s has no option %s", question.ID, diag.Quote(option))
	}
	s.setStatus(answers.Answered, option, "")
	return nil
}

// ToggleOption adds an option to the list that answers the current question, or takes it out; of an empty list no answer is left.
// The option that says that nothing applies and the others take each other out. It fails for an id that the question does not have,
// and where the answer is one option.
func (s *Session) ToggleOption(option string) error {
	question := s.Question(s.Current())
	toggled := question.Option(option)
	if !question.Many || toggled == nil {
		return fmt.Errorf("%s has no option %s to tick", question.ID, diag.Quote(option))
	}
	list := answers.List{}
	if given := s.Answer(s.Current()).List; given != nil {
		list = *given
	}
	list.Options = without(question, list.Options, option, toggled.None)
	if !slices.Contains(s.chosen(), option) {
		list.Options = inOrder(question, append(list.Options, option))
	}
	list.Unknown = without(question, list.Unknown, option, toggled.None)
	list.NotApplicable = leftOut(list.NotApplicable, option)
	if len(list.Options)+len(list.Unknown)+len(list.NotApplicable) == 0 {
		s.SkipQuestion()
		return nil
	}
	s.setList(list)
	return nil
}

// chosen are the options of the list that answers the current question.
func (s *Session) chosen() []string {
	if given := s.Answer(s.Current()).List; given != nil {
		return given.Options
	}
	return nil
}

// without are the ids but one, and but those that cannot stand beside it.
func without(question *questionnaire.Question, ids []string, id string, saysNone bool) []string {
	var kept []string
	for _, other := range ids {
		if other != id && saysNone == question.Option(other).None {
			kept = append(kept, other)
		}
	}
	return kept
}

// leftOut are those of the options that cannot apply that were not chosen.
func leftOut(before []answers.LeftOut, chosen ...string) []answers.LeftOut {
	var kept []answers.LeftOut
	for _, left := range before {
		if !slices.Contains(chosen, left.Option) {
			kept = append(kept, left)
		}
	}
	return kept
}

// inOrder puts ids of options into the order of the question.
func inOrder(question *questionnaire.Question, ids []string) []string {
	var ordered []string
	for i := range question.Options {
		if id := question.Options[i].ID; slices.Contains(ids, id) {
			ordered = append(ordered, id)
		}
	}
	return ordered
}

// ChooseOptions answers the current question with a list of option ids; none says that nothing applies. What cannot apply stays
// left out. It fails for ids that the question does not have, where the one that says that nothing applies stands beside others,
// and where the answer is one option.
func (s *Session) ChooseOptions(ids ...string) error {
	question := s.Question(s.Current())
	for _, id := range ids {
		option := question.Option(id)
		if !question.Many || option == nil {
			return fmt.Errorf("%s has no option %s to choose", question.ID, diag.Quote(id))
		}
		if option.None && len(ids) > 1 {
			return fmt.Errorf("%s cannot stand beside others", diag.Quote(option.Text))
		}
	}
	list := answers.List{Options: inOrder(question, ids)}
	if given := s.Answer(s.Current()).List; given != nil {
		list.NotApplicable = leftOut(given.NotApplicable, ids...)
	}
	s.setList(list)
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

// setStatus changes the answer.
func (s *Session) setStatus(status answers.Status, option, reason string) {
	s.setAnswer(answers.Answer{Status: status, Option: option, Reason: reason})
}

func (s *Session) setList(list answers.List) {
	s.setAnswer(answers.Answer{Status: answers.Answered, List: &list})
}

// setAnswer takes the status, the options and the reason from another answer. A review date moves to today, because a person just
// reviewed it.
func (s *Session) setAnswer(to answers.Answer) {
	s.editAnswer(func(answer *answers.Answer) {
		answer.Status, answer.Option, answer.List, answer.Reason, answer.Source = to.Status, to.Option, to.List, to.Reason, answers.Person
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
	if had && answer.Same(was) {
		return
	}
	s.undoable = append(s.undoable, change{s.asked[s.Current()], was, had})
	s.sheet.Answers[id] = answer
	s.changes++
	s.readAsked()
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

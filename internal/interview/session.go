package interview

import (
	"maps"
	"strings"

	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/questionnaire"
)

// Session is one person answering one questionnaire. Whatever is done to it, its sheet is one that answers.Check
// accepts. It is for one goroutine.
type Session struct {
	q     *questionnaire.Questionnaire
	sheet answers.Sheet
	// at is the current question; Len() stands for the review behind the last one.
	at      int
	changes int
}

// New starts a session from the answers of a sheet: an empty one, a draft, or earlier answers to change. The sheet
// is copied; what does not fit the questionnaire is left out. The session begins at the first question that no person has
// answered or skipped, and at the review when there is none.
func New(q *questionnaire.Questionnaire, sheet *answers.Sheet) *Session {
	s := &Session{q: q, sheet: *sheet}
	s.sheet.Questionnaire, s.sheet.QuestionnaireVersion = q.ID, q.Version
	s.sheet.Answers = map[string]answers.Answer{}
	for i := range q.Questions {
		question := &q.Questions[i]
		if answer, ok := sheet.Answers[question.ID]; ok && fits(question, answer) {
			s.sheet.Answers[question.ID] = answer
		}
	}
	for s.at < s.Len() && s.seen(s.at) && !s.Unconfirmed(s.at) {
		s.at++
	}
	return s
}

func fits(question *questionnaire.Question, answer answers.Answer) bool {
	switch answer.Status {
	case answers.Answered:
		return question.Option(answer.Option) != nil
	case answers.NotApplicable:
		return question.AllowNA
	case answers.DontKnow, answers.Skipped:
	}
	return true
}

// seen reports that the person did something about a question, if only to skip it.
func (s *Session) seen(i int) bool {
	_, ok := s.sheet.Answers[s.Question(i).ID]
	return ok
}

// Unconfirmed reports an answer that a repository suggested and no person has confirmed or changed yet.
func (s *Session) Unconfirmed(i int) bool {
	answer := s.Answer(i)
	return answer.Status == answers.Answered && answer.Source == answers.Repository
}

// Sheet returns a copy of the answers so far.
func (s *Session) Sheet() *answers.Sheet {
	sheet := s.sheet
	sheet.Answers = maps.Clone(s.sheet.Answers)
	return &sheet
}

// Changes counts the changes to the sheet since New: it grows with each one, so that it tells when to save.
func (s *Session) Changes() int { return s.changes }

// Title is the title of the questionnaire.
func (s *Session) Title() string { return s.q.Title }

// Len is the number of questions.
func (s *Session) Len() int { return len(s.q.Questions) }

// Question returns question i, 0..Len()-1.
func (s *Session) Question(i int) *questionnaire.Question { return &s.q.Questions[i] }

// Section is the heading that question i stands under.
func (s *Session) Section(i int) string { return s.q.Section(s.Question(i)) }

// Answer returns the answer to question i; Skipped when there is none.
func (s *Session) Answer(i int) answers.Answer { return s.sheet.Get(s.Question(i).ID) }

// Current is the question the person is at, 0..Len()-1; during the review it is the last one.
func (s *Session) Current() int { return min(s.at, s.Len()-1) }

// Reviewing reports that the person is past the last question, where gaps can be closed before the end.
func (s *Session) Reviewing() bool { return s.at == s.Len() }

// Forward goes to the next question, behind the last one to the review; false when it is there already.
func (s *Session) Forward() bool { return s.move(s.at + 1) }

// Back goes to the question before; false at the first one.
func (s *Session) Back() bool { return s.move(s.at - 1) }

// Jump goes to question i; false when there is none.
func (s *Session) Jump(i int) bool { return i < s.Len() && s.move(i) }

// Review goes to the review behind the last question.
func (s *Session) Review() { s.at = s.Len() }

func (s *Session) move(to int) bool {
	if to < 0 || to > s.Len() {
		return false
	}
	s.at = to
	return true
}

// Find returns the questions in whose id, section, texts, options or notes a text occurs, whatever the case, in
// their order; none for a blank text.
func (s *Session) Find(text string) []int {
	var found []int
	wanted := strings.ToLower(strings.TrimSpace(text))
	if wanted == "" {
		return nil
	}
	for i := range s.Len() {
		if strings.Contains(strings.ToLower(s.words(i)), wanted) {
			found = append(found, i)
		}
	}
	return found
}

func (s *Session) words(i int) string {
	question, answer := s.Question(i), s.Answer(i)
	words := []string{question.ID, s.Section(i), question.Text, question.Why, answer.Note, answer.Reason}
	for j := range question.Options {
		words = append(words, question.Options[j].ID, question.Options[j].Text)
	}
	return strings.Join(words, "\n")
}

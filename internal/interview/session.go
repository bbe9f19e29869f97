package interview

import (
	"maps"
	"slices"
	"strings"

	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/questionnaire"
)

// Session is one person answering one questionnaire. Its sheet always passes answers.Check. It must not be used
// concurrently.
type Session struct {
	q *questionnaire.Questionnaire
	// sheet holds what was given, whether it is asked or not.
	sheet answers.Sheet
	// asked are the places of the questions that are asked in the questionnaire, in order. There is always one: what the others
	// depend on.
	asked []int
	// at is the place of the current question; one behind the last stands for the review.
	at      int
	changes int
	// undoable are the changes since New that were not undone, the latest last.
	undoable []change
}

// change is what one change of an answer replaced.
type change struct {
	// place is that of the question in the questionnaire.
	place int
	was   answers.Answer
	// had: there was an answer.
	had bool
}

// New starts a session from the answers of a sheet: an empty one, a draft, or earlier answers to change. The sheet
// is copied; what does not fit the questionnaire is left out. The session begins at the first question that no person has
// answered or skipped, and at the review when there is none. It knows the questions that are asked, and their numbers; these
// change with the answers that others depend on.
func New(q *questionnaire.Questionnaire, sheet *answers.Sheet) *Session {
	s := &Session{q: q, sheet: *sheet}
	s.sheet.Questionnaire, s.sheet.QuestionnaireVersion = q.ID, q.Version
	s.sheet.Answers, s.sheet.Unasked = map[string]answers.Answer{}, nil
	for i := range q.Questions {
		question := &q.Questions[i]
		if answer, ok := sheet.Given(question.ID); ok && fitsQuestion(question, answer) {
			s.sheet.Answers[question.ID] = answer
		}
	}
	s.readAsked()
	first := 0
	for first < s.Len() && s.wasHandled(first) && !s.IsUnconfirmed(first) {
		first++
	}
	s.moveTo(first)
	return s
}

// readAsked decides again which questions are asked.
func (s *Session) readAsked() {
	asking := answers.NewAsking(s.q, &s.sheet)
	s.asked = s.asked[:0]
	for i := range s.q.Questions {
		if asking.IsAsked(&s.q.Questions[i]) {
			s.asked = append(s.asked, i)
		}
	}
}

func fitsQuestion(question *questionnaire.Question, answer answers.Answer) bool {
	switch answer.Status {
	case answers.Answered:
		return question.Many == (answer.List != nil) && (question.Many || question.Option(answer.Option) != nil)
	case answers.NotApplicable:
		return question.AllowNA
	case answers.DontKnow, answers.Skipped:
	}
	return true
}

// wasHandled reports whether the person answered a question or skipped it. A note alone was perhaps written before an answer.
func (s *Session) wasHandled(i int) bool {
	answer, ok := s.sheet.Answers[s.Question(i).ID]
	return ok && (answer.Status != answers.Skipped || answer.Note == "" && answer.Evidence == "")
}

// IsUnconfirmed reports whether a repository suggested the answer and no person has confirmed or changed it.
func (s *Session) IsUnconfirmed(i int) bool {
	answer := s.Answer(i)
	return answer.Status == answers.Answered && answer.Source == answers.Repository
}

// Sheet returns a copy of the answers so far. What was given to questions that are not asked now stands aside in it.
func (s *Session) Sheet() *answers.Sheet {
	sheet := s.sheet
	sheet.Answers = maps.Clone(s.sheet.Answers)
	return sheet.LeaveUnasked(s.q)
}

// ChangeCount counts the changes of the sheet since New; when it grew, there is something to save.
func (s *Session) ChangeCount() int { return s.changes }

// LastChanged is the question whose answer was changed last, with what is noted on it; false when nothing was changed
// since New, or all of it was undone.
func (s *Session) LastChanged() (question int, ok bool) {
	if len(s.undoable) == 0 {
		return 0, false
	}
	return s.numberOf(s.undoable[len(s.undoable)-1].place), true
}

// Undo restores what the last change replaced, and goes to that question; false when there is nothing to undo.
func (s *Session) Undo() bool {
	if len(s.undoable) == 0 {
		return false
	}
	last := s.undoable[len(s.undoable)-1]
	s.undoable = s.undoable[:len(s.undoable)-1]
	if id := s.q.Questions[last.place].ID; last.had {
		s.sheet.Answers[id] = last.was
	} else {
		delete(s.sheet.Answers, id)
	}
	s.changes++
	s.at = last.place
	s.readAsked()
	return true
}

// Title is the title of the questionnaire.
func (s *Session) Title() string { return s.q.Title }

// Len is the number of questions that are asked, at least 1.
func (s *Session) Len() int { return len(s.asked) }

// NotAsked is the number of questions that are not asked, because of other answers.
func (s *Session) NotAsked() int { return len(s.q.Questions) - len(s.asked) }

// Question returns question i of those that are asked, 0..Len()-1.
func (s *Session) Question(i int) *questionnaire.Question { return &s.q.Questions[s.asked[i]] }

// numberOf is the number of the question at a place of the questionnaire; Len() behind the last.
func (s *Session) numberOf(place int) int {
	number, _ := slices.BinarySearch(s.asked, place)
	return number
}

// Section is the heading that question i stands under.
func (s *Session) Section(i int) string { return s.q.Section(s.Question(i)) }

// Answer returns the answer to question i; Skipped when there is none.
func (s *Session) Answer(i int) answers.Answer { return s.sheet.Get(s.Question(i).ID) }

// Current is the question the person is at, 0..Len()-1; during the review it is the last one.
func (s *Session) Current() int { return min(s.numberOf(s.at), s.Len()-1) }

// InReview reports whether the person is past the last question, where gaps can be closed before the end.
func (s *Session) InReview() bool { return s.at == len(s.q.Questions) }

// GoForward goes to the next question, or from the last one to the review; false when it is there already.
func (s *Session) GoForward() bool { return s.moveTo(s.numberOf(s.at) + 1) }

// GoBack goes to the question before; false at the first one.
func (s *Session) GoBack() bool { return s.moveTo(s.numberOf(s.at) - 1) }

// GoTo goes to question i; false when there is none.
func (s *Session) GoTo(i int) bool { return i < s.Len() && s.moveTo(i) }

// GoToReview goes to the review after the last question.
func (s *Session) GoToReview() { s.at = len(s.q.Questions) }

func (s *Session) moveTo(to int) bool {
	if to < 0 || to > s.Len() {
		return false
	}
	if to == s.Len() {
		s.GoToReview()
		return true
	}
	s.at = s.asked[to]
	return true
}

// FindQuestions returns the questions whose id, title, section, texts, options or notes contain a text, ignoring case, in
// order; none for blank text.
func (s *Session) FindQuestions(text string) []int {
	var found []int
	wanted := strings.ToLower(strings.TrimSpace(text))
	if wanted == "" {
		return nil
	}
	for i := range s.Len() {
		if strings.Contains(strings.ToLower(s.searchText(i)), wanted) {
			found = append(found, i)
		}
	}
	return found
}

func (s *Session) searchText(i int) string {
	question, answer := s.Question(i), s.Answer(i)
	words := []string{question.ID, question.Title, s.Section(i), question.Text, question.Why, answer.Note, answer.Reason}
	for j := range question.Options {
		words = append(words, question.Options[j].ID, question.Options[j].Text)
	}
	return strings.Join(words, "\n")
}

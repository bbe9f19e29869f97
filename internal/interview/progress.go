package interview

import (
	"time"

	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/questionnaire"
)

// Progress is how far a session is. Answered and Open add up to Total.
type Progress struct {
	// Answered counts questions with an option, dont_know or not_applicable; Open the others: skipped, not yet seen, or
	// suggested by a repository and not confirmed.
	Answered, Open, Total int
	// MinutesLeft is how long the open questions take, as questionnaire.RoundMinutes tells it; 0 when nothing is open.
	MinutesLeft int
}

// Progress counts the answers so far.
func (s *Session) Progress() Progress {
	p := Progress{Total: s.Len()}
	var left time.Duration
	for i := range s.Len() {
		if s.Answer(i).Status == answers.Skipped || s.IsUnconfirmed(i) {
			p.Open++
			left += s.Question(i).TimeToAnswer()
		}
	}
	p.Answered = p.Total - p.Open
	p.MinutesLeft = questionnaire.RoundMinutes(left)
	return p
}

// FindGaps returns the questions that weaken a result, in order: skipped, not yet seen, or answered with dont_know, also for single
// options of a list.
func (s *Session) FindGaps() []int {
	var gaps []int
	for i := range s.Len() {
		if answer := s.Answer(i); answer.Status == answers.Skipped || answer.Status == answers.DontKnow || answer.IsOpen() {
			gaps = append(gaps, i)
		}
	}
	return gaps
}

// FindUnconfirmed returns the questions whose answers a repository suggested and nobody has confirmed, in order.
func (s *Session) FindUnconfirmed() []int {
	var pending []int
	for i := range s.Len() {
		if s.IsUnconfirmed(i) {
			pending = append(pending, i)
		}
	}
	return pending
}

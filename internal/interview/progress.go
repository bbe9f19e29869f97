package interview

import (
	"math/big"

	"github.com/opsfit/opsfit/internal/answers"
)

// Progress is how far a session is. Answered and Open add up to Total.
type Progress struct {
	// Answered counts questions with an option, dont_know or not_applicable; Open the others: skipped, not yet seen, or
	// suggested by a repository and not confirmed.
	Answered, Open, Total int
	// MinutesLeft is the author's estimate for the open questions, rounded up to whole minutes; 0 when nothing is
	// open or the questionnaire gives no estimate.
	MinutesLeft int
}

// Progress counts the answers so far. A question is worth the same time as any other.
func (s *Session) Progress() Progress {
	p := Progress{Total: s.Len()}
	for i := range s.Len() {
		if s.Answer(i).Status == answers.Skipped || s.IsUnconfirmed(i) {
			p.Open++
		}
	}
	p.Answered = p.Total - p.Open
	if s.q.Minutes != nil && p.Total > 0 {
		left := new(big.Rat).Mul(s.q.Minutes, big.NewRat(int64(p.Open), int64(p.Total)))
		p.MinutesLeft = ceil(left)
	}
	return p
}

func ceil(x *big.Rat) int {
	whole, rest := new(big.Int).QuoRem(x.Num(), x.Denom(), new(big.Int))
	if rest.Sign() > 0 {
		return int(whole.Int64()) + 1
	}
	return int(whole.Int64())
}

// FindGaps returns the questions that weaken a result, in order: skipped, not yet seen, or answered with dont_know.
func (s *Session) FindGaps() []int {
	var gaps []int
	for i := range s.Len() {
		switch s.Answer(i).Status {
		case answers.Skipped, answers.DontKnow:
			gaps = append(gaps, i)
		case answers.Answered, answers.NotApplicable:
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

package interview

import (
	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/questionnaire"
)

// RepositoryEvidence says what a repository shows about answers. The repository is read while the person answers, but
// shown only after the last question: it must not influence an answer before it is given.
type RepositoryEvidence interface {
	// Ready is closed when the repository has been read.
	Ready() <-chan struct{}
	// Err is why it could not be read, once Ready is closed.
	Err() error
	// Difference says in a sentence what it shows that differs from an answer; "" for nothing. It is called after
	// Ready, and only when Err is nil.
	Difference(question *questionnaire.Question, answer answers.Answer) string
}

// Difference is a question whose answer differs from what a repository shows, and what that is.
type Difference struct {
	At   int
	Text string
}

// FindDifferences returns the differences of a session, in the order of the questions; none while the repository is
// being read.
func (o *Opening) FindDifferences(s *Session) []Difference {
	var differences []Difference
	for i := range s.Len() {
		if text := o.DifferenceAt(s, i); text != "" {
			differences = append(differences, Difference{At: i, Text: text})
		}
	}
	return differences
}

// DifferenceAt says what a repository shows that differs from the answer to question i; "" for nothing or not yet
// known.
func (o *Opening) DifferenceAt(s *Session, i int) string {
	if o.RepositoryEvidence == nil || o.IsReading() || o.RepositoryEvidence.Err() != nil {
		return ""
	}
	return o.RepositoryEvidence.Difference(s.Question(i), s.Answer(i))
}

// AgreesFully reports whether a repository was read and differs from no answer.
func (o *Opening) AgreesFully(s *Session) bool {
	return o.RepositoryEvidence != nil && !o.IsReading() && o.ReadError() == nil && len(o.FindDifferences(s)) == 0
}

// IsReading reports whether a repository is still being read.
func (o *Opening) IsReading() bool {
	if o.RepositoryEvidence == nil {
		return false
	}
	select {
	case <-o.RepositoryEvidence.Ready():
		return false
	default:
		return true
	}
}

// ReadError is why a repository could not be read; nil before that is known.
func (o *Opening) ReadError() error {
	if o.RepositoryEvidence == nil || o.IsReading() {
		return nil
	}
	return o.RepositoryEvidence.Err()
}

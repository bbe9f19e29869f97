package interview

import (
	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/questionnaire"
)

// Witness tells what a repository shows about answers. It is read while the person answers, and asked only behind the last
// question: what it shows must not bend an answer before it is given.
type Witness interface {
	// Ready is closed when the repository has been read.
	Ready() <-chan struct{}
	// Fault is why it could not be read, once it is ready.
	Fault() error
	// Beside says what it shows that differs from an answer, in a sentence; empty where it shows nothing of the kind. It is
	// called after Ready, and when there is no Fault.
	Beside(question *questionnaire.Question, answer answers.Answer) string
}

// Sight is a question whose answer differs from what a repository shows, and what that is.
type Sight struct {
	At   int
	Text string
}

// Sights are the differences of a session, in the order of the questions; none while the repository is still being read.
func (o *Opening) Sights(s *Session) []Sight {
	var sights []Sight
	for i := range s.Len() {
		if text := o.Beside(s, i); text != "" {
			sights = append(sights, Sight{At: i, Text: text})
		}
	}
	return sights
}

// Beside says what a repository shows that differs from the answer to one question; empty for nothing, and while that is not
// known.
func (o *Opening) Beside(s *Session, i int) string {
	if o.Witness == nil || o.Reading() || o.Witness.Fault() != nil {
		return ""
	}
	return o.Witness.Beside(s.Question(i), s.Answer(i))
}

// Concurs reports that a repository was read and differs from no answer.
func (o *Opening) Concurs(s *Session) bool {
	return o.Witness != nil && !o.Reading() && o.Blind() == nil && len(o.Sights(s)) == 0
}

// Reading reports that a repository is still being read.
func (o *Opening) Reading() bool {
	if o.Witness == nil {
		return false
	}
	select {
	case <-o.Witness.Ready():
		return false
	default:
		return true
	}
}

// Blind is why a repository could not be read; nil while it is being read, and where it was.
func (o *Opening) Blind() error {
	if o.Witness == nil || o.Reading() {
		return nil
	}
	return o.Witness.Fault()
}

package interview_test

import (
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/interview"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/questionnaire/questionnairetest"
)

// doubter differs from every answer that was given.
type doubter struct {
	ready chan struct{}
	fault error
}

func (d *doubter) Ready() <-chan struct{} { return d.ready }
func (d *doubter) Fault() error           { return d.fault }

func (d *doubter) Beside(question *questionnaire.Question, answer answers.Answer) string {
	if answer.Status != answers.Answered {
		return ""
	}
	return "not " + question.ID
}

func TestSights(t *testing.T) {
	t.Parallel()
	q := questionnairetest.FrozenOutcomes(t)
	s := interview.New(q, &answers.Sheet{})
	s.Forward()
	if err := s.Choose("on_demand"); err != nil {
		t.Fatal(err)
	}
	opening := &interview.Opening{}
	if opening.Reading() || opening.Blind() != nil || opening.Sights(s) != nil {
		t.Error("without a witness there is something to see")
	}
	witness := &doubter{ready: make(chan struct{})}
	opening.Witness = witness
	if !opening.Reading() || opening.Sights(s) != nil || opening.Blind() != nil {
		t.Error("something is seen before the repository was read")
	}
	close(witness.ready)
	if diff := cmp.Diff([]interview.Sight{{At: 1, Text: "not deploy_frequency"}}, opening.Sights(s)); diff != "" || opening.Reading() {
		t.Error(diff)
	}
	witness.fault = errors.New("damaged")
	if opening.Sights(s) != nil || !errors.Is(opening.Blind(), witness.fault) {
		t.Error("a repository that could not be read shows something")
	}
}

// TestSuggestedAnswers: a session begins at the first answer that nobody has confirmed, which counts as open until a person
// confirms it, chooses another, or leaves it out.
func TestSuggestedAnswers(t *testing.T) {
	t.Parallel()
	q := questionnairetest.FrozenOutcomes(t)
	sheet := &answers.Sheet{Answers: map[string]answers.Answer{
		"lead_time":        {Status: answers.Answered, Option: "d1_w1", Source: answers.Person},
		"deploy_frequency": {Status: answers.Answered, Option: "w1_m1", Source: answers.Repository, Note: "7 days"},
		"change_fail_rate": {Status: answers.Answered, Option: "p0_2", Source: answers.Repository},
	}}
	s := interview.New(q, sheet)
	if s.Current() != 1 || s.Progress().Answered != 1 || s.Progress().Open != 3 || !cmp.Equal(s.Pending(), []int{1, 2}) {
		t.Fatalf("at %d, %+v, pending %v", s.Current(), s.Progress(), s.Pending())
	}
	s.Confirm()
	want := answers.Answer{Status: answers.Answered, Option: "w1_m1", Source: answers.Person, Note: "7 days"}
	if diff := cmp.Diff(want, s.Answer(1)); diff != "" || s.Changes() != 1 {
		t.Error(diff, s.Changes())
	}
	s.Confirm()
	if s.Changes() != 1 {
		t.Error("what was confirmed is confirmed again")
	}
	s.Forward()
	s.DontKnow()
	if s.Unconfirmed(2) || len(s.Pending()) > 0 {
		t.Errorf("%+v", s.Answer(2))
	}
}

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
func (d *doubter) Err() error             { return d.fault }

func (d *doubter) Difference(question *questionnaire.Question, answer answers.Answer) string {
	if answer.Status != answers.Answered {
		return ""
	}
	return "not " + question.ID
}

func TestSights(t *testing.T) {
	t.Parallel()
	q := questionnairetest.FrozenOutcomes(t)
	s := interview.New(q, &answers.Sheet{})
	s.GoForward()
	if err := s.ChooseOption("on_demand"); err != nil {
		t.Fatal(err)
	}
	opening := &interview.Opening{}
	if opening.IsReading() || opening.ReadError() != nil || opening.FindDifferences(s) != nil {
		t.Error("without a repository there is something to see")
	}
	repository := &doubter{ready: make(chan struct{})}
	opening.RepositoryEvidence = repository
	if !opening.IsReading() || opening.FindDifferences(s) != nil || opening.ReadError() != nil {
		t.Error("something is seen before the repository was read")
	}
	close(repository.ready)
	if diff := cmp.Diff([]interview.Difference{{At: 1, Text: "not deploy_frequency"}}, opening.FindDifferences(s)); diff != "" || opening.IsReading() {
		t.Error(diff)
	}
	repository.fault = errors.New("damaged")
	if opening.FindDifferences(s) != nil || !errors.Is(opening.ReadError(), repository.fault) {
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
	if s.Current() != 1 || s.Progress().Answered != 1 || s.Progress().Open != 3 || !cmp.Equal(s.FindUnconfirmed(), []int{1, 2}) {
		t.Fatalf("at %d, %+v, pending %v", s.Current(), s.Progress(), s.FindUnconfirmed())
	}
	s.ConfirmAnswer()
	want := answers.Answer{Status: answers.Answered, Option: "w1_m1", Source: answers.Person, Note: "7 days"}
	if diff := cmp.Diff(want, s.Answer(1)); diff != "" || s.ChangeCount() != 1 {
		t.Error(diff, s.ChangeCount())
	}
	s.ConfirmAnswer()
	if s.ChangeCount() != 1 {
		t.Error("what was confirmed is confirmed again")
	}
	s.GoForward()
	s.DontKnow()
	if s.IsUnconfirmed(2) || len(s.FindUnconfirmed()) > 0 {
		t.Errorf("%+v", s.Answer(2))
	}
}

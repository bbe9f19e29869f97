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

// store keeps sheets in memory, and fails when told to.
type store struct {
	saved []*answers.Sheet
	file  string
	draft *interview.Draft
	fault error
	moved string
}

func (s *store) Find(string) (*interview.Draft, error) { return s.draft, nil }
func (s *store) AnswersPlace(subject string) string    { return "drafts/" + subject }

func (s *store) Save(sheet *answers.Sheet) (string, error) {
	if s.fault == nil {
		s.saved = append(s.saved, sheet)
	}
	return s.moved, s.fault
}

func (s *store) SaveAs(sheet *answers.Sheet, file string) error {
	s.file = file
	_, err := s.Save(sheet)
	return err
}

// loaded is a questionnaire that need not be waited for.
func loaded(q *questionnaire.Questionnaire) func() (*questionnaire.Questionnaire, error) {
	return func() (*questionnaire.Questionnaire, error) { return q, nil }
}

func TestKeepSavesEachChangeOnce(t *testing.T) {
	t.Parallel()
	disk := &store{}
	opening := &interview.Opening{Questionnaire: loaded(questionnairetest.Frozen(t)), Sheet: &answers.Sheet{}, Drafts: disk}
	s, err := opening.BeginSession(nil)
	if err != nil {
		t.Fatal(err)
	}
	keep := func(want int) {
		t.Helper()
		if moved, err := opening.SaveChanges(s); moved != "" || err != nil || len(disk.saved) != want {
			t.Fatalf("saved %d times, %v; want %d", len(disk.saved), err, want)
		}
	}
	keep(0)
	s.DontKnow()
	keep(1)
	keep(1)
	s.GoForward()
	keep(1)
	disk.fault = errors.New("the disk is full")
	s.DontKnow()
	if _, err := opening.SaveChanges(s); !errors.Is(err, disk.fault) {
		t.Fatalf("a failure is not told: %v", err)
	}
	if err := opening.SaveAs(s, "elsewhere.yaml"); !errors.Is(err, disk.fault) {
		t.Fatalf("a failure elsewhere is not told: %v", err)
	}
	disk.fault = nil
	keep(2)
	if diff := cmp.Diff(s.Sheet(), disk.saved[1]); diff != "" {
		t.Error(diff)
	}
	if err := opening.SaveAs(s, "elsewhere.yaml"); err != nil || disk.file != "elsewhere.yaml" {
		t.Errorf("saved in %q: %v", disk.file, err)
	}
	keep(3)
	s.SkipQuestion()
	disk.moved = "the answers are in another file now"
	if moved, err := opening.SaveChanges(s); moved != disk.moved || err != nil {
		t.Errorf("%q, %v", moved, err)
	}
}

func TestBeginFromADraft(t *testing.T) {
	t.Parallel()
	q := questionnairetest.Frozen(t)
	resumed := false
	draft := &interview.Draft{
		Sheet: &answers.Sheet{Subject: "old", Date: "2026-01-01", Answers: map[string]answers.Answer{
			q.Questions[0].ID: {Status: answers.DontKnow, Source: answers.Person},
		}, Exemptions: []answers.Exemption{{Warning: "slow_but_not_safe", Reason: "a successor starts"}}},
		Resume: func() { resumed = true },
	}
	opening := &interview.Opening{
		Questionnaire: loaded(q), Sheet: &answers.Sheet{Date: "2026-11-22"}, Drafts: &store{draft: draft},
	}
	opening.SetHead(interview.Head{Subject: " new ", Team: "t", Role: "r"})
	found, err := opening.FindDraft()
	if err != nil || found != draft {
		t.Fatal(found, err)
	}
	s, err := opening.BeginSession(found)
	if err != nil {
		t.Fatal(err)
	}
	got := s.Sheet()
	if !resumed || s.Current() != 1 || got.Date != "2026-11-22" || got.Subject != "old" || got.Team != "t" || got.Respondent.Role != "r" {
		t.Errorf("resumed %t at %d: %+v", resumed, s.Current(), s.Sheet())
	}
	if kept := s.Sheet().Exemptions; len(kept) != 1 {
		t.Errorf("the exemptions of the draft became %+v", kept)
	}
	opening.Fresh = true
	if found, err := opening.FindDraft(); found != nil || err != nil {
		t.Errorf("fresh, yet %v, %v", found, err)
	}
}

func TestBeginWithoutAQuestionnaire(t *testing.T) {
	t.Parallel()
	fault := errors.New("the questionnaire cannot be read")
	resumed := false
	opening := &interview.Opening{
		Questionnaire: func() (*questionnaire.Questionnaire, error) { return nil, fault }, Sheet: &answers.Sheet{}, Drafts: &store{},
	}
	if s, err := opening.BeginSession(&interview.Draft{Resume: func() { resumed = true }}); s != nil || !errors.Is(err, fault) || resumed {
		t.Errorf("%v, %v, resumed %t", s, err, resumed)
	}
}

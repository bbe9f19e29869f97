package interview_test

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/interview"
	"github.com/opsfit/opsfit/internal/questionnaire/questionnairetest"
)

// step does one random thing to a session, as any face might.
func step(t *rapid.T, s *interview.Session) {
	text := rapid.OneOf(rapid.String(), rapid.SampledFrom([]string{
		"", " ", "a\nb", "\x00", "\xff", "null", "- x: {y}", "\u202e", "\ufeff", "\U000e0001", `\"`, "#", "'", "---",
	}))
	switch rapid.IntRange(0, 11).Draw(t, "step") {
	case 0:
		s.Forward()
	case 1:
		s.Back()
	case 2:
		s.Jump(rapid.IntRange(-2, s.Len()+2).Draw(t, "question"))
	case 3:
		s.Review()
	case 4, 5:
		option := rapid.SampledFrom(s.Question(s.Current()).Options).Draw(t, "option")
		if err := s.Choose(option.ID); err != nil {
			t.Fatal(err)
		}
	case 6:
		if s.Choose(text.Draw(t, "no option")) == nil {
			t.Fatal("an option that is none was accepted")
		}
	case 7:
		s.DontKnow()
	case 8:
		s.Skip()
	case 9:
		_ = s.NotApplicable(text.Draw(t, "reason")) // fails where the question always applies; then nothing changes
	case 10:
		s.Note(text.Draw(t, "note"))
	case 11:
		s.Evidence(text.Draw(t, "evidence"))
	}
}

// Any sequence of steps leaves a sheet that can be written, is read without a fault, and reads back as it was; the
// progress adds up.
func TestAnyStepsLeaveASoundSheet(t *testing.T) {
	t.Parallel()
	q := questionnairetest.Frozen(t)
	rapid.Check(t, func(t *rapid.T) {
		opening := &interview.Opening{Questionnaire: loaded(q), Sheet: &answers.Sheet{}}
		opening.SetHead(interview.Head{Subject: rapid.String().Draw(t, "subject"), Team: rapid.String().Draw(t, "team")})
		s, err := opening.Begin(nil)
		if err != nil {
			t.Fatal(err)
		}
		for range rapid.IntRange(0, 40).Draw(t, "steps") {
			step(t, s)
		}
		file, found := answers.Parse("draft", answers.Write(q, s.Sheet()))
		if file == nil {
			t.Fatal(found)
		}
		sheet, found := file.Check(q)
		if len(found) > 0 {
			t.Fatal(found)
		}
		for id, answer := range sheet.Answers {
			answer.Pos = s.Sheet().Answers[id].Pos
			sheet.Answers[id] = answer
		}
		if diff := cmp.Diff(s.Sheet(), sheet); diff != "" {
			t.Errorf("-session +file:\n%s", diff)
		}
		if p := s.Progress(); p.Answered+p.Open != p.Total || p.Total != len(q.Questions) || (p.MinutesLeft > 0) != (p.Open > 0) {
			t.Errorf("%+v", p)
		}
	})
}

// Going back and forward again changes nothing but the place, and that not either.
func TestBackThenForwardChangesNothing(t *testing.T) {
	t.Parallel()
	q := questionnairetest.Frozen(t)
	rapid.Check(t, func(t *rapid.T) {
		s := interview.New(q, &answers.Sheet{})
		for range rapid.IntRange(0, 30).Draw(t, "steps") {
			step(t, s)
		}
		sheet, at, reviewing, changes := s.Sheet(), s.Current(), s.Reviewing(), s.Changes()
		back := s.Back()
		if back && !s.Forward() {
			t.Fatal("what was left cannot be reached again")
		}
		if s.Current() != at || s.Reviewing() != reviewing || s.Changes() != changes {
			t.Errorf("at %d (%t), %d changes; want %d (%t), %d", s.Current(), s.Reviewing(), s.Changes(), at, reviewing, changes)
		}
		if diff := cmp.Diff(sheet, s.Sheet()); diff != "" {
			t.Error(diff)
		}
	})
}

// Changes grows exactly when the sheet changes: a face that saves when it grew loses nothing and saves nothing twice.
func TestChangesTellWhenToSave(t *testing.T) {
	t.Parallel()
	q := questionnairetest.Frozen(t)
	rapid.Check(t, func(t *rapid.T) {
		s := interview.New(q, &answers.Sheet{})
		for range rapid.IntRange(0, 40).Draw(t, "steps") {
			before, changes := s.Sheet(), s.Changes()
			step(t, s)
			if same := cmp.Equal(before, s.Sheet()); same != (changes == s.Changes()) {
				t.Fatalf("the sheet is the same: %t; the count went from %d to %d", same, changes, s.Changes())
			}
		}
	})
}

// A session started from the sheet of another one stands where that one left the first question unseen.
func TestResumeAtTheFirstUnseenQuestion(t *testing.T) {
	t.Parallel()
	q := questionnairetest.Frozen(t)
	first := interview.New(q, &answers.Sheet{})
	first.DontKnow()
	first.Forward()
	first.Skip()
	if got := interview.New(q, first.Sheet()); got.Current() != 2 || got.Reviewing() {
		t.Errorf("resumed at %d", got.Current())
	}
	for i := range first.Len() {
		first.Jump(i)
		first.DontKnow()
	}
	if got := interview.New(q, first.Sheet()); !got.Reviewing() {
		t.Errorf("a complete draft is resumed at %d", got.Current())
	}
}

func TestAnswersKeepWhatWasNoted(t *testing.T) {
	t.Parallel()
	q := questionnairetest.Frozen(t)
	s := interview.New(q, &answers.Sheet{Date: "2026-11-22", Answers: map[string]answers.Answer{
		q.Questions[0].ID: {Status: answers.Answered, Option: q.Questions[0].Options[0].ID, Reviewed: "2026-01-01", Source: answers.Repository},
	}})
	s.Jump(0)
	s.Note(" first\nline ")
	s.Evidence("https://example.com")
	if err := s.Choose(q.Questions[0].Options[1].ID); err != nil {
		t.Fatal(err)
	}
	s.Skip()
	s.DontKnow()
	want := answers.Answer{
		Status: answers.DontKnow, Note: "first line", Evidence: "https://example.com", Reviewed: "2026-11-22", Source: answers.Person,
	}
	if diff := cmp.Diff(want, s.Answer(0)); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

func TestNotApplicable(t *testing.T) {
	t.Parallel()
	q := questionnairetest.Frozen(t)
	s := interview.New(q, &answers.Sheet{})
	for i := range q.Questions {
		s.Jump(i)
		if s.NotApplicable(" \t") == nil {
			t.Errorf("%s: no reason was asked for", q.Questions[i].ID)
		}
		if err := s.NotApplicable("a supplier does it"); (err == nil) != q.Questions[i].AllowNA {
			t.Errorf("%s: allowed %t, error %v", q.Questions[i].ID, q.Questions[i].AllowNA, err)
		}
	}
}

func TestGapsAndFind(t *testing.T) {
	t.Parallel()
	q := questionnairetest.Frozen(t)
	s := interview.New(q, &answers.Sheet{})
	for i := range s.Len() {
		s.Jump(i)
		if err := s.Choose(q.Questions[i].Options[0].ID); err != nil {
			t.Fatal(err)
		}
	}
	s.Jump(2)
	s.DontKnow()
	s.Jump(5)
	s.Skip()
	s.Note("Zebra crossing")
	if diff := cmp.Diff([]int{2, 5}, s.Gaps()); diff != "" {
		t.Error(diff)
	}
	if p := s.Progress(); p.Answered != s.Len()-1 || p.Open != 1 || p.MinutesLeft != 1 {
		t.Errorf("%+v", p)
	}
	if diff := cmp.Diff([]int{5}, s.Find(" zebra ")); diff != "" {
		t.Error(diff)
	}
	if got := s.Find(q.Questions[3].ID); !slices.Contains(got, 3) {
		t.Errorf("a question is not found by its id: %v", got)
	}
	if got := s.Find("  "); got != nil {
		t.Errorf("a blank text finds %v", got)
	}
}

// The sheet that comes out is a copy, and the one that went in stays as it was.
func TestSheetsAreCopies(t *testing.T) {
	t.Parallel()
	q := questionnairetest.Frozen(t)
	given := &answers.Sheet{Date: "2026-11-22", Answers: map[string]answers.Answer{"no_such_question": {Status: answers.DontKnow}}}
	s := interview.New(q, given)
	s.DontKnow()
	taken := s.Sheet()
	s.Skip()
	if len(given.Answers) != 1 || taken.Get(q.Questions[0].ID).Status != answers.DontKnow {
		t.Errorf("given %v, taken %v", given, taken)
	}
	if got := s.Sheet(); len(got.Answers) != 1 || got.Date != "2026-11-22" || got.QuestionnaireVersion != q.Version {
		t.Errorf("got %v", got)
	}
}

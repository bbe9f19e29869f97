package interview_test

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/interview"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/questionnaire/questionnairetest"
)

// questionnaires are one with the kinds of questions of old, and one with lists and dependent questions.
func questionnaires(t *testing.T) []*questionnaire.Questionnaire {
	t.Helper()
	return []*questionnaire.Questionnaire{questionnairetest.Frozen(t), questionnairetest.File(t, "ui/testdata/checklist.yaml")}
}

// step does one random thing to a session, as any user interface might.
func step(t *rapid.T, s *interview.Session) {
	text := rapid.OneOf(rapid.String(), rapid.SampledFrom([]string{
		"", " ", "a\nb", "\x00", "\xff", "null", "- x: {y}", "\u202e", "\ufeff", "\U000e0001", `\"`, "#", "'", "---",
	}))
	switch rapid.IntRange(0, 14).Draw(t, "step") {
	default:
		answerStep(t, s, text)
	case 0:
		s.GoForward()
	case 1:
		s.GoBack()
	case 2:
		s.GoTo(rapid.IntRange(-2, s.Len()+2).Draw(t, "question"))
	case 3:
		s.GoToReview()
	case 10:
		s.SetNote(text.Draw(t, "note"))
	case 11:
		s.SetEvidence(text.Draw(t, "evidence"))
	case 12:
		s.Undo()
	}
}

// answerStep changes what was answered.
func answerStep(t *rapid.T, s *interview.Session, text *rapid.Generator[string]) {
	question := s.Question(s.Current())
	switch rapid.IntRange(4, 10).Draw(t, "answer") {
	case 4, 5:
		option := rapid.SampledFrom(question.Options).Draw(t, "option")
		if err := s.ChooseOption(option.ID); err != nil {
			t.Fatal(err)
		}
	case 6:
		if s.ChooseOption(text.Draw(t, "no option")) == nil {
			t.Fatal("an option that is none was accepted")
		}
	case 7:
		s.DontKnow()
	case 8:
		s.SkipQuestion()
	case 9:
		_ = s.NotApplicable(text.Draw(t, "reason")) // fails where the question always applies; then nothing changes
	case 10:
		option := rapid.SampledFrom(question.Options).Draw(t, "tick")
		if err := s.ToggleOption(option.ID); (err == nil) != question.Many {
			t.Fatal(err)
		}
	}
}

// Any sequence of steps leaves a sheet that can be written, is read without a fault, and reads back as it was; the
// progress adds up.
func TestAnyStepsLeaveASoundSheet(t *testing.T) {
	t.Parallel()
	known := questionnaires(t)
	rapid.Check(t, func(t *rapid.T) {
		q := rapid.SampledFrom(known).Draw(t, "questionnaire")
		opening := &interview.Opening{Questionnaire: loaded(q), Sheet: &answers.Sheet{}}
		opening.SetHead(interview.Head{Subject: rapid.String().Draw(t, "subject"), Team: rapid.String().Draw(t, "team")})
		s, err := opening.BeginSession(nil)
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
		for _, d := range found {
			if d.Code != "not-asked" {
				t.Fatal(d)
			}
		}
		if diff := cmp.Diff(s.Sheet(), sheet, cmpopts.IgnoreTypes(diag.Pos{})); diff != "" {
			t.Errorf("-session +file:\n%s", diff)
		}
		if p := s.Progress(); p.Answered+p.Open != p.Total || p.Total != len(q.Questions)-s.NotAsked() || (p.MinutesLeft > 0) != (p.Open > 0) {
			t.Errorf("%+v", p)
		}
	})
}

// Going back and forward again changes nothing but the place, and that not either.
func TestBackThenForwardChangesNothing(t *testing.T) {
	t.Parallel()
	known := questionnaires(t)
	rapid.Check(t, func(t *rapid.T) {
		q := rapid.SampledFrom(known).Draw(t, "questionnaire")
		s := interview.New(q, &answers.Sheet{})
		for range rapid.IntRange(0, 30).Draw(t, "steps") {
			step(t, s)
		}
		sheet, at, reviewing, changes := s.Sheet(), s.Current(), s.InReview(), s.ChangeCount()
		back := s.GoBack()
		if back && !s.GoForward() {
			t.Fatal("what was left cannot be reached again")
		}
		if s.Current() != at || s.InReview() != reviewing || s.ChangeCount() != changes {
			t.Errorf("at %d (%t), %d changes; want %d (%t), %d", s.Current(), s.InReview(), s.ChangeCount(), at, reviewing, changes)
		}
		if diff := cmp.Diff(sheet, s.Sheet()); diff != "" {
			t.Error(diff)
		}
	})
}

// ChangeCount grows exactly when the sheet changes: whoever saves when it grew loses nothing and saves nothing twice.
func TestChangesTellWhenToSave(t *testing.T) {
	t.Parallel()
	known := questionnaires(t)
	rapid.Check(t, func(t *rapid.T) {
		q := rapid.SampledFrom(known).Draw(t, "questionnaire")
		s := interview.New(q, &answers.Sheet{})
		for range rapid.IntRange(0, 40).Draw(t, "steps") {
			before, changes := s.Sheet(), s.ChangeCount()
			step(t, s)
			if same := cmp.Equal(before, s.Sheet()); same != (changes == s.ChangeCount()) {
				t.Fatalf("the sheet is the same: %t; the count went from %d to %d", same, changes, s.ChangeCount())
			}
		}
	})
}

// Undoing everything gives the first sheet again, one change at a time.
func TestUndo(t *testing.T) {
	t.Parallel()
	known := questionnaires(t)
	rapid.Check(t, func(t *rapid.T) {
		q := rapid.SampledFrom(known).Draw(t, "questionnaire")
		s := interview.New(q, &answers.Sheet{})
		var sheets []*answers.Sheet
		for range rapid.IntRange(0, 40).Draw(t, "changes") {
			before, changes := s.Sheet(), s.ChangeCount()
			s.GoTo(rapid.IntRange(0, 3).Draw(t, "question"))
			rapid.SampledFrom([]func(){s.DontKnow, s.SkipQuestion, func() { s.SetNote("a note") }}).Draw(t, "change")()
			if s.ChangeCount() > changes {
				sheets = append(sheets, before)
			}
		}
		for i, sheet := range slices.Backward(sheets) {
			at, ok := s.LastChanged()
			if !ok || !s.Undo() || s.Current() != at {
				t.Fatalf("change %d is not undone", i)
			}
			if diff := cmp.Diff(sheet, s.Sheet()); diff != "" {
				t.Fatal(diff)
			}
		}
		if _, ok := s.LastChanged(); ok || s.Undo() {
			t.Error("there is more to undo than was done")
		}
	})
}

// A session started from the sheet of another one stands where that one left the first question unseen.
func TestResumeAtTheFirstUnseenQuestion(t *testing.T) {
	t.Parallel()
	q := questionnairetest.Frozen(t)
	first := interview.New(q, &answers.Sheet{})
	first.DontKnow()
	first.GoForward()
	first.SkipQuestion()
	if got := interview.New(q, first.Sheet()); got.Current() != 2 || got.InReview() {
		t.Errorf("resumed at %d", got.Current())
	}
	first.GoForward()
	first.SetNote("written before the answer")
	if got := interview.New(q, first.Sheet()); got.Current() != 2 {
		t.Errorf("resumed at %d, behind a question that has only a note", got.Current())
	}
	for i := range first.Len() {
		first.GoTo(i)
		first.DontKnow()
	}
	if got := interview.New(q, first.Sheet()); !got.InReview() {
		t.Errorf("a complete draft is resumed at %d", got.Current())
	}
}

func TestAnswersKeepWhatWasNoted(t *testing.T) {
	t.Parallel()
	q := questionnairetest.Frozen(t)
	s := interview.New(q, &answers.Sheet{Date: "2026-11-22", Answers: map[string]answers.Answer{
		q.Questions[0].ID: {Status: answers.Answered, Option: q.Questions[0].Options[0].ID, Reviewed: "2026-01-01", Source: answers.Repository},
	}})
	s.GoTo(0)
	s.SetNote(" first\nline ")
	s.SetEvidence("https://example.com")
	if err := s.ChooseOption(q.Questions[0].Options[1].ID); err != nil {
		t.Fatal(err)
	}
	s.SkipQuestion()
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
		s.GoTo(i)
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
		s.GoTo(i)
		if err := s.ChooseOption(q.Questions[i].Options[0].ID); err != nil {
			t.Fatal(err)
		}
	}
	s.GoTo(2)
	s.DontKnow()
	s.GoTo(5)
	s.SkipQuestion()
	s.SetNote("Zebra crossing")
	if diff := cmp.Diff([]int{2, 5}, s.FindGaps()); diff != "" {
		t.Error(diff)
	}
	if p := s.Progress(); p.Answered != s.Len()-1 || p.Open != 1 || p.MinutesLeft != 1 {
		t.Errorf("%+v", p)
	}
	if diff := cmp.Diff([]int{5}, s.FindQuestions(" zebra ")); diff != "" {
		t.Error(diff)
	}
	if got := s.FindQuestions(q.Questions[3].ID); !slices.Contains(got, 3) {
		t.Errorf("a question is not found by its id: %v", got)
	}
	if got := s.FindQuestions("  "); got != nil {
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
	s.SkipQuestion()
	if len(given.Answers) != 1 || taken.Get(q.Questions[0].ID).Status != answers.DontKnow {
		t.Errorf("given %v, taken %v", given, taken)
	}
	if got := s.Sheet(); len(got.Answers) != 1 || got.Date != "2026-11-22" || got.QuestionnaireVersion != q.Version {
		t.Errorf("got %v", got)
	}
}

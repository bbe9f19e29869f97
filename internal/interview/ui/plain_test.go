package ui_test

import (
	"bytes"
	"context"
	"errors"
	"flag"
	"io"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/interview"
	"github.com/opsfit/opsfit/internal/interview/ui"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/questionnaire/questionnairetest"
	"github.com/opsfit/opsfit/internal/testarchive"
)

var updatePlain = flag.Bool("update", false, "rewrite the golden conversations and screens")

// short is a questionnaire small enough to read a whole conversation about it.
const short = `
id: short
version: 1.0.0
title: A short one
minutes: 2.5
scope_hint: Answer for one service.
axes: [{id: flow, title: Flow}]
questions:
  - id: first
    axis: flow
    measures: lean
    text: How do you release?
    why: It tells a lot.
    options:
      - {id: rarely, text: "Rarely, and a release is a long affair that wraps on a narrow screen", position: -1}
      - {id: often, text: Often, position: 1}
  - id: second
    axis: flow
    measures: lean
    allow_na: true
    display: reverse
    text: How do you merge?
    options: [{id: late, text: Late, position: -1}, {id: early, text: Early, position: 1}]
  - id: third
    measures: context
    affects: {flow: 1}
    text: What is asked for?
    options: [{id: calm, text: Calm, position: -1}, {id: speed, text: Speed, position: 1}]
`

func shortOne(t testing.TB) *questionnaire.Questionnaire {
	t.Helper()
	return questionnairetest.Load(t, "short.yaml", short)
}

// known is a questionnaire that need not be waited for.
func known(q *questionnaire.Questionnaire) func() (*questionnaire.Questionnaire, error) {
	return func() (*questionnaire.Questionnaire, error) { return q, nil }
}

// memory keeps the last sheet, and fails when told to.
type memory struct {
	saved *answers.Sheet
	draft *interview.Draft
	fault error
	// file is where the person chose to save; what is there is saved without a fault. moved is what the next save says.
	file, moved string
}

func (m *memory) Find(string) (*interview.Draft, error) { return m.draft, nil }

func (m *memory) AnswersPlace(string) string {
	if m.file != "" {
		return m.file
	}
	return "/drafts/short.yaml"
}

func (m *memory) Save(sheet *answers.Sheet) (moved string, err error) {
	if m.fault != nil && m.file == "" {
		return "", m.fault
	}
	m.saved = sheet
	moved, m.moved = m.moved, ""
	return moved, nil
}

func (m *memory) SaveAs(sheet *answers.Sheet, file string) error {
	if strings.HasPrefix(file, "/full/") {
		return m.fault
	}
	m.file = file
	_, err := m.Save(sheet)
	return err
}

func plainly(t testing.TB, disk *memory, opening *interview.Opening, columns int, typed string) (*interview.Session, string, error) {
	t.Helper()
	if opening == nil {
		opening = &interview.Opening{Sheet: &answers.Sheet{Date: "2026-11-22"}}
	}
	opening.Drafts = disk
	if opening.Questionnaire == nil {
		opening.Questionnaire = known(shortOne(t))
	}
	var out bytes.Buffer
	session, err := ui.RunPlain(t.Context(), opening, ui.Terminal{
		In: strings.NewReader(typed), Out: &out, Columns: columns, Echo: true, Env: func(string) string { return "" },
	})
	return session, out.String(), err
}

// TestPlainConversations holds what is said, word for word: read a golden file as a person would hear it.
func TestPlainConversations(t *testing.T) {
	t.Parallel()
	draft := func(q *questionnaire.Questionnaire) *interview.Draft {
		return &interview.Draft{
			Sheet: &answers.Sheet{Answers: map[string]answers.Answer{
				"first": {Status: answers.Answered, Option: "often", Source: answers.Person, Note: "since May"},
			}},
			Dropped: diag.List{{Message: `"old" is not a question of "` + q.ID + `"`}},
			Resume:  func() {},
		}
	}
	tests := map[string]struct {
		typed   string
		columns int
		draft   bool
	}{
		"straight":    {typed: "payments\nops\nlead\n1\n2\n?\n\n"},
		"narrow":      {typed: "\n\n\n2\n1\n2\n\n", columns: 40},
		"back":        {typed: "\n\n\noften\nb\n\ns\nb\nb\nb\nq\n"},
		"not_for_us":  {typed: "\n\n\nx\n1\nx\n\nX the supplier merges\ns\n2\n1\nb\n\nspeed\nq\n"},
		"notes":       {typed: "\n\n\nn a \x1b[31mred\x1b[0m note\nn\n\ne https://example.com\ne\n-\n2\nb\nn\n-\nq\n"},
		"overview":    {typed: "\n\n\n1\no\n3\n?\n9\n2\nlate\no\n\n\n"},
		"find":        {typed: "\n\n\n/MERGE\n2\n/\nnothing like it\nq\n"},
		"elsewhere":   {typed: "\n\n\n1\nw\n\nw other.yaml\nq\n"},
		"help":        {typed: "\n\n\nh\n\n7\nQ\n"},
		"review":      {typed: "\n\n\n1\ns\nd\nhelp\nu\n2\nwhy\n/speed\n\nback\n1\n\n"},
		"draft":       {typed: "\n\n\nmaybe\ny\n1\n1\n\n", draft: true},
		"draft_aside": {typed: "\n\n\nno\nq\n", draft: true},
	}
	archive := testarchive.Open(t, "testdata/plain.txtar", *updatePlain)
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			disk := &memory{}
			if test.draft {
				disk.draft = draft(shortOne(t))
			}
			_, out, err := plainly(t, disk, nil, test.columns, test.typed)
			if err != nil {
				out += "\n[" + err.Error() + "]\n"
			}
			archive.Check(t, name, out)
		})
	}
}

// An input that stops anywhere before the last question is an error, everything typed before is saved, and no answer
// is made up.
func TestPlainInputEnds(t *testing.T) {
	t.Parallel()
	typed := "\n\n\n2\nn why\n1\n"
	for end := range len(typed) {
		disk := &memory{}
		session, _, err := plainly(t, disk, nil, 0, typed[:end])
		if !errors.Is(err, interview.ErrInputEnded) {
			t.Errorf("%q: %v", typed[:end], err)
		}
		if session == nil {
			continue
		}
		sheet := session.Sheet()
		if disk.saved == nil && len(sheet.Answers) > 0 || disk.saved != nil && !cmp.Equal(disk.saved, sheet) {
			t.Errorf("%q: saved %v, the session has %v", typed[:end], disk.saved, sheet)
		}
		if got, most := len(sheet.Answers), strings.Count(typed[:end], "\n"); got > max(0, most-2) {
			t.Errorf("%q: %d answers", typed[:end], got)
		}
	}
	if _, _, err := plainly(t, &memory{}, nil, 0, "\n\n\n1\n1\n1\n"); err != nil {
		t.Errorf("every question was answered, yet: %v", err)
	}
}

// Line feeds in a questionnaire part its texts; they are never shown as something else.
func TestPlainLineFeeds(t *testing.T) {
	t.Parallel()
	q := *shortOne(t)
	q.ScopeHint = "One service.\r\n\n\tNot two.\n"
	q.Questions[0].Text = "How do you\nrelease?"
	q.Questions[0].Options[0].Text = "Rarely,\nand long"
	opening := &interview.Opening{Questionnaire: known(&q), Sheet: &answers.Sheet{}}
	_, out, _ := plainly(t, &memory{}, opening, 0, "\n\n\n1\no\n")
	for _, want := range []string{
		"\nOne service.\n\nNot two.\n\n", "\nHow do you\nrelease?\n", "\n  1  Rarely,\n     and long\n", "  1  first: 1. Rarely,\n     and long\n",
	} {
		if !strings.Contains(out, want) {
			t.Errorf("%q is not in:\n%s", want, out)
		}
	}
	if strings.Contains(out, `\n`) || strings.Contains(out, `\t`) || strings.Contains(out, `\r`) {
		t.Errorf("an escape is shown:\n%s", out)
	}
}

// Nobody waits for the questionnaire before the first prompts are answered.
func TestPlainAsksBeforeItLoads(t *testing.T) {
	t.Parallel()
	fault := errors.New("the questionnaire cannot be read")
	calls := 0
	opening := &interview.Opening{Sheet: &answers.Sheet{}}
	opening.Questionnaire = func() (*questionnaire.Questionnaire, error) {
		calls++
		return nil, fault
	}
	if _, _, err := plainly(t, &memory{}, opening, 0, "payments\nops\n"); !errors.Is(err, interview.ErrInputEnded) || calls != 0 {
		t.Errorf("%v after %d calls", err, calls)
	}
	session, _, err := plainly(t, &memory{}, opening, 0, "payments\nops\nlead\n1\n")
	if session != nil || !errors.Is(err, fault) || errors.Is(err, interview.ErrInputEnded) {
		t.Errorf("%v, %v", session, err)
	}
}

// When nothing can be saved the person hears of it, can go on, and leaves only by saying so twice.
func TestPlainDiskFull(t *testing.T) {
	t.Parallel()
	disk := &memory{fault: errors.New("no space left on device")}
	session, out, err := plainly(t, disk, nil, 0, "\n\n\n1\nq\n\n2\nq\nq\n")
	if !errors.Is(err, interview.ErrLeft) || !errors.Is(err, disk.fault) {
		t.Errorf("%v", err)
	}
	if strings.Count(out, "NOT SAVED: no space left on device.") < 2 || len(session.Sheet().Answers) != 2 {
		t.Errorf("%d answers after:\n%s", len(session.Sheet().Answers), out)
	}
}

// A context that ends while a line is awaited ends the interview at once.
func TestPlainInterrupted(t *testing.T) {
	t.Parallel()
	ctx, cancel := context.WithCancel(t.Context())
	in, typing := io.Pipe()
	opening := &interview.Opening{Questionnaire: known(shortOne(t)), Sheet: &answers.Sheet{}, Settled: true, Drafts: &memory{}}
	done := make(chan error, 1)
	go func() {
		_, err := ui.RunPlain(ctx, opening, ui.Terminal{In: in, Out: io.Discard})
		done <- err
	}()
	if _, err := typing.Write([]byte("1\n2\n")); err != nil {
		t.Fatal(err)
	}
	cancel()
	if err := <-done; !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
	if err := in.Close(); err != nil {
		t.Error(err)
	}
}

// Further lines of a paste belong to the note or the reason that is asked for; they answer no question and run no command.
func TestPlainPaste(t *testing.T) {
	t.Parallel()
	const pasted = "first line\n2 second\n1\n\nquit\nquit?\n"
	for name, test := range map[string]struct {
		typed string
		want  answers.Answer
	}{
		"note":     {"n\n" + pasted, answers.Answer{Status: answers.Skipped, Note: "first line 2 second 1 quit quit?", Source: answers.Person}},
		"one line": {"note " + pasted, answers.Answer{Status: answers.Skipped, Note: "first line 2 second 1 quit quit?", Source: answers.Person}},
		"evidence": {"e\n" + pasted, answers.Answer{Status: answers.Skipped, Evidence: "first line 2 second 1 quit quit?", Source: answers.Person}},
		"reason":   {"x\n" + pasted, answers.Answer{Status: answers.NotApplicable, Reason: "first line 2 second 1 quit quit?", Source: answers.Person}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			q := shortOne(t)
			opening := &interview.Opening{Questionnaire: known(q), Sheet: &answers.Sheet{
				Answers: map[string]answers.Answer{"first": {Status: answers.DontKnow, Source: answers.Person}},
			}, Settled: true, Drafts: &memory{}}
			session, err := ui.RunPlain(t.Context(), opening, ui.Terminal{In: strings.NewReader(test.typed), Out: io.Discard})
			if !errors.Is(err, interview.ErrInputEnded) || len(session.Sheet().Answers) != 2 {
				t.Fatalf("%v, answers %v", err, session.Sheet().Answers)
			}
			if diff := cmp.Diff(test.want, session.Answer(1)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// What the command line gives is not asked, and a draft is chosen by its number where the service is asked for.
func TestPlainOpening(t *testing.T) {
	t.Parallel()
	resumed := -1
	opening := func() *interview.Opening {
		o := &interview.Opening{
			Sheet: &answers.Sheet{Team: "ops"}, SuggestedSubject: "repository",
			Unfinished: []interview.Unfinished{{Subject: "one", Answered: 1, Total: 3}, {Answered: 2, Total: 3, Questionnaire: "Other"}},
		}
		o.Resume = func(i int) { resumed, o.Settled = i, true }
		return o
	}
	_, out, _ := plainly(t, &memory{}, opening(), 0, "2\nq\n")
	if resumed != 1 || !strings.Contains(out, "  2  a service without a name: 2 of 3 done") || strings.Contains(out, "Team") {
		t.Errorf("resumed %d:\n%s", resumed, out)
	}
	resumed = -1
	session, out, _ := plainly(t, &memory{}, opening(), 0, "3\n-\nlead\n1\n")
	if head := session.Sheet(); resumed != -1 || head.Subject != "3" || head.Team != "" || head.Respondent.Role != "lead" {
		t.Errorf("%+v:\n%s", head, out)
	}
	session, out, _ = plainly(t, &memory{}, opening(), 0, "\n\n\n1\n")
	if head := session.Sheet(); head.Subject != "repository" || head.Team != "ops" {
		t.Errorf("%+v:\n%s", head, out)
	}
	all := opening()
	all.Given = interview.Head{Subject: "shop", Team: "shop team", Role: "lead"}
	all.FillGiven()
	session, out, _ = plainly(t, &memory{}, all, 0, "1\n")
	if head := session.Sheet(); head.Subject != "shop" || head.Team != "shop team" || strings.Contains(out, "First,") {
		t.Errorf("%+v:\n%s", head, out)
	}
}

// When nothing can be saved the person chooses another file, at a question, at the end or on the way out.
func TestPlainSavesElsewhere(t *testing.T) {
	t.Parallel()
	for name, typed := range map[string]string{
		"at a question":  "\n\n\n1\nw /full/a\nw\n\nw\n/b/my answers.yaml\n2\n2\n\n",
		"on the way out": "\n\n\n1\nq\nw /full/a\nq\nW /b/my answers.yaml\nq\n",
		"at the end":     "\n\n\n1\n2\n2\n\nw /full/a\nw /b/my answers.yaml\n\n",
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			disk := &memory{fault: errors.New("no space left on device")}
			session, out, err := plainly(t, disk, nil, 0, typed)
			if errors.Is(err, disk.fault) || disk.file != "/b/my answers.yaml" || !cmp.Equal(disk.saved, session.Sheet()) {
				t.Errorf("%v, saved in %q: %v", err, disk.file, disk.saved)
			}
			for _, said := range []string{
				"Not saved there: no space left on device.", "All answers are saved in /b/my answers.yaml from now on.",
			} {
				if !strings.Contains(out, said) {
					t.Errorf("%q is not said:\n%s", said, out)
				}
			}
		})
	}
}

// Whatever is typed, nothing panics, what is saved is what the session holds, and no control character is shown.
func TestPlainAnyInput(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(rt *rapid.T) {
		lines := rapid.SliceOfN(rapid.OneOf(rapid.String(), rapid.SampledFrom([]string{
			"", "1", "2", "3", "1 3", "2,3", "none", "1 4", "b", "s", "?", "x", "x y", "n", "n z", "e", "e z", "o", "h", "/", "/how", "often", "-", "y", "w", "w z",
		})), 0, 30).Draw(rt, "lines")
		disk := &memory{}
		var opening *interview.Opening
		if rapid.Bool().Draw(rt, "checklist") {
			opening = opened(t)
		}
		session, out, err := plainly(t, disk, opening, 30, strings.Join(lines, "\n"))
		if err != nil && !errors.Is(err, interview.ErrInputEnded) && !errors.Is(err, interview.ErrLeft) {
			rt.Fatal(err)
		}
		if session != nil && disk.saved != nil && !cmp.Equal(disk.saved, session.Sheet()) {
			rt.Error(cmp.Diff(disk.saved, session.Sheet()))
		}
		if i := strings.IndexFunc(strings.ReplaceAll(out, "\n", ""), diag.Hidden); i >= 0 {
			rt.Errorf("a hidden character is shown: %q", out)
		}
	})
}

package ui

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/interview"
	"github.com/opsfit/opsfit/internal/questionnaire"
)

// TestKeys holds what keys do to the answers.
func TestKeys(t *testing.T) {
	t.Parallel()
	chosen := func(option string) answers.Answer {
		return answers.Answer{Status: answers.Answered, Option: option, Source: answers.Person}
	}
	tests := []struct {
		name, keys string
		want       map[string]answers.Answer
		at         int
	}{
		{"enter alone chooses nothing", "enter enter enter", nil, 0},
		{"a digit chooses as shown and goes on", "2", map[string]answers.Answer{"release_trigger": chosen("planned_release")}, 1},
		{"the pointer chooses with enter", "down j k down enter", map[string]answers.Answer{"release_trigger": chosen("planned_release")}, 1},
		{"a digit that is no option", "9 0 7", nil, 0},
		{"don't know is a row and a key", "up enter ?", map[string]answers.Answer{
			"release_trigger": {Status: answers.DontKnow, Source: answers.Person},
			"batch_size":      {Status: answers.DontKnow, Source: answers.Person},
		}, 2},
		{"capitals are the same keys", "S B", map[string]answers.Answer{
			"release_trigger": {Status: answers.Skipped, Source: answers.Person},
		}, 0},
		{"back and on again change nothing", "2 left right b right", map[string]answers.Answer{"release_trigger": chosen("planned_release")}, 1},
		{"skip takes an answer back", "2 b s", map[string]answers.Answer{
			"release_trigger": {Status: answers.Skipped, Source: answers.Person},
		}, 1},
		{"not applicable with a reason", "1 x text:bought_in enter", map[string]answers.Answer{
			"release_trigger": chosen("when_required"),
			"batch_size":      {Status: answers.NotApplicable, Reason: "bought in", Source: answers.Person},
		}, 2},
		{"not applicable needs the reason", "right x enter text:_ enter esc", nil, 1},
		{"not applicable where it always applies", "x text:2", map[string]answers.Answer{"release_trigger": chosen("planned_release")}, 1},
		{"a note and evidence stay beside the answer", "n text:q_and_s enter e paste:https://x.example enter 2", map[string]answers.Answer{
			"release_trigger": {
				Status: answers.Answered, Option: "planned_release", Note: "q and s", Evidence: "https://x.example", Source: answers.Person,
			},
		}, 1},
		{"escape drops a note", "n text:nonsense esc", nil, 0},
		{"overview jumps", "o down down enter ?", map[string]answers.Answer{"test_net": {Status: answers.DontKnow, Source: answers.Person}}, 3},
		{"find jumps", "/ text:LOST_DATTA left backspace enter", nil, 4},
		{"a paste is no row of commands", "paste:sq??2", nil, 0},
		{"the review sends back and comes back", "o end enter down enter ? enter", map[string]answers.Answer{
			"release_trigger": {Status: answers.DontKnow, Source: answers.Person},
		}, 12},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			f, drafts := faced(t, 80, 24)
			typeKeys(f, drafts, begun+" "+test.keys)
			if test.want == nil {
				test.want = map[string]answers.Answer{}
			}
			if diff := cmp.Diff(test.want, drafts.answers()); diff != "" {
				t.Errorf("saved answers (-want +got):\n%s", diff)
			}
			if got := f.session.Current(); got != test.at {
				t.Errorf("at question %d, want %d", got, test.at)
			}
		})
	}
}

func TestWholeInterview(t *testing.T) {
	t.Parallel()
	f, drafts := faced(t, 80, 24)
	typeKeys(f, drafts, "text:payments-api enter text:payments enter text:on-call enter enter")
	typeKeys(f, drafts, strings.Repeat("1 down enter ", 6)+"1")
	if !f.session.InReview() || f.finished {
		t.Fatalf("reviewing %v, finished %v behind the last question", f.session.InReview(), f.finished)
	}
	typeKeys(f, drafts, "enter")
	if !f.finished || f.left {
		t.Errorf("finished %v, left %v after enter in the review", f.finished, f.left)
	}
	if got := f.session.Sheet(); got.Subject != "payments-api" || got.Team != "payments" || got.Respondent.Role != "on-call" {
		t.Errorf("the head is %q, %q, %+v", got.Subject, got.Team, got.Respondent)
	}
	if diff := cmp.Diff(f.session.Sheet(), drafts.saved); diff != "" {
		t.Errorf("saved is not what was answered:\n%s", diff)
	}
	if n := f.session.Progress().Answered; n != f.session.Len() {
		t.Errorf("%d answers", n)
	}
}

func TestOpening(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name, keys string
		answered   int
	}{
		{"a draft is gone on with", "draft enter enter enter enter", 2},
		{"or set aside", "draft enter enter enter down enter", 0},
		{"back to the screens before", "text:a enter esc text:b enter enter enter b enter enter enter", 0},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			f, drafts := faced(t, 80, 24)
			typeKeys(f, drafts, test.keys)
			if f.session == nil {
				t.Fatal("the interview has not begun")
			}
			if got := f.session.Progress().Answered; got != test.answered {
				t.Errorf("%d answers, want %d", got, test.answered)
			}
		})
	}
}

// TestOpeningDoesNotWait holds that the first screens show nothing that has to be loaded, and that a failure to load
// ends the interview.
func TestOpeningDoesNotWait(t *testing.T) {
	t.Parallel()
	fault := errors.New("the questionnaire cannot be read")
	calls := 0
	opening := &interview.Opening{Sheet: &answers.Sheet{}, Drafts: &memory{}}
	opening.Questionnaire = func() (*questionnaire.Questionnaire, error) {
		calls++
		return nil, fault
	}
	f, err := newFullScreen(opening, Terminal{})
	if err != nil {
		t.Fatal(err)
	}
	typeKeys(f, nil, "text:payments enter text:ops enter")
	if f.drawScreen(); calls != 0 || f.hasEnded() {
		t.Fatalf("%d calls, over %v before the last opening screen", calls, f.hasEnded())
	}
	typeKeys(f, nil, "enter")
	if !errors.Is(f.failure, fault) || !f.hasEnded() {
		t.Errorf("failure %v, over %v", f.failure, f.hasEnded())
	}
	opening.Settled = true
	if f, err := newFullScreen(opening, Terminal{}); f != nil || !errors.Is(err, fault) {
		t.Errorf("settled: %v, %v", f, err)
	}
}

// TestLeaving holds that the way out is short, and longer only for answers that nothing else would keep.
func TestLeaving(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name, keys string
		left       bool
	}{
		{"q", begun + " 2 q", true},
		{"ctrl+c", begun + " 2 ctrl+c", true},
		{"ctrl+c before the first question", "text:x ctrl+c", true},
		{"ctrl+c in a note", begun + " n text:x ctrl+c", true},
		{"q in a note is a letter", begun + " n q", false},
		{"q closes the help", begun + " h q", false},
		{"unsaved", begun + " full 2 q", false},
		{"unsaved, asked twice", begun + " full 2 q q", true},
		{"unsaved, something else in between", begun + " full 2 q down q", false},
		{"unsaved, then free again", begun + " full 2 q free q", true},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			f, drafts := faced(t, 80, 24)
			typeKeys(f, drafts, test.keys)
			if f.left != test.left || f.finished {
				t.Errorf("left %v, finished %v; want left %v", f.left, f.finished, test.left)
			}
		})
	}
}

func TestSaveIsTriedAgain(t *testing.T) {
	t.Parallel()
	f, drafts := faced(t, 80, 24)
	typeKeys(f, drafts, begun+" full 2 3")
	if f.unsaved == nil || len(drafts.answers()) != 0 {
		t.Fatalf("unsaved %v with %d answers stored", f.unsaved, len(drafts.answers()))
	}
	typeKeys(f, drafts, "free down")
	if f.unsaved != nil || len(drafts.answers()) != 2 {
		t.Errorf("unsaved %v with %d answers stored after the disk was freed", f.unsaved, len(drafts.answers()))
	}
}

// TestSaveElsewhere holds that a person whose file cannot be written chooses another one, and goes on from where they
// were.
func TestSaveElsewhere(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name, keys string
		saved      int
		at         int
	}{
		{"at a question", "full 2 w text:/usb/a.yaml enter 3", 2, 2},
		{"a capital", "full 2 W text:/usb/a.yaml enter", 1, 1},
		{"another file after the first", "full 2 w text:/full/a.yaml enter ctrl+u text:/usb/a.yaml enter 3", 2, 2},
		{"before ending", "full 2 q w text:/usb/a.yaml enter", 1, 1},
		{"in the review", "full 2 o end enter w text:/usb/a.yaml enter", 1, 12},
		{"not in a note, where it is a letter", "full 2 n text:w", 0, 1},
		{"no name", "full 2 w enter esc", 0, 1},
		{"called off", "full 2 w text:/usb/a.yaml esc", 0, 1},
		{"when nothing is wrong", "2 w text:/usb/a.yaml enter", 1, 1},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			f, drafts := faced(t, 80, 24)
			typeKeys(f, drafts, begun+" "+test.keys)
			if n := len(drafts.answers()); n != test.saved || (f.unsaved == nil) != (n > 0) {
				t.Errorf("%d answers are saved, want %d; unsaved: %v", n, test.saved, f.unsaved)
			}
			if got := f.session.Current(); got != test.at || f.hasEnded() {
				t.Errorf("at question %d, want %d; over: %v", got, test.at, f.hasEnded())
			}
		})
	}
}

// TestMoveIsNotMissed holds that whoever types on blindly stays at the news that the answers are in another file.
func TestMoveIsNotMissed(t *testing.T) {
	t.Parallel()
	f, drafts := faced(t, 80, 24)
	typeKeys(f, drafts, begun+" moved 2 3 s ? q down")
	if _, there := f.page.(*noticePage); !there || f.hasEnded() || len(drafts.answers()) != 1 {
		t.Fatalf("at a %T with %d answers, over %v", f.page, len(drafts.answers()), f.hasEnded())
	}
	typeKeys(f, drafts, "enter 3")
	if n := len(drafts.answers()); n != 2 || f.session.Current() != 2 {
		t.Errorf("%d answers, at question %d after going on", n, f.session.Current())
	}
}

func TestEnterChoosesNothingOutOfSight(t *testing.T) {
	t.Parallel()
	f, drafts := faced(t, 40, 15)
	typeKeys(f, drafts, begun+" up up pgup enter")
	if len(drafts.answers()) != 0 {
		t.Fatal("an option was chosen that was not on the screen")
	}
	typeKeys(f, drafts, "enter")
	if len(drafts.answers()) != 1 {
		t.Error("the option was not chosen when it was on the screen")
	}
}

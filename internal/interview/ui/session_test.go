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
		{"don't know is a row and a key", "up enter d", map[string]answers.Answer{
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
		{"escape asks before it discards a note", "n text:kept esc enter", map[string]answers.Answer{
			"release_trigger": {Status: answers.Skipped, Note: "kept", Source: answers.Person},
		}, 0},
		{"escape again discards it", "n text:nonsense esc esc 2", map[string]answers.Answer{"release_trigger": chosen("planned_release")}, 1},
		{"typing on is an answer too", "n text:ke esc text:pt esc enter", map[string]answers.Answer{
			"release_trigger": {Status: answers.Skipped, Note: "kept", Source: answers.Person},
		}, 0},
		{"escape leaves an unchanged note at once", "n text:kept enter n esc 2", map[string]answers.Answer{
			"release_trigger": {Status: answers.Answered, Option: "planned_release", Note: "kept", Source: answers.Person},
		}, 1},
		{"overview jumps", "o down down enter d", map[string]answers.Answer{"test_net": {Status: answers.DontKnow, Source: answers.Person}}, 3},
		{"find jumps", "/ text:LOST_DATTA left backspace enter", nil, 4},
		{"a paste is no row of commands", "paste:sqdd2", nil, 0},
		{"space chooses and stays", "down space down space", map[string]answers.Answer{"release_trigger": chosen("planned_release")}, 0},
		{"enter continues with the answer at the pointer", "down space down enter", map[string]answers.Answer{
			"release_trigger": chosen("planned_release"),
		}, 1},
		{"undo takes back one answer at a time", "1 2 d u u", map[string]answers.Answer{"release_trigger": chosen("when_required")}, 1},
		{"undo goes to the question, also for a note", "1 b n text:why enter right right u", map[string]answers.Answer{
			"release_trigger": chosen("when_required"),
		}, 0},
		{"undo to the start and no further", "1 u u u", nil, 0},
		{"undo in the review stays there", "1 2 o end enter u", map[string]answers.Answer{"release_trigger": chosen("when_required")}, 12},
		{"the review sends back and comes back", "o end enter down enter d enter", map[string]answers.Answer{
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
		{"or started over", "draft enter enter enter down enter", 0},
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
		{"ctrl+c in a note asks first", begun + " n text:x ctrl+c", false},
		{"and then quits", begun + " n text:x ctrl+c ctrl+c", true},
		{"from the help of a note too", begun + " n text:x f1 ctrl+c", false},
		{"something else in between", begun + " n text:x ctrl+c text:y ctrl+c", false},
		{"ctrl+c in a note that was kept", begun + " n text:x enter n ctrl+c", true},
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

// TestPage: the page is written when the person asks for it, and again at the end when an answer was changed since.
func TestPage(t *testing.T) {
	t.Parallel()
	review := begun + " 1 2 o end enter "
	tests := []struct {
		name, keys, said string
		finished         bool
		answers          int
	}{
		{"asked for", review + "p", "The report is in payments-api.html, a page to send.", false, 2},
		{"a capital", review + "P", "The report is in payments-api.html, a page to send.", false, 2},
		{"and changed since", review + "p tab enter 1 enter", "", true, 3},
		{"not asked for", review + "enter", "", true, 0},
		{"no room", review + "full p", "The page cannot be written: write payments-api.html: no space left on device.", false, 0},
		{"no room at the end, and again", review + "p u full home enter free enter", "", true, 1},
		{"no room at the end", review + "p u full home enter", "The page cannot be written again: ", false, 2},
		{"only in the review", begun + " 1 p", "That key does nothing here; ? lists the keys.", false, 0},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			f, drafts := faced(t, 80, 24)
			typeKeys(f, drafts, test.keys)
			n := 0
			if drafts.page != nil {
				n = len(drafts.page.Answers)
			}
			if !strings.HasPrefix(f.said, test.said) || f.finished != test.finished || n != test.answers {
				t.Errorf("said %q, finished %t, a page of %d answers", f.said, f.finished, n)
			}
		})
	}
	f, drafts := faced(t, 80, 24)
	f.opening.WritePage = nil
	typeKeys(f, drafts, review+"p")
	if text := onScreen(f); f.said != "That key does nothing here; ? lists the keys." || strings.Contains(text, "p page") {
		t.Errorf("without a page to offer: %q\n%s", f.said, text)
	}
}

// TestUndoSays holds what an undo says it has brought back.
func TestUndoSays(t *testing.T) {
	t.Parallel()
	for keys, want := range map[string]string{
		"u":                              "Nothing to undo: no answer was changed in this session.",
		"1 u":                            "Undone: Release trigger has no answer again.",
		"1 b 2 u":                        `Undone: Release trigger is again "A fix, law or contract calls for it".`,
		"d b 2 u":                        `Undone: Release trigger is again "don't know".`,
		"1 x text:bought_in enter b d u": `Undone: Batch size is again "does not apply: bought in".`,
		"n text:why enter u":             "Undone: the note on Release trigger.",
		"e text:why enter u":             "Undone: the evidence for Release trigger.",
	} {
		f, drafts := faced(t, 80, 24)
		typeKeys(f, drafts, begun+" "+keys)
		if f.said != want {
			t.Errorf("%s: %q, want %q", keys, f.said, want)
		}
	}
}

// TestGivenDetails: what the command line names is not asked again.
func TestGivenDetails(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		given interview.Head
		title string
		pages int
	}{
		{interview.Head{}, "What is this about?", 3},
		{interview.Head{Subject: "payments-api"}, "Who answers?", 2},
		{interview.Head{Team: "ops", Role: "lead"}, "What is this about?", 2},
		{interview.Head{Subject: "payments-api", Role: "lead"}, "Who answers?", 2},
		{interview.Head{Subject: "payments-api", Team: "ops", Role: "lead"}, "", 1},
	} {
		f, drafts := faced(t, 80, 24)
		f.opening.Given = test.given
		f.opening.SetHead(test.given)
		f.showFirstPage()
		f.layOutPage()
		if p, ok := f.page.(*startPage); ok != (test.title != "") || ok && p.title != test.title {
			t.Errorf("%+v begins with %s", test.given, onScreen(f))
		}
		typeKeys(f, drafts, strings.Repeat("enter ", 5))
		if got := f.session.Sheet(); got.Subject != test.given.Subject || got.Team != test.given.Team || got.Respondent.Role != test.given.Role {
			t.Errorf("%+v became %+v", test.given, got)
		}
	}
}

// TestEscKeepsDetails: the pages before the questions keep what was typed, whichever way they are left.
func TestEscKeepsDetails(t *testing.T) {
	t.Parallel()
	f, drafts := faced(t, 80, 24)
	typeKeys(f, drafts, "text:api enter text:ops tab text:lead esc enter enter enter b esc enter enter enter enter")
	if got := f.session.Sheet(); got.Subject != "api" || got.Team != "ops" || got.Respondent.Role != "lead" {
		t.Errorf("%+v", got)
	}
}

// TestSuggestedService: a suggestion stands in the field, and is taken or replaced.
func TestSuggestedService(t *testing.T) {
	t.Parallel()
	for keys, want := range map[string]string{
		"": "web-shop", "text:api": "api", "paste:api": "api", "end text:-2": "web-shop-2", "backspace": "web-sho", "ctrl+u": "",
		"text:api enter esc": "api", "text:api enter esc text:-2": "api-2",
	} {
		f, drafts := faced(t, 80, 24)
		f.opening.SuggestedSubject = "web-shop"
		f.showFirstPage()
		typeKeys(f, drafts, keys+" "+begun)
		if got := f.session.Sheet().Subject; got != want {
			t.Errorf("%q: the service is %q, want %q", keys, got, want)
		}
	}
}

// TestUnfinishedDraft: the first screen offers drafts below the field, so that a name that is typed is never taken for a choice.
func TestUnfinishedDraft(t *testing.T) {
	t.Parallel()
	for keys, answered := range map[string]int{"drafts down enter": 2, "drafts text:api enter enter enter enter": 0, "drafts down up enter enter enter enter": 0} {
		f, drafts := faced(t, 80, 24)
		typeKeys(f, drafts, keys)
		if f.session == nil || f.session.Progress().Answered != answered {
			t.Errorf("%s: not %d answers on\n%s", keys, answered, onScreen(f))
		}
	}
}

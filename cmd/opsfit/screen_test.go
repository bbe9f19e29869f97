//go:build linux || darwin

package main

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"syscall"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/opsfit/opsfit/internal/questionnaire/questionnairetest"
)

// TestScreenInterview leads the program through a whole interview in a terminal, as a person would: with a rollback,
// an answer left out, a note, a jump and another size of the window.
func TestScreenInterview(t *testing.T) {
	if testing.Short() {
		t.Skip("the emulator can lose lines when a busy machine resizes it between two writes; the checklist below runs the same program")
	}
	t.Parallel()
	dir := t.TempDir()
	draft, report := filepath.Join(dir, "payments.yaml"), filepath.Join(dir, "report.txt")
	p := opened(t, report, "assess", "-q", frozenFile(t), "--save", draft)
	p.steps(
		"What is this about?", "payments-api\r",
		"Who answers?", "payments\ron-call\r",
		"› Begin", "\r",
		"1 of 13", "2",
		"2 of 13", "b",
		"›● 2  A planned release", "3",
		"2 of 13", "x",
		"Why does this not apply", "the supplier ships it\r",
		"3 of 13", "n",
		"A note on this answer", "\x1b[200~since\nspring\x1b[201~\r",
		"Note: since spring", "d",
		"Release checks: don't know", "",
		"4 of 13", "s",
		"5 of 13", "o",
		"All questions", "\x1b[F\r", // end
		"Finish and show the report", "\t\r", // tab: to the answer that is unknown
		"3 of 13", "2",
		"Finish and show the report", "/",
		"Find", "lost data\r",
		"5 of 13", "",
	)
	p.resize(40, 15)
	p.steps("↓ more (PgDn)", "1", "Finish and show the report", "")
	p.resize(80, 24)
	p.steps("Finish and show the report", "jjjj ", "4 of 13", "1") // down to the fourth
	for i := 5; i < 13; i++ {
		p.steps("Finish and show the report", "\t\r", fmt.Sprintf("%d of 13", i+1), "1")
	}
	p.steps("12 of 13 answered, 1 not applicable", "\r")
	if code := p.wait(); code != 0 {
		t.Errorf("exit code %d, want 0; the terminal shows:\n%s", code, p.screen)
	}
	p.isRestored()
	holdsSame(t, draft, report, nil,
		"subject: payments-api", "release_trigger: regular_slot", `batch_size: {not_applicable: "the supplier ships it"}`,
		`note: "since spring"`)
}

// TestScreenChecklist leads through a checklist: it ticks what applies, takes back what decides about other questions, and sees
// them go and come again.
func TestScreenChecklist(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	checklist, err := filepath.Abs("../../internal/interview/ui/testdata/checklist.yaml")
	if err != nil {
		t.Fatal(err)
	}
	draft, report := filepath.Join(dir, "payments.yaml"), filepath.Join(dir, "report.txt")
	p := opened(t, report, "assess", "-q", checklist, "--save", draft)
	p.steps(
		"What is this about?", "payments-api\r",
		"Who answers?", "payments\ron-call\r",
		"up to 5 questions", "\r",
		"1 of 4", "3",
		"2 of 4", "3",
		"2 of 3", "b", // the first question is not asked any more
		"›● 3  A regular review", "2",
		"3 of 5", "13", // and two more are than before
		"[●] 3", "j ",
		"[●] 4", "1",
		"[●] 1", "\r",
		"4 of 5", "\r",
		"Press the key again", "\r",
		"5 of 5", "2",
		"5 of 5 answered", "\r",
	)
	if code := p.wait(); code != 0 {
		t.Errorf("exit code %d, want 0; the terminal shows:\n%s", code, p.screen)
	}
	p.isRestored()
	answers, err := os.ReadFile(draft)
	if err != nil {
		t.Fatal(err)
	}
	for _, line := range []string{"  trial: users", "  kind: migration", "  alerts: [core]", "  moved: []", "  backout: tried"} {
		if !bytes.Contains(answers, []byte(line+"\n")) {
			t.Errorf("the saved answers do not have %q:\n%s", line, answers)
		}
	}
	again, err := exec.CommandContext(t.Context(), "opsfit", "assess", "-q", checklist, "-a", draft).Output()
	if said, readErr := os.ReadFile(report); err != nil || readErr != nil || !bytes.Equal(said, again) {
		t.Errorf("the saved answers give another report: %v, %v\n%s\n%s", err, readErr, said, again)
	}
}

// holdsSame holds that the answers an interview saved give the report that it gave, and have the lines.
func holdsSame(t *testing.T, draft, report string, flags []string, lines ...string) {
	t.Helper()
	again, err := exec.CommandContext(t.Context(), "opsfit", append([]string{"assess", "-q", frozenFile(t), "-a", draft}, flags...)...).Output()
	if err != nil {
		t.Fatal(err)
	}
	said, err := os.ReadFile(report)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(said), string(again)); diff != "" {
		t.Errorf("the saved answers give another report (-interview +file):\n%s", diff)
	}
	answers, err := os.ReadFile(draft)
	if err != nil {
		t.Fatal(err)
	}
	for _, line := range lines {
		if !bytes.Contains(answers, []byte(line)) {
			t.Errorf("the saved answers do not have %q:\n%s", line, answers)
		}
	}
}

// TestScreenShipped leads through the shipped questionnaires by keys, in a window that changes its size on the way.
func TestScreenShipped(t *testing.T) {
	t.Parallel()
	for _, name := range []string{"full", "quick"} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			draft := filepath.Join(t.TempDir(), "draft.yaml")
			p := opened(t, os.DevNull, "assess", "-q", name, "--save", draft)
			p.steps("What is this about?", "\r\r\r\r")
			questions := questionnairetest.Shipped(t, name).Questions
			for i := range questions {
				if i == 5 {
					p.resize(40, 15)
				}
				keys := []string{"1", "j \r", "k\r", "d", "s", "sus"}[i%6]
				if i == len(questions)-1 {
					keys = "1" // an undo would stay in the review
				}
				p.steps(fmt.Sprintf("%d of %d", i+1, len(questions)), keys)
			}
			p.resize(80, 24)
			p.steps("Finish and show the report", "\r")
			if code := p.wait(); code != 0 {
				t.Errorf("exit code %d; the terminal shows:\n%s", code, p.screen)
			}
			p.isRestored()
			if n := saved(t, draft); n != len(questions) {
				t.Errorf("%d of %d questions are in the file", n, len(questions))
			}
		})
	}
}

// TestScreenPaste: lines that are pasted into a note are no keys, though the terminal does not mark them.
func TestScreenPaste(t *testing.T) {
	t.Parallel()
	for _, lineEnd := range []string{"\r", "\n", "\r\n"} {
		t.Run(fmt.Sprintf("%q", lineEnd), func(t *testing.T) {
			t.Parallel()
			draft := filepath.Join(t.TempDir(), "draft.yaml")
			p := opened(t, os.DevNull, "assess", "-q", frozenFile(t), "--save", draft)
			p.steps(
				"What is this about?", "\r\r\r\r", "1 of 13", "n",
				"A note on this answer", strings.Join([]string{"first line", "2 second", "quit?", ""}, lineEnd),
				"quit?", "\r", "Note: first line", "q",
			)
			if code := p.wait(); code != 130 {
				t.Errorf("exit code %d; the terminal shows:\n%s", code, p.screen)
			}
			text, err := os.ReadFile(draft)
			if err != nil || saved(t, draft) != 1 || !regexp.MustCompile(`note: "first line +2 second +quit\?"`).Match(text) {
				t.Errorf("%v:\n%s", err, text)
			}
		})
	}
}

// TestScreenLeaving holds that each way out keeps the answers, restores the terminal, and has its exit code.
func TestScreenLeaving(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name  string
		leave func(*person)
		code  int
	}{
		{"q", func(p *person) { p.keys("q") }, 130},
		{"ctrl+c", func(p *person) { p.keys("\x03") }, 130},
		{"ctrl+c in a note", func(p *person) { p.keys("nhalf"); p.steps("> half", "\x03", "Press the key again", "\x03") }, 130},
		{"SIGINT", sending(syscall.SIGINT), 130},
		{"SIGTERM", sending(syscall.SIGTERM), 143},
		{"SIGHUP", sending(syscall.SIGHUP), 129},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			dir := t.TempDir()
			draft, report := filepath.Join(dir, "draft.yaml"), filepath.Join(dir, "report.txt")
			p := opened(t, report, "assess", "-q", frozenFile(t), "--save", draft)
			p.steps("What is this about?", "\r\r\r\r", "1 of 13", "1", "2 of 13", "2", "3 of 13", "")
			test.leave(p)
			p.hasLeft(test.code, draft, report)
			resumed := opened(t, report, "assess", "-q", frozenFile(t), "--resume", draft)
			resumed.steps("3 of 13", "q")
			if code := resumed.wait(); code != 130 {
				t.Errorf("exit code %d after resuming, want 130", code)
			}
		})
	}
}

// TestScreenClosed holds that the program ends when its terminal goes away, with the answers kept.
func TestScreenClosed(t *testing.T) {
	t.Parallel()
	draft := filepath.Join(t.TempDir(), "draft.yaml")
	p := opened(t, os.DevNull, "assess", "-q", frozenFile(t), "--save", draft)
	p.steps("What is this about?", "\r\r\r\r", "1 of 13", "1", "2 of 13", "")
	if err := p.tty.Close(); err != nil {
		t.Fatal(err)
	}
	if code := p.wait(); code == 0 {
		t.Error("exit code 0 without a terminal")
	}
	if n := saved(t, draft); n != 1 {
		t.Errorf("%d answers in the draft, want 1", n)
	}
}

// TestScreenKilled kills the program at random moments while keys arrive faster than it works: every answer that led
// to another question is in the draft, which is whole.
func TestScreenKilled(t *testing.T) {
	t.Parallel()
	// Mostly the trials wait for processes: some at a time save half of it.
	const seeds = 4
	trials := 50
	if testing.Short() {
		trials = 3
	}
	for seed := range seeds {
		t.Run(fmt.Sprintf("seed %d", seed), func(t *testing.T) {
			t.Parallel()
			dir := t.TempDir()
			random := rand.New(rand.NewPCG(uint64(seed), 2))
			for trial := range trials {
				draft := filepath.Join(dir, fmt.Sprintf("draft%d.yaml", trial))
				at := killedScreen(t, draft, random)
				if n := saved(t, draft); n < at-1 {
					t.Fatalf("trial %d: %d answers in the draft at question %d", trial, n, at)
				}
			}
		})
	}
}

// killedScreen types some answers at once, kills the program somewhere on the way through them, and returns the
// number of the last question that it showed.
func killedScreen(t *testing.T, draft string, random *rand.Rand) int {
	t.Helper()
	p := opened(t, os.DevNull, "assess", "-q", "quick", "--save", draft)
	given := random.IntN(10)
	p.steps("What is this about?", "\r\r\r\r"+strings.Repeat("1", given))
	for wanted := random.IntN(given + 2); p.number() < wanted; {
		if !p.more() {
			t.Fatalf("question %d does not appear; the terminal shows:\n%s", wanted, p.screen)
		}
	}
	if err := p.cmd.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	p.wait()
	_ = p.tty.Close() // hundreds of them need not stay open
	return p.number()
}

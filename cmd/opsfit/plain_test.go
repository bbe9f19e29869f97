//go:build linux || darwin

package main

import (
	"fmt"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// TestPlainInterview leads the program line by line through a whole interview in a terminal, with a rollback, an answer
// left out, a note, a jump, a pause and another size of the window.
func TestPlainInterview(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	draft, report := filepath.Join(dir, "payments.yaml"), filepath.Join(dir, "report.txt")
	p := opened(t, report, "assess", "-q", frozenFile(t), "--plain", "--save", draft)
	p.steps(
		"Service that this is about", "payments-api\r", "Team:", "payments\r", "Your role:", "on-call\r",
		"Question 1 of 13", "2\r", "Question 2 of 13", "b\r",
		"So far: 2. A planned release", "3\r", "Question 2 of 13", "x\r",
		"Why does it not apply?", "the supplier ships it\r",
		"Question 3 of 13", "n since spring\r", "Note kept.", "d\r",
		"Question 4 of 13", "s\r", "Question 5 of 13", "q\r",
	)
	if code := p.wait(); code != 130 {
		t.Errorf("exit code %d after leaving, want 130", code)
	}
	p.isRestored()
	p = opened(t, report, "assess", "-q", frozenFile(t), "--plain", "--resume", draft)
	p.steps("Question 5 of 13", "1\r", "Question 6 of 13", "")
	p.resize(40, 15)
	// Only the end of a question is in sight there.
	p.steps("? help):", "o\r", "Number of the question to go to", "4\r", "So far: no answer", "")
	p.resize(80, 24)
	p.keys("1\r")
	for i := 5; i < 13; i++ {
		p.steps(fmt.Sprintf("Question %d of 13", i), "1\r")
	}
	p.steps("Question 13 of 13", "1\r", "That was the last question.", "3\r", "Question 3 of 13", "/lost data\r", "Number of the question", "\r",
		"? help):", "4\r", "That was the last question.", "\r")
	if code := p.wait(); code != 0 {
		t.Errorf("exit code %d, want 0; the terminal shows:\n%s", code, p.screen)
	}
	p.isRestored()
	holdsSame(t, draft, report, []string{"--plain"},
		"subject: payments-api", "release_trigger: regular_slot", `batch_size: {not_applicable: "the supplier ships it"}`,
		`{option: gated, note: "since spring"}`)
}

// TestPlainLeaving holds for the interview line by line what TestScreenLeaving holds for the screen. Here the terminal
// itself turns keys into signals and ends of input.
func TestPlainLeaving(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name  string
		leave func(*person)
		code  int
	}{
		{"q", func(p *person) { p.keys("q\r") }, 130},
		{"ctrl+c", func(p *person) { p.keys("\x03") }, 130},
		{"ctrl+d", func(p *person) { p.keys("\x04") }, 3},
		{"SIGTERM", sending(syscall.SIGTERM), 143},
		{"SIGHUP", sending(syscall.SIGHUP), 129},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			dir := t.TempDir()
			draft, report := filepath.Join(dir, "draft.yaml"), filepath.Join(dir, "report.txt")
			p := opened(t, report, "assess", "-q", frozenFile(t), "--plain", "--save", draft)
			p.steps(
				"Service that this is about", "payments\r", "Team:", "\r", "Your role:", "\r",
				"Question 1 of 13", "2\r", "Question 2 of 13", "don't know\r", "Question 3 of 13", "",
			)
			test.leave(p)
			p.hasLeft(test.code, draft, report)
			if shown := strings.Join(strings.Fields(p.screen.String()), " "); !strings.Contains(shown, "Continue with: opsfit assess -q ") {
				t.Errorf("nothing is said about going on:\n%s", shown)
			}
		})
	}
}

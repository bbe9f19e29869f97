//go:build linux || darwin

package main

import (
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// TestPlainLeaving holds for the interview line by line what TestScreenLeaving holds for the screen. Here the terminal
// itself turns keys into signals and ends of input.
func TestPlainLeaving(t *testing.T) {
	t.Parallel()
	send := func(signal syscall.Signal) func(*person) {
		return func(p *person) {
			if err := p.cmd.Process.Signal(signal); err != nil {
				p.t.Error(err)
			}
		}
	}
	tests := []struct {
		name  string
		leave func(*person)
		code  int
	}{
		{"q", func(p *person) { p.keys("q\r") }, 130},
		{"ctrl+c", func(p *person) { p.keys("\x03") }, 130},
		{"ctrl+d", func(p *person) { p.keys("\x04") }, 3},
		{"SIGTERM", send(syscall.SIGTERM), 143},
		{"SIGHUP", send(syscall.SIGHUP), 129},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			dir := t.TempDir()
			draft, report := filepath.Join(dir, "draft.yaml"), filepath.Join(dir, "report.txt")
			p := opened(t, report, "assess", "-q", "quick", "--plain", "--save", draft)
			p.steps(
				"Service that this is about:", "payments\r", "Team:", "\r", "Your role:", "\r",
				"Question 1 of 10", "2\r", "Question 2 of 10", "?\r", "Question 3 of 10", "",
			)
			test.leave(p)
			if code := p.wait(); code != test.code {
				t.Errorf("exit code %d, want %d; the terminal shows:\n%s", code, test.code, p.screen)
			}
			p.isRestored()
			if n := saved(t, draft); n != 2 {
				t.Errorf("%d answers in the draft, want 2", n)
			}
			if shown := p.screen.String(); !strings.Contains(shown, "To go on: opsfit assess --resume") {
				t.Errorf("nothing is said about going on:\n%s", shown)
			}
			if text, err := os.ReadFile(report); err != nil || len(text) > 0 {
				t.Errorf("a report was written: %q, %v", text, err)
			}
		})
	}
}

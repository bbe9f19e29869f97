//go:build linux || darwin

package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"unicode/utf8"
)

// TestPlainPaste holds that lines pasted into a note without the marks of a paste are the note, in a real terminal.
func TestPlainPaste(t *testing.T) {
	t.Parallel()
	draft := filepath.Join(t.TempDir(), "draft.yaml")
	p := opened(t, os.DevNull, "assess", "-q", frozenFile(t), "--plain", "--save", draft, "--service", "s", "--team", "t", "--role", "r")
	p.steps("Question 1 of 13", "n\r", "Note (Enter alone", "first line\r2 second\r1\rquit\r",
		"Note kept.", "2\r", "Question 2 of 13", "q\r")
	if code := p.wait(); code != 130 {
		t.Errorf("exit code %d; the terminal shows:\n%s", code, p.screen)
	}
	text, err := os.ReadFile(draft)
	if err != nil || !strings.Contains(string(text), `{option: planned_release, note: "first line 2 second 1 quit"}`) {
		t.Errorf("%v:\n%s", err, text)
	}
}

// TestPlainContinues holds that the prompt is shown again when the program goes on after it was stopped.
func TestPlainContinues(t *testing.T) {
	t.Parallel()
	const prompt = "d don't know, ? help):"
	draft := filepath.Join(t.TempDir(), "draft.yaml")
	p := opened(t, os.DevNull, "assess", "-q", frozenFile(t), "--plain", "--save", draft, "--service", "s", "--team", "t", "--role", "r")
	p.steps(prompt, "")
	sending(syscall.SIGSTOP)(p)
	sending(syscall.SIGCONT)(p)
	for strings.Count(p.screen.String(), prompt) < 2 {
		if !p.more() {
			t.Fatalf("the prompt does not come back; the terminal shows:\n%s", p.screen)
		}
	}
	p.keys("1\r")
	p.steps("Question 2 of 13", "q\r")
	if code := p.wait(); code != 130 {
		t.Errorf("exit code %d", code)
	}
}

// TestPlainResized holds that the report fits the window as it is at the end of the interview.
func TestPlainResized(t *testing.T) {
	t.Parallel()
	report := filepath.Join(t.TempDir(), "report.txt")
	p := opened(t, report, "assess", "-q", frozenFile(t), "--plain", "--service", "s", "--team", "t", "--role", "r")
	p.steps("Question 1 of 13", strings.Repeat("s\r", 13), "0 of 13 answered, 13 open", "")
	p.resize(40, 24)
	p.keys("\r")
	if code := p.wait(); code != 0 {
		t.Errorf("exit code %d; the terminal shows:\n%s", code, p.screen)
	}
	text, err := os.ReadFile(report)
	if err != nil || len(text) == 0 {
		t.Fatalf("%q, %v", text, err)
	}
	for line := range strings.Lines(string(text)) {
		if width := utf8.RuneCountInString(strings.TrimSuffix(line, "\n")); width > 40 {
			t.Errorf("%d columns: %s", width, line)
		}
	}
}

// TestPlainDrafts holds how a person comes back to a draft: by its number on the first screen, with --resume alone, and with a
// file behind it.
func TestPlainDrafts(t *testing.T) {
	t.Parallel()
	state := t.TempDir()
	shared := func(cmd *exec.Cmd) { cmd.Env = append(cmd.Env, "XDG_STATE_HOME="+state) }
	start := func(args ...string) *person {
		return openedAs(t, os.DevNull, shared, append([]string{"assess", "--plain"}, args...)...)
	}
	quit := func(p *person) {
		t.Helper()
		p.keys("q\r")
		if code := p.wait(); code != 130 {
			t.Errorf("exit code %d; the terminal shows:\n%s", code, p.screen)
		}
	}
	for _, service := range []string{"one", "two"} {
		p := start("-q", "quick", "--service", service, "--team", "t", "--role", "r")
		p.steps("Question 1 of", "1\r", "Question 2 of", "")
		quit(p)
	}
	p := start()
	p.steps("  2  one: 1 of", "", "Service, or a number from above", "2\r", "Question 2 of", "1\r", "Question 3 of", "")
	quit(p)
	p = start("--resume")
	p.steps("Continuing the latest draft: one, saved on", "", "Question 3 of", "")
	quit(p)
	p = start("--resume", "--service", "TWO")
	p.steps("Continuing the latest draft: two, saved on", "", "Question 2 of", "")
	quit(p)
	drafts, err := filepath.Glob(filepath.Join(state, "opsfit", "drafts", "quick-two-*.yaml"))
	if err != nil || len(drafts) != 1 {
		t.Fatalf("drafts: %v, %v", drafts, err)
	}
	for _, args := range [][]string{{"--resume", drafts[0]}, {"--resume=" + drafts[0]}} {
		p = start(args...)
		p.steps("Question 2 of", "")
		quit(p)
	}
}

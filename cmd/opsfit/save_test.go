//go:build linux || darwin

package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// TestScreenSaveElsewhere holds that somebody whose draft cannot be written is told, chooses another file without
// leaving, and loses nothing.
func TestScreenSaveElsewhere(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	// The folder of the draft is a file, so that it cannot be written, as on a disk that can only be read.
	if err := os.WriteFile(filepath.Join(dir, "blocked"), []byte("no folder"), 0o600); err != nil {
		t.Fatal(err)
	}
	there := func(cmd *exec.Cmd) { cmd.Dir = dir }
	p := openedAs(t, os.DevNull, there, "assess", "-q", frozenFile(t), "--save", "blocked/draft.yaml")
	p.steps(
		"What is this about?", "\r\r\r\r",
		"1 of 13", "1",
		"NOT SAVED: write blocked/draft.yaml", "q",
		"Press the key again to quit without saving", "w",
		"Which file?", "blocked/again.yaml\r",
		"NOT SAVED: write blocked/again.yaml", "\x15draft.yaml\r",
		"All answers are saved in draft.yaml from now on.", "2",
		"3 of 13", "q",
	)
	if code := p.wait(); code != 130 {
		t.Errorf("exit code %d, want 130", code)
	}
	p.isRestored()
	if n := saved(t, filepath.Join(dir, "draft.yaml")); n != 2 {
		t.Errorf("%d answers in the draft, want 2", n)
	}
	if shown := strings.Join(strings.Fields(p.screen.String()), " "); !strings.Contains(shown, "Continue with: opsfit assess -q ") {
		t.Errorf("nothing is said about going on:\n%s", shown)
	}
}

// TestScreenDiskFull holds that a full disk kills nothing: the person is told, and leaves only on purpose.
func TestScreenDiskFull(t *testing.T) {
	t.Parallel()
	draft := filepath.Join(t.TempDir(), "draft.yaml")
	// No process below this shell can write a byte to a file.
	full := func(cmd *exec.Cmd) {
		shell, err := exec.LookPath("sh")
		if err != nil {
			t.Skip(err)
		}
		cmd.Args = append([]string{"sh", "-c", `ulimit -f 0; exec "$0" "$@"`, cmd.Path}, cmd.Args[1:]...)
		cmd.Path = shell
	}
	p := openedAs(t, os.DevNull, full, "assess", "-q", frozenFile(t), "--save", draft)
	p.steps("What is this about?", "\r\r\r\r", "1 of 13", "1", "NOT SAVED", "q", "Press the key again", "q")
	if code := p.wait(); code != 130 {
		t.Errorf("exit code %d, want 130; the terminal shows:\n%s", code, p.screen)
	}
	p.isRestored()
	left, err := os.ReadDir(filepath.Dir(draft))
	if err != nil || len(left) != 0 {
		t.Errorf("left behind: %v, %v", left, err)
	}
}

// TestTwoSessions holds that two sessions on one draft do not write over each other, and that the one that has to make
// way says so.
func TestTwoSessions(t *testing.T) {
	t.Parallel()
	state := t.TempDir()
	shared := func(cmd *exec.Cmd) { cmd.Env = append(cmd.Env, "XDG_STATE_HOME="+state) }
	first := openedAs(t, os.DevNull, shared, "assess", "-q", frozenFile(t))
	first.steps("What is this about?", "payments\r\r\r\r", "1 of 13", "1", "2 of 13", "")
	second := openedAs(t, os.DevNull, shared, "assess", "-q", frozenFile(t), "--plain")
	second.steps("Service, or a number from above", "payments\r", "Team:", "\r", "Your role:", "\r",
		"Continue it?", "y\r", "Question 2 of 13", "2\r", "Question 3 of 13", "")
	first.steps("2 of 13", "3", "Your answers are in another file now", "\r", "3 of 13", "4", "4 of 13", "q")
	second.steps("Question 3 of 13", "q\r")
	for _, p := range []*person{first, second} {
		if code := p.wait(); code != 130 {
			t.Errorf("exit code %d, want 130; the terminal shows:\n%s", code, p.screen)
		}
		p.isRestored()
	}
	drafts, err := filepath.Glob(filepath.Join(state, "opsfit", "drafts", "*.yaml"))
	if err != nil || len(drafts) != 2 {
		t.Fatalf("drafts: %v, %v", drafts, err)
	}
	// In order of their names, the one beside the other comes first.
	if beside, shared := saved(t, drafts[0]), saved(t, drafts[1]); beside != 3 || shared != 2 {
		t.Errorf("%d answers of the first session and %d of the second, want 3 and 2", beside, shared)
	}
}

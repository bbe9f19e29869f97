//go:build linux || darwin

package main

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/creack/pty"
	"github.com/google/go-cmp/cmp"
	"github.com/hinshun/vt10x"
	"golang.org/x/term"
)

// TestScreenInterview leads the program through a whole interview in a terminal, as a person would: with a way back,
// an answer left out, a note, a jump and another size of the window.
func TestScreenInterview(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	draft, report := filepath.Join(dir, "payments.yaml"), filepath.Join(dir, "report.txt")
	p := opened(t, report, "assess", "-q", "full", "--save", draft)
	before := p.settings()
	p.steps(
		"What is this about?", "payments-api\r",
		"Who answers?", "payments\ron-call\r",
		"› Begin", "\r",
		"1 of 30", "2",
		"2 of 30", "b",
		"›● 2  A planned release", "3",
		"2 of 30", "x",
		"Why does this not apply", "the supplier ships it\r",
		"3 of 30", "n",
		"A note on this answer", "\x1b[200~since\nspring\x1b[201~\r",
		"Note: since spring", "?",
		"4 of 30", "s",
		"5 of 30", "o",
		"All questions", "\x1b[F\r", // end
		"Finish and show the report", "\x1b[B\r", // down: to the answer that is unknown
		"3 of 30", "2",
		"Finish and show the report", "/",
		"Find", "Who approves\r",
		"5 of 30", "",
	)
	p.resize(40, 15)
	p.steps("↓ more (PgDn)", "1", "Finish and show the report", "")
	p.resize(80, 24)
	p.steps("Finish and show the report", "o", "All questions", "\x1b[H\x1b[B\x1b[B\x1b[B\r", "4 of 30", "1")
	for i := 5; i < 30; i++ {
		p.steps("Finish and show the report", "\x1b[B\r", fmt.Sprintf("%d of 30", i+1), "1")
	}
	p.steps("29 of 30 answered, 1 not applicable", "\r")
	if code := p.wait(); code != 0 {
		t.Errorf("exit code %d, want 0; the terminal shows:\n%s", code, p.screen)
	}
	p.isRestored(before)
	again, err := exec.CommandContext(t.Context(), "opsfit", "assess", "-a", draft).Output()
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
	for _, line := range []string{
		"subject: payments-api", "release_trigger: regular_slot", `integration: {not_applicable: "the supplier ships it"}`,
		`note: "since spring"`,
	} {
		if !bytes.Contains(answers, []byte(line)) {
			t.Errorf("the saved answers do not have %q:\n%s", line, answers)
		}
	}
}

// TestScreenLeaving holds that each way out keeps the answers, restores the terminal, and has its exit code.
func TestScreenLeaving(t *testing.T) {
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
		{"q", func(p *person) { p.keys("q") }, 130},
		{"ctrl+c", func(p *person) { p.keys("\x03") }, 130},
		{"ctrl+c in a note", func(p *person) { p.keys("nhalf"); p.steps("> half", "\x03") }, 130},
		{"SIGINT", send(syscall.SIGINT), 130},
		{"SIGTERM", send(syscall.SIGTERM), 143},
		{"SIGHUP", send(syscall.SIGHUP), 129},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			dir := t.TempDir()
			draft, report := filepath.Join(dir, "draft.yaml"), filepath.Join(dir, "report.txt")
			p := opened(t, report, "assess", "-q", "quick", "--save", draft)
			before := p.settings()
			p.steps("What is this about?", "\r\r\r\r", "1 of 10", "1", "2 of 10", "2", "3 of 10", "")
			test.leave(p)
			if code := p.wait(); code != test.code {
				t.Errorf("exit code %d, want %d; the terminal shows:\n%s", code, test.code, p.screen)
			}
			p.isRestored(before)
			if n := saved(t, draft); n != 2 {
				t.Errorf("%d answers in the draft, want 2", n)
			}
			if text, err := os.ReadFile(report); err != nil || len(text) > 0 {
				t.Errorf("a report was written: %q, %v", text, err)
			}
			resumed := opened(t, report, "assess", "--resume", draft)
			resumed.steps("3 of 10", "q")
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
	p := opened(t, os.DevNull, "assess", "-q", "quick", "--save", draft)
	p.steps("What is this about?", "\r\r\r\r", "1 of 10", "1", "2 of 10", "")
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

// person sits at a terminal with the program in it.
type person struct {
	t       *testing.T
	cmd     *exec.Cmd
	tty     *os.File
	screen  vt10x.Terminal
	changed chan struct{}
}

// opened starts the program in a terminal of 80x24, with its standard output in a file.
func opened(t *testing.T, stdout string, args ...string) *person {
	t.Helper()
	out, err := os.OpenFile(stdout, os.O_CREATE|os.O_WRONLY|os.O_TRUNC, 0o600)
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.CommandContext(t.Context(), "opsfit", args...)
	cmd.Stdout = out
	cmd.Dir = t.TempDir()
	cmd.Env = append(os.Environ(), "TERM=xterm", "LANG=en_GB.UTF-8", "NO_COLOR=1", "ACCESSIBLE=", "XDG_STATE_HOME="+t.TempDir())
	tty, err := pty.StartWithSize(cmd, &pty.Winsize{Cols: 80, Rows: 24})
	if err != nil {
		t.Fatal(err)
	}
	if err := out.Close(); err != nil { // the program has its own
		t.Fatal(err)
	}
	tty = closable(t, tty)
	p := &person{t: t, cmd: cmd, tty: tty, screen: vt10x.New(vt10x.WithSize(80, 24)), changed: make(chan struct{}, 1)}
	t.Cleanup(func() { _ = tty.Close() }) // closed already where that is the test
	go p.watch()
	return p
}

// closable returns the terminal in a form that Close ends at once, also while it is read from: setting its size has
// made the file a blocking one.
func closable(t *testing.T, tty *os.File) *os.File {
	t.Helper()
	fd, err := syscall.Dup(int(tty.Fd()))
	if err != nil {
		t.Fatal(err)
	}
	syscall.CloseOnExec(fd)
	if err := errors.Join(syscall.SetNonblock(fd, true), tty.Close()); err != nil {
		t.Fatal(err)
	}
	return os.NewFile(uintptr(fd), tty.Name())
}

// watch draws what the program writes until the terminal is closed.
func (p *person) watch() {
	defer close(p.changed)
	reader := bufio.NewReader(p.tty)
	for {
		if err := p.screen.Parse(reader); err != nil {
			return
		}
		select {
		case p.changed <- struct{}{}:
		default:
		}
	}
}

// more waits for the screen to change; false when nothing more will come. The time only ends a test that has failed.
func (p *person) more() bool {
	select {
	case _, ok := <-p.changed:
		return ok
	case <-time.After(20 * time.Second):
		return false
	}
}

// steps waits for a text on the screen and then presses keys, for each pair of them.
func (p *person) steps(pairs ...string) {
	p.t.Helper()
	for i := 0; i < len(pairs); i += 2 {
		for !strings.Contains(p.screen.String(), pairs[i]) {
			if !p.more() {
				p.t.Fatalf("%q does not appear; the terminal shows:\n%s", pairs[i], p.screen)
			}
		}
		p.keys(pairs[i+1])
	}
}

func (p *person) keys(keys string) {
	p.t.Helper()
	if _, err := p.tty.WriteString(keys); err != nil {
		p.t.Fatal(err)
	}
}

// number is that of the question on the screen; 0 before the first.
func (p *person) number() int {
	shown := regexp.MustCompile(`(\d+) of \d+`).FindStringSubmatch(p.screen.String())
	if shown == nil {
		return 0
	}
	n, _ := strconv.Atoi(shown[1]) // it consists of digits
	return n
}

func (p *person) resize(columns, rows int) {
	p.t.Helper()
	p.screen.Resize(columns, rows)
	if err := pty.Setsize(p.tty, &pty.Winsize{Cols: uint16(columns), Rows: uint16(rows)}); err != nil {
		p.t.Fatal(err)
	}
}

// wait returns the exit code; -1 for a process that was killed.
func (p *person) wait() int {
	p.t.Helper()
	var exit *exec.ExitError
	if err := p.cmd.Wait(); err != nil && !errors.As(err, &exit) {
		p.t.Fatal(err)
	}
	for p.more() {
	}
	return p.cmd.ProcessState.ExitCode()
}

func (p *person) settings() *term.State {
	p.t.Helper()
	state, err := term.GetState(int(p.tty.Fd()))
	if err != nil {
		p.t.Fatal(err)
	}
	return state
}

// isRestored holds that the shell finds the terminal as it was.
func (p *person) isRestored(before *term.State) {
	p.t.Helper()
	if p.screen.Mode()&vt10x.ModeAltScreen != 0 {
		p.t.Error("the alternate screen is still on")
	}
	if !p.screen.CursorVisible() {
		p.t.Error("the cursor is still hidden")
	}
	if *p.settings() != *before {
		p.t.Error("the terminal's settings are not restored")
	}
}

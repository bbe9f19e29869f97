//go:build linux || darwin

package main

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"os"
	"os/exec"
	"regexp"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/creack/pty"
	"github.com/hinshun/vt10x"
	"golang.org/x/term"
)

// patience ends a test that has failed already: without any change on the screen for so long, what is waited for never comes.
const patience = 15 * time.Second

// person sits at a terminal with the program in it.
type person struct {
	t   *testing.T
	cmd *exec.Cmd
	// tty is the person's end of the terminal. line is the program's, which the test holds open as a shell would: the
	// system resets the settings of a terminal that nobody has open, and would hide that the program had not.
	tty, line *os.File
	// before are the settings that the program found; after those that it left, nil until it has ended.
	before, after *term.State
	screen        vt10x.Terminal
	changed       chan struct{}
	// raw is what the program has written; complete once it has ended.
	raw bytes.Buffer
}

// opened starts the program in a terminal of 80x24, with its standard output in a file.
func opened(t *testing.T, stdout string, args ...string) *person {
	t.Helper()
	return openedAs(t, stdout, func(*exec.Cmd) {}, args...)
}

// openedAs is opened with something changed about how the program is started.
func openedAs(t *testing.T, stdout string, change func(cmd *exec.Cmd), args ...string) *person {
	t.Helper()
	out, err := os.OpenFile(stdout, os.O_CREATE|os.O_WRONLY|os.O_TRUNC, 0o600)
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.CommandContext(t.Context(), "opsfit", args...)
	cmd.Dir = t.TempDir()
	cmd.Env = append(os.Environ(), "TERM=xterm", "LANG=en_GB.UTF-8", "NO_COLOR=1", "ACCESSIBLE=", "XDG_STATE_HOME="+t.TempDir())
	change(cmd)
	p := &person{t: t, cmd: cmd, screen: vt10x.New(vt10x.WithSize(80, 24)), changed: make(chan struct{}, 1)}
	p.plug()
	// Before the program runs: it changes the settings as soon as it does.
	p.before = p.settings()
	cmd.Stdin, cmd.Stdout, cmd.Stderr = p.line, out, p.line
	cmd.SysProcAttr = &syscall.SysProcAttr{Setsid: true, Setctty: true}
	if err := errors.Join(cmd.Start(), out.Close()); err != nil { // the program has its own
		t.Fatal(err)
	}
	go p.watch()
	return p
}

// plug makes the terminal.
func (p *person) plug() {
	p.t.Helper()
	tty, line, err := pty.Open()
	if err != nil {
		p.t.Fatal(err)
	}
	p.tty, p.line = closable(p.t, tty), line
	p.t.Cleanup(func() { _, _ = p.tty.Close(), p.line.Close() }) // closed already where that is the test
	if err := pty.Setsize(p.line, &pty.Winsize{Cols: 80, Rows: 24}); err != nil {
		p.t.Fatal(err)
	}
}

// closable returns the terminal in a form that Close ends at once, also while it is read from: opening it has made the
// file a blocking one.
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
	reader := bufio.NewReader(io.TeeReader(p.tty, &p.raw))
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

// more waits for the screen to change; false when nothing more will come.
func (p *person) more() bool {
	select {
	case _, ok := <-p.changed:
		return ok
	case <-time.After(patience):
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

// number is that of the question on the screen; 0 before the first, on the opening screens that are 3.
func (p *person) number() int {
	shown := regexp.MustCompile(`(\d+) of \d\d`).FindStringSubmatch(p.screen.String())
	if shown == nil {
		return 0
	}
	n, _ := strconv.Atoi(shown[1]) // it consists of digits
	return n
}

func (p *person) resize(columns, rows int) {
	p.t.Helper()
	p.screen.Resize(columns, rows)
	if err := pty.Setsize(p.line, &pty.Winsize{Cols: uint16(columns), Rows: uint16(rows)}); err != nil {
		p.t.Fatal(err)
	}
}

// wait returns the exit code; -1 for a process that was killed. Afterwards the screen shows all that was written: what
// is still on its way when a terminal is closed may be lost, so the test writes something more, as a shell would its
// prompt, and waits for that.
func (p *person) wait() int {
	p.t.Helper()
	limit := time.AfterFunc(patience, func() {
		p.t.Errorf("the program does not end; the terminal shows:\n%s", p.screen)
		_ = p.cmd.Process.Kill()
	})
	defer limit.Stop()
	var exit *exec.ExitError
	if err := p.cmd.Wait(); err != nil && !errors.As(err, &exit) {
		p.t.Fatal(err)
	}
	p.after = p.settings()
	const prompt = "the shell again" // in the title of the window: the screen stays as it is
	_, _ = p.line.WriteString("\x1b]2;" + prompt + "\a")
	for p.title() != prompt && p.more() {
	}
	_ = p.line.Close()
	for p.more() {
	}
	return p.cmd.ProcessState.ExitCode()
}

func (p *person) title() string {
	p.screen.Lock()
	defer p.screen.Unlock()
	return p.screen.Title()
}

func (p *person) settings() *term.State {
	p.t.Helper()
	state, err := term.GetState(int(p.line.Fd()))
	if err != nil && p.cmd.Process == nil {
		p.t.Fatal(err)
	}
	return state
}

// isRestored holds that the shell finds the terminal as it was.
func (p *person) isRestored() {
	p.t.Helper()
	if p.screen.Mode()&vt10x.ModeAltScreen != 0 {
		p.t.Error("the alternate screen is still on")
	}
	if !p.screen.CursorVisible() {
		p.t.Error("the cursor is still hidden")
	}
	if p.after == nil || *p.after != *p.before {
		p.t.Error("the terminal's settings are not restored")
	}
}

// sending is what a signal does to the program.
func sending(signal syscall.Signal) func(*person) {
	return func(p *person) {
		if err := p.cmd.Process.Signal(signal); err != nil {
			p.t.Error(err)
		}
	}
}

// hasLeft waits for the end of an interview that the person left after two answers: it keeps these, restores the terminal, and
// writes no report.
func (p *person) hasLeft(code int, draft, report string) {
	p.t.Helper()
	if got := p.wait(); got != code {
		p.t.Errorf("exit code %d, want %d; the terminal shows:\n%s", got, code, p.screen)
	}
	p.isRestored()
	if n := saved(p.t, draft); n != 2 {
		p.t.Errorf("%d answers in the draft, want 2", n)
	}
	if text, err := os.ReadFile(report); err != nil || len(text) > 0 {
		p.t.Errorf("a report was written: %q, %v", text, err)
	}
}

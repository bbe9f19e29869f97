//go:build linux || darwin

package ui

import (
	"bufio"
	"errors"
	"io"
	"os"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/creack/pty"
	"github.com/hinshun/vt10x"
	"golang.org/x/term"

	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/interview"
	"github.com/opsfit/opsfit/internal/questionnaire/questionnairetest"
)

// faulty is a store with a fault of the program's own, which shows at the second answer.
type faulty struct{ memory }

func (s *faulty) Save(sheet *answers.Sheet) (string, error) {
	if len(sheet.Answers) > 1 {
		panic("a fault of our own")
	}
	return s.memory.Save(sheet)
}

// TestPanicRestoresTheTerminal holds that a fault of the program leaves the shell a terminal as it was, and keeps what
// was saved before.
func TestPanicRestoresTheTerminal(t *testing.T) {
	t.Parallel()
	person, line, err := pty.Open()
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = person.Close() }()
	before, err := term.GetState(int(line.Fd()))
	if err != nil {
		t.Fatal(err)
	}
	terminal := vt10x.New(vt10x.WithSize(80, 24))
	done := make(chan struct{})
	go func() {
		defer close(done)
		sit(terminal, person, "What is this about?", "\r\r\r\r", "1 of 13", "1", "2 of 13", "1")
	}()
	disk := &faulty{}
	opening := &interview.Opening{Questionnaire: loaded(questionnairetest.Frozen(t)), Sheet: &answers.Sheet{}, Drafts: disk}
	session, err := RunFullScreen(t.Context(), opening, Terminal{In: line, Out: line, Columns: 80, Rows: 24})
	if session == nil || !errors.Is(err, errPanic) || !strings.Contains(err.Error(), "a fault of our own") {
		t.Errorf("%v, %v", session, err)
	}
	if after, err := term.GetState(int(line.Fd())); err != nil || *after != *before {
		t.Errorf("the terminal's settings are not restored: %v", err)
	}
	// The library may still wait for keys after a fault, so that the terminal is not closed under it.
	if _, err := line.WriteString(lastWords); err != nil {
		t.Fatal(err)
	}
	<-done
	if terminal.Mode()&vt10x.ModeAltScreen != 0 || !terminal.CursorVisible() {
		t.Error("the terminal's screen is not restored")
	}
	if len(disk.answers()) != 1 {
		t.Errorf("%d answers are saved, want 1", len(disk.answers()))
	}
}

// undrawable is a screen with a fault in what draws it.
type undrawable struct{}

func (undrawable) Init() tea.Cmd                         { return nil }
func (u undrawable) Update(tea.Msg) (tea.Model, tea.Cmd) { return u, nil }
func (undrawable) View() tea.View                        { panic("a fault of our own") }

// TestPanicInDrawing holds that a fault outside of Update is an error too. Keys are left out: the library does not wait for
// what reads them when it is killed.
func TestPanicInDrawing(t *testing.T) {
	t.Parallel()
	err := runProgram(tea.NewProgram(undrawable{}, tea.WithoutSignalHandler(), tea.WithoutCatchPanics(), tea.WithInput(nil),
		tea.WithOutput(io.Discard), tea.WithEnvironment(libraryEnv(Terminal{})), tea.WithWindowSize(80, 24)))
	if !errors.Is(err, errPanic) || !strings.Contains(err.Error(), "a fault of our own") {
		t.Error(err)
	}
}

// lastWords end what a person sees of a terminal.
const lastWords = "that is all"

// sit shows what comes to a terminal until the last words, and for each pair of a text and keys types the keys when the
// text is there.
func sit(terminal vt10x.Terminal, person *os.File, pairs ...string) {
	reader := bufio.NewReader(person)
	for terminal.Parse(reader) == nil && !strings.Contains(terminal.String(), lastWords) {
		for len(pairs) > 0 && strings.Contains(terminal.String(), pairs[0]) {
			_, _ = person.WriteString(pairs[1]) // the test fails at what does not happen then
			pairs = pairs[2:]
		}
	}
}

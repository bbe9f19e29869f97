//go:build linux || darwin

package screen

import (
	"bufio"
	"errors"
	"os"
	"strings"
	"testing"

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
		sit(terminal, person, "What is this about?", "\r\r\r\r", "1 of 10", "1", "2 of 10", "1")
	}()
	disk := &faulty{}
	opening := &interview.Opening{Questionnaire: loaded(questionnairetest.Shipped(t, "quick")), Sheet: &answers.Sheet{}, Drafts: disk}
	session, err := Full(t.Context(), opening, Stage{In: line, Out: line, Columns: 80, Rows: 24})
	if session == nil || !errors.Is(err, errPanic) || !strings.Contains(err.Error(), "a fault of our own") {
		t.Errorf("%v, %v", session, err)
	}
	if after, err := term.GetState(int(line.Fd())); err != nil || *after != *before {
		t.Errorf("the terminal's settings are not restored: %v", err)
	}
	_ = line.Close() // that ends what the person sees
	<-done
	if terminal.Mode()&vt10x.ModeAltScreen != 0 || !terminal.CursorVisible() {
		t.Error("the terminal's screen is not restored")
	}
	if len(disk.answers()) != 1 {
		t.Errorf("%d answers are saved, want 1", len(disk.answers()))
	}
}

// sit shows what comes to a terminal until it is closed, and for each pair of a text and keys types the keys when the
// text is there.
func sit(terminal vt10x.Terminal, person *os.File, pairs ...string) {
	reader := bufio.NewReader(person)
	for terminal.Parse(reader) == nil {
		for len(pairs) > 0 && strings.Contains(terminal.String(), pairs[0]) {
			_, _ = person.WriteString(pairs[1]) // the test fails at what does not happen then
			pairs = pairs[2:]
		}
	}
}

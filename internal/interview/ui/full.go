package ui

import (
	"context"
	"errors"
	"fmt"
	"os"

	tea "charm.land/bubbletea/v2"

	"github.com/opsfit/opsfit/internal/interview"
)

// RunFullScreen interviews on the whole terminal, one question a screen. It returns the finished session;
// interview.ErrLeft when the person left, the context's error when that ended, or why there is no questionnaire, each
// joined with the error of the last save. Terminal.In and Terminal.Out are the terminal's own files. The terminal is
// always restored, even after a panic.
func RunFullScreen(ctx context.Context, opening *interview.Opening, terminal Terminal) (*interview.Session, error) {
	file, ok := terminal.Out.(*os.File)
	if !ok {
		return nil, errors.New("the screen needs a terminal; --plain interviews without one")
	}
	f, err := newFullScreen(opening, terminal)
	if err != nil {
		return nil, err
	}
	out := &canvas{File: file}
	defer out.leaveAltScreen()
	program := teaModel{fullScreen: f, out: out, fault: new(error)}
	in := terminal.In
	if file, ok := in.(*os.File); ok {
		program.in = &pasteReader{File: file}
		in = program.in
	}
	// The caller owns the signals; they arrive here as the end of the context.
	err = runProgram(tea.NewProgram(program,
		tea.WithContext(ctx), tea.WithoutSignalHandler(), tea.WithoutCatchPanics(), tea.WithInput(in), tea.WithOutput(out),
		tea.WithEnvironment(libraryEnv(terminal)), tea.WithWindowSize(f.width, f.height), tea.WithFPS(framesPerSecond)))
	if *program.fault != nil {
		err = *program.fault
	}
	switch {
	case f.finished:
		return f.session, nil
	case f.failure != nil:
		return nil, f.failure
	case ctx.Err() != nil:
		err = ctx.Err()
	case f.left:
		err = interview.ErrLeft
	case errors.Is(err, errPanic):
	case err == nil:
		// Run also returns nil when something else ended the program.
		err = errors.New("the screen ended before the interview; your answers are saved")
	default:
		err = fmt.Errorf("the screen cannot be used; --plain interviews without one: %w", err)
	}
	return f.session, errors.Join(err, f.unsaved)
}

// errPanic is a panic while the screen is shown.
var errPanic = errors.New("internal failure")

// runProgram runs Bubble Tea. It recovers from panics itself, because Bubble Tea would print over what the person sees.
func runProgram(program *tea.Program) (err error) {
	defer func() {
		if failure := recover(); failure != nil {
			program.Kill() // restores the terminal
			err = faultOf(failure)
		}
	}()
	_, err = program.Run()
	return err
}

func faultOf(failure any) error {
	return fmt.Errorf("%w: %v; please report it with the key that you pressed last", errPanic, failure)
}

// framesPerSecond is the maximum of Bubble Tea, so that fast typists see each screen.
const framesPerSecond = 120

// libraryEnv is the environment that Bubble Tea sees. SSH_TTY keeps it from querying the terminal: nothing here waits
// for replies, and a late one would end up in the shell. COLORTERM keeps it from replacing colours: the styles have none that
// the terminal lacks.
func libraryEnv(terminal Terminal) []string {
	term := "xterm"
	if terminal.Env != nil && terminal.Env("TERM") != "" {
		term = terminal.Env("TERM")
	}
	return []string{"TERM=" + term, "SSH_TTY=-", "COLORTERM=truecolor"}
}

// teaModel runs a fullScreen as a Bubble Tea model.
type teaModel struct {
	*fullScreen
	// in is nil where the keys do not come from a file.
	in  *pasteReader
	out *canvas
	// fault receives the error of a panic.
	fault *error
}

// Init implements tea.Model.
func (s teaModel) Init() tea.Cmd {
	s.out.drawFirst(s.drawScreen())
	repository := s.opening.RepositoryEvidence
	if repository == nil {
		return nil
	}
	return func() tea.Msg {
		<-repository.Ready()
		return repositoryRead{}
	}
}

// repositoryRead is the message that the repository has been read.
type repositoryRead struct{}

// Update implements tea.Model. A panic ends the program with tea.Quit, so that Bubble Tea waits for its reader of keys.
func (s teaModel) Update(msg tea.Msg) (model tea.Model, next tea.Cmd) {
	defer func() {
		if failure := recover(); failure != nil {
			*s.fault = faultOf(failure)
			model, next = s, tea.Quit
		}
	}()
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		s.resize(msg.Width, msg.Height)
	case repositoryRead:
		s.repositoryRead()
	case tea.PasteMsg:
		s.pasteText(msg.Content)
	case tea.KeyPressMsg:
		if msg.String() == "ctrl+z" {
			return s, tea.Suspend
		}
		s.handleKey(key{name: msg.String(), text: msg.Key().Text})
	}
	if s.in != nil {
		_, atStart := s.page.(*startPage)
		s.in.hasField.Store(!atStart && fieldOf(s.page) != nil)
	}
	if s.hasEnded() {
		return s, tea.Quit
	}
	return s, nil
}

// View implements tea.Model.
func (s teaModel) View() tea.View {
	text, at := s.drawScreen()
	view := tea.NewView(text)
	view.AltScreen = true
	if at != nil {
		view.Cursor = tea.NewCursor(at.column, at.row)
		// Bubble Tea restores the terminal's own cursor at the end only when this is not a blinking block.
		view.Cursor.Shape, view.Cursor.Blink = tea.CursorBar, false
	}
	return view
}

package screen

import (
	"context"
	"errors"
	"fmt"
	"os"

	tea "charm.land/bubbletea/v2"

	"github.com/opsfit/opsfit/internal/interview"
)

// Full interviews on the whole terminal, one question a screen. It returns the finished session, interview.ErrLeft
// when the person left, the context's error when that ended, and why there is no questionnaire; an error of the last
// save is joined to each.
// Stage.In and Stage.Out are the terminal's own files. The terminal is restored on every way out, a fault of the
// program's own included.
func Full(ctx context.Context, opening *interview.Opening, stage Stage) (*interview.Session, error) {
	file, ok := stage.Out.(*os.File)
	if !ok {
		return nil, errors.New("the screen needs a terminal; --plain interviews without one")
	}
	f, err := newFace(opening, stage)
	if err != nil {
		return nil, err
	}
	out := &canvas{File: file}
	defer out.leave()
	// The caller owns the signals; they arrive here as the end of the context.
	program := shown{face: f, out: out, fault: new(error)}
	err = run(tea.NewProgram(program,
		tea.WithContext(ctx), tea.WithoutSignalHandler(), tea.WithoutCatchPanics(), tea.WithInput(stage.In), tea.WithOutput(out),
		tea.WithEnvironment(environment(stage)), tea.WithWindowSize(f.width, f.height), tea.WithFPS(framesPerSecond)))
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

// errPanic is a fault of the program's own while the screen is shown.
var errPanic = errors.New("internal failure")

// run runs the program. The library's own way with a panic is to write over what the person sees.
func run(program *tea.Program) (err error) {
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

// framesPerSecond is the most that the library offers: whoever types fast sees each screen.
const framesPerSecond = 120

// environment is what the screen library may know. To it, SSH_TTY means not to ask the terminal for its abilities:
// nothing here waits for replies, and a late one would end up in the shell.
func environment(stage Stage) []string {
	term := "xterm"
	if stage.Env != nil && stage.Env("TERM") != "" {
		term = stage.Env("TERM")
	}
	return []string{"TERM=" + term, "SSH_TTY=-"}
}

// shown lets the screen library run a face.
type shown struct {
	*face
	out *canvas
	// fault is where a fault of the program's own is kept.
	fault *error
}

// Init implements tea.Model.
func (s shown) Init() tea.Cmd {
	s.out.show(s.draw())
	witness := s.opening.Witness
	if witness == nil {
		return nil
	}
	return func() tea.Msg {
		<-witness.Ready()
		return witnessed{}
	}
}

// witnessed tells that the repository has been read.
type witnessed struct{}

// Update implements tea.Model. A fault in it ends the program in the ordinary way, in which the library waits for what reads
// the keys.
func (s shown) Update(msg tea.Msg) (model tea.Model, next tea.Cmd) {
	defer func() {
		if failure := recover(); failure != nil {
			*s.fault = faultOf(failure)
			model, next = s, tea.Quit
		}
	}()
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		s.resize(msg.Width, msg.Height)
	case witnessed:
		s.witnessed()
	case tea.PasteMsg:
		s.paste(msg.Content)
	case tea.KeyPressMsg:
		if msg.String() == "ctrl+z" {
			return s, tea.Suspend
		}
		s.press(key{name: msg.String(), text: msg.Key().Text})
	}
	if s.over() {
		return s, tea.Quit
	}
	return s, nil
}

// View implements tea.Model.
func (s shown) View() tea.View {
	text, at := s.draw()
	view := tea.NewView(text)
	view.AltScreen = true
	if at != nil {
		view.Cursor = tea.NewCursor(at.column, at.row)
		// The library gives the terminal its own cursor back at the end only when this is not a blinking block.
		view.Cursor.Shape, view.Cursor.Blink = tea.CursorBar, false
	}
	return view
}

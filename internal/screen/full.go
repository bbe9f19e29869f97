package screen

import (
	"context"
	"errors"
	"fmt"

	tea "charm.land/bubbletea/v2"

	"github.com/opsfit/opsfit/internal/interview"
)

// Full interviews on the whole terminal, one question a screen. It returns the finished session, interview.ErrLeft
// when the person left, and the context's error when that ended; an error of the last save is joined to either.
// Stage.In and Stage.Out are the terminal's own files. The terminal is restored on every way out.
func Full(ctx context.Context, opening *interview.Opening, stage Stage) (*interview.Session, error) {
	f := newFace(opening, stage)
	// The caller owns the signals; they arrive here as the end of the context.
	program := tea.NewProgram(shown{f},
		tea.WithContext(ctx), tea.WithoutSignalHandler(), tea.WithInput(stage.In), tea.WithOutput(stage.Out),
		tea.WithEnvironment(environment(stage)), tea.WithWindowSize(f.width, f.height), tea.WithFPS(framesPerSecond))
	_, err := program.Run()
	switch {
	case f.finished:
		return f.session, nil
	case ctx.Err() != nil:
		err = ctx.Err()
	case f.left:
		err = interview.ErrLeft
	case err == nil:
		// Run also returns nil when something else ended the program.
		err = errors.New("the screen ended before the interview; your answers are saved")
	default:
		err = fmt.Errorf("the screen cannot be used; --plain interviews without one: %w", err)
	}
	return f.session, errors.Join(err, f.unsaved)
}

// framesPerSecond is the most that the library offers: the first screen waits for the first frame.
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
type shown struct{ *face }

// Init implements tea.Model.
func (s shown) Init() tea.Cmd { return nil }

// Update implements tea.Model.
func (s shown) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		s.resize(msg.Width, msg.Height)
	case tea.PasteMsg:
		s.paste(msg.Content)
	case tea.KeyPressMsg:
		if msg.String() == "ctrl+z" {
			return s, tea.Suspend
		}
		s.press(key{name: msg.String(), text: msg.Key().Text})
	}
	if s.finished || s.left {
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

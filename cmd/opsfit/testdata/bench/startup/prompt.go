package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"slices"
	"time"

	"github.com/creack/pty"
)

// start is how long it takes until a person is asked, in medians over the runs.
type start struct {
	// version is a whole run of `opsfit version`, measured in turn with the others.
	version time.Duration
	// lines and screen end with the first prompt: line by line over a pipe, and on the whole screen of a terminal, 0
	// where there are no terminals.
	lines, screen time.Duration
}

func prompts(opsfit string, runs int) (start, error) {
	state, err := os.MkdirTemp("", "opsfit-startup")
	if err != nil {
		return start{}, err
	}
	defer func() { _ = os.RemoveAll(state) }()
	env := append(os.Environ(), "XDG_STATE_HOME="+state, "TERM=xterm-256color", "LANG=C.UTF-8", "ACCESSIBLE=")
	var version, lines, screen []time.Duration
	for range runs {
		wall, err := once(subject{"version", []string{opsfit, "version"}})
		if err != nil {
			return start{}, err
		}
		piped, err := onPipe(opsfit, env)
		if err != nil {
			return start{}, err
		}
		drawn, err := onTerminal(opsfit, env)
		if err != nil && !errors.Is(err, pty.ErrUnsupported) {
			return start{}, err
		}
		version, lines, screen = append(version, wall), append(lines, piped), append(screen, drawn)
	}
	return start{median(version), median(lines), median(screen)}, nil
}

func median(walls []time.Duration) time.Duration {
	slices.Sort(walls)
	return walls[len(walls)/2]
}

func onPipe(opsfit string, env []string) (time.Duration, error) {
	cmd := exec.Command(opsfit, "assess", "--plain")
	cmd.Env = env
	in, err := cmd.StdinPipe() // stays open: a person who has not typed yet
	if err != nil {
		return 0, err
	}
	out, err := cmd.StderrPipe()
	if err != nil {
		return 0, err
	}
	began := time.Now()
	if err := cmd.Start(); err != nil {
		return 0, err
	}
	took, err := until(began, out, "Service that this is about:")
	_ = in.Close()
	return took, ended(cmd, err)
}

func onTerminal(opsfit string, env []string) (time.Duration, error) {
	cmd := exec.Command(opsfit, "assess")
	cmd.Env = env
	began := time.Now()
	terminal, err := pty.StartWithSize(cmd, &pty.Winsize{Cols: 80, Rows: 24})
	if err != nil {
		return 0, err
	}
	// The last line of the first screen.
	took, err := until(began, terminal, "ctrl+c")
	err = ended(cmd, err)
	_ = terminal.Close()
	return took, err
}

// until reads what a process says up to a text.
func until(began time.Time, from io.Reader, text string) (time.Duration, error) {
	var said []byte
	part := make([]byte, 4096)
	for !bytes.Contains(said, []byte(text)) {
		n, err := from.Read(part)
		said = append(said, part[:n]...)
		if err != nil {
			return 0, fmt.Errorf("%q does not appear in %q: %w", text, said, err)
		}
	}
	return time.Since(began), nil
}

// ended ends a process that has shown what was waited for.
func ended(cmd *exec.Cmd, err error) error {
	_ = cmd.Process.Kill()
	_ = cmd.Wait() // it was killed: that is no news
	return err
}

// rows lays the figures of the interview out beside their target.
func (s start) rows() string {
	row := func(name string, took time.Duration) string {
		measured := "no terminal here"
		if took > 0 {
			measured = fmt.Sprintf("%.2f (%s)", float64(took)/float64(s.version), millis(took))
		}
		return fmt.Sprintf("%-24s%-40s%s\n", name, measured, "at most 1.5")
	}
	return row("first prompt / version", s.lines) + row("first screen / version", s.screen)
}

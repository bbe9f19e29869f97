package ui

import (
	"io"
	"os"
)

// Terminal is where an interview is shown. RunFullScreen and RunPlain return the context's error when it ends.
type Terminal struct {
	In io.Reader
	// Out receives everything that is shown; standard output is for the report.
	Out io.Writer
	// Columns and Rows are the size at the start; 0 when unknown.
	Columns, Rows int
	// Color permits colours and weight; Hues are the 256 colours of xterm, without which weight stands for them.
	Color, Hues, ASCII bool
	// Continued receives a signal when the process goes on after it was stopped, as by Ctrl+Z; nil where that is not known.
	Continued <-chan os.Signal
	// Echo prints the lines that are read: a pipe does not echo them, and a log needs both sides.
	Echo bool
	// Env returns an environment variable, or "".
	Env func(name string) string
}

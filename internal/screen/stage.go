package screen

import "io"

// Stage is where a face shows an interview. Both faces take a context (when it ends, the face returns its error), an
// Opening and a Stage, and return the session that was finished, interview.ErrLeft, or another error.
type Stage struct {
	In io.Reader
	// Out gets all that is shown; standard output is for the report.
	Out io.Writer
	// Columns and Rows are the size at the start; 0 when not known.
	Columns, Rows int
	Color, ASCII  bool
	// Echo repeats the lines that are read: from a pipe nobody else would, and a log needs both sides.
	Echo bool
	// Env looks up an environment variable; an unset one is "".
	Env func(name string) string
}

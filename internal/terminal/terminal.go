// Package terminal describes the process's streams: which of them a person uses, how wide they are, and what they can
// show.
//
// It reads the environment only through a given function, writes nothing, and sends no query to a terminal.
package terminal

import (
	"io"
	"os"
	"runtime"
	"strconv"
	"strings"

	"golang.org/x/term"
)

// DefaultWidth is the width when it is unknown: of a pipe, a file, a log.
const DefaultWidth = 80

// Streams are the three streams of a run with their properties. Tests fill it with buffers.
type Streams struct {
	In  io.Reader
	Out io.Writer
	Err io.Writer
	// InIsTerminal, OutIsTerminal and ErrIsTerminal report whether the stream is a terminal.
	InIsTerminal, OutIsTerminal, ErrIsTerminal bool
	// Columns and Rows are the size of the terminal at Out, or at Err when Out is not one; 0 when neither is a
	// terminal.
	Columns, Rows int
}

// FromFiles describes the process's own streams.
func FromFiles(in, out, errs *os.File) Streams {
	streams := Streams{
		In: in, Out: out, Err: errs,
		InIsTerminal:  term.IsTerminal(int(in.Fd())),
		OutIsTerminal: term.IsTerminal(int(out.Fd())),
		ErrIsTerminal: term.IsTerminal(int(errs.Fd())),
	}
	streams.Measure()
	return streams
}

// Measure sets the size to what it is now, since people resize windows while they work in them. It changes nothing where
// there is no terminal to measure.
func (s *Streams) Measure() {
	for _, stream := range []io.Writer{s.Out, s.Err} {
		file, ok := stream.(*os.File)
		if !ok {
			continue
		}
		if width, height, err := term.GetSize(int(file.Fd())); err == nil && width > 0 {
			s.Columns, s.Rows = width, height
			return
		}
	}
}

// Env returns an environment variable, or "".
type Env func(name string) string

// Width returns the columns to use: COLUMNS if it is a positive number, else the terminal's own width, else
// DefaultWidth.
func (s Streams) Width(env Env) int {
	if columns, err := strconv.Atoi(env("COLUMNS")); err == nil && columns > 0 {
		return columns
	}
	if s.Columns > 0 {
		return s.Columns
	}
	return DefaultWidth
}

// Color reports whether a stream gets colours by default: NO_COLOR forbids them, CLICOLOR_FORCE forces them, and
// otherwise a terminal that is named and not dumb gets them unless CLICOLOR is 0.
func Color(isTerminal bool, env Env) bool {
	switch {
	case env("NO_COLOR") != "":
		return false
	case env("CLICOLOR_FORCE") != "" && env("CLICOLOR_FORCE") != "0":
		return true
	}
	return isTerminal && !IsDumb(env) && env("CLICOLOR") != "0"
}

// IsDumb reports a terminal on which nothing can be placed or coloured: one of that name or, except on Windows, one without a name.
func IsDumb(env Env) bool {
	return env("TERM") == "dumb" || env("TERM") == "" && runtime.GOOS != "windows"
}

// Hues reports whether what shows colours has the 256 of xterm, whose shades are the same everywhere. Those that have fewer say so
// by their name; themes change what the first sixteen look like.
func Hues(env Env) bool {
	name := strings.ToLower(env("TERM"))
	for _, few := range []string{"linux", "ansi", "vt", "cons25", "sun"} {
		if strings.HasPrefix(name, few) {
			return false
		}
	}
	return !strings.HasSuffix(name, "-16color") && !strings.HasSuffix(name, "-8color")
}

// Spoken reports whether a person hears or reads output line by line, so that drawings mean nothing: ACCESSIBLE is set, or the
// terminal is a dumb one.
func Spoken(isTerminal bool, env Env) bool {
	if accessible := env("ACCESSIBLE"); accessible != "" {
		return accessible != "0"
	}
	return isTerminal && env("TERM") == "dumb"
}

// ASCII reports whether a stream can show only ASCII: a dumb terminal, the console of Linux, whose fonts lack most signs, or one
// whose locale names another character set than UTF-8. Files and pipes always get UTF-8, so that the same input gives the same bytes.
func ASCII(isTerminal bool, env Env) bool {
	if !isTerminal || runtime.GOOS == "windows" {
		return false
	}
	if env("TERM") == "dumb" || env("TERM") == "linux" {
		return true
	}
	for _, name := range []string{"LC_ALL", "LC_CTYPE", "LANG"} {
		if locale := strings.ToLower(env(name)); locale != "" {
			return !strings.Contains(locale, "utf-8") && !strings.Contains(locale, "utf8")
		}
	}
	return true
}

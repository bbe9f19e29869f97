package delivery

import (
	"bytes"
	"context"
	"errors"
	"io"
	"unicode/utf8"
)

// input is a window on a file: the bytes that were read and not yet used.
type input struct {
	from  io.Reader
	space []byte
	// start and end bound what is in the window.
	start, end int
	// line is the number of the line that start stands in.
	line  int
	ended bool
}

// windowSize holds a few of the longest rows.
const windowSize = 4 * longestRow

func newInput(from io.Reader) *input {
	return &input{from: from, space: make([]byte, windowSize), line: 1}
}

func (in *input) window() []byte { return in.space[in.start:in.end] }

// more reads further bytes into the window; there is room, as nobody asks for more than a row at a time.
func (in *input) more() error {
	if in.start > 0 {
		in.end = copy(in.space, in.window())
		in.start = 0
	}
	const patience = 100 // A reader may return nothing now and then.
	for range patience {
		n, err := in.from.Read(in.space[in.end:])
		in.end += n
		if errors.Is(err, io.EOF) {
			in.ended = true
			return nil
		}
		if err != nil || n > 0 {
			return err
		}
	}
	return io.ErrNoProgress
}

// atLeast reads until so many bytes are in the window, or the file ends.
func (in *input) atLeast(n int) error {
	for len(in.window()) < n && !in.ended {
		if err := in.more(); err != nil {
			return err
		}
	}
	return nil
}

// use takes bytes out of the window.
func (in *input) use(n int) {
	in.line += bytes.Count(in.space[in.start:in.start+n], []byte("\n"))
	in.start += n
}

// skipLine takes the rest of the line, however long it is.
func (in *input) skipLine() error {
	for {
		if at := bytes.IndexByte(in.window(), '\n'); at >= 0 {
			in.use(at + 1)
			return nil
		}
		in.use(len(in.window()))
		if in.ended {
			return nil
		}
		if err := in.more(); err != nil {
			return err
		}
	}
}

// isEmpty reports whether everything was used.
func (in *input) isEmpty() bool { return in.ended && in.start == in.end }

// lineOf returns the first line without its end; whole is false for one that is longer than a row may be. It uses nothing.
func (in *input) lineOf() (text []byte, whole bool, err error) {
	for {
		window := in.window()
		if at := bytes.IndexByte(window, '\n'); at >= 0 {
			return window[:at], at <= longestRow, nil
		}
		if in.ended || len(window) > longestRow {
			return window, len(window) <= longestRow, nil
		}
		if err := in.more(); err != nil {
			return nil, false, err
		}
	}
}

// skipBlankLines uses lines without any text.
func (in *input) skipBlankLines() error {
	for {
		text, whole, err := in.lineOf()
		if err != nil || !whole || len(bytes.TrimSpace(text)) > 0 || in.isEmpty() {
			return err
		}
		in.use(min(len(text)+1, len(in.window())))
	}
}

// rows hands on the rows of a file, and ends when the run does.
func (r *reader) rows(ctx context.Context, next func() error) error {
	const often = 4096
	for count := 0; ; count++ {
		if count%often == 0 {
			if ctx.Err() != nil {
				return context.Cause(ctx)
			}
			if r.progress != nil {
				r.progress(r.summary.Rows)
			}
		}
		if err := r.in.skipBlankLines(); err != nil || r.in.isEmpty() {
			return err
		}
		if err := next(); err != nil {
			return err
		}
	}
}

// placeIn returns the line and column of an offset in a row that begins in a line; columns count characters.
func placeIn(row []byte, offset, line int) (int, int) {
	before := row[:min(offset, len(row))]
	line += bytes.Count(before, []byte("\n"))
	return line, utf8.RuneCount(before[bytes.LastIndexByte(before, '\n')+1:]) + 1
}

// hasControls reports whether a row holds characters that no export needs, and where.
func hasControls(row []byte) (offset int, found bool) {
	for i, c := range row {
		if c < ' ' && c != '\t' && c != '\n' && c != '\r' || c == 0x7f {
			return i, true
		}
	}
	return 0, false
}

// firstInvalid is where a row stops being UTF-8; -1 where it is all UTF-8.
func firstInvalid(row []byte) int {
	if utf8.Valid(row) {
		return -1
	}
	at := 0
	for at < len(row) {
		char, size := utf8.DecodeRune(row[at:])
		if char == utf8.RuneError && size == 1 {
			break
		}
		at += size
	}
	return at
}

package gitrepo

import (
	"bufio"
	"errors"
	"io"
)

// fields reads terminated text and keeps only a limited part of each field: a repository chooses how long they are.
type fields struct {
	from *bufio.Reader
	// end terminates a field: NUL if nothing else is said.
	end byte
	// ended is set when the stream ended before that came.
	ended bool
}

// readField reads up to the next terminator into the given buffer, of which the first most bytes are kept.
func (f *fields) readField(into []byte, most int) ([]byte, error) {
	into = into[:0]
	for {
		part, err := f.from.ReadSlice(f.end)
		complete := err == nil
		if complete {
			part = part[:len(part)-1]
		}
		into = append(into, part[:min(len(part), most-len(into))]...)
		switch {
		case complete:
			return into, nil
		case errors.Is(err, io.EOF):
			f.ended = true
			return into, nil
		case !errors.Is(err, bufio.ErrBufferFull):
			return into, err
		}
	}
}

package cli

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
)

// stdinName is what diagnostics call standard input.
const stdinName = "stdin"

// readInput reads a named file, or standard input for "-". It reads at most limit+1 bytes, so that the parser can
// refuse what is too large without the run having to hold it. The text is kept for diagnostics.
func (r *runner) readInput(name string, limit int) (shown string, text []byte, err error) {
	if name == "-" {
		text, err = readLimited(r.Streams.In, limit)
		if err != nil {
			return "", nil, fmt.Errorf("read standard input: %w", err)
		}
		r.sources[stdinName] = text
		return stdinName, text, nil
	}
	text, err = readFile(r.absolute(name), limit)
	if err != nil {
		return "", nil, err
	}
	r.sources[name] = text
	return name, text, nil
}

func readFile(path string, limit int) ([]byte, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, readError(path, err)
	}
	defer func() { _ = file.Close() }()
	if info, err := file.Stat(); err == nil && info.IsDir() {
		return nil, fmt.Errorf("read %s: it is a folder; name a file", path)
	}
	text, err := readLimited(file, limit)
	if err != nil {
		return nil, readError(path, err)
	}
	return text, nil
}

// readError drops the repetition of the operation that a path error carries.
func readError(path string, err error) error {
	if pathError, ok := errors.AsType[*os.PathError](err); ok {
		err = pathError.Err
	}
	return fmt.Errorf("read %s: %w", path, err)
}

func readLimited(from io.Reader, limit int) ([]byte, error) {
	return io.ReadAll(io.LimitReader(from, int64(limit)+1))
}

func (r *runner) absolute(name string) string {
	if filepath.IsAbs(name) {
		return name
	}
	return filepath.Join(r.Dir, name)
}

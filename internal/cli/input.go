package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/opsfit/opsfit/internal/config"
	"github.com/opsfit/opsfit/internal/diag"
)

// stdinName is the name of standard input in diagnostics.
const stdinName = "stdin"

// shownName is the name of a file, or of standard input, in diagnostics.
func shownName(file string) string {
	if file == "-" {
		return stdinName
	}
	return file
}

// readInput reads a file, or standard input for "-". It reads at most limit+1 bytes, so that the parser can refuse too
// large a text without the run holding all of it. The text is kept for diagnostics.
func (r *runner) readInput(ctx context.Context, name string, limit int) (shown string, text []byte, err error) {
	if name == "-" {
		text, err = r.readStdin(ctx, limit)
		name = stdinName
	} else {
		text, err = r.readFile(name, limit)
		r.inputs = append(r.inputs, r.absolutePath(name))
	}
	if err != nil {
		return "", nil, err
	}
	r.sources[name] = text
	return name, text, nil
}

// readStdin stops when the run is interrupted: whoever writes the pipe may never close it.
func (r *runner) readStdin(ctx context.Context, limit int) ([]byte, error) {
	type result struct {
		text []byte
		err  error
	}
	done := make(chan result, 1)
	go func() {
		text, err := readLimited(r.Streams.In, limit)
		done <- result{text, err}
	}()
	select {
	case read := <-done:
		if read.err != nil {
			return nil, fmt.Errorf("read standard input: %w", causeOf(read.err))
		}
		return read.text, nil
	case <-ctx.Done():
		return nil, context.Cause(ctx)
	}
}

// readFile reads a file; errors name it as the user did.
func (r *runner) readFile(name string, limit int) ([]byte, error) {
	text, err := readPath(r.absolutePath(name), limit)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("read %s: %w%s", name, causeOf(err), r.nearFile(name))
	}
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", name, causeOf(err))
	}
	return text, nil
}

// nearFile is a hint at a file with a similar name in the same folder; "" for none.
func (r *runner) nearFile(name string) string {
	entries, _ := os.ReadDir(r.absolutePath(filepath.Dir(name)))
	var names []string
	for _, entry := range entries {
		if entry.Type().IsRegular() {
			names = append(names, entry.Name())
		}
	}
	if near := diag.Nearest(filepath.Base(name), names); near != "" {
		return "; did you mean " + diag.Quote(filepath.Join(filepath.Dir(name), near)) + "?"
	}
	return ""
}

func readPath(path string, limit int) ([]byte, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer func() { _ = file.Close() }()
	if info, err := file.Stat(); err == nil && info.IsDir() {
		return nil, errors.New("it is a folder; name a file")
	}
	return readLimited(file, limit)
}

func readLimited(from io.Reader, limit int) ([]byte, error) {
	return io.ReadAll(io.LimitReader(from, int64(limit)+1))
}

func (r *runner) absolutePath(name string) string {
	if filepath.IsAbs(name) {
		return name
	}
	return filepath.Join(r.Dir, name)
}

// fromRoot returns a name that works for everybody with the same repository: relative to its root or, outside a
// repository, to the working directory. Files elsewhere keep their name.
func (r *runner) fromRoot(name string) string {
	if path, err := filepath.Rel(config.Root(r.Dir), r.absolutePath(name)); err == nil && filepath.IsLocal(path) {
		name = path
	}
	return filepath.ToSlash(name)
}

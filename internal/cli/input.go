package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/opsfit/opsfit/internal/config"
	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/files"
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
			return nil, fmt.Errorf("read standard input: %w", files.Cause(read.err))
		}
		return read.text, nil
	case <-ctx.Done():
		return nil, context.Cause(ctx)
	}
}

// readFile reads a file; errors name it as the user did.
func (r *runner) readFile(name string, limit int) ([]byte, error) {
	text, err := files.Read(r.absolutePath(name), limit)
	if err != nil {
		return nil, r.readError(name, err)
	}
	return text, nil
}

// readError names a file that could not be read, and one with a similar name where it is not there; nil for no error.
func (r *runner) readError(name string, err error) error {
	switch {
	case err == nil:
		return nil
	case errors.Is(err, fs.ErrNotExist):
		return unreadableError{name, fmt.Errorf("read %s: %w%s", name, files.Cause(err), r.nearFile(name))}
	}
	return unreadableError{name, fmt.Errorf("read %s: %w", name, files.Cause(err))}
}

// refuseWaiting refuses a pipe or a device behind a name of its own, such as a link to standard input that stands in a cloned
// repository: reading it could wait for ever. A name in /dev is no disguise; shells write /dev/fd/63 for <(command). A file that is
// not there is left to its reader.
func (r *runner) refuseWaiting(name string) error {
	if r.mayWait(name) {
		return unreadableError{name, fmt.Errorf("read %s: %w", name, files.ErrNotRegular)}
	}
	return nil
}

func (r *runner) mayWait(name string) bool {
	return name != "-" && !strings.HasPrefix(name, "/dev/") && files.MayWait(r.absolutePath(name))
}

// nearFile is a hint at a file with a similar name in the same folder; "" for none.
func (r *runner) nearFile(name string) string {
	if full := r.withEnding(name); full != "" {
		return "; did you mean " + diag.Quote(full) + "?"
	}
	folder, base := files.Split(name)
	entries, _ := os.ReadDir(files.Folder(r.absolutePath(name)))
	var names []string
	for _, entry := range entries {
		if entry.Type().IsRegular() {
			names = append(names, entry.Name())
		}
	}
	if near := diag.Nearest(base, names); near != "" {
		return "; did you mean " + diag.Quote(folder+near) + "?"
	}
	return ""
}

func readLimited(from io.Reader, limit int) ([]byte, error) {
	return io.ReadAll(io.LimitReader(from, int64(limit)+1))
}

// absolutePath returns the name that the kernel reads as a name in the working directory. Nothing is cleaned: behind a link,
// ".." is the parent of what it leads to.
func (r *runner) absolutePath(name string) string { return files.Join(r.Dir, name) }

// fromRoot returns a name that works for everybody with the same repository: relative to its root or, outside a
// repository, to the working directory. Files elsewhere keep their name.
func (r *runner) fromRoot(name string) string {
	folder, base := files.Split(r.absolutePath(name))
	if resolved, err := files.Real(folder); err == nil {
		if path, err := filepath.Rel(config.Root(r.Dir), filepath.Join(resolved, base)); err == nil && filepath.IsLocal(path) {
			name = path
		}
	}
	return filepath.ToSlash(name)
}

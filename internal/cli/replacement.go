package cli

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
)

// replacement is a file being written: commit atomically replaces the target, abandon leaves no trace.
type replacement struct {
	file *os.File
	// path is the target, with all links resolved; "" for one that is written directly.
	path string
}

// newReplacement starts a file with the permissions that it gets when it is new, before the user's mask.
func newReplacement(path string, mode os.FileMode) (*replacement, error) {
	if info, err := os.Stat(path); err == nil && !info.Mode().IsRegular() {
		if info.IsDir() {
			return nil, errors.New("it is a folder; name a file in it")
		}
		file, err := os.OpenFile(path, os.O_WRONLY, 0)
		return &replacement{file: file}, causeOf(err)
	}
	resolved := targetOf(path)
	temporary, err := createBeside(resolved, mode)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("%w; make its folder first", causeOf(err))
	}
	return &replacement{file: temporary, path: resolved}, causeOf(err)
}

// Write implements io.Writer.
func (r *replacement) Write(data []byte) (int, error) { return r.file.Write(data) }

// commit closes the file and renames it to the target. On failure the old file remains.
func (r *replacement) commit() error {
	if r.path == "" {
		return causeOf(r.file.Close())
	}
	err := syncAndClose(r.file, r.path)
	if err == nil {
		err = os.Rename(r.file.Name(), r.path)
	}
	if err != nil {
		_ = os.Remove(r.file.Name())
		return r.failedError(err)
	}
	return nil
}

// abandon removes the file; after commit it does nothing.
func (r *replacement) abandon() {
	if r.file.Close() == nil && r.path != "" {
		_ = os.Remove(r.file.Name())
	}
}

// failedError says what a failure means for the file that was there.
func (r *replacement) failedError(err error) error {
	if r.path == "" {
		return causeOf(err)
	}
	return fmt.Errorf("%w; nothing was changed there", causeOf(err))
}

package cli

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
)

// replacement is a file in the making: with commit it takes the place of another one as a whole, with abandon it leaves no
// trace.
type replacement struct {
	file *os.File
	// path is the file that is meant, through all links; empty for one that is written directly.
	path string
}

// replace begins a file with the permissions, less the user's mask, that it gets when it is new.
func replace(path string, mode os.FileMode) (*replacement, error) {
	if info, err := os.Stat(path); err == nil && !info.Mode().IsRegular() {
		if info.IsDir() {
			return nil, errors.New("it is a folder; name a file in it")
		}
		file, err := os.OpenFile(path, os.O_WRONLY, 0)
		return &replacement{file: file}, reason(err)
	}
	resolved := targetOf(path)
	temporary, err := createBeside(resolved, mode)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("%w; make its folder first", reason(err))
	}
	return &replacement{file: temporary, path: resolved}, reason(err)
}

// Write implements io.Writer.
func (r *replacement) Write(data []byte) (int, error) { return r.file.Write(data) }

// commit closes the file and gives it its name. A failure leaves what was there.
func (r *replacement) commit() error {
	if r.path == "" {
		return reason(r.file.Close())
	}
	err := seal(r.file, r.path)
	if err == nil {
		err = os.Rename(r.file.Name(), r.path)
	}
	if err != nil {
		_ = os.Remove(r.file.Name())
		return r.failed(err)
	}
	return nil
}

// abandon takes the file away again; after commit it does nothing.
func (r *replacement) abandon() {
	if r.file.Close() == nil && r.path != "" {
		_ = os.Remove(r.file.Name())
	}
}

// failed says what a failure means for the file that was there.
func (r *replacement) failed(err error) error {
	if r.path == "" {
		return reason(err)
	}
	return fmt.Errorf("%w; nothing was changed there", reason(err))
}

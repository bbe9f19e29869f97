package cli

import (
	"errors"
	"fmt"
	"os"

	"github.com/opsfit/opsfit/internal/files"
)

// replacement is a file being written: commit atomically replaces the target, abandon leaves no trace.
type replacement struct {
	file *os.File
	// path is the target, with all links resolved; "" for one that is written directly.
	path string
	// folders are those that were made for it, from the outermost to its own.
	folders []string
}

// newReplacement starts a file with the permissions that it gets when it is new, before the user's mask. Folders above it that are
// missing are made, and removed again when the file is abandoned.
func newReplacement(path string, mode os.FileMode) (*replacement, error) {
	if info, err := os.Stat(path); err == nil && !info.Mode().IsRegular() {
		if info.IsDir() {
			return nil, errors.New("it is a folder; name a file in it")
		}
		file, err := os.OpenFile(path, os.O_WRONLY, 0)
		return &replacement{file: file}, causeOf(err)
	}
	made := &replacement{path: targetOf(path)}
	folders, err := files.MakeFolders(files.Folder(made.path), 0o755)
	if err != nil {
		return nil, fmt.Errorf("make its folder: %w", err)
	}
	made.folders = folders
	if made.file, err = createBeside(made.path, mode); err != nil {
		files.RemoveEmpty(made.folders)
		return nil, causeOf(err)
	}
	return made, nil
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
		files.RemoveEmpty(r.folders)
		return r.failedError(err)
	}
	return nil
}

// abandon removes the file; after commit it does nothing.
func (r *replacement) abandon() {
	if r.file.Close() == nil && r.path != "" {
		_ = os.Remove(r.file.Name())
		files.RemoveEmpty(r.folders)
	}
}

// failedError says what a failure means for the file that was there.
func (r *replacement) failedError(err error) error {
	if r.path == "" {
		return causeOf(err)
	}
	return fmt.Errorf("%w; nothing was changed there", causeOf(err))
}

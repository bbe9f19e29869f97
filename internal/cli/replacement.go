package cli

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
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
	folders, err := makeFolders(filepath.Dir(made.path))
	if err != nil {
		return nil, fmt.Errorf("make its folder: %w", causeOf(err))
	}
	made.folders = folders
	if made.file, err = createBeside(made.path, mode); err != nil {
		made.removeFolders()
		return nil, causeOf(err)
	}
	return made, nil
}

// makeFolders makes a folder and those above it that are missing, and returns the new ones from the outermost to the folder
// itself. On failure none of them stays.
func makeFolders(folder string) ([]string, error) {
	var missing []string
	for at := folder; ; at = filepath.Dir(at) {
		if _, err := os.Stat(at); !errors.Is(err, fs.ErrNotExist) || at == filepath.Dir(at) {
			break
		}
		missing = append(missing, at)
	}
	if len(missing) == 0 {
		return nil, nil
	}
	slices.Reverse(missing)
	if err := os.MkdirAll(folder, 0o755); err != nil {
		removeEmpty(missing)
		return nil, err
	}
	return missing, nil
}

// removeEmpty removes folders from the innermost outwards, as far as they are empty.
func removeEmpty(folders []string) {
	for _, folder := range slices.Backward(folders) {
		if os.Remove(folder) != nil {
			return
		}
	}
}

// removeFolders removes the folders that were made for a file which is not written.
func (r *replacement) removeFolders() { removeEmpty(r.folders) }

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
		r.removeFolders()
		return r.failedError(err)
	}
	return nil
}

// abandon removes the file; after commit it does nothing.
func (r *replacement) abandon() {
	if r.file.Close() == nil && r.path != "" {
		_ = os.Remove(r.file.Name())
		r.removeFolders()
	}
}

// failedError says what a failure means for the file that was there.
func (r *replacement) failedError(err error) error {
	if r.path == "" {
		return causeOf(err)
	}
	return fmt.Errorf("%w; nothing was changed there", causeOf(err))
}

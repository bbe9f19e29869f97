package cli

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
)

// writeFile replaces a file as a whole or not at all: the data goes to a new file beside it, is synced, and takes
// its name. What is no regular file (a device, a named pipe) has nothing to protect and is written directly.
func writeFile(path string, data []byte) error {
	if info, err := os.Stat(path); err == nil && !info.Mode().IsRegular() {
		return writeDirectly(path, data, info)
	}
	resolved, err := filepath.EvalSymlinks(path)
	if err != nil {
		resolved = path
	}
	temporary, err := os.CreateTemp(filepath.Dir(resolved), "."+filepath.Base(resolved)+".*.tmp")
	if err != nil {
		return writeError(path, err)
	}
	if err := fill(temporary, data, modeOf(resolved)); err != nil {
		_ = os.Remove(temporary.Name())
		return writeError(path, err)
	}
	if err := os.Rename(temporary.Name(), resolved); err != nil {
		_ = os.Remove(temporary.Name())
		return writeError(path, err)
	}
	return nil
}

func writeDirectly(path string, data []byte, info os.FileInfo) error {
	if info.IsDir() {
		return fmt.Errorf("write %s: it is a folder; name a file in it", path)
	}
	file, err := os.OpenFile(path, os.O_WRONLY, 0)
	if err != nil {
		return writeError(path, err)
	}
	_, err = file.Write(data)
	if closed := file.Close(); err == nil {
		err = closed
	}
	if err != nil {
		return writeError(path, err)
	}
	return nil
}

func fill(file *os.File, data []byte, mode os.FileMode) error {
	_, err := file.Write(data)
	if err == nil {
		err = file.Chmod(mode)
	}
	if err == nil {
		err = file.Sync()
	}
	if closed := file.Close(); err == nil {
		err = closed
	}
	return err
}

// modeOf keeps the permissions of a file that is replaced; a new report may be read by everybody.
func modeOf(path string) os.FileMode {
	if info, err := os.Stat(path); err == nil {
		return info.Mode().Perm()
	}
	return 0o644
}

func writeError(path string, err error) error {
	if pathError, ok := errors.AsType[*os.PathError](err); ok {
		err = pathError.Err
	}
	if linkError, ok := errors.AsType[*os.LinkError](err); ok {
		err = linkError.Err
	}
	return fmt.Errorf("write %s: %w; nothing was changed there", path, err)
}

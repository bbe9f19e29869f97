package cli

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
)

// writeFile replaces a file atomically: it writes and syncs a new file beside it and renames that. What is not a
// regular file (a device, a named pipe) is written directly. Errors do not name the file: the caller knows what the
// user called it.
func writeFile(path string, data []byte) error { return writeFileMode(path, data, 0o666) }

// writeFileMode is writeFile with the permissions of a new file, before the user's mask.
func writeFileMode(path string, data []byte, mode os.FileMode) error {
	file, err := newReplacement(path, mode)
	if err != nil {
		return err
	}
	if _, err := file.Write(data); err != nil {
		file.abandon()
		return file.failedError(err)
	}
	return file.commit()
}

// targetOf follows links to the actual file, which need not exist yet.
func targetOf(path string) string {
	const most = 40 // as many as Linux follows
	for range most {
		link, err := os.Readlink(path)
		if err != nil {
			return path
		}
		if !filepath.IsAbs(link) {
			link = filepath.Join(filepath.Dir(path), link)
		}
		path = link
	}
	return path
}

// createBeside creates a hidden file in the folder of path, with mode less the user's mask.
func createBeside(path string, mode os.FileMode) (*os.File, error) {
	prefix := filepath.Join(filepath.Dir(path), "."+filepath.Base(path)+"."+strconv.Itoa(os.Getpid())+".")
	for attempt := 0; ; attempt++ {
		file, err := os.OpenFile(prefix+strconv.Itoa(attempt)+".tmp", os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode)
		if !errors.Is(err, fs.ErrExist) || attempt == 100 {
			return file, err
		}
	}
}

// writeAndClose writes, syncs and closes the file.
func writeAndClose(file *os.File, data []byte, replaced string) error {
	if _, err := file.Write(data); err != nil {
		_ = file.Close()
		return err
	}
	return syncAndClose(file, replaced)
}

// syncAndClose gives the file the permissions of the one that it replaces, if there is one, syncs it and closes it.
func syncAndClose(file *os.File, replaced string) error {
	var err error
	if info, missing := os.Stat(replaced); missing == nil {
		err = file.Chmod(info.Mode().Perm())
	}
	if err == nil {
		err = file.Sync()
	}
	if closed := file.Close(); err == nil {
		err = closed
	}
	return err
}

// causeOf removes the operation and the path from errors of the file system: messages name both in their own words.
func causeOf(err error) error {
	if pathError, ok := errors.AsType[*os.PathError](err); ok {
		return pathError.Err
	}
	if linkError, ok := errors.AsType[*os.LinkError](err); ok {
		return linkError.Err
	}
	return err
}

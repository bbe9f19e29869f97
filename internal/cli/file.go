package cli

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
)

// writeFile replaces a file as a whole or not at all: the data goes to a new file beside it, is synced, and takes
// its name. What is no regular file (a device, a named pipe) has nothing to protect and is written directly.
// Errors do not name the file: the caller knows what the user called it.
func writeFile(path string, data []byte) error { return writeFileMode(path, data, 0o666) }

// writeFileMode is writeFile with the permissions, less the user's mask, that a file gets when it is new.
func writeFileMode(path string, data []byte, mode os.FileMode) error {
	file, err := replace(path, mode)
	if err != nil {
		return err
	}
	if _, err := file.Write(data); err != nil {
		file.abandon()
		return file.failed(err)
	}
	return file.commit()
}

// targetOf follows links to the file that is meant, which need not exist yet.
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

// createBeside makes a new, hidden file in the folder of path, with the permissions that the user's mask leaves of mode.
func createBeside(path string, mode os.FileMode) (*os.File, error) {
	prefix := filepath.Join(filepath.Dir(path), "."+filepath.Base(path)+"."+strconv.Itoa(os.Getpid())+".")
	for attempt := 0; ; attempt++ {
		file, err := os.OpenFile(prefix+strconv.Itoa(attempt)+".tmp", os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode)
		if !errors.Is(err, fs.ErrExist) || attempt == 100 {
			return file, err
		}
	}
}

// fill writes and seals the file.
func fill(file *os.File, data []byte, replaced string) error {
	if _, err := file.Write(data); err != nil {
		_ = file.Close()
		return err
	}
	return seal(file, replaced)
}

// seal gives the file the permissions of the one it is to replace, if there is one, and closes it when it is on the disk.
func seal(file *os.File, replaced string) error {
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

// reason drops the operation and the path that errors of the file system carry: messages say both in their own words.
func reason(err error) error {
	if pathError, ok := errors.AsType[*os.PathError](err); ok {
		return pathError.Err
	}
	if linkError, ok := errors.AsType[*os.LinkError](err); ok {
		return linkError.Err
	}
	return err
}

// Package files reads and writes files by the names that people give, as the kernel understands these names, and so that a
// file is always whole: the earlier one or the new one, whatever fails or ends in between.
//
// It knows nothing of what files hold, and of the program's own files only the temporary ones that it makes beside a target.
// Nothing here cleans a name: with links, "a/../b" is another file than "b", and only the kernel knows which.
package files

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// Join puts a relative name after a folder without changing either; an absolute name stays as it is. An empty name stays
// empty, and so names no file.
func Join(folder, name string) string {
	switch {
	case name == "" || folder == "" || filepath.IsAbs(name):
		return name
	case os.IsPathSeparator(folder[len(folder)-1]):
		return folder + name
	}
	return folder + string(filepath.Separator) + name
}

// Split divides a name behind its last separator: the folder, which keeps the separator, and the name in it. Either may be
// empty.
func Split(name string) (folder, base string) {
	volume := len(filepath.VolumeName(name))
	at := len(name)
	for at > volume && !os.IsPathSeparator(name[at-1]) {
		at--
	}
	return name[:at], name[at:]
}

// Folder returns the folder that a name stands in: "." for a name without one.
func Folder(name string) string {
	folder, _ := Split(name)
	if folder == "" {
		return "."
	}
	return folder
}

// ErrFolder is what reading or writing a folder as a file returns.
var ErrFolder = errors.New("it is a folder; name a file in it")

// ErrNotRegular is what ReadRegular returns for a pipe, a device or a socket.
var ErrNotRegular = errors.New("it is not a regular file")

// Read returns the first limit+1 bytes of whatever a person named, also of a pipe or a device; one byte more than the limit
// tells that there is more.
func Read(name string, limit int) ([]byte, error) {
	file, err := Open(name)
	if err != nil {
		return nil, err
	}
	defer func() { _ = file.Close() }()
	return io.ReadAll(io.LimitReader(file, int64(limit)+1))
}

// Open opens whatever a person named for reading, also a pipe or a device, but no folder.
func Open(name string) (*os.File, error) {
	file, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	if info, err := file.Stat(); err == nil && info.IsDir() {
		_ = file.Close()
		return nil, ErrFolder
	}
	return file, nil
}

// ReadRegular is Read for a file that nobody named, such as one found in a cloned repository: it opens nothing but regular
// files, so that no pipe or device can hold the run up. A link to a regular file counts as one.
func ReadRegular(name string, limit int) ([]byte, error) {
	file, err := openRegular(name)
	if err != nil {
		return nil, err
	}
	defer func() { _ = file.Close() }()
	return io.ReadAll(io.LimitReader(file, int64(limit)+1))
}

// openRegular opens a file without waiting and looks at what was opened, not at what had the name before.
func openRegular(name string) (*os.File, error) {
	info, err := os.Stat(name)
	if err != nil {
		return nil, err
	}
	if err := mustBeRegular(info); err != nil {
		return nil, err
	}
	file, err := os.OpenFile(name, os.O_RDONLY|withoutWaiting, 0)
	if err != nil {
		return nil, err
	}
	info, err = file.Stat()
	if err == nil {
		err = mustBeRegular(info)
	}
	if err != nil {
		_ = file.Close()
		return nil, err
	}
	return file, nil
}

func mustBeRegular(info fs.FileInfo) error {
	switch {
	case info.IsDir():
		return ErrFolder
	case !info.Mode().IsRegular():
		return ErrNotRegular
	}
	return nil
}

// MayWait reports that a name leads to something which could hold a reader up: neither a regular file nor a folder. What cannot be
// looked at is left to its reader.
func MayWait(name string) bool {
	info, err := os.Stat(name)
	return err == nil && errors.Is(mustBeRegular(info), ErrNotRegular)
}

// IsMissing reports that there is nothing of a name, which differs from a name that cannot be looked at.
func IsMissing(err error) bool { return errors.Is(err, fs.ErrNotExist) }

// Exists reports whether there is anything of a name, a link that leads nowhere included. An error means that it cannot be
// told.
func Exists(name string) (bool, error) {
	_, err := os.Lstat(name)
	if IsMissing(err) {
		return false, nil
	}
	return err == nil, err
}

// Real returns the absolute name of a folder without links in it, as walking up from it needs: the parent of a link is not the
// parent of what it leads to.
func Real(folder string) (string, error) {
	resolved, err := filepath.EvalSymlinks(folder)
	if err != nil {
		return "", err
	}
	return filepath.Abs(resolved)
}

// Same reports whether two names lead to one file, through links or in another case included. Two files that are not there yet
// are compared by the folder that they would be made in.
func Same(a, b string) bool {
	there, errA := os.Stat(a)
	other, errB := os.Stat(b)
	if errA == nil && errB == nil {
		return os.SameFile(there, other)
	}
	if !IsMissing(errA) || !IsMissing(errB) {
		return false
	}
	return sameNew(a, b)
}

// sameNew compares two files that are not there, after the links that would be followed in making them. The case of letters is
// left out of account: some systems hold both names for one file.
func sameNew(a, b string) bool {
	a, errA := Follow(a)
	b, errB := Follow(b)
	if errA != nil || errB != nil {
		return false
	}
	_, baseA := Split(a)
	_, baseB := Split(b)
	if !strings.EqualFold(baseA, baseB) {
		return false
	}
	folderA, errA := os.Stat(Folder(a))
	folderB, errB := os.Stat(Folder(b))
	if errA != nil || errB != nil {
		return Folder(a) == Folder(b)
	}
	return os.SameFile(folderA, folderB)
}

// Cause returns the bare reason of an error of the operating system, for messages that name the file themselves.
func Cause(err error) error {
	if pathError, ok := errors.AsType[*fs.PathError](err); ok {
		return withoutStop(pathError.Err)
	}
	if linkError, ok := errors.AsType[*os.LinkError](err); ok {
		return withoutStop(linkError.Err)
	}
	return err
}

// stopped is an error in whose words a sentence goes on.
type stopped struct{ error }

func (e stopped) Error() string { return strings.TrimSuffix(e.error.Error(), ".") }

func (e stopped) Unwrap() error { return e.error }

// withoutStop takes away the full stop with which Windows ends what it says: more follows in our messages.
func withoutStop(err error) error {
	if strings.HasSuffix(err.Error(), ".") {
		return stopped{err}
	}
	return err
}

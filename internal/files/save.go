package files

import (
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"
)

// Replacement is a file that is written beside the one that it will take the place of. Until Commit the target is as it was.
type Replacement struct {
	disk Disk
	file File
	// temporary is the name that it is written under; "" for a target that is no regular file, which is written directly.
	temporary string
	// target is the name that it gets, with all links followed.
	target string
	// keep is the mode of the file that is replaced; 0 for a new file.
	keep fs.FileMode
	// folders are those that were made for it, from the outermost to its own.
	folders []string
}

// Replace begins to write the file that a name leads to, which gets the mode, less the umask, where it is new. Folders above it that
// are missing are made, and removed again if it does not come about. A pipe or a device is written directly. A file that this user may
// not write, or that nobody may, is not replaced either.
func Replace(name string, mode fs.FileMode) (*Replacement, error) {
	if direct, err := openDirectly(name); direct != nil || err != nil {
		return direct, err
	}
	target, err := Follow(name)
	if err != nil {
		return nil, Cause(err)
	}
	folders, err := MakeFolders(Folder(target), 0o755)
	if err != nil {
		return nil, fmt.Errorf("make its folder: %w", err)
	}
	r, err := replaceOn(Kernel{}, target, mode)
	if err != nil {
		RemoveEmpty(folders)
		return nil, err
	}
	r.folders = folders
	return r, nil
}

// openDirectly opens what a name leads to if it is there and no regular file; nil otherwise.
func openDirectly(name string) (*Replacement, error) {
	info, err := os.Stat(name)
	if err != nil || info.Mode().IsRegular() {
		return nil, nil
	}
	if info.IsDir() {
		return nil, ErrFolder
	}
	file, err := os.OpenFile(name, os.O_WRONLY, 0)
	if err != nil {
		return nil, Cause(err)
	}
	return &Replacement{disk: Kernel{}, file: file}, nil
}

// replaceOn is Replace for a target without links.
func replaceOn(disk Disk, target string, mode fs.FileMode) (*Replacement, error) {
	r := &Replacement{disk: disk, target: target}
	switch there, err := disk.Stat(target); {
	case err == nil:
		if err := mayReplace(disk, target, there); err != nil {
			return nil, Cause(err)
		}
		r.keep = there.Perm()
	case !IsMissing(err):
		return nil, Cause(err)
	}
	var err error
	if r.file, r.temporary, err = createBeside(disk, target, mode); err != nil {
		return nil, Cause(err)
	}
	return r, nil
}

// errProtected also holds for root, who may write everything.
var errProtected = errors.New("it is write-protected; permit writing it first, or name another file")

func mayReplace(disk Disk, target string, mode fs.FileMode) error {
	const anybody = 0o222
	if mode.Perm()&anybody == 0 {
		return errProtected
	}
	return disk.MayWrite(target)
}

// Write adds to the new file. After an error only Abandon makes sense.
func (r *Replacement) Write(data []byte) (int, error) { return r.file.Write(data) }

// Commit puts the new file in the place of the target. After an error the target is what it was, except where the error says that
// the new file is there.
func (r *Replacement) Commit() error {
	return r.finish(r.disk.Rename)
}

// finish completes the temporary file and gives it its name.
func (r *Replacement) finish(name func(from, to string) error) error {
	if r.IsDirect() {
		return Cause(r.file.Close())
	}
	err := r.complete()
	if err == nil {
		err = name(r.temporary, r.target)
	}
	if err != nil {
		r.remove()
		return r.Failed(err)
	}
	r.folders = nil // they stay
	if err := r.disk.SyncFolder(Folder(r.target)); err != nil {
		return fmt.Errorf("the new file is there, but a power loss could still undo it: %w", Cause(err))
	}
	return nil
}

// Failed says what the failure of a write means for the file that was there.
func (r *Replacement) Failed(err error) error {
	if r.IsDirect() || errors.Is(err, fs.ErrExist) {
		return Cause(err)
	}
	return fmt.Errorf("%w; nothing was changed there", Cause(err))
}

// complete gives the temporary file the mode of the replaced one, and everything written to the disk: a file whose name is on
// the disk before its content would be empty after a power loss.
func (r *Replacement) complete() error {
	var err error
	if r.keep != 0 {
		err = r.file.Chmod(r.keep)
	}
	if err == nil {
		err = r.file.Sync()
	}
	if closed := r.file.Close(); err == nil {
		err = closed
	}
	return err
}

// Abandon leaves the target as it is. After Commit it does nothing.
func (r *Replacement) Abandon() {
	if r.file.Close() == nil && !r.IsDirect() {
		r.remove()
	}
}

// remove removes the temporary file, and the folders that were made for it.
func (r *Replacement) remove() {
	_ = r.disk.Remove(r.temporary)
	RemoveEmpty(r.folders)
}

// IsDirect reports a target that is no regular file: what was written to it stays there also when the rest fails.
func (r *Replacement) IsDirect() bool { return r.temporary == "" }

// Write replaces the file that a name leads to.
func Write(name string, data []byte, mode fs.FileMode) error {
	r, err := Replace(name, mode)
	if err != nil {
		return err
	}
	return r.writeAll(data, r.Commit)
}

// Create makes a new file that is whole from the first moment on. It returns an error that is fs.ErrExist if there is anything of
// that name, also something that another program made in the same instant.
func Create(name string, data []byte, mode fs.FileMode) error {
	return createOn(Kernel{}, name, data, mode)
}

func createOn(disk Disk, name string, data []byte, mode fs.FileMode) error {
	file, temporary, err := createBeside(disk, name, mode)
	if err != nil {
		return Cause(err)
	}
	r := &Replacement{disk: disk, file: file, temporary: temporary, target: name}
	return r.writeAll(data, func() error { return r.finish(r.linkNew) })
}

// linkNew gives a file its name as a second one, which fails where something has that name, and takes the first away. Where links
// cannot be made, the new name is taken first and the file then put in the place of it.
func (r *Replacement) linkNew(from, to string) error {
	err := r.disk.Link(from, to)
	switch {
	case err == nil:
		return r.disk.Remove(from)
	case errors.Is(err, fs.ErrExist):
		return fs.ErrExist
	}
	file, err := r.disk.Create(to, 0o600)
	if err != nil {
		return err
	}
	_ = file.Close()
	return r.disk.Rename(from, to)
}

func (r *Replacement) writeAll(data []byte, commit func() error) error {
	if _, err := r.Write(data); err != nil {
		r.Abandon()
		return r.Failed(err)
	}
	return commit()
}

// attempts is how often another temporary name is tried. Each is drawn from 2^64, so that left files do not block a write.
const attempts = 8

// createBeside makes a temporary file in the folder of a target.
func createBeside(disk Disk, target string, mode fs.FileMode) (file File, name string, err error) {
	folder, base := Split(target)
	for range attempts {
		name = folder + temporaryPrefix(base) + strconv.FormatUint(rand.Uint64(), 36) + ".tmp"
		file, err = disk.Create(name, mode)
		if !errors.Is(err, fs.ErrExist) {
			break
		}
	}
	return file, name, err
}

// temporaryPrefix begins the names of temporary files for a target. It is cut where the target's name leaves no place for more:
// names may have 255 bytes.
func temporaryPrefix(base string) string {
	const most = 200
	return "." + cutBytes(base, most) + "."
}

// RemoveLeft removes the temporary files for a target that were left by runs which were killed: those that are older than a time
// at which no run can still be writing them.
func RemoveLeft(target string, before time.Time) {
	folder, base := Split(target)
	entries, _ := os.ReadDir(Folder(target)) // a folder that cannot be listed stays as it is
	for _, entry := range entries {
		info, err := entry.Info()
		if err == nil && info.Mode().IsRegular() && isTemporary(entry.Name(), base) && info.ModTime().Before(before) {
			_ = os.Remove(folder + entry.Name())
		}
	}
}

func isTemporary(name, base string) bool {
	rest, ok := strings.CutPrefix(name, temporaryPrefix(base))
	return ok && regexp.MustCompile(`^[0-9a-z]{1,13}\.tmp$`).MatchString(rest)
}

// CreateNumbered is Create with the first free name of a row: a.yaml becomes a.1.yaml, a.2.yaml and so on. It returns the name.
func CreateNumbered(name string, data []byte, mode fs.FileMode) (numbered string, err error) {
	for n := 1; ; n++ {
		numbered = numberName(name, n)
		if err = Create(numbered, data, mode); !errors.Is(err, fs.ErrExist) {
			return numbered, err
		}
	}
}

// numberName puts a number before the ending of a name, which is cut to the 255 bytes that a name may have.
func numberName(name string, n int) string {
	const most = 255
	folder, base := Split(name)
	end := filepath.Ext(base)
	stem, tail := strings.TrimSuffix(base, end), "."+strconv.Itoa(n)+end
	return folder + cutBytes(stem, most-len(tail)) + tail
}

// cutBytes returns the beginning of a text that has at most so many bytes, and no half character at its end.
func cutBytes(text string, most int) string {
	if len(text) <= most {
		return text
	}
	cut := max(most, 0)
	for cut > 0 && !utf8.RuneStart(text[cut]) {
		cut--
	}
	return text[:cut]
}

// lockTries is how often Locked asks for the lock, a millisecond apart: other sessions hold it for the milliseconds of a save.
const lockTries = 2000

// Locked runs a function while no other session of this program saves in a folder. A lock that is held for longer than about
// two seconds, or that the system does not have, holds nothing up: then the function runs without it.
func Locked(folder string, save func() error) error {
	file, err := os.Open(folder)
	if err != nil {
		return save()
	}
	defer func() { _ = file.Close() }() // which frees the lock
	for range lockTries {
		if free, err := lockFolder(file); free || err != nil {
			break
		}
		time.Sleep(time.Millisecond)
	}
	return save()
}

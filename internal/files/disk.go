package files

import (
	"io"
	"io/fs"
	"os"
	"time"
)

// Disk are the calls to the operating system by which a file is saved. Kernel makes them; tests put faults and power losses in
// their place.
type Disk interface {
	// Stat tells the mode of what a name leads to.
	Stat(name string) (fs.FileMode, error)
	// MayWrite returns the error that opening an existing file for writing gives; it changes nothing.
	MayWrite(name string) error
	// Create makes a file that must not be there yet.
	Create(name string, mode fs.FileMode) (File, error)
	// Rename puts a file in the place of another in one step.
	Rename(from, to string) error
	// Link gives a file a second name, which must not be there yet.
	Link(from, to string) error
	Remove(name string) error
	// SyncFolder makes what was created, renamed and removed in a folder survive a power loss.
	SyncFolder(name string) error
}

// File is a file that is being written.
type File interface {
	io.WriteCloser
	Chmod(mode fs.FileMode) error
	// Sync makes what was written survive a power loss.
	Sync() error
}

// Kernel is the disk of the operating system.
type Kernel struct{}

// Stat is os.Stat.
func (Kernel) Stat(name string) (fs.FileMode, error) {
	info, err := os.Stat(name)
	if err != nil {
		return 0, err
	}
	return info.Mode(), nil
}

// MayWrite opens a file for writing and closes it.
func (Kernel) MayWrite(name string) error {
	file, err := os.OpenFile(name, os.O_WRONLY|withoutWaiting, 0)
	if err != nil {
		return err
	}
	return file.Close()
}

// Create is os.OpenFile for a new file.
func (Kernel) Create(name string, mode fs.FileMode) (File, error) {
	file, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode)
	if err != nil {
		return nil, err // not file, which as a File would not be nil
	}
	return file, nil
}

// Rename is os.Rename, tried again for a while where another program has the file open and the system refuses it then.
func (Kernel) Rename(from, to string) error {
	return retryWhileOpen(func() error { return os.Rename(from, to) }, isOpenElsewhere, time.Sleep)
}

// Link is os.Link.
func (Kernel) Link(from, to string) error { return os.Link(from, to) }

// Remove is os.Remove.
func (Kernel) Remove(name string) error { return os.Remove(name) }

// SyncFolder opens a folder and syncs it.
func (Kernel) SyncFolder(name string) error { return syncFolder(name) }

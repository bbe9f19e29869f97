//go:build unix

package files

import (
	"errors"
	"io/fs"
	"os"
	"syscall"
)

// withoutWaiting keeps the opening of a pipe from waiting for its writer.
const withoutWaiting = syscall.O_NONBLOCK

// ownerOf returns the user that a file belongs to.
func ownerOf(info fs.FileInfo) (user int, known bool) {
	if status, ok := info.Sys().(*syscall.Stat_t); ok {
		return int(status.Uid), true
	}
	return 0, false
}

// syncFolder makes the entries of a folder survive a power loss. File systems that cannot do this for a folder keep their
// entries in their own way.
func syncFolder(name string) error {
	folder, err := os.Open(name)
	if err != nil {
		// A folder that may be written but not read cannot be synced.
		if errors.Is(err, fs.ErrPermission) {
			return nil
		}
		return err
	}
	err = folder.Sync()
	_ = folder.Close()
	if errors.Is(err, syscall.EINVAL) || errors.Is(err, syscall.ENOTSUP) {
		return nil
	}
	return err
}

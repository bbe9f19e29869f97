//go:build unix && !aix && !illumos && !solaris

package files

import (
	"errors"
	"os"
	"syscall"
)

// lockFolder waits for nothing: it reports whether the lock was free.
func lockFolder(folder *os.File) (free bool, err error) {
	err = syscall.Flock(int(folder.Fd()), syscall.LOCK_EX|syscall.LOCK_NB)
	if errors.Is(err, syscall.EWOULDBLOCK) {
		return false, nil
	}
	return err == nil, err
}

package files

import (
	"errors"
	"syscall"
)

// isOpenElsewhere reports how Windows refuses to replace a file that another program has open.
func isOpenElsewhere(err error) bool {
	const sharingViolation, lockViolation = syscall.Errno(32), syscall.Errno(33)
	return errors.Is(err, syscall.ERROR_ACCESS_DENIED) || errors.Is(err, sharingViolation) || errors.Is(err, lockViolation)
}

//go:build !unix || aix || illumos || solaris

package files

import (
	"errors"
	"os"
)

func lockFolder(*os.File) (free bool, err error) { return false, errors.ErrUnsupported }

//go:build !unix

package gitrepo_test

import "errors"

func makePipe(string) error { return errors.ErrUnsupported }

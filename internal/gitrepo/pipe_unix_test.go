//go:build unix

package gitrepo_test

import "syscall"

func makePipe(path string) error { return syscall.Mkfifo(path, 0o644) }

//go:build unix

package main

import (
	"os"
	"runtime"
	"syscall"
)

// megabytes is the peak of the memory of a process that ended.
func megabytes(state *os.ProcessState) float64 {
	usage, ok := state.SysUsage().(*syscall.Rusage)
	if !ok {
		return 0
	}
	unit := 1024.0
	if runtime.GOOS == "darwin" {
		unit = 1
	}
	return float64(usage.Maxrss) * unit / (1 << 20)
}

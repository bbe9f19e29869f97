//go:build unix

package main

import (
	"os"
	"os/signal"
	"syscall"
)

// notifyContinued returns a channel that receives a signal when the process goes on after it was stopped, as by Ctrl+Z.
func notifyContinued() <-chan os.Signal {
	continued := make(chan os.Signal, 1)
	signal.Notify(continued, syscall.SIGCONT)
	return continued
}

// Command opsfit assesses which operating model, DevOps or SysOps, fits a service, and how sure that is.
//
// It only adapts the process to package cli; signals, exit and the linker's version live here and nowhere else.
package main

import (
	"cmp"
	"context"
	"fmt"
	"os"
	"os/signal"
	"runtime"
	"runtime/debug"
	"strings"
	"syscall"
	"time"

	"github.com/opsfit/opsfit/internal/browser"
	"github.com/opsfit/opsfit/internal/cli"
	"github.com/opsfit/opsfit/internal/pager"
	"github.com/opsfit/opsfit/internal/terminal"
)

// version, commit and the day of the commit are set by the linker; empty means to look at the build information.
var (
	version string
	commit  string //nolint:gochecknoglobals // The linker can set nothing else.
	date    string //nolint:gochecknoglobals // The linker can set nothing else.
)

// shutdownTimeout is how long a run may take after a signal to finish what it is writing and to restore the terminal, also on a
// busy machine. A second signal cuts it short.
const shutdownTimeout = 5 * time.Second

// silentTime is how long a run may take to stop before a person is told that it was interrupted.
const silentTime = 200 * time.Millisecond

// gcPercent is the GC target of most runs: they last milliseconds and use a few megabytes, so early collections only
// cost time.
const gcPercent = 400

// workingMemory is the memory in bytes that a run over very many files gets besides what it keeps of them: about what a
// run over few files takes.
const workingMemory = 20 << 20

func main() {
	setGCPercent(gcPercent)
	os.Exit(run())
}

func setGCPercent(percent int) {
	// Respect GOGC.
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(percent)
	}
}

func run() int {
	signals := make(chan os.Signal, 1)
	signal.Notify(signals, os.Interrupt, syscall.SIGTERM, syscall.SIGQUIT)
	if !signal.Ignored(syscall.SIGHUP) {
		// A terminal that is closed must not leave the screen or a draft half done.
		signal.Notify(signals, syscall.SIGHUP)
	}
	ctx, stop := context.WithCancelCause(context.Background())
	defer stop(nil)
	done := make(chan int, 1)
	go func() { done <- cli.Main(ctx, process(), os.Args[1:]) }()
	select {
	case code := <-done:
		return code
	case got := <-signals:
		interruption := interruptionBy(got)
		stop(interruption)
		return awaitEnd(done, signals, int(interruption))
	}
}

// awaitEnd returns the exit code of a run that was told to stop, or the given one when it does not end in time or another signal
// comes: something cannot be interrupted, such as a named pipe that nobody reads. A person who waits is told so.
func awaitEnd(done <-chan int, signals <-chan os.Signal, interrupted int) int {
	select {
	case code := <-done:
		return code
	case <-signals:
		return interrupted
	case <-time.After(silentTime):
	}
	fmt.Fprintln(os.Stderr, "opsfit: interrupted; waiting for a file that is being read or written. Interrupt again to end at once.")
	select {
	case code := <-done:
		return code
	case <-signals:
	case <-time.After(shutdownTimeout):
	}
	return interrupted
}

func interruptionBy(got os.Signal) cli.Interruption {
	switch got {
	case syscall.SIGTERM:
		return cli.ExitTerminated
	case syscall.SIGHUP:
		return cli.ExitHungUp
	case syscall.SIGQUIT:
		return cli.ExitQuit
	}
	return cli.ExitInterrupted
}

func process() cli.Process {
	dir, err := os.Getwd()
	if err != nil {
		// A deleted working directory is no reason to fail: names given absolutely still work.
		dir = "."
	}
	built := cli.BuildVersion(version, commit)
	built.Date = cmp.Or(date, built.Date)
	if runtime.GOOS == "windows" {
		terminal.EnableSequences(os.Stdout, os.Stderr)
	}
	return cli.Process{
		Streams:   terminal.FromFiles(os.Stdin, os.Stdout, os.Stderr),
		Env:       os.Getenv,
		System:    runtime.GOOS,
		Variables: variables(os.Environ()),
		Dir:       dir,
		Now:       time.Now,
		Version:   built,
		OpenFile:  browser.Open,
		Pager:     pagerOf(runtime.GOOS),
		Continued: notifyContinued(),
		LimitMemory: func(kept int64) {
			// Respect GOMEMLIMIT.
			if os.Getenv("GOMEMLIMIT") == "" {
				debug.SetMemoryLimit(workingMemory + kept)
			}
		},
	}
}

// pagerOf returns what shows long texts; nil for Windows, whose pagers know no colours.
func pagerOf(system string) func(context.Context, []byte) bool {
	if system == "windows" {
		return nil
	}
	p := &pager.Pager{
		Lookup: os.LookupEnv, Out: os.Stdout, Err: os.Stderr,
		// Ctrl+C is for the pager now: to end before it would leave it alone at the terminal with the shell.
		Started: func() { signal.Ignore(os.Interrupt, syscall.SIGQUIT) },
	}
	return p.Show
}

// variables returns the names in an environment of NAME=value.
func variables(environment []string) []string {
	names := make([]string, len(environment))
	for i, entry := range environment {
		names[i], _, _ = strings.Cut(entry, "=")
	}
	return names
}

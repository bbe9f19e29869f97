package main

import (
	"errors"
	"os/exec"
	"runtime"
	"syscall"
	"testing"
	"time"
)

// TestSignals proves that a run that waits for a pipe ends at once and says by its exit code what ended it.
func TestSignals(t *testing.T) {
	t.Parallel()
	if runtime.GOOS == "windows" {
		t.Skip("Windows has no such signals")
	}
	for signal, want := range map[syscall.Signal]int{syscall.SIGINT: 130, syscall.SIGTERM: 143, syscall.SIGQUIT: 131} {
		t.Run(signal.String(), func(t *testing.T) {
			t.Parallel()
			// A signal that comes before the program listens ends it the usual way: then wait longer.
			for delay := 100 * time.Millisecond; delay < 10*time.Second; delay *= 2 {
				if got := interrupted(t, signal, delay); !endedUnheard(signal, got) {
					if got != want {
						t.Errorf("exit code %d, want %d", got, want)
					}
					return
				}
			}
			t.Error("the program never listened")
		})
	}
}

// endedUnheard reports that a run got a signal before it listened. Go itself ends with 2 on SIGQUIT.
func endedUnheard(signal syscall.Signal, code int) bool {
	return code == -1 || signal == syscall.SIGQUIT && code == 2
}

// interrupted returns the exit code of a run that got the signal while it waited for answers; -1 when the signal
// itself ended it.
func interrupted(t *testing.T, signal syscall.Signal, delay time.Duration) int {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), "opsfit", "assess")
	in, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	time.Sleep(delay)
	if err := cmd.Process.Signal(signal); err != nil {
		t.Fatal(err)
	}
	err = cmd.Wait()
	_ = in.Close()
	var exit *exec.ExitError
	if !errors.As(err, &exit) {
		t.Fatalf("the run ended with %v", err)
	}
	return exit.ExitCode()
}

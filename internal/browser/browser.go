// Package browser shows a file in the person's browser, through the program with which the system opens files. It starts no
// shell, and nothing else.
package browser

import (
	"context"
	"errors"
	"fmt"
	"os/exec"
	"runtime"
	"time"
)

// patience is how long the opener may take to fail. Some of them run as long as the browser does.
const patience = 3 * time.Second

// Open shows the file at an absolute path. It returns once the opener has ended or seems to have opened the file; the browser
// stays when the run ends. On Linux xdg-open respects BROWSER.
func Open(ctx context.Context, path string) error {
	name, args := opener(runtime.GOOS)
	program, err := exec.LookPath(name)
	if err != nil {
		return fmt.Errorf("%s is not installed", name)
	}
	cmd := exec.Command(program, append(args, path)...) //nolint:noctx // The browser outlives the run.
	if err := cmd.Start(); err != nil {
		return err
	}
	ended := make(chan error, 1)
	go func() { ended <- cmd.Wait() }()
	select {
	case err := <-ended:
		if failed, ok := errors.AsType[*exec.ExitError](err); ok {
			return fmt.Errorf("%s ended with %w", name, failed)
		}
		return err
	case <-ctx.Done():
		return context.Cause(ctx)
	case <-time.After(patience):
		return nil
	}
}

// opener returns the program of a system that opens a file, and its arguments before the file.
func opener(system string) (name string, args []string) {
	switch system {
	case "windows":
		return "rundll32", []string{"url.dll,FileProtocolHandler"}
	case "darwin":
		return "open", nil
	}
	return "xdg-open", nil
}

// Package pager shows a text through the person's pager, as git does. It starts no shell, and no program of the current folder.
package pager

import (
	"bytes"
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"time"
)

// Variable names the pager for this program alone; PAGER is the one for all.
const Variable = "OPSFIT_PAGER"

// patience is how long a pager may take to leave the terminal as it was when the run is stopped.
const patience = 2 * time.Second

// Pager shows texts at a terminal.
type Pager struct {
	// Lookup returns an environment variable, and whether it is set.
	Lookup func(name string) (string, bool)
	// Out and Err are the terminal.
	Out, Err *os.File
	// Started is called once the pager has the terminal: keys that interrupt are for it from then on.
	Started func()
}

// Show shows a text and returns when the person has left it. It returns false, with nothing shown, where there is no pager.
func (p *Pager) Show(ctx context.Context, text []byte) bool {
	words := p.command()
	if len(words) == 0 || filepath.Base(words[0]) != words[0] && !filepath.IsAbs(words[0]) {
		return false
	}
	program, err := exec.LookPath(words[0]) // It refuses what it finds in the current folder.
	if err != nil {
		return false
	}
	cmd := exec.CommandContext(ctx, program, words[1:]...)
	cmd.Stdin, cmd.Stdout, cmd.Stderr = bytes.NewReader(text), p.Out, p.Err
	if _, ok := p.Lookup("LESS"); !ok {
		cmd.Env = append(cmd.Environ(), "LESS=FRX") // leave what fits on the screen, show colours, keep the text when it ends
	}
	cmd.Cancel = func() error { return cmd.Process.Signal(syscall.SIGTERM) }
	cmd.WaitDelay = patience
	if cmd.Start() != nil {
		return false
	}
	p.Started()
	_ = cmd.Wait() // However it ended, the person has seen what it showed.
	return true
}

// command returns the words of the pager; none for none.
func (p *Pager) command() []string {
	for _, name := range []string{Variable, "PAGER"} {
		if value, ok := p.Lookup(name); ok {
			words := strings.Fields(value)
			if len(words) > 0 && words[0] == "cat" {
				return nil
			}
			return words
		}
	}
	return []string{"less"}
}

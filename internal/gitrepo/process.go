package gitrepo

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os/exec"
	"time"
)

const (
	// brief is the timeout of a question with a short answer, lengthy that of one that walks the history or a tree. No
	// honest repository comes near them.
	brief   = time.Minute
	lengthy = 20 * time.Minute
	// shortAnswer is the maximum output of a question with a short answer.
	shortAnswer = 1 << 20
	// streamBuffer is the size of the buffer for the output of git, shortBuffer that for a short answer.
	streamBuffer = 1 << 18
	shortBuffer  = 1 << 12
)

// question is a call of git.
type question struct {
	// folder is the working directory of the process; it is never on the command line.
	folder string
	// env is the whole environment.
	env []string
	// args begin with the subcommand.
	args []string
	// settings are configuration given on the command line, each KEY=VALUE; they win over every file.
	settings []string
	// input is the standard input of git; nil for none.
	input string
	limit time.Duration
}

func (q *question) bufferSize() int {
	if q.limit == brief {
		return shortBuffer
	}
	return streamBuffer
}

// safeSettings are the settings of every call, whatever a repository says.
func safeSettings() []string {
	return []string{
		"core.fsmonitor=false",
		"core.hooksPath=/dev/null",
		// The commit graph is a cache that may disagree with the commits themselves.
		"core.commitGraph=false",
		"protocol.allow=never",
	}
}

// output runs git and returns its output.
func (p *program) output(ctx context.Context, q question) ([]byte, error) {
	var answer []byte
	err := p.stream(ctx, q, func(out *bufio.Reader) error {
		var err error
		answer, err = io.ReadAll(io.LimitReader(out, shortAnswer+1))
		if err == nil && len(answer) > shortAnswer {
			err = ErrTooLarge
		}
		return err
	})
	return answer, err
}

// stream runs git and passes its output to read as it comes. An error of read ends git and becomes the error of the
// call.
func (p *program) stream(ctx context.Context, q question, read func(*bufio.Reader) error) error {
	limited, cancel := context.WithTimeoutCause(ctx, q.limit, ErrTooSlow)
	defer cancel()
	cmd := p.newCommand(limited, q)
	var complaint head
	cmd.Stderr = &complaint
	out, err := cmd.StdoutPipe()
	if err != nil {
		return fmt.Errorf("start git: %w", err)
	}
	if err := cmd.Start(); err != nil {
		return fmt.Errorf("start git: %w", err)
	}
	stopped := read(p.skipBanner(bufio.NewReaderSize(out, q.bufferSize())))
	if stopped != nil && !errors.Is(stopped, errCutShort) {
		cancel()
	}
	ended := cmd.Wait()
	switch {
	case ctx.Err() != nil:
		return context.Cause(ctx)
	case errors.Is(context.Cause(limited), ErrTooSlow):
		return fmt.Errorf("git %s: %w", q.args[0], ErrTooSlow)
	case stopped != nil && !errors.Is(stopped, errCutShort):
		return stopped
	case ended != nil:
		return errorOf(q.args[0], ended, complaint.String())
	}
	return stopped
}

// skipBanner skips what a wrapper prints before the answer.
func (p *program) skipBanner(out *bufio.Reader) *bufio.Reader {
	if begin, _ := out.Peek(len(p.banner)); len(begin) > 0 && string(begin) == p.banner {
		_, _ = out.Discard(len(begin))
	}
	return out
}

// errCutShort means that an answer ends in the middle; how git ended says why.
var errCutShort = fmt.Errorf("%w: git's answer ends in the middle", ErrMissing)

func (p *program) newCommand(ctx context.Context, q question) *exec.Cmd {
	args := []string{"--no-pager", "--no-replace-objects"}
	for _, setting := range append(safeSettings(), q.settings...) {
		args = append(args, "-c", setting)
	}
	cmd := exec.CommandContext(ctx, p.path, append(args, q.args...)...)
	cmd.Dir, cmd.Env = q.folder, q.env
	if q.input != "" {
		cmd.Stdin = bytes.NewReader([]byte(q.input))
	}
	// A child of git that still holds the pipes must not block the run.
	cmd.WaitDelay = time.Second
	return cmd
}

// head keeps the first part of what is written to it and drops the rest.
type head struct {
	bytes.Buffer
}

func (h *head) Write(data []byte) (int, error) {
	const kept = 8 << 10
	h.Buffer.Write(data[:min(len(data), max(0, kept-h.Len()))])
	return len(data), nil
}

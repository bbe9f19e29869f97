package cli

import (
	"bytes"
	"testing"
	"time"

	"github.com/opsfit/opsfit/internal/terminal"
)

// TestProgress is told at a terminal, after a second, and not at every step.
func TestProgress(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name       string
		isTerminal bool
		term       string
		want       string
	}{
		{"at a terminal", true, "xterm", "\r8192 commits read\x1b[K\r1 of 7 read\x1b[K\r\x1b[K"},
		{"in a log", false, "xterm", ""},
		{"at a dumb terminal", true, "dumb", ""},
	}
	for _, test := range tests {
		var out bytes.Buffer
		now := time.Unix(0, 0)
		run := &runner{Process: Process{
			Streams: terminal.Streams{Err: &out, ErrIsTerminal: test.isTerminal},
			Env:     func(string) string { return test.term },
			Now:     func() time.Time { return now },
		}}
		p := run.newProgress("read", 7)
		p.showCount("commits", 4096) // too early
		now = now.Add(time.Second)
		p.showCount("commits", 8192)
		now = now.Add(200 * time.Millisecond)
		p.showCount("commits", 9000) // too soon after
		now = now.Add(50 * time.Millisecond)
		p.countOne()
		p.clearLine()
		if out.String() != test.want {
			t.Errorf("%s: %q, want %q", test.name, out.String(), test.want)
		}
	}
}

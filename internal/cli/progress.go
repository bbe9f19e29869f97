package cli

import (
	"fmt"
	"io"
	"time"
)

// progressDelay is how long work may take before progress is shown.
const progressDelay = time.Second

// progress shows on standard error how far a long run is. It is silent on short runs and when standard error is not a
// terminal.
type progress struct {
	to    io.Writer
	now   func() time.Time
	what  string
	of    int
	at    int
	next  time.Time
	shown bool
}

func (r *runner) newProgress(what string, of int) *progress {
	p := &progress{now: r.Now, what: what, of: of, next: r.Now().Add(progressDelay)}
	if r.Streams.ErrIsTerminal && r.Env("TERM") != "dumb" {
		p.to = r.Streams.Err
	}
	return p
}

// countOne counts one more as done.
func (p *progress) countOne() {
	p.at++
	if p.isDue() {
		p.showText(fmt.Sprintf("%d of %d %s", p.at, p.of, p.what))
	}
}

// showCount shows how much is done when the total is unknown.
func (p *progress) showCount(what string, count int) {
	if p.isDue() {
		p.showText(fmt.Sprintf("%d %s %s", count, what, p.what))
	}
}

func (p *progress) isDue() bool { return p.to != nil && !p.now().Before(p.next) }

// showText replaces the text shown before.
func (p *progress) showText(text string) {
	p.shown, p.next = true, p.now().Add(progressDelay/4)
	_, _ = fmt.Fprint(p.to, "\r"+text+"\x1b[K")
}

// clearLine removes the line.
func (p *progress) clearLine() {
	if p.shown {
		p.shown = false
		_, _ = fmt.Fprint(p.to, "\r\x1b[K")
	}
}

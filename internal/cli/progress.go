package cli

import (
	"fmt"
	"io"
	"time"
)

// patience is how long work may take before a person is told how far it is.
const patience = time.Second

// progress says on standard error how far a long run is. It is silent where nobody watches, and on short runs.
type progress struct {
	to    io.Writer
	now   func() time.Time
	what  string
	of    int
	at    int
	next  time.Time
	shown bool
}

func (r *runner) progress(what string, of int) *progress {
	p := &progress{now: r.Now, what: what, of: of, next: r.Now().Add(patience)}
	if r.Streams.ErrIsTerminal && r.Env("TERM") != "dumb" {
		p.to = r.Streams.Err
	}
	return p
}

// step counts one more as done.
func (p *progress) step() {
	p.at++
	if p.isDue() {
		p.write(fmt.Sprintf("%d of %d %s", p.at, p.of, p.what))
	}
}

// reached tells how much of something is done where nobody knows how much there is.
func (p *progress) reached(what string, count int) {
	if p.isDue() {
		p.write(fmt.Sprintf("%d %s %s", count, what, p.what))
	}
}

func (p *progress) isDue() bool { return p.to != nil && !p.now().Before(p.next) }

// write puts a text in the place of the one before.
func (p *progress) write(text string) {
	p.shown, p.next = true, p.now().Add(patience/4)
	_, _ = fmt.Fprint(p.to, "\r"+text+"\x1b[K")
}

// done takes the line away again.
func (p *progress) done() {
	if p.shown {
		p.shown = false
		_, _ = fmt.Fprint(p.to, "\r\x1b[K")
	}
}

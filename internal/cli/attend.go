package cli

import (
	"context"
	"fmt"

	"github.com/opsfit/opsfit/internal/agreement"
	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/evidence"
	"github.com/opsfit/opsfit/internal/interview"
	"github.com/opsfit/opsfit/internal/questionnaire"
	"github.com/opsfit/opsfit/internal/report"
)

// attendance is a repository that is read while a person answers. It is an interview.Witness.
type attendance struct {
	ready chan struct{}
	// scan and fault are written before ready is closed, and read after.
	scan  *evidence.Scan
	fault error
}

// attend opens the repository and reads it while the person answers, without a word: the screen belongs to the questions. What
// is no repository is refused before the first of them.
func (w *witness) attend(ctx context.Context, run *runner, opening *interview.Opening) error {
	if w.dir == "" {
		return nil
	}
	repo, err := run.repository(ctx, w.dir)
	if err != nil {
		return err
	}
	w.attendance = &attendance{ready: make(chan struct{})}
	opening.Witness = w.attendance
	opt := w.options(run)
	go w.attendance.look(func() (*evidence.Scan, error) { return scanned(ctx, repo, w.dir, opt) })
	return nil
}

// look reads the repository and says when it has. A mistake of ours in there must not end the interview, and with it what the
// person is typing, so it becomes the fault of the repository alone.
func (a *attendance) look(read func() (*evidence.Scan, error)) {
	defer close(a.ready)
	defer func() {
		if failure := recover(); failure != nil {
			a.scan, a.fault = nil, fmt.Errorf("internal failure while the repository was read: %v; please report it", failure)
		}
	}()
	a.scan, a.fault = read()
}

// wait takes over what was read during an interview.
func (w *witness) wait(ctx context.Context) error {
	if w.attendance == nil {
		return nil
	}
	select {
	case <-ctx.Done():
		return context.Cause(ctx)
	case <-w.attendance.ready:
	}
	w.scan = w.attendance.scan
	return w.attendance.fault
}

// Ready implements interview.Witness.
func (a *attendance) Ready() <-chan struct{} { return a.ready }

// Fault implements interview.Witness.
func (a *attendance) Fault() error { return a.fault }

// Beside implements interview.Witness.
func (a *attendance) Beside(question *questionnaire.Question, answer answers.Answer) string {
	finding, ok := agreement.Look(question, answer, a.scan)
	if !ok || finding.Verdict != report.Differs && finding.Verdict != report.Contradicts {
		return ""
	}
	return finding.Shows()
}

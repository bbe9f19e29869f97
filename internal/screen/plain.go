package screen

import (
	"context"
	"errors"
	"fmt"

	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/interview"
)

// plain is the face without a screen: it reads and writes lines, moves no cursor and uses no colour.
type plain struct {
	*lines
	opening *interview.Opening
	session *interview.Session
	// returning sends a question that was reached from the review back to it.
	returning bool
	// unsaved is why the last change could not be saved; leaving then takes a second q.
	unsaved error
}

// Plain interviews line by line, for screen readers, logs and pipes. It returns the finished session,
// interview.ErrLeft when the person left, interview.ErrInputEnded when the input stopped before the last question,
// the context's error when that ended, and why there is no questionnaire.
func Plain(ctx context.Context, opening *interview.Opening, stage Stage) (*interview.Session, error) {
	p := &plain{lines: converse(ctx, stage), opening: opening}
	err := p.begin(ctx)
	if err == nil {
		err = p.run(ctx)
	}
	if errors.Is(err, errDone) {
		return p.session, nil
	}
	return p.session, errors.Join(err, p.unsaved)
}

// errDone ends the loop after the review.
var errDone = errors.New("done")

// run shows a question or the review until one of them ends it.
func (p *plain) run(ctx context.Context) error {
	for {
		turn := p.question
		if p.session.Reviewing() {
			turn = p.review
		}
		if err := turn(ctx); err != nil {
			return err
		}
		p.keep()
	}
}

// keep saves what changed, and says when that fails while there still is something to be done about it.
func (p *plain) keep() {
	var moved string
	moved, p.unsaved = p.opening.Keep(p.session)
	if moved != "" {
		p.say("%s", moved)
	}
	if p.unsaved != nil {
		p.say("NOT SAVED: %s. Your answers are still here; the next step tries again, and w saves elsewhere.", p.unsaved)
	}
}

// end ends the interview in one way or the other; answers that could not be saved are lost only to somebody who says
// so.
func (p *plain) end(ctx context.Context, how error) error {
	p.keep()
	if p.unsaved == nil {
		return how
	}
	answer, err := p.ask(ctx, "End all the same, and lose what is not saved? (q ends, w saves elsewhere, enter goes on):")
	if err != nil {
		return err
	}
	switch word, rest := split(answer); word {
	case "q":
		return how
	case "w":
		return p.saveElsewhere(ctx, rest)
	}
	return nil
}

// saveElsewhere saves in a file that the person names: the way out when the first one cannot be written.
func (p *plain) saveElsewhere(ctx context.Context, file string) (err error) {
	if file == "" {
		p.say("Until now: %s", p.opening.Place())
		if file, err = p.ask(ctx, "Save in which file? (enter alone leaves it as it is):"); err != nil || file == "" {
			return err
		}
	}
	if err := p.opening.KeepIn(p.session, file); err != nil {
		p.say("Not saved there: %s.", err)
		return nil
	}
	p.unsaved = nil
	p.say("Saved in %s, now and from here on.", p.opening.Place())
	return nil
}

// begin asks what is to be known before the first question.
func (p *plain) begin(ctx context.Context) error {
	if !p.opening.Settled {
		p.say("Before the questions: enter alone accepts what stands in brackets, or leaves a line empty; - alone empties it.")
		if err := p.askHead(ctx); err != nil {
			return err
		}
		p.gap()
	}
	if err := p.introduce(); err != nil {
		return err
	}
	draft, err := p.offer(ctx)
	if err != nil {
		return err
	}
	for _, notice := range p.opening.Notices {
		p.say("%s", notice)
	}
	if p.session, err = p.opening.Begin(draft); err != nil {
		return err
	}
	// A file name is never wrapped: it is there to be copied.
	p.write("Every answer is saved at once in " + diag.Visible(p.opening.Place()) + "\n")
	p.say("At any question, h lists what can be typed, and q leaves.")
	return nil
}

// introduce says what will be asked.
func (p *plain) introduce() error {
	q, err := p.opening.Questionnaire()
	if err != nil {
		return err
	}
	p.say("%s (%s %s), %s", q.Title, q.ID, q.Version, extent(q))
	if q.ScopeHint != "" {
		p.gap()
		p.say("%s", q.ScopeHint)
	}
	p.gap()
	return nil
}

func (p *plain) askHead(ctx context.Context) error {
	head := p.opening.Head()
	fields := []struct {
		label string
		value *string
	}{
		{"Service that this is about", &head.Subject}, {"Team", &head.Team}, {"Your role", &head.Role},
	}
	for _, field := range fields {
		prompt := field.label + ":"
		if *field.value != "" {
			prompt = fmt.Sprintf("%s [%s]:", field.label, oneLine(*field.value))
		}
		text, err := p.ask(ctx, prompt)
		switch {
		case err != nil:
			return err
		case text == "-":
			*field.value = ""
		case text != "":
			*field.value = text
		}
	}
	p.opening.SetHead(head)
	return nil
}

// offer asks whether to go on with an earlier draft; nil starts afresh.
func (p *plain) offer(ctx context.Context) (*interview.Draft, error) {
	draft, err := p.opening.Draft()
	if err != nil {
		p.say("There is a draft that cannot be used: %s. It is set aside, nothing in it is lost.", err)
	}
	if draft == nil {
		return nil, nil
	}
	p.say("There is a draft about this: %s.", extentOf(draft))
	for _, d := range draft.Dropped {
		p.say("No longer fitting: %s", d.Message)
	}
	for {
		answer, err := p.ask(ctx, "Go on with it? [y]es, [n]o (it is then set aside):")
		if err != nil {
			return nil, err
		}
		switch command(answer) {
		case "", "y", "yes":
			return draft, nil
		case "n", "no":
			return nil, nil
		case "q":
			return nil, interview.ErrLeft
		}
		p.say("Please type y or n.")
	}
}

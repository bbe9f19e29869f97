package ui

import (
	"context"
	"errors"
	"fmt"

	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/interview"
)

// plainUI interviews line by line: it moves no cursor and uses no colour.
type plainUI struct {
	*prompter
	opening *interview.Opening
	session *interview.Session
	// returning: the question was reached from the review, and the next step goes back there.
	returning bool
	// unsaved is the error of the last save. warned: the person was just told what is lost by ending now; again: that
	// was so at the key before this one.
	unsaved error
}

// RunPlain interviews line by line, for screen readers, logs and pipes. It returns the finished session,
// interview.ErrLeft when the person left, interview.ErrInputEnded when the input stopped before the last question, the
// context's error when that ended, or why there is no questionnaire.
func RunPlain(ctx context.Context, opening *interview.Opening, terminal Terminal) (*interview.Session, error) {
	p := &plainUI{prompter: newPrompter(ctx, terminal), opening: opening}
	err := p.beginSession(ctx)
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

// run shows a question or the review until one of them ends the interview.
func (p *plainUI) run(ctx context.Context) error {
	for {
		turn := p.askQuestion
		if p.session.InReview() {
			turn = p.runReview
		}
		if err := turn(ctx); err != nil {
			return err
		}
		p.saveChanges()
	}
}

// saveChanges saves what changed, and reports a failure while the person can still do something about it.
func (p *plainUI) saveChanges() {
	var moved string
	moved, p.unsaved = p.opening.SaveChanges(p.session)
	if moved != "" {
		p.printParagraph("%s", moved)
	}
	if p.unsaved != nil {
		p.printParagraph("NOT SAVED: %s. Your answers are still here; the next step tries again, and w saves elsewhere.", p.unsaved)
	}
}

// endInterview ends the interview; unsaved answers are lost only when the person confirms that.
func (p *plainUI) endInterview(ctx context.Context, how error) error {
	p.saveChanges()
	if p.unsaved == nil {
		return how
	}
	answer, err := p.ask(ctx, "End all the same, and lose what is not saved? (q ends, w saves elsewhere, enter goes on):")
	if err != nil {
		return err
	}
	switch word, rest := splitCommand(answer); word {
	case "q":
		return how
	case "w":
		return p.saveElsewhere(ctx, rest)
	}
	return nil
}

// saveElsewhere saves in a file that the person names, for when the first one cannot be written.
func (p *plainUI) saveElsewhere(ctx context.Context, file string) (err error) {
	if file == "" {
		p.printParagraph("Until now: %s", p.opening.AnswersPlace())
		if file, err = p.ask(ctx, "Save in which file? (enter alone leaves it as it is):"); err != nil || file == "" {
			return err
		}
	}
	if err := p.opening.SaveAs(p.session, file); err != nil {
		p.printParagraph("Not saved there: %s.", err)
		return nil
	}
	p.unsaved = nil
	p.printParagraph("Saved in %s, now and from here on.", p.opening.AnswersPlace())
	return nil
}

// beginSession asks what has to be known before the first question.
func (p *plainUI) beginSession(ctx context.Context) error {
	if !p.opening.Settled {
		p.printParagraph("Before the questions: enter alone accepts what stands in brackets, or leaves a line empty; - alone empties it.")
		if err := p.askHead(ctx); err != nil {
			return err
		}
		p.printGap()
	}
	if err := p.showIntroduction(); err != nil {
		return err
	}
	draft, err := p.offerDraft(ctx)
	if err != nil {
		return err
	}
	for _, notice := range p.opening.Notices {
		p.printParagraph("%s", notice)
	}
	if p.session, err = p.opening.BeginSession(draft); err != nil {
		return err
	}
	// File names are never wrapped, so that they can be copied.
	p.writeText("Every answer is saved at once in " + diag.Visible(p.opening.AnswersPlace()) + "\n")
	p.printParagraph("At any question, h lists what can be typed, and q leaves.")
	return nil
}

// showIntroduction says what will be asked.
func (p *plainUI) showIntroduction() error {
	q, err := p.opening.Questionnaire()
	if err != nil {
		return err
	}
	p.printParagraph("%s (%s %s), %s", q.Title, q.ID, q.Version, describeExtent(q))
	if q.ScopeHint != "" {
		p.printGap()
		p.printParagraph("%s", q.ScopeHint)
	}
	p.printGap()
	return nil
}

func (p *plainUI) askHead(ctx context.Context) error {
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

// offerDraft asks whether to resume an earlier draft; nil starts over.
func (p *plainUI) offerDraft(ctx context.Context) (*interview.Draft, error) {
	draft, err := p.opening.FindDraft()
	if err != nil {
		p.printParagraph("There is a draft that cannot be used: %s. It is kept as it is; nothing in it is lost.", err)
	}
	if draft == nil {
		return nil, nil
	}
	p.printParagraph("There is a draft about this: %s.", describeDraft(draft))
	for _, d := range draft.Dropped {
		p.printParagraph("No longer fitting: %s", d.Message)
	}
	for {
		answer, err := p.ask(ctx, "Go on with it? [y]es, [n]o (it is then kept beside):")
		if err != nil {
			return nil, err
		}
		switch parseCommand(answer) {
		case "", "y", "yes":
			return draft, nil
		case "n", "no":
			return nil, nil
		case "q":
			return nil, interview.ErrLeft
		}
		p.printParagraph("Please type y or n.")
	}
}

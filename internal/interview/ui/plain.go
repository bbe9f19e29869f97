package ui

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

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
		p.printParagraph("NOT SAVED: %s. Your answers are still here; the next step tries again, and w saves to another file.", p.unsaved)
	}
}

// endInterview ends the interview; unsaved answers are lost only when the person confirms that.
func (p *plainUI) endInterview(ctx context.Context, how error) error {
	p.saveChanges()
	if p.unsaved == nil {
		return how
	}
	answer, err := p.ask(ctx, "q again quits without saving, w saves to another file, Enter continues:")
	if err != nil {
		return err
	}
	switch key, text := readCommand(answer); key {
	case "q":
		return how
	case "w":
		return p.saveElsewhere(ctx, text)
	}
	return nil
}

// saveElsewhere saves in a file that the person names, for when the first one cannot be written.
func (p *plainUI) saveElsewhere(ctx context.Context, file string) (err error) {
	if file == "" {
		p.printParagraph("Until now: %s", p.opening.AnswersPlace())
		if file, err = p.ask(ctx, "Save in which file? (Enter alone leaves it as it is):"); err != nil || file == "" {
			return err
		}
	}
	if err := p.opening.SaveAs(p.session, file); err != nil {
		p.printParagraph("Not saved there: %s.", err)
		return nil
	}
	p.unsaved = nil
	p.printParagraph("All answers are saved in %s from now on.", p.opening.AnswersPlace())
	return nil
}

// beginSession asks what has to be known before the first question.
func (p *plainUI) beginSession(ctx context.Context) error {
	if !p.opening.Settled {
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
	p.printParagraph("At any question, ? lists what can be typed, and q quits.")
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

// headField is a detail that is asked before the questions.
type headField struct {
	label string
	value *string
	// given is the value on the command line, which is not asked again; "" for none.
	given string
}

// askHead asks for the details that the command line does not give. In place of the service, the number of a draft may be
// typed.
func (p *plainUI) askHead(ctx context.Context) error {
	head, given := p.opening.Head(), p.opening.Given
	head.Subject = p.opening.OfferedSubject()
	service := "Service that this is about"
	if len(p.opening.Unfinished) > 0 {
		service = "Service, or a number from above"
	}
	fields := slices.DeleteFunc([]headField{
		{service, &head.Subject, given.Subject},
		{"Team", &head.Team, given.Team},
		{"Your role", &head.Role, given.Role},
	}, func(f headField) bool { return f.given != "" })
	if len(fields) == 0 {
		return nil
	}
	p.showUnfinished()
	count := [...]string{"", "one detail", "two details", "three details"}[len(fields)]
	p.printParagraph("First, %s. Press Enter to keep the value in brackets; type - to clear it.", count)
	for at := 0; at < len(fields); {
		field := fields[at]
		text, err := p.askField(ctx, field)
		if err != nil {
			return err
		}
		if field.value == &head.Subject && p.resumeNumber(text) {
			return nil
		}
		switch strings.ToLower(text) {
		case "quit", "q":
			return interview.ErrLeft
		case "?", "help":
			p.printParagraph("Type a text and press Enter. It appears in the report. back goes to the line before, quit ends.")
			continue
		case "back":
			at = max(0, at-1)
			continue
		case "":
		case "-":
			*field.value = ""
		default:
			*field.value = text
		}
		at++
	}
	p.opening.SetHead(head)
	return nil
}

func (p *plainUI) askField(ctx context.Context, field headField) (string, error) {
	if *field.value == "" {
		return p.ask(ctx, field.label+":")
	}
	return p.ask(ctx, fmt.Sprintf("%s [%s]:", field.label, oneLine(*field.value)))
}

// mostUnfinished is how many drafts are offered; more would push the first prompt off a small screen.
const mostUnfinished = 9

// showUnfinished offers drafts with open questions.
func (p *plainUI) showUnfinished() {
	drafts := p.opening.Unfinished
	if len(drafts) == 0 {
		return
	}
	p.printParagraph("Unfinished drafts; type a number to continue one:")
	for i := range drafts[:min(len(drafts), mostUnfinished)] {
		p.printItem(fmt.Sprintf("%3d  ", i+1), describeUnfinished(&drafts[i]))
	}
	if more := len(drafts) - mostUnfinished; more > 0 {
		p.printParagraph("and %d more: opsfit answers drafts", more)
	}
	p.printGap()
}

// resumeNumber continues the draft whose number was typed; false when it was none.
func (p *plainUI) resumeNumber(typed string) bool {
	n, err := strconv.Atoi(typed)
	if err != nil || n < 1 || n > min(len(p.opening.Unfinished), mostUnfinished) {
		return false
	}
	p.opening.Resume(n - 1)
	return true
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
	p.printParagraph("There is a draft about this service: %s.", describeDraft(draft))
	for _, d := range draft.Dropped {
		p.printParagraph("No longer fitting: %s", d.Message)
	}
	for {
		answer, err := p.ask(ctx, "Continue it? Enter for yes, n to start over (the draft is kept):")
		if err != nil {
			return nil, err
		}
		switch strings.ToLower(answer) {
		case "", "y", "yes":
			return draft, nil
		case "n", "no":
			return nil, nil
		case "q", "quit":
			return nil, interview.ErrLeft
		}
		p.printParagraph("Please type y or n.")
	}
}

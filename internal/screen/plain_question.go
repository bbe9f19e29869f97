package screen

import (
	"context"
	"fmt"
	"strconv"
	"strings"

	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/interview"
)

// question shows the current question and does what is typed until the person moves on.
func (p *plain) question(ctx context.Context) error {
	at := p.session.Current()
	p.show(at)
	for {
		typed, err := p.ask(ctx, fmt.Sprintf("Answer (1-%d, ? or s, h for help):", len(p.session.Question(at).Options)))
		if err != nil {
			return err
		}
		moved, err := p.obey(ctx, typed)
		if err != nil || moved {
			return err
		}
		p.keep()
	}
}

func (p *plain) show(i int) {
	s := p.session
	question, progress := s.Question(i), s.Progress()
	p.gap()
	place := fmt.Sprintf("Question %d of %d. %s.", i+1, s.Len(), s.Section(i))
	if progress.MinutesLeft > 0 {
		place += fmt.Sprintf(" About %d min left.", progress.MinutesLeft)
	}
	p.say("%s", place)
	p.say("%s", question.Text)
	if question.Why != "" {
		p.say("Why: %s", question.Why)
	}
	for n, option := range question.Shown() {
		p.item(fmt.Sprintf("%3d  ", n+1), option.Text)
	}
	if question.AllowNA {
		p.item("  x  ", "This does not apply here.")
	}
	if answer := s.Answer(i); answer != blank() {
		p.say("So far: %s", inWords(question, answer))
	}
	p.showBeside(i)
}

func blank() answers.Answer {
	return answers.Answer{Status: answers.Skipped, Source: answers.Person}
}

// obey does what was typed at a question; moved is true when another one is to be shown.
func (p *plain) obey(ctx context.Context, typed string) (moved bool, err error) {
	word, rest := split(typed)
	switch word {
	case "":
		return p.accept(), nil
	case "?":
		p.session.DontKnow()
		return p.onward(), nil
	case "s":
		p.skip()
		return p.onward(), nil
	case "b":
		return p.back(), nil
	case "x":
		return p.leaveOut(ctx, rest)
	case "n":
		return false, p.remark(ctx, "Note", rest, p.session.Answer(p.session.Current()).Note, p.session.Note)
	case "e":
		return false, p.remark(ctx, "Evidence", rest, p.session.Answer(p.session.Current()).Evidence, p.session.Evidence)
	case "o":
		return p.overview(ctx)
	case "h":
		p.help()
		return false, nil
	case "w":
		return false, p.saveElsewhere(ctx, rest)
	case "q":
		return false, p.end(ctx, interview.ErrLeft)
	}
	if text, ok := strings.CutPrefix(typed, "/"); ok {
		return p.find(ctx, text)
	}
	return p.choose(typed), nil
}

// split parts a command from the text behind it.
func split(typed string) (word, rest string) {
	word, rest, _ = strings.Cut(typed, " ")
	return command(word), strings.TrimSpace(rest)
}

// command folds what was typed to the form commands have; long names of the four states count too.
func command(typed string) string {
	switch word := strings.ToLower(typed); word {
	case string(answers.DontKnow):
		return "?"
	case string(answers.Skipped):
		return "s"
	case string(answers.NotApplicable):
		return "x"
	default:
		return word
	}
}

// accept goes on from a question that has an answer; no answer is ever assumed.
func (p *plain) accept() bool {
	if p.session.Answer(p.session.Current()).Status == answers.Skipped {
		p.say("There is no answer yet. Type a number, ? when you don't know, or s to skip.")
		return false
	}
	p.session.Confirm()
	return p.onward()
}

// onward goes to the next question, or back to the review that the person came from.
func (p *plain) onward() bool {
	if p.returning {
		p.session.Review()
	} else {
		p.session.Forward()
	}
	return true
}

func (p *plain) back() bool {
	p.returning = false
	if !p.session.Back() {
		p.say("This is the first question.")
		return false
	}
	return true
}

func (p *plain) skip() {
	if p.session.Answer(p.session.Current()).Status != answers.Skipped {
		p.say("The answer is taken back.")
	}
	p.session.Skip()
}

// choose takes the number of an option as shown, or its id.
func (p *plain) choose(typed string) bool {
	question := p.session.Question(p.session.Current())
	shown := question.Shown()
	id := typed
	if n, err := strconv.Atoi(typed); err == nil && n >= 1 && n <= len(shown) {
		id = shown[n-1].ID
	}
	if p.session.Choose(id) != nil {
		p.say("%s is no answer here. Type a number from 1 to %d, or h for help.", diag.Quote(typed), len(shown))
		return false
	}
	return p.onward()
}

func (p *plain) leaveOut(ctx context.Context, reason string) (moved bool, err error) {
	if !p.session.Question(p.session.Current()).AllowNA {
		p.say("This question always applies. Type ? when you don't know.")
		return false, nil
	}
	if reason == "" {
		if reason, err = p.ask(ctx, "Why does it not apply? (enter alone leaves it as it is)"); err != nil {
			return false, err
		}
	}
	if err := p.session.NotApplicable(reason); err != nil {
		p.say("Nothing was changed: %s.", err)
		return false, nil
	}
	return p.onward(), nil
}

// remark changes the note or the evidence of an answer and stays at the question.
func (p *plain) remark(ctx context.Context, what, text, was string, set func(string)) error {
	if text == "" {
		if was != "" {
			p.say("%s so far: %s", what, was)
		}
		var err error
		if text, err = p.ask(ctx, what+" (enter alone leaves it as it is, - removes it):"); err != nil || text == "" {
			return err
		}
	}
	if text == "-" {
		set("")
		p.say("%s removed.", what)
		return nil
	}
	set(text)
	p.say("%s kept.", what)
	return nil
}

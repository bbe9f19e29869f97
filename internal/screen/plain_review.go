package screen

import (
	"context"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/interview"
)

// review shows what is open behind the last question, and ends the interview or goes back to a question. When the
// input ends here, every question was put, and that is an end as well.
func (p *plain) review(ctx context.Context) error {
	gaps, progress := p.session.Gaps(), p.session.Progress()
	p.gap()
	p.say("That was the last question. Answered: %d of %d.", progress.Answered, progress.Total)
	if len(gaps) > 0 {
		p.say("Open or unknown, which the report will show as unknown:")
		p.list(gaps)
	}
	if pending := p.session.Pending(); len(pending) > 0 {
		p.say("Answers that the repository suggested, for you to confirm or change:")
		p.list(pending)
	}
	if err := p.sights(ctx); err != nil {
		return err
	}
	for {
		typed, err := p.ask(ctx, "Enter for the report, a number to go to that question, o for all answers, q to leave:")
		if errors.Is(err, interview.ErrInputEnded) {
			return errDone
		}
		if err != nil {
			return err
		}
		if moved, err := p.obeyInReview(ctx, typed); err != nil || moved {
			return err
		}
	}
}

// obeyInReview does what was typed in the review; moved is true when a question is to be shown.
func (p *plain) obeyInReview(ctx context.Context, typed string) (moved bool, err error) {
	switch word, rest := split(typed); word {
	case "":
		return false, p.end(ctx, errDone)
	case "q":
		return false, p.end(ctx, interview.ErrLeft)
	case "w":
		return false, p.saveElsewhere(ctx, rest)
	case "b":
		return p.session.Back(), nil
	case "o":
		p.list(p.all())
		return false, nil
	case "h":
		p.say("Nothing is sent anywhere. Answers may be changed until the report is asked for, and later with --resume.")
		return false, nil
	}
	if !p.jump(typed) {
		return false, nil
	}
	p.returning = true
	return true, nil
}

// list shows questions with their answers, one item each.
func (p *plain) list(questions []int) {
	for _, i := range questions {
		question := p.session.Question(i)
		p.item(fmt.Sprintf("%3d  ", i+1), question.Text+" - "+inWords(question, p.session.Answer(i)))
	}
}

func (p *plain) all() []int {
	all := make([]int, p.session.Len())
	for i := range all {
		all[i] = i
	}
	return all
}

// jump goes to a question by its number as shown.
func (p *plain) jump(typed string) bool {
	n, err := strconv.Atoi(typed)
	if err != nil || !p.session.Jump(n-1) {
		p.say("%s is no question. Type a number from 1 to %d.", diag.Quote(typed), p.session.Len())
		return false
	}
	return true
}

func (p *plain) overview(ctx context.Context) (moved bool, err error) {
	p.list(p.all())
	return p.pick(ctx)
}

func (p *plain) find(ctx context.Context, text string) (moved bool, err error) {
	if strings.TrimSpace(text) == "" {
		if text, err = p.ask(ctx, "Find:"); err != nil {
			return false, err
		}
	}
	found := p.session.Find(text)
	if len(found) == 0 {
		p.say("Nothing found for %s.", diag.Quote(text))
		return false, nil
	}
	p.list(found)
	return p.pick(ctx)
}

// pick asks for the number of a question to go to.
func (p *plain) pick(ctx context.Context) (moved bool, err error) {
	typed, err := p.ask(ctx, "Number of the question to go to (enter alone stays here):")
	if err != nil || typed == "" {
		return false, err
	}
	return p.jump(typed), nil
}

// help lists what can be typed at a question.
func (p *plain) help() {
	for _, row := range [][2]string{
		{"1, 2 …", "choose that option; its id works too"},
		{"?", "I don't know"},
		{"s", "skip: no answer for now"},
		{"x REASON", "this does not apply here, where the question allows it"},
		{"b", "back to the question before"},
		{"enter", "keep the answer and go on"},
		{"n TEXT", "a note on the answer"},
		{"e TEXT", "evidence for the answer, for example a link"},
		{"o", "all questions and answers, and go to one"},
		{"/TEXT", "find questions, and go to one"},
		{"w FILE", "save in another file"},
		{"q", "leave; everything is saved, and you can go on later"},
	} {
		p.item(fmt.Sprintf("  %-9s ", row[0]), row[1])
	}
}

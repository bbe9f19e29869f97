package ui

import (
	"context"
	"fmt"
	"strconv"
	"strings"

	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/interview"
)

// askQuestion shows the current question and runs commands until the person moves on.
func (p *plainUI) askQuestion(ctx context.Context) error {
	at := p.session.Current()
	p.showQuestion(at)
	for {
		typed, err := p.ask(ctx, fmt.Sprintf("Answer (1-%d, ? or s, h for help):", len(p.session.Question(at).Options)))
		if err != nil {
			return err
		}
		moved, err := p.runCommand(ctx, typed)
		if err != nil || moved {
			return err
		}
		p.saveChanges()
	}
}

func (p *plainUI) showQuestion(i int) {
	s := p.session
	question, progress := s.Question(i), s.Progress()
	p.printGap()
	place := fmt.Sprintf("Question %d of %d. %s.", i+1, s.Len(), s.Section(i))
	if progress.MinutesLeft > 0 {
		place += fmt.Sprintf(" About %d min left.", progress.MinutesLeft)
	}
	p.printParagraph("%s", place)
	p.printParagraph("%s", question.Text)
	if question.Why != "" {
		p.printParagraph("Why: %s", question.Why)
	}
	for n, option := range question.Shown() {
		p.printItem(fmt.Sprintf("%3d  ", n+1), option.Text)
	}
	if question.AllowNA {
		p.printItem("  x  ", "This does not apply here.")
	}
	if answer := s.Answer(i); answer != emptyAnswer() {
		p.printParagraph("So far: %s", inWords(question, answer))
	}
	p.showDifference(i)
}

func emptyAnswer() answers.Answer {
	return answers.Answer{Status: answers.Skipped, Source: answers.Person}
}

// runCommand runs a command at a question; moved is true when another question is to be shown.
func (p *plainUI) runCommand(ctx context.Context, typed string) (moved bool, err error) {
	word, rest := splitCommand(typed)
	switch word {
	case "":
		return p.acceptAnswer(), nil
	case "?":
		p.session.DontKnow()
		return p.goForward(), nil
	case "s":
		p.skipQuestion()
		return p.goForward(), nil
	case "b":
		return p.goBack(), nil
	case "x":
		return p.leaveOut(ctx, rest)
	case "n":
		return false, p.editText(ctx, "Note", rest, p.session.Answer(p.session.Current()).Note, p.session.SetNote)
	case "e":
		return false, p.editText(ctx, "Evidence", rest, p.session.Answer(p.session.Current()).Evidence, p.session.SetEvidence)
	case "o":
		return p.showOverview(ctx)
	case "h":
		p.showHelp()
		return false, nil
	case "w":
		return false, p.saveElsewhere(ctx, rest)
	case "q":
		return false, p.endInterview(ctx, interview.ErrLeft)
	}
	if text, ok := strings.CutPrefix(typed, "/"); ok {
		return p.findQuestions(ctx, text)
	}
	return p.chooseOption(typed), nil
}

// splitCommand splits a command from the text behind it.
func splitCommand(typed string) (word, rest string) {
	word, rest, _ = strings.Cut(typed, " ")
	return parseCommand(word), strings.TrimSpace(rest)
}

// parseCommand normalises what was typed to the short form of a command; the long names of the four states count too.
func parseCommand(typed string) string {
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

// acceptAnswer goes on from a question that has an answer; no answer is ever assumed.
func (p *plainUI) acceptAnswer() bool {
	if p.session.Answer(p.session.Current()).Status == answers.Skipped {
		p.printParagraph("There is no answer yet. Type a number, ? when you don't know, or s to skip.")
		return false
	}
	p.session.ConfirmAnswer()
	return p.goForward()
}

// goForward goes to the next question, or back to the review when the question was reached from there.
func (p *plainUI) goForward() bool {
	if p.returning {
		p.session.GoToReview()
	} else {
		p.session.GoForward()
	}
	return true
}

func (p *plainUI) goBack() bool {
	p.returning = false
	if !p.session.GoBack() {
		p.printParagraph("This is the first question.")
		return false
	}
	return true
}

func (p *plainUI) skipQuestion() {
	if p.session.Answer(p.session.Current()).Status != answers.Skipped {
		p.printParagraph("The answer is taken back.")
	}
	p.session.SkipQuestion()
}

// chooseOption takes the number of an option as shown, or its id.
func (p *plainUI) chooseOption(typed string) bool {
	question := p.session.Question(p.session.Current())
	shown := question.Shown()
	id := typed
	if n, err := strconv.Atoi(typed); err == nil && n >= 1 && n <= len(shown) {
		id = shown[n-1].ID
	}
	if p.session.ChooseOption(id) != nil {
		p.printParagraph("%s is no answer here. Type a number from 1 to %d, or h for help.", diag.Quote(typed), len(shown))
		return false
	}
	return p.goForward()
}

func (p *plainUI) leaveOut(ctx context.Context, reason string) (moved bool, err error) {
	if !p.session.Question(p.session.Current()).AllowNA {
		p.printParagraph("This question always applies. Type ? when you don't know.")
		return false, nil
	}
	if reason == "" {
		if reason, err = p.ask(ctx, "Why does it not apply? (enter alone leaves it as it is)"); err != nil {
			return false, err
		}
	}
	if err := p.session.NotApplicable(reason); err != nil {
		p.printParagraph("Nothing was changed: %s.", err)
		return false, nil
	}
	return p.goForward(), nil
}

// editText changes the note or the evidence of an answer and stays at the question.
func (p *plainUI) editText(ctx context.Context, what, text, was string, set func(string)) error {
	if text == "" {
		if was != "" {
			p.printParagraph("%s so far: %s", what, was)
		}
		var err error
		if text, err = p.ask(ctx, what+" (enter alone leaves it as it is, - removes it):"); err != nil || text == "" {
			return err
		}
	}
	if text == "-" {
		set("")
		p.printParagraph("%s removed.", what)
		return nil
	}
	set(text)
	p.printParagraph("%s kept.", what)
	return nil
}

package ui

import (
	"context"
	"fmt"

	"github.com/opsfit/opsfit/internal/answers"
	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/interview"
	"github.com/opsfit/opsfit/internal/questionnaire"
)

// whyShown is how many questions show at once why they are asked; behind them people know the kind, and may ask.
const whyShown = 4

// askQuestion shows the current question and runs commands until the person moves on.
func (p *plainUI) askQuestion(ctx context.Context) error {
	question := p.session.Question(p.session.Current())
	p.showQuestion(p.session.Current())
	for {
		typed, err := p.ask(ctx, promptFor(question))
		if err != nil {
			return err
		}
		changes := p.session.ChangeCount()
		moved, err := p.runCommand(ctx, typed)
		if err != nil {
			return err
		}
		if moved {
			p.echoAnswer(question, changes)
			return nil
		}
		p.saveChanges()
	}
}

// promptFor says what can be typed at a question.
func promptFor(question *questionnaire.Question) string {
	if question.Many {
		return "Answers (numbers such as 1 3, or none, d don't know, ? help):"
	}
	return fmt.Sprintf("Answer (1-%d, d don't know, ? help):", len(question.Options))
}

// echoAnswer repeats the answer to a question if there were fewer changes before it, so that a slip is noticed.
func (p *plainUI) echoAnswer(question *questionnaire.Question, changes int) {
	last, ok := p.session.LastChanged()
	if !ok || p.session.Question(last) != question || p.session.ChangeCount() == changes {
		return
	}
	p.printParagraph("%s: %s", question.Title, inWords(question, p.session.Answer(last)))
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
	if i < whyShown {
		p.showWhy(question)
	}
	if question.Many {
		p.printParagraph("Choose all that apply.")
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

func (p *plainUI) showWhy(question *questionnaire.Question) {
	if question.Why != "" {
		p.printParagraph("Why: %s", question.Why)
	}
}

func emptyAnswer() answers.Answer {
	return answers.Answer{Status: answers.Skipped, Source: answers.Person}
}

// runCommand runs a command at a question; moved is true when another question is to be shown.
func (p *plainUI) runCommand(ctx context.Context, typed string) (moved bool, err error) {
	if typed == "" {
		return p.acceptAnswer(), nil
	}
	switch key, text := readCommand(typed); key {
	case "d":
		p.session.DontKnow()
		return p.goForward(), nil
	case "s":
		p.skipQuestion()
		return p.goForward(), nil
	case "b":
		return p.goBack(), nil
	case "u":
		return p.undo(), nil
	case "x":
		return p.leaveOut(ctx, text)
	case "n":
		return false, p.editText(ctx, "Note", text, p.session.Answer(p.session.Current()).Note, p.session.SetNote)
	case "e":
		return false, p.editText(ctx, "Evidence", text, p.session.Answer(p.session.Current()).Evidence, p.session.SetEvidence)
	case "p":
		p.printParagraph("The page is written at the end, when every question was asked.")
		return false, nil
	case "":
		return p.chooseOption(typed), nil
	default:
		return p.runCommonCommand(ctx, key, text)
	}
}

// runCommonCommand runs a command that changes no answer.
func (p *plainUI) runCommonCommand(ctx context.Context, key, text string) (moved bool, err error) {
	switch key {
	case "y":
		p.explainQuestion()
	case "o":
		return p.showOverview(ctx)
	case "/":
		return p.findQuestions(ctx, text)
	case "?":
		p.showHelp()
	case "w":
		err = p.saveElsewhere(ctx, text)
	case "q":
		err = p.endInterview(ctx, interview.ErrLeft)
	}
	return false, err
}

func (p *plainUI) explainQuestion() {
	question := p.session.Question(p.session.Current())
	if question.Why == "" {
		p.printParagraph("The questionnaire does not say why it asks this.")
	}
	p.showWhy(question)
}

// undo restores what the last change replaced, and shows that question.
func (p *plainUI) undo() (moved bool) {
	at, ok := p.session.LastChanged()
	if !ok {
		p.printParagraph("Nothing to undo: no answer was changed in this session.")
		return false
	}
	was := p.session.Answer(at)
	p.session.Undo()
	p.printParagraph("%s", describeUndone(p.session.Question(at), was, p.session.Answer(at)))
	return true
}

// acceptAnswer goes on from a question that has an answer; no answer is ever assumed.
func (p *plainUI) acceptAnswer() bool {
	if p.session.Answer(p.session.Current()).Status == answers.Skipped {
		kind := "a number"
		if p.session.Question(p.session.Current()).Many {
			kind = "numbers, none"
		}
		p.printParagraph("There is no answer yet. Type %s, d for don't know, or s to skip.", kind)
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
		p.printParagraph("Answer cleared.")
	}
	p.session.SkipQuestion()
}

// chooseOptions takes what was typed as all options that apply.
func (p *plainUI) chooseOptions(question *questionnaire.Question, typed string) bool {
	chosen, wrong := findOptions(question, typed)
	if wrong != "" {
		p.printParagraph("%s is not a valid answer. Type numbers from 1 to %d with spaces or commas between them, none, d for don't know, "+
			"or ? for help.", diag.Quote(wrong), len(question.Options))
		return false
	}
	if err := p.session.ChooseOptions(chosen...); err != nil {
		p.printParagraph("Nothing was changed: %s.", err)
		return false
	}
	return p.goForward()
}

// chooseOption takes what was typed as an option.
func (p *plainUI) chooseOption(typed string) bool {
	question := p.session.Question(p.session.Current())
	if question.Many {
		return p.chooseOptions(question, typed)
	}
	option := findOption(question, typed)
	if option == nil || p.session.ChooseOption(option.ID) != nil {
		p.printParagraph("%s is not a valid answer. Type a number from 1 to %d, d for don't know, or ? for help.",
			diag.Quote(typed), len(question.Options))
		return false
	}
	return p.goForward()
}

func (p *plainUI) leaveOut(ctx context.Context, reason string) (moved bool, err error) {
	if !p.session.Question(p.session.Current()).AllowNA {
		p.printParagraph("This question always applies. Type d for don't know.")
		return false, nil
	}
	if reason, err = p.askText(ctx, "Why does it not apply? (Enter alone leaves it as it is)", reason); err != nil {
		return false, err
	}
	if err := p.session.NotApplicable(reason); err != nil {
		p.printParagraph("Nothing was changed: %s.", err)
		return false, nil
	}
	return p.goForward(), nil
}

// editText changes the note or the evidence of an answer and stays at the question.
func (p *plainUI) editText(ctx context.Context, what, text, was string, set func(string)) error {
	if text == "" && was != "" {
		p.printParagraph("%s so far: %s", what, was)
	}
	text, err := p.askText(ctx, what+" (Enter alone leaves it as it is, - removes it):", text)
	if err != nil || text == "" {
		return err
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

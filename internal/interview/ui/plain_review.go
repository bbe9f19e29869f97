package ui

import (
	"context"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/interview"
)

// runReview shows what is open after the last question, and ends the interview or goes back to a question. When the
// input ends here, every question was asked, so the interview is complete.
func (p *plainUI) runReview(ctx context.Context) error {
	gaps, progress := p.session.FindGaps(), p.session.Progress()
	p.printGap()
	p.printParagraph("That was the last question. Answered: %d of %d.", progress.Answered, progress.Total)
	if len(gaps) > 0 {
		p.printParagraph("Open or unknown, which the report will show as unknown:")
		p.listQuestions(gaps)
	}
	if pending := p.session.FindUnconfirmed(); len(pending) > 0 {
		p.printParagraph("Answers that the repository suggested, for you to confirm or change:")
		p.listQuestions(pending)
	}
	if err := p.showDifferences(ctx); err != nil {
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
		if moved, err := p.runReviewCommand(ctx, typed); err != nil || moved {
			return err
		}
	}
}

// runReviewCommand runs a command of the review; moved is true when a question is to be shown.
func (p *plainUI) runReviewCommand(ctx context.Context, typed string) (moved bool, err error) {
	switch word, rest := splitCommand(typed); word {
	case "":
		return false, p.endInterview(ctx, errDone)
	case "q":
		return false, p.endInterview(ctx, interview.ErrLeft)
	case "w":
		return false, p.saveElsewhere(ctx, rest)
	case "b":
		return p.session.GoBack(), nil
	case "o":
		p.listQuestions(p.allQuestions())
		return false, nil
	case "h":
		p.printParagraph("Nothing is sent anywhere. Answers may be changed until the report is asked for, and later with --resume.")
		return false, nil
	}
	if !p.goToQuestion(typed) {
		return false, nil
	}
	p.returning = true
	return true, nil
}

// listQuestions prints questions with their answers, one item each.
func (p *plainUI) listQuestions(questions []int) {
	for _, i := range questions {
		question := p.session.Question(i)
		p.printItem(fmt.Sprintf("%3d  ", i+1), question.Text+" - "+inWords(question, p.session.Answer(i)))
	}
}

func (p *plainUI) allQuestions() []int {
	all := make([]int, p.session.Len())
	for i := range all {
		all[i] = i
	}
	return all
}

// goToQuestion goes to a question by its number as shown.
func (p *plainUI) goToQuestion(typed string) bool {
	n, err := strconv.Atoi(typed)
	if err != nil || !p.session.GoTo(n-1) {
		p.printParagraph("%s is no question. Type a number from 1 to %d.", diag.Quote(typed), p.session.Len())
		return false
	}
	return true
}

func (p *plainUI) showOverview(ctx context.Context) (moved bool, err error) {
	p.listQuestions(p.allQuestions())
	return p.pickQuestion(ctx)
}

func (p *plainUI) findQuestions(ctx context.Context, text string) (moved bool, err error) {
	if strings.TrimSpace(text) == "" {
		if text, err = p.ask(ctx, "Find:"); err != nil {
			return false, err
		}
	}
	found := p.session.FindQuestions(text)
	if len(found) == 0 {
		p.printParagraph("Nothing found for %s.", diag.Quote(text))
		return false, nil
	}
	p.listQuestions(found)
	return p.pickQuestion(ctx)
}

// pickQuestion asks for the number of the question to go to.
func (p *plainUI) pickQuestion(ctx context.Context) (moved bool, err error) {
	typed, err := p.ask(ctx, "Number of the question to go to (enter alone stays here):")
	if err != nil || typed == "" {
		return false, err
	}
	return p.goToQuestion(typed), nil
}

// showHelp lists the commands at a question.
func (p *plainUI) showHelp() {
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
		p.printItem(fmt.Sprintf("  %-9s ", row[0]), row[1])
	}
}

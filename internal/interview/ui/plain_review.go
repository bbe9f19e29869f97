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

// runReview shows all answers after the last question, and ends the interview or goes back to a question. When the input
// ends here, every question was asked, so the interview is complete.
func (p *plainUI) runReview(ctx context.Context) error {
	p.showAnswers()
	if err := p.showDifferences(ctx); err != nil {
		return err
	}
	prompt := "Enter for the report, a number to change that answer, q to quit:"
	if p.opening.WritePage != nil {
		prompt = "Enter for the report, p for a page to send, a number to change that answer, q to quit:"
	}
	for {
		typed, err := p.ask(ctx, prompt)
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

// showAnswers lists all answers, after what is missing among them.
func (p *plainUI) showAnswers() {
	p.printGap()
	p.printParagraph("That was the last question. %s", countAnswers(p.session))
	if gaps := p.session.FindGaps(); len(gaps) > 0 {
		p.printParagraph("Open or unknown, and told as unknown in the report: %s.", numbersOf(gaps))
	}
	if pending := p.session.FindUnconfirmed(); len(pending) > 0 {
		p.printParagraph("Suggested by the repository, for you to confirm or change: %s.", numbersOf(pending))
	}
	p.listQuestions(p.allQuestions())
}

// numbersOf lists questions by their numbers as shown.
func numbersOf(questions []int) string {
	numbers := make([]string, len(questions))
	for i, question := range questions {
		numbers[i] = strconv.Itoa(question + 1)
	}
	return strings.Join(numbers, ", ")
}

// runReviewCommand runs a command of the review; moved is true when a question is to be shown.
func (p *plainUI) runReviewCommand(ctx context.Context, typed string) (moved bool, err error) {
	if typed == "" {
		return false, p.endInterview(ctx, errDone)
	}
	switch key, text := readCommand(typed); key {
	case "q":
		return false, p.endInterview(ctx, interview.ErrLeft)
	case "w":
		return false, p.saveElsewhere(ctx, text)
	case "p":
		p.writePage()
		return false, nil
	case "b":
		return p.session.GoBack(), nil
	case "u":
		moved = p.undo()
	case "/":
		moved, err = p.findQuestions(ctx, text)
	case "o":
		p.listQuestions(p.allQuestions())
		return false, nil
	case "?":
		p.showReviewHelp()
		return false, nil
	default:
		moved = p.goToQuestion(typed)
	}
	p.returning = moved
	return moved, err
}

// writePage writes the report as a page to send; the interview goes on.
func (p *plainUI) writePage() {
	if p.opening.WritePage == nil {
		p.printParagraph("No page can be written here; opsfit assess -o FILE.html writes one.")
		return
	}
	file, err := p.opening.WritePage(p.session.Sheet())
	if err != nil {
		p.printParagraph("No page was written: %s.", err)
		return
	}
	p.writeText("Wrote " + diag.Visible(file) + "\n")
}

// listQuestions prints questions with their answers, one item each.
func (p *plainUI) listQuestions(questions []int) {
	for _, i := range questions {
		question := p.session.Question(i)
		p.printItem(fmt.Sprintf("%3d  ", i+1), question.Title+": "+inWords(question, p.session.Answer(i)))
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
		p.printParagraph("%s is not a valid answer. Type the number of a question, from 1 to %d, or ? for help.",
			diag.Quote(typed), p.session.Len())
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
	typed, err := p.ask(ctx, "Number of the question to go to (Enter alone stays here):")
	if err != nil || typed == "" {
		return false, err
	}
	return p.goToQuestion(typed), nil
}

// showHelp lists the commands at a question.
func (p *plainUI) showHelp() {
	if p.session.Question(p.session.Current()).Many {
		p.printRows([][2]string{{"1 3", "all that apply, with spaces or commas between them; none says that nothing does"}})
	}
	p.printRows([][2]string{
		{"1, 2 …", "choose that option; its id works too, and so does the start of its text"},
		{"d", "don't know"},
		{"s", "skip (clears the answer)"},
		{"x REASON", "this does not apply here, where the question allows it"},
		{"Enter", "keep the answer and continue"},
		{"b", "back to the question before"},
		{"u", "undo the last change"},
		{"y", "why this is asked"},
		{"n TEXT", "a note on the answer"},
		{"e TEXT", "evidence for the answer, for example a link"},
		{"o", "all questions and answers, and go to one"},
		{"/TEXT", "find questions, and go to one"},
		{"w FILE", "save to another file"},
		{"q", "quit; everything is saved, and you can continue later"},
	})
	p.printParagraph("Whole words work too: help, don't know, skip, back, undo, why, note, quit.")
}

// showReviewHelp lists the commands of the review.
func (p *plainUI) showReviewHelp() {
	rows := [][2]string{{"Enter", "the report"}}
	if p.opening.WritePage != nil {
		rows = append(rows, [2]string{"p", "the report as a page to send, in a file named after the service"})
	}
	p.printRows(append(rows, [][2]string{
		{"1, 2 …", "go to that question and come back"},
		{"/TEXT", "find questions, and go to one"},
		{"b", "back to the last question"},
		{"u", "undo the last change"},
		{"o", "all answers again"},
		{"w FILE", "save to another file"},
		{"q", "quit; everything is saved, and you can continue later"},
	}...))
	p.printParagraph("Nothing is sent anywhere.")
}

// printRows prints what can be typed, each with what it does.
func (p *plainUI) printRows(rows [][2]string) {
	for _, row := range rows {
		p.printItem(fmt.Sprintf("  %-9s ", row[0]), row[1])
	}
}

package ui

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/charmbracelet/x/ansi"

	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/english"
	"github.com/opsfit/opsfit/internal/interview"
)

// longestLine limits what is held in memory; longer lines are refused.
const longestLine = 16 << 10

// prompter asks for lines. One goroutine owns the input, so that nothing piped in is lost between prompts.
type prompter struct {
	terminal Terminal
	asked    chan struct{}
	lines    chan inputLine
	// reading: a line was asked for and has not come yet.
	reading bool
}

type inputLine struct {
	text string
	long bool
	err  error
}

// newPrompter starts the reading goroutine; it ends with the context, or with the line that it waits for.
func newPrompter(ctx context.Context, terminal Terminal) *prompter {
	l := &prompter{terminal: terminal, asked: make(chan struct{}), lines: make(chan inputLine, 1)}
	go func() {
		in := bufio.NewReaderSize(terminal.In, longestLine)
		for {
			select {
			case <-ctx.Done():
				return
			case <-l.asked:
				l.lines <- readLine(in)
			}
		}
	}()
	return l
}

func readLine(in *bufio.Reader) inputLine {
	text, more, err := in.ReadLine()
	line := inputLine{text: string(text), long: more, err: err}
	for more && err == nil {
		_, more, err = in.ReadLine()
	}
	return line
}

// ask shows a prompt and returns the line typed, trimmed. It fails with interview.ErrInputEnded or the context's error.
func (l *prompter) ask(ctx context.Context, prompt string) (string, error) {
	for {
		l.showPrompt(prompt)
		line, err := l.awaitLine(ctx, prompt)
		if err != nil {
			l.writeText("\n")
			return "", err
		}
		if l.terminal.Echo {
			l.writeText(diag.Visible(line.text) + "\n")
		}
		if !line.long {
			return strings.TrimSpace(line.text), nil
		}
		l.printParagraph("That line is too long; nothing was changed.")
	}
}

func (l *prompter) showPrompt(prompt string) {
	l.writeText(strings.Join(wrapWords(prompt, l.lineWidth()-1), "\n") + " ")
}

// awaitLine waits for a line. After a stop of the process it shows the prompt again: the shell has written since.
func (l *prompter) awaitLine(ctx context.Context, prompt string) (inputLine, error) {
	if err := l.startReading(ctx); err != nil {
		return inputLine{}, err
	}
	for {
		select {
		case <-ctx.Done():
			return inputLine{}, ctx.Err()
		case <-l.terminal.Continued:
			l.showPrompt(prompt)
		case line := <-l.lines:
			l.reading = false
			if line.err != nil {
				// Whatever the error is, no more input will come.
				return line, interview.ErrInputEnded
			}
			return line, nil
		}
	}
}

// startReading asks the reading goroutine for a line, unless it waits for one already.
func (l *prompter) startReading(ctx context.Context) error {
	if l.reading {
		return nil
	}
	select {
	case <-ctx.Done():
		return ctx.Err()
	case l.asked <- struct{}{}:
		l.reading = true
		return nil
	}
}

// pasteGap is the longest time between two lines of one paste; nobody types a line as fast.
const pasteGap = 200 * time.Millisecond

// askText asks for free text unless some was typed behind the command already. Further lines of a paste belong to it: taken
// for answers they would do harm. What is piped in is no paste.
func (l *prompter) askText(ctx context.Context, prompt, text string) (string, error) {
	if text == "" {
		var err error
		if text, err = l.ask(ctx, prompt); err != nil {
			return "", err
		}
	}
	for !l.terminal.Echo {
		if err := l.startReading(ctx); err != nil {
			return "", err
		}
		select {
		case <-ctx.Done():
			return "", ctx.Err()
		case <-time.After(pasteGap):
			return text, nil
		case line := <-l.lines:
			if line.err != nil {
				l.lines <- line // for the next prompt
				return text, nil
			}
			l.reading = false
			text = strings.TrimSpace(text + " " + strings.TrimSpace(line.text))
		}
	}
	return text, nil
}

// printParagraph prints a wrapped paragraph; its text may come from anybody.
func (l *prompter) printParagraph(format string, args ...any) {
	l.printItem("", fmt.Sprintf(format, args...))
}

// printItem prints a paragraph behind a lead; further lines are indented by the width of the lead.
func (l *prompter) printItem(lead, text string) {
	indent := ansi.StringWidth(lead)
	for _, paragraph := range splitParagraphs(text) {
		for _, line := range wrapWords(paragraph, l.lineWidth()-indent) {
			l.writeText(strings.TrimRight(lead+line, " ") + "\n")
			lead = strings.Repeat(" ", indent)
		}
	}
}

func (l *prompter) printGap() { l.writeText("\n") }

// writeText ignores errors: when the output is gone, the input ends as well and the answers are saved.
func (l *prompter) writeText(text string) { _, _ = io.WriteString(l.terminal.Out, text) }

// lineWidth limits the width of lines on wide terminals, and keeps a minimum on narrow ones.
func (l *prompter) lineWidth() int {
	const widest, narrowest = 80, 24
	if l.terminal.Columns <= 0 {
		return widest
	}
	return max(narrowest, min(widest, l.terminal.Columns))
}

// splitParagraphs makes text visible and splits it at its line breaks.
func splitParagraphs(text string) []string {
	var all []string
	for line := range strings.SplitSeq(strings.TrimSpace(text), "\n") {
		all = append(all, oneLine(line))
	}
	return all
}

// wrapWords breaks visible text into lines of at most width cells; blank text is one empty line.
func wrapWords(text string, width int) []string {
	if lines := english.Wrap(text, width); len(lines) > 0 {
		return lines
	}
	return []string{""}
}

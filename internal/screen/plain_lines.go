package screen

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/interview"
)

// longestLine is more than anybody types; what is longer is refused rather than held.
const longestLine = 16 << 10

// lines is a conversation line by line. One reader owns the input, so that nothing piped in is lost between prompts.
type lines struct {
	stage Stage
	asked chan struct{}
	heard chan heard
}

type heard struct {
	text string
	long bool
	err  error
}

// converse starts reading; the reader ends with the context, or with the line it waits for.
func converse(ctx context.Context, stage Stage) *lines {
	l := &lines{stage: stage, asked: make(chan struct{}), heard: make(chan heard, 1)}
	go func() {
		in := bufio.NewReaderSize(stage.In, longestLine)
		for {
			select {
			case <-ctx.Done():
				return
			case <-l.asked:
				l.heard <- readLine(in)
			}
		}
	}()
	return l
}

func readLine(in *bufio.Reader) heard {
	text, more, err := in.ReadLine()
	line := heard{text: string(text), long: more, err: err}
	for more && err == nil {
		_, more, err = in.ReadLine()
	}
	return line
}

// ask shows a prompt and returns the line that answers it, without space at its ends. It fails with
// interview.ErrInputEnded, or with the context's error.
func (l *lines) ask(ctx context.Context, prompt string) (string, error) {
	for {
		l.write(strings.Join(wrap(prompt, l.width()-1), "\n") + " ")
		select {
		case <-ctx.Done():
			l.write("\n")
			return "", ctx.Err()
		case l.asked <- struct{}{}:
		}
		select {
		case <-ctx.Done():
			l.write("\n")
			return "", ctx.Err()
		case line := <-l.heard:
			if line.err != nil {
				// Whatever ended it, nothing more will come.
				l.write("\n")
				return "", interview.ErrInputEnded
			}
			if l.stage.Echo {
				l.write(diag.Visible(line.text) + "\n")
			}
			if !line.long {
				return strings.TrimSpace(line.text), nil
			}
			l.say("That line is too long; nothing was changed.")
		}
	}
}

// say writes a paragraph, wrapped; its text may come from anybody.
func (l *lines) say(format string, args ...any) { l.item("", fmt.Sprintf(format, args...)) }

// item writes a paragraph behind a lead; further lines are indented as far as the lead is wide.
func (l *lines) item(lead, text string) {
	indent := ansi.StringWidth(lead)
	for _, paragraph := range paragraphs(text) {
		for _, line := range wrap(paragraph, l.width()-indent) {
			l.write(strings.TrimRight(lead+line, " ") + "\n")
			lead = strings.Repeat(" ", indent)
		}
	}
}

func (l *lines) gap() { l.write("\n") }

// write ignores errors: when nobody can be told any more, the input ends as well, and the answers are kept.
func (l *lines) write(text string) { _, _ = io.WriteString(l.stage.Out, text) }

// width keeps lines readable on wide screens, and possible on narrow ones.
func (l *lines) width() int {
	const widest, narrowest = 80, 24
	if l.stage.Columns <= 0 {
		return widest
	}
	return max(narrowest, min(widest, l.stage.Columns))
}

// paragraphs makes a text visible and parts it where its author did.
func paragraphs(text string) []string {
	var all []string
	for line := range strings.SplitSeq(strings.TrimSpace(text), "\n") {
		all = append(all, oneLine(line))
	}
	return all
}

// wrap breaks a visible text at spaces only, since hyphens belong to file names and numbers, and inside words that are
// wider than a line.
func wrap(text string, width int) []string {
	var lines []string
	line := ""
	for word := range strings.FieldsSeq(text) {
		if line != "" && ansi.StringWidth(line)+1+ansi.StringWidth(word) <= width {
			line += " " + word
			continue
		}
		if line != "" {
			lines = append(lines, line)
		}
		parts := strings.Split(ansi.Hardwrap(word, width, true), "\n")
		lines = append(lines, parts[:len(parts)-1]...)
		line = parts[len(parts)-1]
	}
	return append(lines, line)
}

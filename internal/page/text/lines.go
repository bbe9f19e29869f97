package text

import (
	"strings"
	"unicode"

	"github.com/charmbracelet/x/ansi"

	"github.com/opsfit/opsfit/internal/english"
	"github.com/opsfit/opsfit/internal/page"
)

// readable is the longest line of text that is read with ease; wider terminals leave the rest to charts.
const readable = 100

const (
	// narrowest is the least width of a column of running text; below it, a label stands on a line of its own.
	narrowest = 24
	// comfortable is the least width for several sentences.
	comfortable = 40
)

// line adds a line that was composed of visible text.
func (w *writer) line(line string) {
	if w.due {
		w.write("\n")
		w.due = false
	}
	w.begun = true
	w.write(strings.TrimRight(line, " ") + "\n")
}

// write leaves errors to the flush at the end, which returns the first one.
func (w *writer) write(text string) { _, _ = w.out.WriteString(text) }

// blank leaves one empty line before the next one, never two, and none at the start or the end.
func (w *writer) blank() { w.due = w.begun }

// heading starts a section.
func (w *writer) heading(text string) {
	w.blank()
	w.text(0, strong, text)
	w.blank()
}

// divider separates parts by a line across the page that names the one that follows.
func (w *writer) divider(text string) {
	if w.spoken {
		w.heading(text)
		return
	}
	const left = 3
	rest := max(0, w.width-left-ansi.StringWidth(text)-1)
	w.blank()
	w.line(w.paint(faint, strings.Repeat(w.rule, left-1)+" ") + w.paint(strong, text) + " " +
		w.paint(faint, strings.Repeat(w.rule, rest)))
}

// text adds a paragraph, wrapped and indented.
func (w *writer) text(indent int, s style, text string) {
	for _, line := range w.wrapped(text, w.width-indent) {
		w.line(strings.Repeat(" ", indent) + w.paint(s, line))
	}
}

// wrapped returns a text in lines of that width.
func (w *writer) wrapped(text string, width int) []string {
	return balanced(english.Wrap(w.visible(text), width))
}

// visible returns a text of a page as it is shown: what somebody said is set apart where directions mix, and the program's own
// words are ASCII where nothing else can be shown.
func (w *writer) visible(text string) string {
	if !w.ascii {
		return page.Isolated(text)
	}
	var b strings.Builder
	for part, said := range page.Spans(text) {
		if said {
			part = page.Isolated(page.Said(part).String())
		} else {
			part = asciiWords(part)
		}
		b.WriteString(part)
	}
	return b.String()
}

// asciiWords replaces the few signs beyond ASCII that sentences of the program hold.
func asciiWords(text string) string {
	return strings.NewReplacer("–", "-", "—", "-", "±", "+/-", "→", "->", "…", "...", "≥", ">=", "≤", "<=", "×", "x",
		"\u00a0", " ", "−", "-", "·", "*").Replace(text)
}

// oneLine returns a visible text without all but single blanks.
func (w *writer) oneLine(text string) string {
	return strings.Join(strings.Fields(w.visible(text)), " ")
}

// The marks of an isolate that page.Isolated writes.
const (
	isolateStart = "\u2068"
	isolateEnd   = "\u2069"
)

// balanced closes an isolate at the end of each line and opens it again in the next, since a terminal knows lines only.
func balanced(lines []string) []string {
	open := false
	for i, line := range lines {
		if open {
			line = isolateStart + line
		}
		if open = strings.LastIndex(line, isolateStart) > strings.LastIndex(line, isolateEnd); open {
			line += isolateEnd
		}
		lines[i] = line
	}
	return lines
}

// label is what stands before a text.
type label struct {
	// width includes the space after the label.
	indent, width int
	// room is the least width that the text needs beside the label; 0 counts as narrowest.
	room  int
	style style
	text  string
}

// labelled adds a text beside its label, or below it where too little room is left.
func (w *writer) labelled(l label, s style, text string) {
	w.labelledLines(l, s, w.wrapped(text, w.width-w.under(l)))
}

// labelledLines is labelled for a text that is wrapped already.
func (w *writer) labelledLines(l label, s style, lines []string) {
	indent := w.under(l)
	if indent < l.indent+l.width {
		w.text(l.indent, l.style, l.text)
	} else {
		name, first := w.oneLine(l.text), ""
		if len(lines) > 0 {
			first, lines = strings.Repeat(" ", l.width-ansi.StringWidth(name))+w.paint(s, lines[0]), lines[1:]
		}
		w.line(strings.Repeat(" ", l.indent) + w.paint(l.style, name) + first)
	}
	for _, line := range lines {
		w.line(strings.Repeat(" ", indent) + w.paint(s, line))
	}
}

// under returns the indent of a text beside or below a label, and of what follows that text.
func (w *writer) under(l label) int {
	room := max(l.room, narrowest)
	if w.width-l.indent-l.width < room || ansi.StringWidth(w.oneLine(l.text)) >= l.width {
		return l.indent + 2
	}
	return l.indent + l.width
}

// padded returns visible text on one line, filled up to width cells, which it must not exceed.
func (w *writer) padded(text string, width int) string {
	text = w.oneLine(text)
	return text + strings.Repeat(" ", width-ansi.StringWidth(text))
}

// cut returns visible text on one line of at most width cells.
func (w *writer) cut(text string, width int) string {
	text = w.oneLine(text)
	if ansi.StringWidth(text) <= width {
		return text
	}
	head := english.Fit(text, width-ansi.StringWidth(w.ellipsis))
	return balanced([]string{strings.TrimRightFunc(head, unicode.IsSpace) + w.ellipsis})[0]
}

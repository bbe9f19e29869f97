package render

import (
	"io"
	"strings"
	"unicode"

	"github.com/charmbracelet/x/ansi"

	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/english"
)

// measure is the longest line of text that is read with ease; wider terminals leave the rest to charts.
const measure = 100

// narrowest is the least width of a column of running text; below it, a label stands on a line of its own.
const narrowest = 24

// page collects the lines of a report. Every method that takes text from a document makes it visible before it is
// styled, so that nothing a person wrote reaches the terminal as a control sequence; nothing else may write.
type page struct {
	ink
	lines []string
	// width is that of text, chartWidth that of pictures, which gain from all the room there is.
	width, chartWidth int
}

func newPage(w io.Writer, opt Options) *page {
	return &page{ink: newInk(w, opt), width: min(usableWidth(opt), measure), chartWidth: usableWidth(opt)}
}

// writeTo writes the collected lines in one go, so that a failing writer gets no half line.
func (p *page) writeTo(w io.Writer) error {
	_, err := io.WriteString(w, strings.Join(p.lines, "\n")+"\n")
	return err
}

// blank leaves one empty line, never two and never a first one.
func (p *page) blank() {
	if len(p.lines) > 0 && p.lines[len(p.lines)-1] != "" {
		p.lines = append(p.lines, "")
	}
}

// heading starts a section.
func (p *page) heading(text string) {
	p.blank()
	p.text(0, strongTone, text)
	p.blank()
}

// drawn adds a line that the program itself composed of visible text.
func (p *page) drawn(line string) {
	p.lines = append(p.lines, strings.TrimRight(line, " "))
}

// text adds a paragraph, wrapped and indented.
func (p *page) text(indent int, t tone, text string) {
	for _, line := range english.Wrap(diag.Visible(text), p.width-indent) {
		p.drawn(strings.Repeat(" ", indent) + p.paint(t, line))
	}
}

// label is what stands before a text.
type label struct {
	// width includes the space after the label.
	indent, width int
	// room is the least width that the text needs beside the label; 0 counts as narrowest.
	room int
	tone tone
	text string
}

// labelled adds a text beside its label, or below it where too little room is left.
func (p *page) labelled(l label, t tone, text string) {
	name := oneLine(l.text)
	indent := p.under(l)
	if indent < l.indent+l.width {
		p.text(l.indent, l.tone, l.text)
		p.lined(indent, t, text)
		return
	}
	start := len(p.lines)
	p.lined(indent, t, text)
	if len(p.lines) == start {
		p.drawn("")
	}
	rest := strings.TrimPrefix(p.lines[start], strings.Repeat(" ", indent))
	first := strings.Repeat(" ", l.indent) + p.paint(l.tone, name)
	if rest != "" {
		first += strings.Repeat(" ", l.width-ansi.StringWidth(name)) + rest
	}
	p.lines[start] = strings.TrimRight(first, " ")
}

// under returns the indent of a text beside or below a label, and of what follows that text.
func (p *page) under(l label) int {
	room := max(l.room, narrowest)
	if p.width-l.indent-l.width < room || ansi.StringWidth(oneLine(l.text)) >= l.width {
		return l.indent + 2
	}
	return l.indent + l.width
}

// lined adds a text that may have line feeds of its own.
func (p *page) lined(indent int, t tone, text string) {
	for line := range strings.SplitSeq(diag.VisibleLines(text), "\n") {
		p.text(indent, t, line)
	}
}

// items adds a bulleted list.
func (p *page) items(texts []string) {
	for _, text := range texts {
		p.labelled(label{indent: 2, width: 2, tone: faintTone, text: p.bullet}, plainTone, text)
	}
}

func (p *page) cut(text string, width int) string {
	text = oneLine(text)
	if ansi.StringWidth(text) <= width {
		return text
	}
	head := english.Fit(text, width-ansi.StringWidth(p.ellipsis))
	return strings.TrimRightFunc(head, unicode.IsSpace) + p.ellipsis
}

// paragraphs writes texts, each after an empty line.
func (p *page) paragraphs(texts []string) {
	for _, text := range texts {
		p.blank()
		p.text(0, plainTone, text)
	}
}

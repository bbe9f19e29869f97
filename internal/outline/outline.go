// Package outline reads the headings, lists and boxes of a Markdown text, each with its line, and leaves everything else as
// text. It reads what GitHub shows as such; tests compare it with a parser for all of Markdown, which is not part of the
// program because it would more than double the time that every start takes.
//
// It knows nothing of what a text is about, opens no files and never fails: what is not of a known form is a paragraph.
package outline

import (
	"strings"
)

// Kind is the kind of a block. The zero value is invalid.
type Kind int

const (
	// Heading has a Level.
	Heading Kind = iota + 1
	// Item is one item of a list; what is below it are its Blocks.
	Item
	// Paragraph is running text.
	Paragraph
	// Definition gives the address of a link; it is not shown.
	Definition
	// Code stays as it is written, as do all below.
	Code
	// Quote is what stands behind >.
	Quote
	// Table has its bars.
	Table
	// Markup is a comment or a tag of HTML.
	Markup
	// Front are settings before the text.
	Front
)

// Block is one part of a text.
type Block struct {
	Kind Kind
	// Level of a heading, 1 to 6.
	Level int
	// Text is as written, without the marks of the block; its lines are parted by line feeds. For an item it is the paragraph or
	// heading that it begins with, for a definition the address.
	Text string
	// Label is the name of a definition.
	Label string
	// Ordered is an item with a number; Task one with a box, Done one whose box is ticked.
	Ordered, Task, Done bool
	// Blocks are those within an item, after its Text.
	Blocks []Block
	// Line and Column are where it begins, counted from 1; Column counts code points.
	Line, Column int
}

// maxDepth is how deep lists within lists are read; what is deeper is text.
const maxDepth = 32

// Read returns the blocks of a text.
func Read(text string) []Block {
	lines := splitLines(text)
	var blocks []Block
	if end := frontEnd(lines); end > 0 {
		blocks = append(blocks, verbatim(Front, lines[:end]))
		lines = lines[end:]
	}
	r := &reader{lines: lines}
	return append(blocks, r.blocks()...)
}

// line is one line of a text, without what is before its container.
type line struct {
	text string
	// number is that of the line, column that of its first character, both from 1.
	number, column int
	// lazy: the line belongs to its item only if it continues a paragraph.
	lazy bool
}

func splitLines(text string) []line {
	text = strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\r", "\n")
	var lines []line
	for i, one := range strings.Split(strings.TrimSuffix(text, "\n"), "\n") {
		lines = append(lines, line{text: one, number: i + 1, column: 1})
	}
	return lines
}

// frontEnd returns how many lines the settings before a text take; 0 where there are none.
func frontEnd(lines []line) int {
	if len(lines) == 0 || lines[0].text != "---" {
		return 0
	}
	for i, l := range lines[1:] {
		if l.text == "---" || l.text == "..." {
			return i + 2
		}
		if strings.TrimSpace(l.text) == "" {
			break
		}
	}
	return 0
}

// verbatim returns a block that keeps its lines.
func verbatim(kind Kind, lines []line) Block {
	texts := make([]string, len(lines))
	for i, l := range lines {
		texts[i] = l.text
	}
	return Block{Kind: kind, Text: strings.Join(texts, "\n"), Line: lines[0].number, Column: lines[0].column}
}

// indent returns how many columns of blanks a line begins with; a tab goes to the next multiple of four.
func (l line) indent() int {
	blanks, _ := blanksAt(l.text, 0)
	return blanks
}

const tabWidth = 4

// dedent removes up to so many columns of blanks from the beginning of a line.
func (l line) dedent(columns int) line {
	width := 0
	for i, c := range l.text {
		if width >= columns || c != ' ' && c != '\t' {
			l.text = strings.Repeat(" ", max(0, width-columns)) + l.text[i:]
			l.column += i
			return l
		}
		if c == '\t' {
			width += tabWidth - width%tabWidth
		} else {
			width++
		}
	}
	l.text = ""
	return l
}

func (l line) isBlank() bool { return strings.TrimSpace(l.text) == "" }

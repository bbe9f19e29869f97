package outline

import (
	"strings"
	"unicode/utf8"
)

// marker is what begins an item.
type marker struct {
	// width is how many columns the lines of the item are indented by; 0 for a line that begins no item.
	width int
	// ordered: a number begins it; first: that number is 1. empty: nothing is behind it.
	ordered, first, empty bool
}

// markerOf returns the marker of a line: - * + or a number with . or ) and a blank behind it.
func markerOf(l line) marker {
	indent := l.indent()
	text := strings.TrimLeft(l.text, " \t")
	if l.lazy || indent >= codeIndent || text == "" || isRule(strings.TrimSpace(text)) {
		return marker{}
	}
	m := marker{}
	mark := 0
	if strings.ContainsRune("-*+", rune(text[0])) {
		mark = 1
	} else {
		digits := len(text) - len(strings.TrimLeft(text, "0123456789"))
		if digits == 0 || digits > 9 || digits == len(text) || text[digits] != '.' && text[digits] != ')' {
			return marker{}
		}
		mark, m.ordered, m.first = digits+1, true, strings.TrimLeft(text[:digits], "0") == "1"
	}
	blanks, rest := blanksAt(text[mark:], indent+mark)
	m.empty = rest == ""
	switch {
	case m.empty:
		blanks = 1
	case blanks == 0:
		return marker{}
	case blanks > codeIndent:
		blanks = 1 // what is behind it is code
	}
	m.width = indent + mark + blanks
	return m
}

// blanksAt returns how many columns the blanks before a text take that begins at a column, and the text behind them.
func blanksAt(text string, column int) (blanks int, rest string) {
	rest = strings.TrimLeft(text, " \t")
	for _, c := range text[:len(text)-len(rest)] {
		if c == '\t' {
			blanks += tabWidth - (column+blanks)%tabWidth
		} else {
			blanks++
		}
	}
	return blanks, rest
}

// item reads an item with all that is below it.
func (r *reader) item(m marker) Block {
	first := r.lines[r.next]
	indent := first.indent()
	block := Block{Kind: Item, Ordered: m.ordered, Line: first.number, Column: first.column + indent}
	rest := first.dedent(indent)
	marks := utf8.RuneCountInString(rest.text) - utf8.RuneCountInString(strings.TrimLeft(rest.text, "-*+0123456789.)"))
	if !m.ordered {
		marks = 1
	}
	blanks, text := blanksAt(rest.text[marks:], indent+marks)
	rest.text, rest.column = strings.Repeat(" ", blanks)+text, rest.column+marks
	rest = rest.dedent(m.width - indent - marks)
	block.Task, block.Done, rest.text = readBox(rest.text)
	inner := &reader{lines: append([]line{rest}, r.itemLines(m)...), depth: r.depth + 1}
	block.Blocks = inner.blocks()
	if len(block.Blocks) > 0 && (block.Blocks[0].Kind == Paragraph || block.Blocks[0].Kind == Heading) {
		block.Text, block.Blocks = block.Blocks[0].Text, block.Blocks[1:]
	}
	return block
}

// readBox takes the box of a task from the beginning of a text.
func readBox(text string) (task, done bool, rest string) {
	if len(text) < 4 || text[0] != '[' || text[2] != ']' || text[3] != ' ' && text[3] != '\t' || !strings.ContainsRune(" xX", rune(text[1])) {
		return false, false, text
	}
	if strings.TrimSpace(text[4:]) == "" {
		return false, false, text
	}
	return true, text[1] != ' ', text[4:]
}

// itemLines returns the lines below the first one that belong to an item: those that are indented, and those that only
// continue its paragraph.
func (r *reader) itemLines(m marker) []line {
	var lines []line
	open := !m.empty // a paragraph may be continued
	fence := ""
	for r.next++; r.next < len(r.lines); r.next++ {
		l := r.lines[r.next]
		switch {
		case l.isBlank():
			if m.empty && len(lines) == 0 {
				return lines // an item may begin with one blank line at most
			}
			lines = append(lines, l.dedent(m.width))
			open = false
			continue
		case l.indent() >= m.width:
			inner := l.dedent(m.width)
			lines = append(lines, inner)
			fence = nextFence(fence, inner)
			open = fence == "" && headingLevel(strings.TrimSpace(inner.text)) == 0
			continue
		case !open || fence != "" || r.startsBlock(l) || markerOf(l).width > 0:
			return trimBlank(lines)
		}
		l.lazy = true
		lines = append(lines, l.dedent(l.indent()))
	}
	return trimBlank(lines)
}

// nextFence returns the marks that close the code which a line is in or opens; "" outside of code.
func nextFence(fence string, l line) string {
	text := strings.TrimSpace(l.text)
	switch {
	case fence == "":
		return fenceOf(l)
	case strings.HasPrefix(text, fence) && strings.Trim(text, fence[:1]) == "":
		return ""
	}
	return fence
}

func trimBlank(lines []line) []line {
	for len(lines) > 0 && lines[len(lines)-1].isBlank() {
		lines = lines[:len(lines)-1]
	}
	return lines
}

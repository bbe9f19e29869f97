// Package prose reads the texts that come with the program. They are Markdown, so that people can read and edit them as they
// are, but of a few forms only: a parser for all of Markdown would more than double the time that the program takes to start.
//
//   - "# Title" and "## Title {#id}" are headings.
//   - "- item" begins an item of a list, whose further lines are indented.
//   - "| cell | cell |" is a row of a table; the second row parts the head from the body. \| is a bar in a cell.
//   - "```word" and "```" enclose lines that stay as they are.
//   - Everything else is a paragraph. Blank lines end all but what is enclosed.
//
// It knows nothing of what the texts are about. Tests compare what it reads with what a parser for all of Markdown reads.
package prose

import (
	"fmt"
	"strings"
)

// Block is one part of a text: a Heading, Paragraph, List, Table or Code.
type Block interface{ block() }

// Heading begins a part of the text. Level counts the number signs; ID is empty where none is given.
type Heading struct {
	Level     int
	Title, ID string
}

// Paragraph is running text, whose line breaks mean nothing.
type Paragraph string

// List has the lines of each item.
type List [][]string

// Table has as many cells in each row as in the head.
type Table struct {
	Head []string
	Rows [][]string
}

// Code is text whose lines stay as they are. Kind says in a word what it is, such as "sh"; it may be empty.
type Code struct {
	Kind  string
	Lines []string
}

func (Heading) block()   {}
func (Paragraph) block() {}
func (List) block()      {}
func (Table) block()     {}
func (Code) block()      {}

// Read returns the blocks of a text. An error names the first line that is not as described above.
func Read(text string) ([]Block, error) {
	r := &reader{lines: strings.Split(text, "\n")}
	var blocks []Block
	for r.skipBlank() {
		block, err := r.block()
		if err != nil {
			return nil, err
		}
		blocks = append(blocks, block)
	}
	return blocks, nil
}

// reader goes through the lines of a text.
type reader struct {
	lines []string
	// next is the index of the line that is read next.
	next int
}

// skipBlank goes on to the next line that says something; false at the end.
func (r *reader) skipBlank() bool {
	for r.next < len(r.lines) && strings.TrimSpace(r.lines[r.next]) == "" {
		r.next++
	}
	return r.next < len(r.lines)
}

// take returns the lines up to the next blank one.
func (r *reader) take() []string {
	start := r.next
	for r.next < len(r.lines) && strings.TrimSpace(r.lines[r.next]) != "" {
		r.next++
	}
	return r.lines[start:r.next]
}

func (r *reader) block() (Block, error) {
	first := r.lines[r.next]
	switch {
	case strings.HasPrefix(first, fence):
		return r.code()
	case strings.HasPrefix(first, "#"):
		r.next++
		return readHeading(first), nil
	case strings.HasPrefix(first, "- "):
		return readList(r.take()), nil
	case strings.HasPrefix(first, "|"):
		return r.table()
	}
	return Paragraph(strings.Join(r.take(), " ")), nil
}

const fence = "```"

func (r *reader) code() (Block, error) {
	start := r.next
	for r.next++; r.next < len(r.lines); r.next++ {
		if r.lines[r.next] == fence {
			r.next++
			return Code{Kind: r.lines[start][len(fence):], Lines: r.lines[start+1 : r.next-1]}, nil
		}
	}
	return nil, fmt.Errorf("line %d: %s is never closed", start+1, r.lines[start])
}

func readHeading(line string) Heading {
	title := strings.TrimLeft(line, "#")
	h := Heading{Level: len(line) - len(title), Title: strings.TrimSpace(title)}
	if title, id, found := strings.Cut(h.Title, " {#"); found {
		h.Title, h.ID = title, strings.TrimSuffix(id, "}")
	}
	return h
}

func readList(lines []string) List {
	var list List
	for _, line := range lines {
		if item, found := strings.CutPrefix(line, "- "); found {
			list = append(list, []string{item})
		} else {
			last := len(list) - 1
			list[last] = append(list[last], strings.TrimSpace(line))
		}
	}
	return list
}

func (r *reader) table() (Block, error) {
	const heads = 2
	start := r.next
	var table Table
	for i, line := range r.take() {
		row := splitCells(line)
		switch {
		case i == 0:
			table.Head = row
		case len(row) != len(table.Head):
			return nil, fmt.Errorf("line %d: the row %q has not as many cells as the head", start+i+1, line)
		case i >= heads:
			table.Rows = append(table.Rows, row)
		}
	}
	return table, nil
}

// splitCells splits a row at its bars; one that belongs to a cell is written \|.
func splitCells(line string) []string {
	const bar = "\x00"
	line = strings.TrimPrefix(strings.ReplaceAll(strings.TrimSpace(line), `\|`, bar), "|")
	cells := strings.Split(strings.TrimSuffix(line, "|"), "|")
	for i, cell := range cells {
		cells[i] = strings.TrimSpace(strings.ReplaceAll(cell, bar, "|"))
	}
	return cells
}

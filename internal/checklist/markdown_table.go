package checklist

import (
	"slices"
	"strings"

	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/outline"
)

// isTable reports a table with a column of questions, where no item has a box.
func (m *markdownReader) isTable(b outline.Block) bool {
	head, _, _ := strings.Cut(b.Text, "\n")
	heads, _ := splitCells(head, diag.Pos{})
	return !m.tasks && slices.ContainsFunc(heads, func(head string) bool { return columnOf(head) == questionColumn })
}

// readTable reads a table as one in CSV is read.
func (m *markdownReader) readTable(b outline.Block, lead string, section *Section) {
	const heads = 2 // lines, of which the second only parts
	var t *table
	for i, row := range strings.Split(b.Text, "\n") {
		cells, at := splitCells(row, diag.Pos{Line: b.Line + i, Column: b.Column})
		var links []string
		for j := range cells {
			var found []string
			cells[j], found = m.inline.Plain(cells[j])
			links = append(links, found...)
		}
		switch {
		case i == 0:
			t = newTable(m.faults, cells)
		case i >= heads && len(cells) > 0:
			t.add(tableRow{table: t, cells: cells, at: at})
			if t.open != nil {
				t.open.Sources = append(t.open.Sources, links...)
			}
		}
	}
	parts, left := t.read()
	section.Left = append(section.Left, left...)
	for _, part := range parts {
		section.Left = append(section.Left, part.Left...)
		above := lead
		if part.Title != usualSection {
			above = join(": ", lead, part.Title)
		}
		for _, p := range part.Points {
			p.Text = join(": ", above, p.Text)
			section.Points = append(section.Points, p)
		}
	}
}

// splitCells splits a row at its bars; one that belongs to a cell has a backslash before it. A cell is placed where the text
// behind its bar begins.
func splitCells(row string, pos diag.Pos) (cells []string, at []diag.Pos) {
	row = strings.TrimRight(row, " \t")
	begin := len(row) - len(strings.TrimLeft(row, " \t"))
	pos.Column += begin
	row = row[begin:]
	start, escaped, column := 0, false, 0
	for i, c := range row {
		if c == '|' && !escaped {
			if i > 0 { // no cell is before the first bar
				cells, at = append(cells, row[start:i]), append(at, pos)
			}
			start = i + 1
			pos.Column += column + 1
			column = -1
		}
		column++
		escaped = c == '\\' && !escaped
	}
	if start < len(row) {
		cells, at = append(cells, row[start:]), append(at, pos)
	}
	return cells, at
}

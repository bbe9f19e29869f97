package checklist

import (
	"encoding/csv"
	"errors"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/english"
	"github.com/opsfit/opsfit/internal/yamltree"
)

// csvReader reads the rows of a file.
type csvReader struct {
	*yamltree.Reader
	csv *csv.Reader
	// lines are those of the file; skipped of them are before the table.
	lines   []string
	skipped int
}

// ReadCSV reads a table. The checklist is nil if and only if the list of diagnostics, sorted by position, holds an error.
func ReadCSV(name string, source []byte) (*Checklist, diag.List) {
	text, found := yamltree.ReadText(name, source)
	if found.HasErrors() {
		return nil, found
	}
	body, delimiter, skipped := delimited(string(text))
	c := &csvReader{Reader: yamltree.NewReader(name), csv: csv.NewReader(strings.NewReader(body)), skipped: skipped}
	c.lines = strings.Split(strings.ReplaceAll(string(text), "\r\n", "\n"), "\n")
	c.csv.Comma, c.csv.FieldsPerRecord, c.csv.TrimLeadingSpace = delimiter, -1, delimiter != '\t'
	list := &Checklist{}
	if t := c.readTable(); t != nil {
		list.Sections, list.Left = t.read()
	}
	return list.finish(c.Reader, name)
}

// delimited finds what parts the cells: what a first line "sep=;" says, or what parts most cells of the first line. The
// lines skipped are those before the table.
func delimited(text string) (body string, delimiter rune, skipped int) {
	first, rest, _ := strings.Cut(text, "\n")
	first = strings.TrimSuffix(first, "\r")
	if mark, found := strings.CutPrefix(first, "sep="); found && utf8.RuneCountInString(mark) == 1 && strings.Contains(",;\t|", mark) {
		return rest, rune(mark[0]), 1
	}
	delimiter, most := ',', 0
	for _, candidate := range ",;\t|" {
		if n := countOutside(first, candidate); n > most {
			delimiter, most = candidate, n
		}
	}
	return text, delimiter, 0
}

// countOutside counts a character outside of quotes.
func countOutside(line string, char rune) int {
	n, quoted := 0, false
	for _, c := range line {
		switch {
		case c == '"':
			quoted = !quoted
		case c == char && !quoted:
			n++
		}
	}
	return n
}

// next returns the cells of the next row that is not empty with their places; nil at the end.
func (c *csvReader) next() (cells []string, at []diag.Pos) {
	for {
		cells, err := c.csv.Read()
		if errors.Is(err, io.EOF) {
			return nil, nil
		}
		if fault, ok := errors.AsType[*csv.ParseError](err); ok {
			line := fault.Line + c.skipped
			column := 1 + utf8.RuneCountInString(c.part(line, 0, fault.Column-1))
			c.Errorf(diag.Pos{Line: line, Column: column}, 1, "bad-table", "put a cell with quotes into quotes, and double those within it",
				"this is not CSV: %s", fault.Err.Error())
			return nil, nil
		}
		filled := false
		at = make([]diag.Pos, len(cells))
		here := diag.Pos{}
		from := 0 // bytes of the line before here
		for i := range cells {
			line, column := c.csv.FieldPos(i)
			line, column = line+c.skipped, column-1
			if line != here.Line || column < from {
				here, from = diag.Pos{Line: line, Column: 1}, 0
			}
			here.Column += utf8.RuneCountInString(c.part(line, from, column))
			from, at[i] = column, here
			cells[i] = strings.TrimSpace(cells[i])
			filled = filled || cells[i] != ""
		}
		if filled {
			return cells, at
		}
	}
}

// part returns bytes of a line.
func (c *csvReader) part(line, from, to int) string {
	if line < 1 || line > len(c.lines) {
		return ""
	}
	text := c.lines[line-1]
	return text[min(from, len(text)):min(max(from, to), len(text))]
}

// readTable returns nil for a file without a first line that names the columns.
func (c *csvReader) readTable() *table {
	heads, at := c.next()
	if heads == nil {
		return nil
	}
	t := newTable(c.Reader, heads)
	if !t.hasQuestions() {
		hint := "call it " + english.ListWith(namesOf(questionColumn)[:4], "or")
		c.Errorf(at[0], 1, "no-question-column", hint, "no column of the first line holds the questions")
		return nil
	}
	for {
		cells, at := c.next()
		if cells == nil {
			return t
		}
		t.add(tableRow{table: t, cells: cells, at: at})
	}
}

package survey

import (
	"encoding/csv"
	"errors"
	"io"
	"iter"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/opsfit/opsfit/internal/diag"
)

// Table is the text of an export, cut into rows of cells.
type Table struct {
	name, text string
	// body is the offset of the table in the text: a spreadsheet may have written a line "sep=;" before it.
	body int
	// skipped is the number of lines before the table.
	skipped   int
	delimiter rune
	// lines are the offsets at which the lines of the text begin.
	lines []int
}

// row is one row that is not empty. Its cells are without blanks around them.
type row struct {
	cells []string
	// at are the places of the cells: the line, and the byte in it.
	at []place
}

type place struct{ line, offset int }

// cell returns the text of a column; empty where the row is shorter.
func (r row) cell(column int) string {
	if column >= len(r.cells) {
		return ""
	}
	return r.cells[column]
}

// Open reads the form of a table: what parts its cells, and that every row can be cut. The table is nil if and only if the list
// holds an error.
func Open(name string, source []byte) (*Table, diag.List) {
	text, found := Text(name, source)
	if found.HasErrors() {
		return nil, found
	}
	t := &Table{name: name, text: text, lines: []int{0}}
	for i := range len(text) {
		if text[i] == '\n' {
			t.lines = append(t.lines, i+1)
		}
	}
	t.findDelimiter()
	if fault := t.checkRows(); fault != nil {
		return nil, diag.List{*fault}
	}
	return t, nil
}

// findDelimiter takes what a first line "sep=;" says, or else what cuts the first rows into the most cells, equally many in most
// of them: question texts hold commas and semicolons, too.
func (t *Table) findDelimiter() {
	first, _, _ := strings.Cut(t.text, "\n")
	if mark, found := strings.CutPrefix(strings.TrimSpace(first), "sep="); found && len(mark) == 1 && strings.Contains(",;|", mark) {
		t.body, t.skipped, t.delimiter = min(len(first)+1, len(t.text)), 1, rune(mark[0])
		return
	}
	best := 0
	t.delimiter = ','
	for _, candidate := range ",;\t" {
		if score := t.scoreDelimiter(candidate); score > best {
			best, t.delimiter = score, candidate
		}
	}
}

// scoreDelimiter is higher the more of the first rows have as many cells as the headers, and the more cells these are.
func (t *Table) scoreDelimiter(delimiter rune) int {
	const looked, weight = 20, maxColumns + 1
	sample := *t
	sample.delimiter = delimiter
	if sample.widestRow() != nil {
		return 0
	}
	columns, same, rows := 0, 0, 0
	for r, err := range sample.rows() {
		if err != nil {
			return 0
		}
		switch {
		case rows == 0:
			columns = len(r.cells)
		case len(r.cells) == columns:
			same++
		}
		if rows++; rows == looked {
			break
		}
	}
	if columns < 2 {
		return 0
	}
	return (1+same*looked/max(rows-1, 1))*weight + columns
}

// rows reads the table from its first row on, up to one that cannot be cut.
func (t *Table) rows() iter.Seq2[row, error] {
	return func(yield func(row, error) bool) {
		reader := csv.NewReader(strings.NewReader(t.text[t.body:]))
		reader.Comma, reader.FieldsPerRecord, reader.ReuseRecord = t.delimiter, -1, false
		for {
			cells, err := reader.Read()
			if errors.Is(err, io.EOF) || err != nil && !yield(row{}, err) {
				return
			}
			if err != nil {
				return
			}
			r, filled := row{cells: cells, at: make([]place, len(cells))}, false
			for i, cell := range cells {
				line, column := reader.FieldPos(i)
				r.at[i] = place{line + t.skipped, column - 1}
				cells[i] = trim(cell)
				filled = filled || cells[i] != ""
			}
			if filled && !yield(r, nil) {
				return
			}
		}
	}
}

// trim leaves out blanks around a text, also those that spreadsheets and pages put there to keep words together.
func trim(text string) string {
	return strings.Trim(text, " \t\n\v\f\u00a0\u2007\u202f\u200b\ufeff")
}

// checkRows returns the first fault in the form of the table; nil for none.
func (t *Table) checkRows() *diag.Diagnostic {
	if fault := t.widestRow(); fault != nil {
		return fault
	}
	count := 0
	for r, err := range t.rows() {
		if fault, ok := errors.AsType[*csv.ParseError](err); ok {
			return t.syntaxFault(fault)
		}
		const headers = 3
		if count++; count > maxResponses+headers {
			return &diag.Diagnostic{
				Severity: diag.Error, Code: "too-many-rows", File: t.name, Pos: t.pos(r.at[0]), Length: 1,
				Message: "the file has more than 10000 rows", Hint: "split it into several files",
			}
		}
	}
	return nil
}

// widestRow refuses more columns than a spreadsheet has before they are cut, which takes memory for each.
func (t *Table) widestRow() *diag.Diagnostic {
	columns, quoted := 1, false
	for i := t.body; i < len(t.text); i++ {
		switch c := t.text[i]; {
		case c == '"':
			quoted = !quoted
		case quoted:
		case c == '\n':
			columns = 1
		case c == byte(t.delimiter):
			columns++
		}
		if columns > maxColumns {
			fault := faultAt(t.name, t.text, i, "too-many-columns", "the row has more than 16384 cells")
			return &fault
		}
	}
	return nil
}

func (t *Table) syntaxFault(fault *csv.ParseError) *diag.Diagnostic {
	d := diag.Diagnostic{
		Severity: diag.Error, Code: "bad-table", File: t.name, Length: 1, Message: "this is not CSV: " + fault.Err.Error(),
		Pos:  t.pos(place{fault.Line + t.skipped, max(fault.Column-1, 0)}),
		Hint: "put a cell with quotes into quotes, and double those within it",
	}
	end := t.pos(place{len(t.lines), len(t.text)})
	if errors.Is(fault.Err, csv.ErrQuote) && (fault.StartLine < fault.Line || d.Pos.Line == end.Line && d.Pos.Column >= end.Column-1) {
		d.Pos = t.pos(place{fault.StartLine + t.skipped, 0})
		d.Message = "a quote is opened in this row and never closed"
	}
	return &d
}

// pos turns a place into one that counts characters.
func (t *Table) pos(at place) diag.Pos {
	line := min(max(at.line, 1), len(t.lines))
	start := t.lines[line-1]
	end := min(start+at.offset, len(t.text))
	return diag.Pos{Line: line, Column: 1 + utf8.RuneCountInString(t.text[start:max(start, end)])}
}

// Source is the text to which the places of findings belong.
func (t *Table) Source() []byte { return []byte(t.text) }

// head returns the first rows of the table.
func (t *Table) head(most int) []row {
	var first []row
	for r, err := range t.rows() {
		if err != nil || len(first) == most {
			break
		}
		first = append(first, r)
	}
	return first
}

// cellName is the name of a cell as a spreadsheet shows it, without its row: A to XFD.
func columnName(column int) string {
	var letters []byte
	for column++; column > 0; column /= 26 {
		column--
		letters = append(letters, byte('A'+column%26))
	}
	slices.Reverse(letters)
	return string(letters)
}

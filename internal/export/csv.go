package export

import (
	"bufio"
	"io"
	"strconv"
	"strings"
	"unicode"

	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/report"
)

// table writes rows as RFC 4180 has them. Every text is in quotes and no number is, so that a reader can tell 007 and a day, which
// are texts, from numbers, and an empty text from nothing. The first failure of the writer stays until flush.
type table struct{ w *bufio.Writer }

func newTable(w io.Writer) *table { return &table{bufio.NewWriter(w)} }

// newMarkedTable begins with the mark by which Excel knows UTF-8. Programs may take it for a part of the first name, so a table has
// it on request only.
func newMarkedTable(w io.Writer) *table {
	t := newTable(w)
	_, _ = t.w.WriteString("\ufeff")
	return t
}

// csvCell is what stands between two separators, as it is written.
type csvCell string

// quoted is a text as it stands in a table.
func quoted(text string) csvCell { return csvCell(`"` + strings.ReplaceAll(text, `"`, `""`) + `"`) }

// textCell is a text that no spreadsheet takes for a formula.
func textCell[T ~string](text T) csvCell { return quoted(harmless(diag.Visible(string(text)))) }

// numberCell is a number with the digits that give it back; nothing for nil.
func numberCell(value *float64) csvCell { return csvCell(exact(value)) }

// valueCell is a number or a word; nothing where there is none.
func valueCell(v report.Value) csvCell {
	if v.Number != nil || v.Word == "" {
		return numberCell(v.Number)
	}
	return textCell(v.Word)
}

func (t *table) writeNames(names []string) {
	cells := make([]csvCell, len(names))
	for i, name := range names {
		cells[i] = quoted(name)
	}
	t.writeRow(cells)
}

func (t *table) writeRow(cells []csvCell) {
	for i, cell := range cells {
		if i > 0 {
			_ = t.w.WriteByte(',')
		}
		_, _ = t.w.WriteString(string(cell))
	}
	_, _ = t.w.WriteString("\r\n")
}

func (t *table) flush() error { return t.w.Flush() }

// harmless puts an apostrophe before each place where a spreadsheet would begin a formula, as OWASP advises against CSV injection:
// at the beginning and, for a spreadsheet that is set to another separator than the comma, after such a separator. Some drop blanks
// and quotes in front, or take signs of double width. Tabs and line breaks are visible already, and so begin nothing.
func harmless(text string) string {
	const signs, separators = "=+-@|%＝＋－＠", ";|"
	var b strings.Builder
	begins, begin, written := true, 0, 0
	for i, r := range text {
		if begins && strings.ContainsRune(signs, r) {
			b.WriteString(text[written:begin] + "'")
			written, begins = begin, false
		}
		switch {
		case strings.ContainsRune(separators, r):
			begins, begin = true, i+1
		case r != '"' && !unicode.IsSpace(r):
			begins = false
		}
	}
	return b.String() + text[written:]
}

// exact writes a number with the digits that give it back; nothing for nil.
func exact(value *float64) string {
	if value == nil {
		return ""
	}
	return strconv.FormatFloat(*value, 'g', -1, 64)
}

package checklist

import (
	"encoding/csv"
	"errors"
	"io"
	"math/big"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/english"
	"github.com/opsfit/opsfit/internal/yamltree"
)

// csvReader reads a table: one point a row, or one of its options a row.
type csvReader struct {
	*yamltree.Reader
	csv   *csv.Reader
	lines []string
	// columns are the kinds of the columns, heads their titles.
	columns  []column
	heads    []string
	sections []*csvSection
	byTitle  map[string]*csvSection
	list     *Checklist
}

// csvSection is a section whose points may still get options.
type csvSection struct {
	Section
	points []*csvPoint
}

// csvPoint is a point whose options may still be one of a kind or all that apply.
type csvPoint struct {
	Point
	// choose says which of the two, in the words of the table; "" where it does not.
	choose string
}

// ReadCSV reads a table. The checklist is nil if and only if the list of diagnostics, sorted by position, holds an error.
func ReadCSV(name string, source []byte) (*Checklist, diag.List) {
	text, found := yamltree.ReadText(name, source)
	if found.HasErrors() {
		return nil, found
	}
	body, delimiter, skipped := delimited(string(text))
	c := &csvReader{
		Reader: yamltree.NewReader(name), csv: csv.NewReader(strings.NewReader(body)), list: &Checklist{}, byTitle: map[string]*csvSection{},
	}
	c.lines = strings.Split(strings.ReplaceAll(string(text), "\r\n", "\n"), "\n")
	c.csv.Comma, c.csv.FieldsPerRecord, c.csv.TrimLeadingSpace = delimiter, -1, delimiter != '\t'
	if c.readHead(skipped) {
		c.readRows(skipped)
	}
	return c.list.finish(c.Reader, name)
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
func (c *csvReader) next(skipped int) (cells []string, at []diag.Pos) {
	for {
		cells, err := c.csv.Read()
		if errors.Is(err, io.EOF) {
			return nil, nil
		}
		if fault, ok := errors.AsType[*csv.ParseError](err); ok {
			line := fault.Line + skipped
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
			line, column = line+skipped, column-1
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

// readHead finds out what the columns are by their titles.
func (c *csvReader) readHead(skipped int) bool {
	heads, at := c.next(skipped)
	if heads == nil {
		return false
	}
	c.heads, c.columns = heads, columnsOf(heads)
	if slices.Contains(c.columns, questionColumn) {
		return true
	}
	hint := "call it " + english.ListWith(namesOf(questionColumn)[:4], "or")
	c.Errorf(at[0], 1, "no-question-column", hint, "no column of the first line holds the questions")
	return false
}

func (c *csvReader) readRows(skipped int) {
	title := "General"
	var open *csvPoint // of the rows before, which may have more options below
	for {
		cells, at := c.next(skipped)
		if cells == nil {
			break
		}
		row := csvRow{csvReader: c, cells: cells, at: at}
		if name := row.text(sectionColumn); name != "" && name != title {
			title, open = name, nil
		}
		text := row.text(questionColumn)
		switch {
		case open != nil && row.hasOption() && (text == "" || text == open.Text):
			row.addTo(open)
		case text == "":
			row.leaveAll(c.section(title, at[0]))
		default:
			open = row.point(text)
			section := c.section(title, at[0])
			section.points = append(section.points, open)
		}
	}
	for _, section := range c.sections {
		for _, point := range section.points {
			section.Points = append(section.Points, c.answered(point))
		}
		if len(section.Points) > 0 {
			c.list.Sections = append(c.list.Sections, section.Section)
		} else {
			c.list.Left = append(c.list.Left, section.Left...)
			c.list.Left = append(c.list.Left, Leftover{Reason: "a section without points", Text: section.Title, Pos: section.Pos})
		}
	}
}

// section returns the section with a title, which is made where it is new.
func (c *csvReader) section(title string, pos diag.Pos) *csvSection {
	if c.byTitle[title] == nil {
		c.byTitle[title] = &csvSection{Section: Section{Title: title, Pos: pos}}
		c.sections = append(c.sections, c.byTitle[title])
	}
	return c.byTitle[title]
}

// isLevel and isWorth report decimals in the range of each.
func isLevel(text string) bool {
	value := rational(text)
	return value != nil && value.Sign() >= 0 && value.Cmp(big.NewRat(4, 1)) <= 0
}

func isWorth(text string) bool {
	value := rational(text)
	return value != nil && value.Sign() > 0
}

// rational returns a short plain decimal, and nil for every other text.
func rational(text string) *big.Rat {
	const most = 12
	if text == "" || len(text) > most || strings.Trim(text, "0123456789.") != "" {
		return nil
	}
	value, ok := new(big.Rat).SetString(text)
	if !ok {
		return nil
	}
	return value
}

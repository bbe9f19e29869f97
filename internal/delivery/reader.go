package delivery

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/opsfit/opsfit/internal/diag"
)

// Format is how an export is written.
type Format string

// The formats of exports.
const (
	CSV       Format = "csv"
	JSONLines Format = "json_lines"
)

// Why a row cannot be used.
const (
	reasonQuote      = "a quote stands where none can"
	reasonOpenQuote  = "a quote is not closed"
	reasonLong       = "the row is longer than 64 KiB"
	reasonManyFields = "there are more fields than columns"
	reasonControls   = "it holds control characters"
	reasonNoJSON     = "it is not JSON"
	reasonNoObject   = "it is not a JSON object"
	reasonTwice      = "a field stands there twice"
	reasonNested     = "a list or an object stands where a text belongs"
	reasonNoTime     = "there is no time"
	reasonTime       = "the time cannot be read"
	reasonDateOnly   = "the time of day is missing"
	reasonNumber     = "the number is not a time in seconds or milliseconds since 1970"
	reasonFar        = "the time lies before 2000 or after 2100"
	reasonSkipped    = "clocks never showed this time: they were put forward"
	reasonFuture     = "the time lies in the future"
	reasonNoService  = "there is no service"
	reasonNoPlace    = "there is no environment"
	reasonOutcome    = "the outcome is not known"
	reasonBackwards  = "it was resolved before it was opened"
	reasonLongName   = "the text is longer than 200 characters"
)

// cell is what a row holds for a field; without text there is nothing.
type cell struct {
	text []byte
	// offset is where it stands in the row.
	offset int
}

// row is one row by its fields. Its texts are valid until the next row is read.
type row struct {
	cells [fieldCount]cell
	// ranks say how well the name of the column fits, for a file in which each row has its own.
	ranks [fieldCount]int
	text  []byte
	line  int
}

func (r *row) clear(text []byte, line int) {
	*r = row{text: text, line: line}
	for i := range r.ranks {
		r.ranks[i] = mostNames
	}
}

// reader reads one export.
type reader struct {
	export  *Export
	kind    Kind
	in      *input
	fields  []fieldNames
	places  map[string]place
	columns []field
	csv     csvRow
	// delimiter divides the fields of a CSV file.
	delimiter byte
	row       row
	clock     *clock
	services  []string
	summary   Summary
	reasons   map[string]*int
	// seen counts the rows of each name of some fields; nil for very many names.
	seen map[field]map[string]*int
	// words are texts of this file as they are compared.
	words    map[string]string
	progress func(rows int)
	// accept takes a row that was read.
	accept func()
}

func newReader(e *Export, kind Kind, progress func(rows int)) *reader {
	return &reader{
		export: e, kind: kind, fields: fieldsOf(kind), places: map[string]place{}, clock: newClock(e.Zone), services: wordsOf(e.Services, nil),
		summary: Summary{
			File: e.Name, Reasons: []Reason{}, First: []Fault{}, Columns: []Column{}, Services: []Name{}, Environments: []Name{},
		},
		reasons: map[string]*int{}, words: map[string]string{},
		seen:     map[field]map[string]*int{serviceField: {}, environmentField: {}},
		progress: progress,
	}
}

// read reads the whole file. An error is about all of it; it is a diag.List where somebody has to mend the file.
func (r *reader) read(ctx context.Context) (Summary, error) {
	file, err := r.export.Open()
	if err != nil {
		return Summary{}, err
	}
	defer func() { _ = file.Close() }()
	r.in = newInput(file)
	if err = r.in.atLeast(len(mark)); err == nil {
		err = r.readFormat(ctx)
	}
	if err != nil {
		if _, faulty := errors.AsType[diag.List](err); !faulty && ctx.Err() == nil {
			err = fmt.Errorf("read %s: %w", r.export.Name, err)
		}
		return Summary{}, err
	}
	return r.total(), r.missingMembers()
}

// missingMembers is the error about a member that the configuration names and no object has.
func (r *reader) missingMembers() error {
	if r.summary.Format != JSONLines || len(r.places) == mostNames {
		return nil
	}
	for _, f := range r.fields {
		given, named := r.export.Columns[f.key]
		if _, found := r.places[given]; named && !found {
			return r.noColumn(f.key, given, slices.Sorted(maps.Keys(r.places)))
		}
	}
	return nil
}

// mark may stand before UTF-8.
const mark = "\xef\xbb\xbf"

// readFormat finds out how the file is written.
func (r *reader) readFormat(ctx context.Context) error {
	window := r.in.window()
	switch {
	case bytes.HasPrefix(window, []byte("\xff\xfe")), bytes.HasPrefix(window, []byte("\xfe\xff")):
		return r.fatal(1, 1, "encoding", "save it as UTF-8", "the file is UTF-16")
	case bytes.HasPrefix(window, []byte(mark)):
		r.in.start += len(mark)
	}
	if err := r.in.skipBlankLines(); err != nil {
		return err
	}
	switch rest := bytes.TrimLeft(r.in.window(), " \t\r"); {
	case len(rest) == 0:
		return r.fatal(1, 1, "empty", "", "the file is empty: it has not even a header")
	case rest[0] == '{':
		return r.readJSONLines(ctx)
	case rest[0] == '[':
		return r.fatal(r.in.line, 1, "json-list", "jq -c '.[]' writes it so", "the file is a JSON list; write one object a line")
	}
	return r.readCSV(ctx)
}

// checkText refuses a file that is not UTF-8 text.
func (r *reader) checkText(row []byte) error {
	if at := firstInvalid(row); at >= 0 {
		line, column := placeIn(row, at, r.in.line)
		return r.fatal(line, column, "encoding", "save it as UTF-8", "the file is not UTF-8")
	}
	return nil
}

func (r *reader) fatal(line, column int, code, hint, message string) error {
	return r.export.fatal(line, column, code, hint, message)
}

// handle takes a row whose fields were found. One that cannot be used leaves no other trace than its fault.
func (r *reader) handle() {
	unusable, withoutZone, repeated := r.summary.Unusable, r.summary.WithoutZone, r.summary.Repeated
	r.accept()
	if r.summary.Unusable > unusable {
		r.summary.WithoutZone, r.summary.Repeated = withoutZone, repeated
		return
	}
	r.count(serviceField)
	r.count(environmentField)
}

// count notes a name that stands in the file.
func (r *reader) count(f field) {
	names := r.seen[f]
	text := r.row.cells[f].text
	if names == nil || len(text) == 0 || len(text) > longestName {
		return
	}
	if rows, known := names[string(text)]; known {
		*rows++
		return
	}
	if names[string(text)] = new(1); len(names) > mostNames {
		r.seen[f] = nil
	}
}

// addFault counts a row that cannot be used. The text is what stands at the fault, or nothing.
func (r *reader) addFault(row []byte, offset int, reason, text string) {
	r.summary.Unusable++
	if r.reasons[reason] == nil {
		r.reasons[reason] = new(0)
	}
	*r.reasons[reason]++
	if len(r.summary.First) == FaultsShown {
		return
	}
	line, column := placeIn(row, offset, r.in.line)
	r.summary.First = append(r.summary.First, Fault{Line: line, Column: column, Reason: reason, Text: diag.Cut(text, longestFault)})
}

// refuse is addFault for a field of the row.
func (r *reader) refuse(f field, reason string) {
	c := r.row.cells[f]
	r.addFault(r.row.text, c.offset, reason, string(c.text[:min(len(c.text), longestName)]))
}

// total counts everything up.
func (r *reader) total() Summary {
	s := r.summary
	s.Services, s.Environments = namesByRows(r.seen[serviceField]), namesByRows(r.seen[environmentField])
	for _, name := range namesByRows(r.reasons) {
		s.Reasons = append(s.Reasons, Reason{name.Name, name.Rows})
	}
	if s.Format == JSONLines {
		for _, f := range r.fields {
			s.Columns = append(s.Columns, r.membersOf(f)...)
		}
	}
	return s
}

// membersOf names the members of objects that a field was taken from.
func (r *reader) membersOf(f fieldNames) []Column {
	var list []Column
	for _, name := range slices.Sorted(maps.Keys(r.places)) {
		if r.places[name].field == f.field {
			list = append(list, Column{f.key, name})
		}
	}
	return list
}

// namesByRows sorts names, the commonest first; it is never nil.
func namesByRows(rows map[string]*int) []Name {
	list := []Name{}
	for name, n := range rows {
		list = append(list, Name{name, *n})
	}
	slices.SortFunc(list, func(a, b Name) int { return cmp.Or(cmp.Compare(b.Rows, a.Rows), strings.Compare(a.Name, b.Name)) })
	return list
}

// word is a text as it is compared.
func (r *reader) word(text []byte) string {
	if word, known := r.words[string(text)]; known {
		return word
	}
	word := wordOf(string(text))
	if len(r.words) < mostNames {
		r.words[string(text)] = word
	}
	return word
}

// wordsOf are words as they are compared; the usual ones where none are given.
func wordsOf(given, usual []string) []string {
	if len(given) == 0 {
		given = usual
	}
	var words []string
	for _, word := range given {
		words = append(words, wordOf(word))
	}
	return words
}

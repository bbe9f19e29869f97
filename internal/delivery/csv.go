package delivery

import (
	"bytes"
	"context"
)

// The rows of CSV are parsed here and not by encoding/csv: a quote that is never closed would have it hold the rest of a file of any
// size, and a fault in one row must cost that row alone.

// csvRow is one row of a CSV file. Its fields are parts of the file, or of a space of its own where quotes were doubled.
type csvRow struct {
	fields []csvField
	// length is how many bytes the row takes, with the end of its line.
	length int
	// space holds fields with doubled quotes; it is reused.
	space []byte
}

type csvField struct {
	text []byte
	// offset is where it stands in the row.
	offset int
}

// csvState says how the reading of a row ended.
type csvState int

const (
	csvWhole csvState = iota
	// csvOpen: the row goes on behind what was there; inQuotes says so of a row within quotes.
	csvOpen
	csvOpenQuote
	// csvBroken: a quote stands where none can.
	csvBroken
	csvManyFields
)

// parse reads the row at the start of a text. ended: nothing follows the text. For a faulty row length is where the fault is.
func (r *csvRow) parse(text []byte, delimiter byte, ended bool) csvState {
	r.fields, r.space = r.fields[:0], r.space[:0]
	at := 0
	for {
		if len(r.fields) == mostColumns {
			r.length = at
			return csvManyFields
		}
		var state csvState
		if at < len(text) && text[at] == '"' {
			at, state = r.quoted(text, at, delimiter, ended)
		} else {
			at, state = r.plain(text, at, delimiter, ended)
		}
		if state != csvWhole {
			r.length = at
			return state
		}
		if at >= len(text) || text[at] == '\n' {
			r.length = min(at+1, len(text))
			return csvWhole
		}
		at++ // the delimiter
	}
}

// plain reads a field without quotes, up to the delimiter or the end of the line.
func (r *csvRow) plain(text []byte, start int, delimiter byte, ended bool) (int, csvState) {
	for at := start; at < len(text); at++ {
		switch text[at] {
		case '"':
			return at, csvBroken
		case delimiter, '\n':
			r.fields = append(r.fields, csvField{bytes.TrimSpace(text[start:at]), start})
			return at, csvWhole
		}
	}
	if !ended {
		return len(text), csvOpen
	}
	r.fields = append(r.fields, csvField{bytes.TrimSpace(text[start:]), start})
	return len(text), csvWhole
}

// quoted reads a field in quotes, in which a doubled quote stands for one.
func (r *csvRow) quoted(text []byte, start int, delimiter byte, ended bool) (int, csvState) {
	from, first := start+1, len(r.space)
	doubled := false
	for at := from; ; at++ {
		next := bytes.IndexByte(text[at:], '"')
		if next < 0 {
			return len(text), csvOpenQuote
		}
		at += next
		switch {
		case at+1 == len(text) && !ended:
			return len(text), csvOpenQuote
		case at+1 < len(text) && text[at+1] == '"':
			r.space = append(r.space, text[from:at+1]...)
			at++
			from, doubled = at+1, true
			continue
		}
		value := text[from:at]
		if doubled {
			r.space = append(r.space, value...)
			value = r.space[first:len(r.space):len(r.space)]
		}
		r.fields = append(r.fields, csvField{bytes.TrimSpace(value), start})
		return afterQuote(text, at+1, delimiter, ended)
	}
}

// afterQuote finds the end of a field behind its last quote.
func afterQuote(text []byte, at int, delimiter byte, ended bool) (int, csvState) {
	for at < len(text) && (text[at] == ' ' || text[at] == '\r') {
		at++
	}
	switch {
	case at < len(text) && text[at] != delimiter && text[at] != '\n':
		return at, csvBroken
	case at == len(text) && !ended:
		return at, csvOpen
	}
	return at, csvWhole
}

// delimiterOf is the one of comma, semicolon and tab that stands most often in a header, outside of quotes.
func delimiterOf(header []byte) byte {
	counts := map[byte]int{}
	inQuotes := false
	for _, c := range header {
		if c == '"' {
			inQuotes = !inQuotes
		}
		if !inQuotes {
			counts[c]++
		}
	}
	best := byte(',')
	for _, c := range []byte{';', '\t'} {
		if counts[c] > counts[best] {
			best = c
		}
	}
	return best
}

// nextCSV returns the next row of a CSV file, or why there is none: "" for a row that was read.
func (r *reader) nextCSV() (reason string, err error) {
	for {
		window := r.in.window()
		state := r.csv.parse(window[:min(len(window), longestRow)], r.delimiter, r.in.ended && len(window) <= longestRow)
		switch {
		case state == csvWhole:
			return "", nil
		case state == csvBroken:
			return reasonQuote, nil
		case state == csvManyFields:
			return reasonManyFields, nil
		case len(window) >= longestRow && state == csvOpenQuote:
			return reasonOpenQuote, nil
		case len(window) >= longestRow:
			return reasonLong, nil
		case r.in.ended:
			return reasonOpenQuote, nil
		}
		if err := r.in.more(); err != nil {
			return "", err
		}
	}
}

// readHeader finds the columns of a CSV file.
func (r *reader) readHeader() error {
	line, whole, err := r.in.lineOf()
	if err == nil && bytes.HasPrefix(line, []byte("sep=")) {
		// Spreadsheets write the delimiter there.
		r.in.use(min(len(line)+1, len(r.in.window())))
		line, whole, err = r.in.lineOf()
	}
	if err != nil {
		return err
	}
	if !whole {
		return r.fatal(r.in.line, 1, "too-long", "", "the first line is longer than any header")
	}
	r.delimiter = delimiterOf(line)
	reason, err := r.nextCSV()
	if err != nil {
		return err
	}
	row := r.in.window()[:min(r.csv.length, len(r.in.window()))]
	if err := r.checkText(row); err != nil {
		return err
	}
	if reason != "" {
		at, column := placeIn(row, r.csv.length, r.in.line)
		return r.fatal(at, column, "syntax", "", "the header cannot be read: "+reason)
	}
	var names []string
	for _, f := range r.csv.fields {
		names = append(names, string(f.text))
	}
	if err := r.chooseColumns(names); err != nil {
		return err
	}
	r.in.use(r.csv.length)
	return nil
}

// readCSV reads a CSV file, row by row.
func (r *reader) readCSV(ctx context.Context) error {
	r.summary.Format = CSV
	if err := r.readHeader(); err != nil {
		return err
	}
	return r.rows(ctx, func() error {
		r.summary.Rows++
		reason, err := r.nextCSV()
		if err != nil {
			return err
		}
		row := r.in.window()[:min(r.csv.length, len(r.in.window()))]
		if reason != "" {
			return r.skipCSV(row, reason)
		}
		if err := r.checkText(row); err != nil {
			return err
		}
		r.fillFromCSV(row)
		r.in.use(len(row))
		return nil
	})
}

// skipCSV passes over a row that cannot be read. What follows its first line within quotes is read as rows again: most likely a quote
// is missing.
func (r *reader) skipCSV(row []byte, reason string) error {
	offset := r.csv.length
	if reason == reasonQuote && bytes.IndexByte(row, '\n') >= 0 {
		reason = reasonOpenQuote
	}
	if reason == reasonOpenQuote || reason == reasonLong {
		offset = 0
	}
	r.addFault(row, offset, reason, "")
	if reason != reasonOpenQuote {
		r.in.use(len(row))
	}
	return r.in.skipLine()
}

// fillFromCSV hands on the fields of a row.
func (r *reader) fillFromCSV(row []byte) {
	if offset, found := hasControls(row); found {
		r.addFault(row, offset, reasonControls, "")
		return
	}
	if len(r.csv.fields) > len(r.columns) {
		r.addFault(row, r.csv.fields[len(r.columns)].offset, reasonManyFields, "")
		return
	}
	r.row.clear(row, r.in.line)
	for i, f := range r.csv.fields {
		if field := r.columns[i]; field != noField {
			r.row.cells[field] = cell(f)
		}
	}
	r.handle()
}

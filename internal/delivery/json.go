package delivery

import (
	"bytes"
	"context"
	"encoding/json"
	"strings"
)

// readJSONLines reads a file of one JSON object a line.
func (r *reader) readJSONLines(ctx context.Context) error {
	r.summary.Format = JSONLines
	return r.rows(ctx, func() error {
		line, whole, err := r.in.lineOf()
		if err != nil {
			return err
		}
		r.summary.Rows++
		if !whole {
			r.addFault(line[:longestRow], 0, reasonLong, "")
			return r.in.skipLine()
		}
		if err := r.checkText(line); err != nil {
			return err
		}
		r.fillFromJSON(line)
		r.in.use(min(len(line)+1, len(r.in.window())))
		return nil
	})
}

// fillFromJSON hands on the members of an object that hold fields.
func (r *reader) fillFromJSON(line []byte) {
	text := bytes.TrimSpace(line)
	if !json.Valid(text) {
		r.addFault(line, 0, reasonNoJSON, "")
		return
	}
	if text[0] != '{' {
		r.addFault(line, bytes.IndexByte(line, text[0]), reasonNoObject, "")
		return
	}
	r.row.clear(line, r.in.line)
	object := members{text: line, at: bytes.IndexByte(line, '{') + 1}
	for object.next() {
		place := r.placeOf(object.key)
		if place.field == noField || place.rank > r.row.ranks[place.field] {
			continue
		}
		if place.rank == r.row.ranks[place.field] {
			r.addFault(line, object.offset, reasonTwice, string(object.key))
			return
		}
		value, ok := plainText(object.value)
		if !ok {
			r.addFault(line, object.offset, reasonNested, string(object.key))
			return
		}
		r.row.cells[place.field], r.row.ranks[place.field] = cell{text: value, offset: object.offset}, place.rank
	}
	for _, c := range r.row.cells {
		if _, found := hasControls(c.text); found {
			r.addFault(line, c.offset, reasonControls, "")
			return
		}
	}
	r.handle()
}

// members walks through an object that is known to be valid JSON.
type members struct {
	text []byte
	at   int
	// key is that of the member, value the text of its value as it stands there, and offset where.
	key, value []byte
	offset     int
}

// next moves on to the next member; false behind the last.
func (m *members) next() bool {
	m.skip(" \t\r\n,")
	if m.text[m.at] == '}' {
		return false
	}
	start := m.at
	m.skipString()
	m.key = m.text[start+1 : m.at-1]
	if bytes.IndexByte(m.key, '\\') >= 0 {
		m.key, _ = plainText(m.text[start:m.at])
	}
	m.skip(" \t\r\n:")
	m.offset = m.at
	m.skipValue()
	m.value = m.text[m.offset:m.at]
	return true
}

func (m *members) skip(chars string) {
	for strings.IndexByte(chars, m.text[m.at]) >= 0 {
		m.at++
	}
}

// skipString moves behind the string that begins here.
func (m *members) skipString() {
	for m.at++; m.text[m.at] != '"'; m.at++ {
		if m.text[m.at] == '\\' {
			m.at++
		}
	}
	m.at++
}

// skipValue moves behind the value that begins here.
func (m *members) skipValue() {
	depth := 0
	for {
		switch m.text[m.at] {
		case '"':
			m.skipString()
			m.at-- // onto the quote that ends it
		case '{', '[':
			depth++
		case '}', ']':
			if depth == 0 {
				return
			}
			depth--
		case ',':
			if depth == 0 {
				return
			}
		}
		m.at++
	}
}

// plainText is a JSON value as text; "" for null. ok is false for a list or an object.
func plainText(value []byte) (text []byte, ok bool) {
	value = bytes.TrimSpace(value)
	switch {
	case value[0] == '{' || value[0] == '[':
		return nil, false
	case string(value) == "null":
		return nil, true
	case value[0] != '"':
		return value, true
	case bytes.IndexByte(value, '\\') < 0:
		return bytes.TrimSpace(value[1 : len(value)-1]), true
	}
	var decoded string
	if json.Unmarshal(value, &decoded) != nil {
		return nil, false
	}
	return bytes.TrimSpace([]byte(decoded)), true
}

package adr

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"

	"github.com/opsfit/opsfit/internal/diag"
)

// Comment returns the text of the comment that keeps the facts in a record, with an introduction for those who read its source.
func (f Facts) Comment() (string, error) {
	text, err := f.Text()
	return Schema + `
What this record rests on, for: ` + AmendCommand + `
Leave this comment as it is; edit everything above it as you like.
` + text, err
}

// Text writes the facts as JSON that can neither end an HTML comment nor act on a terminal. Each member and each entry of
// a list has a line, so that a person can read it and a difference between two versions shows what changed.
func (f Facts) Text() (string, error) {
	// Marshal escapes what could end a comment, unlike an Encoder that was told not to.
	plain, err := json.Marshal(f)
	if err != nil {
		return "", fmt.Errorf("encode the facts of a record: %w", err)
	}
	return string(diag.VisibleJSON(inLines(plain))), nil
}

// inLines breaks compact JSON into lines: the members of the whole and the entries of the lists in it.
func inLines(compact []byte) []byte {
	l := lines{}
	for i, c := range compact {
		l.write(c, i+1 < len(compact) && (compact[i+1] == '}' || compact[i+1] == ']'))
	}
	return l.out.Bytes()
}

// lines lays out JSON character by character.
type lines struct {
	out bytes.Buffer
	// open holds the brackets that are open.
	open []byte
	// text is set within a string, escaped after a backslash.
	text, escaped bool
}

func (l *lines) write(c byte, empty bool) {
	switch {
	case l.text:
		l.out.WriteByte(c)
		l.escaped, l.text = !l.escaped && c == '\\', l.escaped || c != '"'
	case c == '{' || c == '[':
		l.out.WriteByte(c)
		l.open = append(l.open, c)
		if !empty {
			l.feed()
		}
	case c == '}' || c == ']':
		l.end(c)
	case c == ',':
		l.out.WriteByte(c)
		if !l.feed() {
			l.out.WriteByte(' ')
		}
	case c == ':':
		l.out.WriteString(": ")
	default:
		l.text = c == '"'
		l.out.WriteByte(c)
	}
}

func (l *lines) end(c byte) {
	inside := l.out.Bytes()
	broken := l.breaks() && inside[len(inside)-1] != '{' && inside[len(inside)-1] != '['
	l.open = l.open[:len(l.open)-1]
	if broken {
		l.out.WriteString("\n" + strings.Repeat("  ", len(l.open)))
	}
	l.out.WriteByte(c)
}

// feed begins a line where members and entries have their own.
func (l *lines) feed() bool {
	if l.breaks() {
		l.out.WriteString("\n" + strings.Repeat("  ", len(l.open)))
		return true
	}
	return false
}

func (l *lines) breaks() bool {
	return len(l.open) == 1 || len(l.open) == 2 && l.open[1] == '['
}

package diag

import (
	"fmt"
	"unicode/utf8"
)

// Placed is a text with the place where it was written, for a room that reads it after another one found it.
type Placed struct {
	Text string
	// File is the name that diagnostics give the place: a file, a flag or a variable. It is empty for a text that nobody
	// wrote.
	File string
	Pos  Pos
	// Encoded is set when the file does not hold the text character by character, as with escapes and block scalars: then
	// faults in it are shown at Pos.
	Encoded bool
}

// IsGiven reports that somebody wrote the text, be it empty.
func (p Placed) IsGiven() bool { return p.File != "" }

// Errorf returns an error about the whole text.
func (p Placed) Errorf(code, hint, format string, args ...any) List {
	return List{{
		Severity: Error, Code: code, File: p.File, Pos: p.Pos, Length: max(1, utf8.RuneCountInString(p.Text)),
		Message: fmt.Sprintf(format, args...), Hint: hint,
	}}
}

// Within moves diagnostics about the text alone, whose first character is line 1, column 1, to the place of the text.
func (p Placed) Within(found List) List {
	var moved List
	for _, d := range found {
		d.File = p.File
		switch {
		case p.Encoded:
			d.Pos, d.Length = p.Pos, 1
		case d.Pos.Line == 1:
			d.Pos = Pos{Line: p.Pos.Line, Column: p.Pos.Column + d.Pos.Column - 1}
		default:
			d.Pos.Line += p.Pos.Line - 1
		}
		moved = append(moved, d)
	}
	return moved
}

package diag

import (
	"fmt"
	"unicode/utf8"
)

// Placed is a text with its position, for a package that parses text which another package found.
type Placed struct {
	Text string
	// File is the name shown in diagnostics: a file, a flag or a variable; "" for text that nobody wrote.
	File string
	Pos  Pos
	// Encoded: the file does not hold the text character by character, for example because of escapes or block scalars.
	// Diagnostics within it are then shown at Pos.
	Encoded bool
}

// IsGiven reports whether the text was written at all, even if empty.
func (p Placed) IsGiven() bool { return p.File != "" }

// Errorf returns an error about the whole text.
func (p Placed) Errorf(code, hint, format string, args ...any) List {
	return List{{
		Severity: Error, Code: code, File: p.File, Pos: p.Pos, Length: max(1, utf8.RuneCountInString(p.Text)),
		Message: fmt.Sprintf(format, args...), Hint: hint,
	}}
}

// Within moves diagnostics about the text alone, which starts at line 1, column 1, to its position in the file.
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

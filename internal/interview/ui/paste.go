package ui

import (
	"bytes"
	"os"
	"strings"
	"sync/atomic"

	"github.com/charmbracelet/x/ansi"
)

// pasteReader is the keyboard. Terminals that do not mark what is pasted send it like typed keys, and a line end would leave
// a text field and make commands of the rest. So while the screen has a text field, a read of text with line ends inside is
// marked here, as other terminals do.
type pasteReader struct {
	*os.File
	// hasField: what is typed goes to a text field. Bubble Tea reads concurrently.
	hasField atomic.Bool
	// open: the last read was full, so the paste is not over.
	open bool
}

const pasteStart, pasteEnd = ansi.BracketedPasteStart, ansi.BracketedPasteEnd

// Read reads less than fits, so that there is room for the marks.
func (r *pasteReader) Read(data []byte) (int, error) {
	room := len(data) - len(pasteStart) - len(pasteEnd)
	if room <= 0 {
		return r.File.Read(data)
	}
	n, err := r.File.Read(data[:room])
	return copy(data, r.markPaste(data[:n], n == room)), err
}

// markPaste returns what was read with the marks of a paste where it is one; full: more may follow.
func (r *pasteReader) markPaste(text []byte, full bool) []byte {
	starts := !r.open && r.hasField.Load() && isPaste(text)
	ends := (starts || r.open) && !full
	var marked []byte
	if starts {
		marked = append(marked, pasteStart...)
	}
	marked = append(marked, text...)
	if ends {
		marked = append(marked, pasteEnd...)
	}
	r.open = (starts || r.open) && full
	return marked
}

// isPaste reports whether bytes that came at once are text with a line end inside. A line end before or behind the text is
// the enter key.
func isPaste(text []byte) bool {
	const lineEnds = "\r\n"
	isKey := func(c rune) bool { return c < ' ' && !strings.ContainsRune(lineEnds+"\t", c) || c == '\x7f' }
	return bytes.ContainsAny(bytes.Trim(text, lineEnds), lineEnds) && !bytes.ContainsFunc(text, isKey)
}

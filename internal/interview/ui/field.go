package ui

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"

	"github.com/opsfit/opsfit/internal/diag"
)

// longestText is the maximum length of a field in characters: more than anybody types, so that a pasted log does not
// stall the screen.
const longestText = 2000

// textField is text being edited: the part before the cursor and the part after it.
type textField struct {
	before, after string
	full          bool
}

func newTextField(text string) *textField {
	f := &textField{}
	f.insertText(text)
	return f
}

func (f *textField) text() string { return f.before + f.after }

// insertText inserts text at the cursor. Each white space character becomes a blank; control characters are dropped.
func (f *textField) insertText(text string) {
	text = strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return ' '
		case unicode.IsControl(r), r == utf8.RuneError:
			return -1
		}
		return r
	}, text)
	room := longestText - utf8.RuneCountInString(f.text())
	if runes := []rune(text); len(runes) > room {
		text, f.full = string(runes[:max(0, room)]), true
	}
	f.before += text
}

// handleKey edits the text, and reports whether the key has a meaning there.
func (f *textField) handleKey(k key) bool {
	f.full = false
	switch k.name {
	case "left", "ctrl+b":
		f.moveTo(f.previousChar())
	case "right":
		f.moveTo(f.nextChar())
	case "home", "ctrl+a":
		f.moveTo(0)
	case "end", "ctrl+e":
		f.moveTo(len(f.text()))
	case "backspace", "ctrl+h":
		f.before = f.before[:f.previousChar()]
	case "delete", "ctrl+d":
		f.after = f.after[f.nextChar()-len(f.before):]
	case "ctrl+u":
		f.before = ""
	case "ctrl+k":
		f.after = ""
	case "ctrl+w", "alt+backspace":
		word := strings.TrimRight(f.before, " ")
		f.before = word[:strings.LastIndex(word, " ")+1]
	default:
		if k.text == "" {
			return false
		}
		f.insertText(k.text)
	}
	return true
}

func (f *textField) moveTo(at int) {
	text := f.text()
	f.before, f.after = text[:at], text[at:]
}

// previousChar returns the offset of the character before the cursor, with all its combining marks.
func (f *textField) previousChar() int {
	at := 0
	for i := 0; i < len(f.before); {
		at = i
		i += firstCharLen(f.before[i:])
	}
	return at
}

func (f *textField) nextChar() int { return len(f.before) + firstCharLen(f.after) }

// firstCharLen returns the length in bytes of the first character of text; 0 for none.
func firstCharLen(text string) int {
	cluster, _ := ansi.FirstGraphemeCluster(text, ansi.GraphemeWidth)
	return len(cluster)
}

// wrapRows breaks the text into rows of width cells, and returns where the cursor is; the cursor always fits.
func (f *textField) wrapRows(width int) ([]string, position) {
	before := diag.Visible(f.before)
	return wrapTyped(before+diag.Visible(f.after), len(before), max(1, width-1))
}

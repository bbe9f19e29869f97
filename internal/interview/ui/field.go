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
	// suggested: nobody has touched the text yet. What is typed replaces it.
	suggested bool
}

func newTextField(text string) *textField {
	f := &textField{}
	f.insertText(text)
	return f
}

func (f *textField) text() string { return f.before + f.after }

// insertText inserts text at the cursor. Each white space character becomes a blank; control characters are dropped.
func (f *textField) insertText(text string) {
	if f.suggested {
		f.before, f.after = "", ""
	}
	f.full, f.suggested = false, false
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

// fieldCommands are the keys that edit the text of a page; letters and digits that are typed are no commands.
func fieldCommands(f *fullScreen, p textPage) []command {
	field := p.textField()
	edit := func(keys, hint, help string, change func()) command {
		return newCommand(keys, hint, help, func(string) {
			was := field.text()
			field.full, field.suggested = false, false
			if change(); field.text() != was {
				p.textChanged(f)
			}
		})
	}
	return []command{
		edit("left ctrl+b", "", "one character back", func() { field.moveTo(field.previousChar()) }),
		edit("right", "", "one character on", func() { field.moveTo(field.nextChar()) }),
		edit("home ctrl+a", "", "to the start", func() { field.moveTo(0) }),
		edit("end ctrl+e", "", "to the end", func() { field.moveTo(len(field.text())) }),
		edit("backspace ctrl+h", "", "delete the character before the cursor", field.deletePrevious),
		edit("delete ctrl+d", "", "delete the character at the cursor", field.deleteNext),
		edit("ctrl+w alt+backspace", "", "delete the word before the cursor", field.deleteWord),
		edit("ctrl+u", "clear", "delete what is before the cursor", field.deleteBefore),
		edit("ctrl+k", "", "delete what is behind the cursor", field.deleteAfter),
	}
}

func (f *textField) deleteBefore()   { f.before = "" }
func (f *textField) deleteAfter()    { f.after = "" }
func (f *textField) deletePrevious() { f.before = f.before[:f.previousChar()] }
func (f *textField) deleteNext()     { f.after = f.after[f.nextChar()-len(f.before):] }

func (f *textField) deleteWord() {
	word := strings.TrimRight(f.before, " ")
	f.before = word[:strings.LastIndex(word, " ")+1]
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

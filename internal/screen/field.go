package screen

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"

	"github.com/opsfit/opsfit/internal/diag"
)

// longestText is the most characters that a field takes: more than anybody types, and a pasted log must not stall the
// screen.
const longestText = 2000

// field is a text being typed: what stands before the cursor, and what stands after it.
type field struct {
	before, after string
	full          bool
}

func newField(text string) *field {
	f := &field{}
	f.insert(text)
	return f
}

func (f *field) text() string { return f.before + f.after }

// insert types a text at the cursor. Space of any kind becomes a blank, and control characters go.
func (f *field) insert(text string) {
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

// edit does what a key means in a text, and reports whether it means anything.
func (f *field) edit(k key) bool {
	f.full = false
	switch k.name {
	case "left", "ctrl+b":
		f.moveTo(f.left())
	case "right":
		f.moveTo(f.right())
	case "home", "ctrl+a":
		f.moveTo(0)
	case "end", "ctrl+e":
		f.moveTo(len(f.text()))
	case "backspace", "ctrl+h":
		f.before = f.before[:f.left()]
	case "delete", "ctrl+d":
		f.after = f.after[f.right()-len(f.before):]
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
		f.insert(k.text)
	}
	return true
}

func (f *field) moveTo(at int) {
	text := f.text()
	f.before, f.after = text[:at], text[at:]
}

// left is the start of the character before the cursor, with all its combining marks.
func (f *field) left() int {
	at := 0
	for i := 0; i < len(f.before); {
		at = i
		i += length(f.before[i:])
	}
	return at
}

func (f *field) right() int { return len(f.before) + length(f.after) }

// length is how many bytes the first character of a text takes; 0 for none.
func length(text string) int {
	cluster, _ := ansi.FirstGraphemeCluster(text, ansi.GraphemeWidth)
	return len(cluster)
}

// rows shows the field in rows of width cells, and where the cursor is; there is always room for it.
func (f *field) rows(width int) ([]string, spot) {
	before := diag.Visible(f.before)
	return flow(before+diag.Visible(f.after), len(before), max(1, width-1))
}

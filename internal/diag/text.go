package diag

import (
	"bytes"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"
)

// Visible makes text from a file safe to show on a terminal: control characters (C0, DEL, C1), characters that
// reorder or hide text (bidirectional controls, zero-width marks, line separators) and broken UTF-8 appear as
// escapes such as \x1b or \u202e. Line feeds and tabs are escaped too; use VisibleLines where line feeds may stay.
func Visible(s string) string {
	if utf8.ValidString(s) && !strings.ContainsFunc(s, Hidden) {
		return s
	}
	var b strings.Builder
	for i, r := range s {
		if r == utf8.RuneError {
			if _, size := utf8.DecodeRuneInString(s[i:]); size == 1 {
				fmt.Fprintf(&b, `\x%02x`, s[i])
				continue
			}
		}
		writeVisible(&b, r)
	}
	return b.String()
}

// VisibleLines is Visible with line feeds kept, for text that a person may write in several lines.
func VisibleLines(s string) string {
	lines := strings.Split(s, "\n")
	for i := range lines {
		lines[i] = Visible(strings.TrimSuffix(lines[i], "\r"))
	}
	return strings.Join(lines, "\n")
}

// Quote returns s in double quotes, made visible and cut to a length that fits a message.
func Quote(s string) string {
	const longest = 60
	if runes := []rune(s); len(runes) > longest {
		s = string(runes[:longest-1]) + "…"
	}
	return `"` + Visible(s) + `"`
}

// Cut returns a text of at most so many code points: of a longer one the beginning and the end, since a message says at its
// end what is wrong, and a file's own name is at the end of its path.
func Cut(s string, most int) string {
	runes := []rune(s)
	if len(runes) <= most {
		return s
	}
	end := most / 4
	return string(runes[:most-end-1]) + "…" + string(runes[len(runes)-end:])
}

func writeVisible(b *strings.Builder, r rune) {
	switch {
	case !Hidden(r):
		b.WriteRune(r)
	case r == '\n':
		b.WriteString(`\n`)
	case r == '\t':
		b.WriteString(`\t`)
	case r == '\r':
		b.WriteString(`\r`)
	case r < 0x100:
		fmt.Fprintf(b, `\x%02x`, r)
	case r < 0x10000:
		fmt.Fprintf(b, `\u%04x`, r)
	default:
		fmt.Fprintf(b, `\U%08x`, r)
	}
}

// Hidden reports whether a rune must not reach a terminal or a document as it is, code points that stand for no character
// included, of which XML forbids two. The zero-width joiner and non-joiner stay: emoji and several scripts need them.
func Hidden(r rune) bool {
	switch {
	case unicode.IsControl(r), r == '\u2028', r == '\u2029', r == '\ufeff':
		return true
	case r == '\u200c', r == '\u200d':
		return false
	}
	return unicode.In(r, unicode.Cf, unicode.Noncharacter_Code_Point)
}

// VisibleJSON escapes in JSON text the characters that Hidden reports, and the second of two number signs, which begin a command in
// the log of some build servers. It is then safe to show and still means the same. Outside strings JSON is ASCII without number
// signs, and encoders escape everything below 0x20. It may return the text itself.
func VisibleJSON(text []byte) []byte {
	if !bytes.Contains(text, []byte("##")) && !bytes.ContainsFunc(text, func(r rune) bool { return r >= 0x7f }) {
		return text
	}
	var b bytes.Buffer
	b.Grow(len(text))
	before := ' '
	for _, r := range string(text) {
		if r >= 0x7f && Hidden(r) || r == '#' && before == '#' {
			writeJSONEscape(&b, r)
		} else {
			b.WriteRune(r)
		}
		before = r
	}
	return b.Bytes()
}

func writeJSONEscape(b *bytes.Buffer, r rune) {
	if r < 0x10000 {
		fmt.Fprintf(b, `\u%04x`, r)
		return
	}
	high, low := utf16.EncodeRune(r)
	fmt.Fprintf(b, `\u%04x\u%04x`, high, low)
}

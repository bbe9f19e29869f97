package web

import (
	"bytes"
	"fmt"
	"unicode"
	"unicode/utf8"

	"github.com/opsfit/opsfit/internal/diag"
)

// visible makes every character that hides or reorders text, or that no document may hold, appear as an escape such as
// \u202e. It runs over a finished page or picture, so that no text can miss it; the markup itself is ASCII without such
// characters. Line feeds and tabs stay: both are white space there. The line ends of Windows become plain ones.
func visible(document []byte) []byte {
	document = bytes.ReplaceAll(document, []byte("\r\n"), []byte("\n"))
	if utf8.Valid(document) && !hidesSomething(document) {
		return document
	}
	var b bytes.Buffer
	for len(document) > 0 {
		r, size := utf8.DecodeRune(document)
		switch {
		case isNoncharacter(r):
			fmt.Fprintf(&b, `\U%08x`, r)
		case r == utf8.RuneError && size == 1, mustBeShown(r):
			b.WriteString(diag.Visible(string(document[:size])))
		default:
			b.Write(document[:size])
		}
		document = document[size:]
	}
	return b.Bytes()
}

// hidesSomething looks closely only at what is not plain ASCII, which is little of a page.
func hidesSomething(document []byte) bool {
	for at := 0; at < len(document); {
		if isPlain(document[at]) {
			at++
			continue
		}
		r, size := utf8.DecodeRune(document[at:])
		if mustBeShown(r) {
			return true
		}
		at += size
	}
	return false
}

func isPlain(b byte) bool { return b >= ' ' && b < '\x7f' || b == '\n' || b == '\t' }

func mustBeShown(r rune) bool {
	if r < utf8.RuneSelf && isPlain(byte(r)) {
		return false
	}
	return diag.Hidden(r) || isNoncharacter(r)
}

// isNoncharacter reports what stands for no character; XML forbids two of them.
func isNoncharacter(r rune) bool { return unicode.Is(unicode.Noncharacter_Code_Point, r) }

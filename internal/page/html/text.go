package html

import (
	"html/template"
	"strings"
	"unicode"

	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/page"
)

// text writes a text on one line, escaped. What somebody said is kept apart where its letters run from right to left.
func text(s string) template.HTML {
	var b strings.Builder
	for part, said := range page.Spans(s) {
		if said && page.RightToLeft(part) {
			b.WriteString("<bdi>" + template.HTMLEscapeString(part) + "</bdi>")
		} else {
			b.WriteString(template.HTMLEscapeString(part))
		}
	}
	return template.HTML(b.String())
}

// lines writes what somebody said with its line feeds and plain blanks, escaped and kept apart as in text.
func lines(s page.Said) template.HTML {
	blank := func(r rune) rune {
		if unicode.IsSpace(r) && r != '\n' && r != '\r' {
			return ' '
		}
		return r
	}
	escaped := template.HTMLEscapeString(diag.VisibleLines(strings.Map(blank, string(s))))
	if page.RightToLeft(escaped) {
		escaped = "<bdi>" + escaped + "</bdi>"
	}
	return template.HTML(escaped)
}

// isSaidRightToLeft reports that a text is nothing but what somebody said, with letters from right to left, so that the
// element that holds it takes the direction of the text.
func isSaidRightToLeft(s string) bool {
	parts, wholly := 0, true
	for _, said := range page.Spans(s) {
		parts++
		wholly = wholly && said
	}
	return wholly && parts == 1 && page.RightToLeft(s)
}

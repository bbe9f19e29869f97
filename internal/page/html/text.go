package html

import (
	"html/template"
	"strings"
	"time"
	"unicode"

	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/page"
)

// writer writes the texts of one page.
type writer struct {
	// anchors counts the entries with each anchor. A reference leads to an entry that is the only one with its anchor.
	anchors map[string]int
}

func newWriter(p *page.Page) *writer {
	w := &writer{anchors: map[string]int{}}
	for block := range p.Blocks() {
		if entries, ok := block.(page.Entries); ok {
			for i := range entries {
				w.anchors[entries[i].Anchor]++
			}
		}
	}
	return w
}

// anchor returns an anchor that can be referred to; empty for none.
func (w *writer) anchor(name string) string {
	if w.anchors[name] != 1 {
		return ""
	}
	return name
}

// text writes a text on one line, escaped. What somebody said is set apart, and a reference is a link where the page has what it
// leads to.
func (w *writer) text(s string) template.HTML {
	var b strings.Builder
	for part, name := range page.References(s) {
		if anchor := w.anchor(name); anchor != "" {
			b.WriteString(`<a class="ref" href="#` + template.HTMLEscapeString(anchor) + `">` + spans(part) + "</a>")
		} else {
			b.WriteString(spans(part))
		}
	}
	return template.HTML(b.String())
}

// spans writes a text without references. What somebody said is set apart where its letters run from right to left.
func spans(s string) string {
	var b strings.Builder
	for part, said := range page.Spans(s) {
		if said && page.RightToLeft(part) {
			b.WriteString("<bdi>" + template.HTMLEscapeString(part) + "</bdi>")
		} else {
			writeDated(&b, part)
		}
	}
	return b.String()
}

// writeDated writes a text, escaped, and keeps each date in it on one line.
func writeDated(b *strings.Builder, text string) {
	for {
		start := dateIn(text)
		if start < 0 {
			b.WriteString(template.HTMLEscapeString(text))
			return
		}
		end := start + len(time.DateOnly)
		b.WriteString(template.HTMLEscapeString(text[:start]) + `<span class="date">` + text[start:end] + "</span>")
		text = text[end:]
	}
}

// dateIn returns where the first date in a text begins, such as 2026-10-14; -1 for none.
func dateIn(text string) int {
	const month, day, length = len("2006-"), len("2006-01-"), len(time.DateOnly)
	for at := 0; at+length <= len(text); at++ {
		isDate := text[at+month-1] == '-' && text[at+day-1] == '-'
		for i := 0; isDate && i < length; i++ {
			isDate = i == month-1 || i == day-1 || text[at+i] >= '0' && text[at+i] <= '9'
		}
		if isDate {
			return at
		}
	}
	return -1
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
		escaped = `<bdi class="lines">` + escaped + "</bdi>"
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

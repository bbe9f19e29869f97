package page

import (
	"iter"
	"strings"

	"github.com/opsfit/opsfit/internal/diag"
)

// Said is what a person or a file said: a name, a note, a prompt of a questionnaire. It reaches a page through String, so that
// each writer can keep its direction apart from that of the sentence around it.
type Said string

// The marks around what somebody said within a text of the program: Unicode's first strong isolate and its end. In Said
// itself they are made visible, so a text has no other marks than these.
const (
	saidStart = "\u2068"
	saidEnd   = "\u2069"
)

// String returns the words on one line between marks, with control characters visible; nothing for no words.
func (s Said) String() string {
	line := strings.Join(strings.Fields(string(s)), " ")
	if line == "" {
		return ""
	}
	return saidStart + diag.Visible(line) + saidEnd
}

// Spans yields the parts of a text in order, each with whether somebody said it. Marks of references are left out; what a writer
// gets is visible, but not escaped for its format.
func Spans(text string) iter.Seq2[string, bool] {
	return func(yield func(string, bool) bool) {
		for part := range References(text) {
			if !spansOf(part, yield) {
				return
			}
		}
	}
}

func spansOf(text string, yield func(string, bool) bool) bool {
	for text != "" {
		own, rest, found := strings.Cut(text, saidStart)
		if own != "" && !yield(diag.Visible(own), false) {
			return false
		}
		if !found {
			break
		}
		said, after, _ := strings.Cut(rest, saidEnd)
		if said != "" && !yield(diag.Visible(said), true) {
			return false
		}
		text = after
	}
	return true
}

// Plain returns a text without marks, for formats in which they mean nothing.
func Plain(text string) string {
	var b strings.Builder
	for part := range Spans(text) {
		b.WriteString(part)
	}
	return b.String()
}

// Isolated returns a text for formats that have no markup for direction: what somebody said keeps its marks where it has a
// letter that is written from right to left, and only there.
func Isolated(text string) string {
	var b strings.Builder
	for part, said := range Spans(text) {
		if said && RightToLeft(part) {
			part = saidStart + part + saidEnd
		}
		b.WriteString(part)
	}
	return b.String()
}

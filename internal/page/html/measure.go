package html

import (
	"iter"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"

	"github.com/opsfit/opsfit/internal/page"
)

// widthOf is how wide a text is in pixels at a size of letters, and no less in the usual fonts: pictures that stand alone cannot
// wrap, and the fonts of the reader are not known. The shares of the size are those of DejaVu Sans Bold, a wide one.
func widthOf(text string, size float64) float64 {
	width := 0.0
	for _, r := range text {
		width += share(r)
	}
	return width * size
}

// share is the width of a letter in parts of its size: that of the widest of some that differ by little.
func share(r rune) float64 {
	for _, group := range []struct {
		width   float64
		letters string
	}{
		{0.7, "aeokvxyFELT0123456789$"},
		{0.38, `ijlIJ/\|,.' `},
		{0.75, "bdghnpquSYZCP{}"},
		{0.6, `csz"*?`},
		{0.5, `frt:;-!()[]_` + "`"},
		{0.87, "ABDGHKNOQRUVX#+<=>^~"},
		{1.05, "mwM%@&"},
		{1.11, "W"},
	} {
		if strings.ContainsRune(group.letters, r) {
			return group.width
		}
	}
	switch cells := ansi.StringWidth(string(r)); {
	case cells == 0:
		return 0
	case cells > 1 || unicode.IsUpper(r):
		// Letters of East Asia are as wide as they are high, symbols a little wider.
		return 1.1
	}
	return 0.9
}

// cut shortens a text to a width in pixels. What somebody said in it stays set apart.
func cut(text string, width, size float64) string { return wrap(text, width, size, 1)[0] }

// wrap breaks a text into lines of a width in pixels, most of them; what is left is cut. What somebody said in it
// stays set apart on each line.
func wrap(text string, width, size float64, most int) []string {
	plain, said := flagged(text)
	lines := wrapPlain(plain, width, size, most)
	at := 0
	for i, line := range lines {
		kept := line
		if !strings.Contains(plain[at:], kept) {
			kept = strings.TrimSuffix(line, "…")
		}
		at += max(0, strings.Index(plain[at:], kept))
		lines[i] = marked(kept, said[at:]) + line[len(kept):]
		at += len(kept)
	}
	return lines
}

// flagged returns a text on one line without marks, and for each byte whether somebody said it.
func flagged(text string) (plain string, said []bool) {
	var b strings.Builder
	for part, isSaid := range page.Spans(text) {
		b.WriteString(part)
		said = append(said, slices.Repeat([]bool{isSaid}, len(part))...)
	}
	var line strings.Builder
	var flags []bool
	for start, word := range fieldsOf(b.String()) {
		if line.Len() > 0 {
			line.WriteByte(' ')
			flags = append(flags, said[start] && said[start-1])
		}
		line.WriteString(word)
		flags = append(flags, said[start:start+len(word)]...)
	}
	return line.String(), flags
}

// fieldsOf yields the words of a text with their places.
func fieldsOf(text string) iter.Seq2[int, string] {
	return func(yield func(int, string) bool) {
		at := 0
		for word := range strings.FieldsSeq(text) {
			at += strings.Index(text[at:], word)
			if !yield(at, word) {
				return
			}
			at += len(word)
		}
	}
}

// marked sets apart the parts of a text that somebody said.
func marked(text string, said []bool) string {
	var b strings.Builder
	for start := 0; start < len(text); {
		end := start + 1
		for end < len(text) && said[end] == said[start] {
			end++
		}
		if said[start] {
			b.WriteString(page.Said(text[start:end]).String())
		} else {
			b.WriteString(text[start:end])
		}
		start = end
	}
	return b.String()
}

// wrapPlain breaks a text on one line; a word that is too wide is broken too, as text without blanks has to be.
func wrapPlain(text string, width, size float64, most int) []string {
	var lines []string
	for len(lines) < most-1 && widthOf(text, size) > width {
		end := fitting(text, width, size)
		if at := strings.LastIndexByte(text[:end], ' '); at > 0 && text[end] != ' ' {
			end = at
		}
		lines, text = append(lines, strings.TrimRight(text[:end], " ")), strings.TrimLeft(text[end:], " ")
	}
	return append(lines, cutPlain(text, width, size))
}

func cutPlain(text string, width, size float64) string {
	if widthOf(text, size) <= width {
		return text
	}
	return strings.TrimRight(text[:fitting(text, width-widthOf("…", size), size)], " ") + "…"
}

// fitting returns how many bytes of a text fit into a width, those of its first letter at least.
func fitting(text string, width, size float64) int {
	end := 0
	for at, r := range text {
		width -= share(r) * size
		if width < 0 && end > 0 {
			break
		}
		end = at + utf8.RuneLen(r)
	}
	return end
}

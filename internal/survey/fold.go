package survey

import (
	"html"
	"strings"
	"unicode"
)

// plain returns a text as people read it: without the marks of HTML, with one blank between words, in lower case, and without the
// star behind it with which forms mark what must be answered. An apostrophe in front tells spreadsheets that it is text.
func plain(text string) string {
	if strings.ContainsAny(text, "<&") {
		text = html.UnescapeString(withoutTags(text))
	}
	text = strings.ToLower(strings.Join(strings.FieldsFunc(text, isBlank), " "))
	return strings.TrimRight(strings.TrimPrefix(text, "'"), " *")
}

func isBlank(r rune) bool { return unicode.IsSpace(r) || r == '\u200b' || r == '\ufeff' }

// withoutTags puts a blank in place of each tag. A sign "<" before anything but a letter or a slash is text.
func withoutTags(text string) string {
	var b strings.Builder
	for {
		before, after, found := strings.Cut(text, "<")
		b.WriteString(before)
		if !found {
			return b.String()
		}
		if next := firstByte(after); next != '/' && (next > unicode.MaxASCII || !unicode.IsLetter(next)) {
			b.WriteByte('<')
			text = after
			continue
		}
		_, behind, closed := strings.Cut(after, ">")
		if !closed {
			b.WriteString("<" + after)
			return b.String()
		}
		b.WriteByte(' ')
		text = behind
	}
}

// letters returns the letters and digits of a plain text alone, so that "Release-Rhythm?" and "release_rhythm" are alike.
func letters(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) {
			return r
		}
		return -1
	}, text)
}

// withoutNumber leaves out what a form put before a plain text to number it: "3. ", "Q3: ", "question 12 - ", "b) ". It returns
// the text itself where there is no number.
func withoutNumber(text string) string {
	rest, named := text, false
	for _, word := range []string{"question", "q"} {
		if after, found := strings.CutPrefix(rest, word); found {
			rest, named = strings.TrimLeft(after, " .#"), true
			break
		}
	}
	behind := strings.TrimLeft(rest, "0123456789.")
	if behind == rest && !named && len(rest) > 1 && rest[0] >= 'a' && rest[0] <= 'z' {
		behind = rest[1:]
		if behind[0] != ')' {
			return text
		}
	}
	number := rest[:len(rest)-len(behind)]
	closed := strings.HasSuffix(number, ".") || strings.IndexAny(behind, "):]") == 0
	if number == "" || !closed && !named {
		return text
	}
	return strings.TrimLeft(behind, " .:)]-–—")
}

func firstByte(text string) rune {
	if text == "" {
		return 0
	}
	return rune(text[0])
}

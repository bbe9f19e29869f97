package yamltree

import (
	"bytes"
	"unicode/utf8"
)

// writtenLength returns how many code points of its first line a scalar takes: 1 for a block scalar, whose text starts
// below, and 0 when unknown. Written is the file from the first character of the scalar on, and text its content.
func writtenLength(written []byte, text string) int {
	if len(written) == 0 {
		return 0
	}
	switch written[0] {
	case '"', '\'':
		return quotedLength(written)
	case '|', '>', '!', '&':
		return 1
	}
	if len(written) >= len(text) && string(written[:len(text)]) == text {
		return utf8.RuneCountInString(text)
	}
	// The text goes on in the next line.
	return utf8.RuneCount(bytes.TrimRight(firstLine(written), " \t"))
}

// quotedLength counts up to the closing quote or the end of the line. A quote inside the text comes after a backslash in
// double quotes, and is doubled in single quotes. It looks no further than it counts: a line can hold 100,000 texts.
func quotedLength(written []byte) int {
	quote, escaped := written[0], false
	for i, c := range written[1:] {
		switch {
		case c == '\n' || c == '\r':
			return utf8.RuneCount(written[:i+1])
		case escaped:
			escaped = false
		case c == '\\' && quote == '"', c == '\'' && quote == c && bytes.HasPrefix(written[i+2:], []byte("'")):
			escaped = true
		case c == quote:
			return utf8.RuneCount(written[:i+2])
		}
	}
	return utf8.RuneCount(written)
}

func firstLine(text []byte) []byte {
	if end := bytes.IndexAny(text, "\r\n"); end >= 0 {
		return text[:end]
	}
	return text
}

// firstWord returns the text up to a blank, a line end or a character that YAML keeps for lists and mappings.
func firstWord(written []byte) string {
	if end := bytes.IndexAny(written, " \t\r\n,[]{}"); end >= 0 {
		return string(written[:end])
	}
	return string(written)
}

func wordLength(written []byte) int {
	return utf8.RuneCountInString(firstWord(written))
}

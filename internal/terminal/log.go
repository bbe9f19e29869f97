package terminal

import (
	"io"
	"unicode"
	"unicode/utf8"
)

// breaker is put into a command for a build server, which then is text: U+2060, a joiner that has no width.
const breaker = "\u2060"

// Log returns a writer for a stream that a build server may read. Such servers obey lines of a log: GitHub those that begin with
// "::" after blanks, or hold "##[", Azure "##vso[", TeamCity "##teamcity[". Texts of files must never become one, so each is broken
// by a joiner before its last character. All else passes as it is and at once.
func Log(to io.Writer) io.Writer { return &logWriter{to: to, begins: true} }

// logWriter keeps what it must know of the line so far; everything else has been written.
type logWriter struct {
	to io.Writer
	// begins tells that the line holds nothing but blanks so far; then colon that a first colon follows them.
	begins, colon bool
	// hashes counts the number signs just before, at most two; inName tells that two of them and letters are before.
	hashes int
	inName bool
	// part is the beginning of a character of several bytes.
	part []byte
}

// Write writes data with every command broken.
func (w *logWriter) Write(data []byte) (int, error) {
	written := 0
	for i, b := range data {
		if !w.completes(b) {
			continue
		}
		if n, err := w.to.Write(data[written:i]); err != nil {
			return written + n, err
		}
		written = i
		if _, err := io.WriteString(w.to, breaker); err != nil {
			return written, err
		}
	}
	n, err := w.to.Write(data[written:])
	return written + n, err
}

// completes takes the next byte into account and reports whether it completes a command.
func (w *logWriter) completes(b byte) bool {
	command := w.colon && b == ':' || b == '[' && (w.inName || w.hashes == 2)
	w.inName = isLetter(b) && (w.inName || w.hashes == 2)
	switch {
	case b != '#':
		w.hashes = 0
	case w.hashes < 2:
		w.hashes++
	}
	w.colon = w.begins && len(w.part) == 0 && b == ':'
	w.begins = w.stillBegins(b)
	return command
}

func isLetter(b byte) bool { return b|0x20 >= 'a' && b|0x20 <= 'z' }

// stillBegins reports whether the line holds only blanks up to a byte. Build servers take all blanks of Unicode for such.
func (w *logWriter) stillBegins(b byte) bool {
	if b == '\n' || b == '\r' {
		w.part = w.part[:0]
		return true
	}
	if !w.begins {
		return false
	}
	w.part = append(w.part, b)
	if !utf8.FullRune(w.part) {
		return true
	}
	r, _ := utf8.DecodeRune(w.part)
	w.part = w.part[:0]
	return unicode.IsSpace(r)
}

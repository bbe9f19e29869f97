package yamltree

import (
	"bytes"
	"fmt"
	"unicode/utf8"

	"github.com/opsfit/opsfit/internal/diag"
)

// ReadText returns the text of a file that is not YAML or JSON, after the guards of those that are: its size, UTF-8, and no
// control characters. The text is nil if and only if the list, sorted by position, holds an error.
func ReadText(file string, source []byte) ([]byte, diag.List) {
	faults := NewReader(file)
	text := readableText(faults, source)
	if faults.Diagnostics().HasErrors() {
		return nil, faults.Diagnostics().Sorted()
	}
	return append([]byte{}, text...), nil
}

// readableText returns the text of a source without its byte order mark. It reports, with their positions, the bytes
// that no text file has and that YAML and JSON refuse without a position; the text must not be used then.
func readableText(faults *Reader, source []byte) []byte {
	start := diag.Pos{Line: 1, Column: 1}
	if len(source) > MaxBytes {
		faults.Errorf(start, 1, "too-large", "split the file or shorten its texts",
			"the file is larger than 1 MiB (%d bytes)", MaxBytes)
		return nil
	}
	if isUTF16(source) {
		faults.Errorf(start, 1, "not-utf8", "save the file as UTF-8", "the file is UTF-16")
		return nil
	}
	text := bytes.TrimPrefix(source, []byte("\ufeff"))
	if isMarkup(text) {
		faults.Errorf(start, 1, "page", "name the file that it was made from", "this is a page, not YAML or JSON")
		return nil
	}
	scanCharacters(faults, text)
	return text
}

// isMarkup recognises HTML, SVG and XML: people name the page where they mean what it was made from.
func isMarkup(text []byte) bool {
	text = bytes.ToLower(bytes.TrimLeft(text[:min(len(text), 64)], " \t\r\n"))
	for _, start := range []string{"<!doctype", "<?xml", "<html", "<svg"} {
		if bytes.HasPrefix(text, []byte(start)) {
			return true
		}
	}
	return false
}

// isUTF16 recognises both byte orders by their mark, and without one by the zero bytes around two ASCII letters.
func isUTF16(source []byte) bool {
	if bytes.HasPrefix(source, []byte{0xff, 0xfe}) || bytes.HasPrefix(source, []byte{0xfe, 0xff}) {
		return true
	}
	if len(source) < 4 || source[0] == source[1] {
		return false
	}
	return source[0]|source[2] == 0 && source[3] != 0 || source[1]|source[3] == 0 && source[2] != 0
}

// scanCharacters reports control characters and the first byte that is not UTF-8. Every file of a portfolio passes
// through it, so ASCII text costs one comparison a byte.
func scanCharacters(faults *Reader, text []byte) {
	pos := place{line: 1}
	for i := 0; i < len(text); {
		c := text[i]
		if c >= ' ' && c < 0x7f {
			i++
			continue
		}
		if c == '\n' || c == '\r' {
			i += breakSize(text[i:])
			pos = place{line: pos.line + 1, start: i}
			continue
		}
		r, size := utf8.DecodeRune(text[i:])
		if r == utf8.RuneError && size == 1 {
			faults.Errorf(pos.posAt(i), 1, "not-utf8", "save the file as UTF-8", "byte 0x%02x is not part of a UTF-8 character", c)
			return
		}
		if name := refusedName(r); name != "" {
			faults.Errorf(pos.posAt(i), 1, "control-character", "remove it", "%s is not allowed", name)
		}
		i += size
		pos.continued += size - 1
	}
}

// place converts byte offsets of one line into positions.
type place struct {
	line int
	// start is the offset of the line; continued counts the bytes in it, so far, that only continue a code point.
	start, continued int
}

func (p place) posAt(offset int) diag.Pos {
	return diag.Pos{Line: p.line, Column: offset - p.start - p.continued + 1}
}

// breakSize returns the size of the line break that text begins with: two for CR LF, one for LF or CR alone.
func breakSize(text []byte) int {
	if len(text) > 1 && text[0] == '\r' && text[1] == '\n' {
		return 2
	}
	return 1
}

// refusedName returns the name of a character that is not allowed in a file, or "". It includes the line separators,
// because the YAML library counts them as line ends and editors do not, which would shift every position below them.
func refusedName(r rune) string {
	switch {
	case r == '\t', r == '\n', r == '\r':
		return ""
	case r == 0:
		return "a NUL byte"
	case r < ' ', r >= 0x7f && r < 0xa0:
		return fmt.Sprintf("control character U+%04X", r)
	case r == 0x2028, r == 0x2029:
		return fmt.Sprintf("line separator U+%04X", r)
	case r == 0xfeff:
		return "a byte order mark inside the file (U+FEFF)"
	case r == 0xfffe, r == 0xffff:
		return fmt.Sprintf("U+%04X, which is not a character,", r)
	}
	return ""
}

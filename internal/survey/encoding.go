package survey

import (
	"bytes"
	"encoding/binary"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/opsfit/opsfit/internal/diag"
)

const (
	// MaxBytes is the size of the largest export that is read: thousands of people who answered dozens of questions in full sentences.
	MaxBytes = 64 << 20
	// maxColumns is how many columns a spreadsheet can have.
	maxColumns = 16384
	// maxResponses is how many people one export may hold.
	maxResponses = 10000
)

// exportHint says how to get a file that can be read out of a spreadsheet.
const exportHint = "open it in a spreadsheet and save it as CSV UTF-8"

// Text returns the text of an export as UTF-8 without a byte order mark, with line feeds as the only ends of lines. It
// returns no text and an error for a file that is none.
func Text(name string, source []byte) (string, diag.List) {
	refuse := func(code, hint, message string) (string, diag.List) {
		return "", diag.List{{
			Severity: diag.Error, Code: code, File: name, Message: message, Hint: hint,
		}}
	}
	switch {
	case len(source) > MaxBytes:
		return refuse("too-large", "split it into several files", "the file is larger than 64 MiB")
	case bytes.HasPrefix(source, []byte("PK\x03\x04")), bytes.HasPrefix(source, []byte("\xd0\xcf\x11\xe0")):
		return refuse("spreadsheet", exportHint, "this is a spreadsheet, not CSV")
	}
	text := decode(source)
	if trim(text) == "" {
		return refuse("empty", "export the answers with one row a person", "the file is empty")
	}
	if at := strings.IndexByte(text, 0); at >= 0 {
		return "", diag.List{faultAt(name, text, at, "nul", "this is not text: it has a NUL byte")}
	}
	if at := firstInvalid(text); at >= 0 {
		return "", diag.List{faultAt(name, text, at, "not-utf8", "the text is neither UTF-8 nor UTF-16")}
	}
	text = strings.ReplaceAll(text, "\r\n", "\n")
	return strings.ReplaceAll(text, "\r", "\n"), nil
}

// decode returns UTF-16 of both byte orders as UTF-8, and any other text as it is, without a byte order mark.
func decode(source []byte) string {
	if order := orderOf(source); order != nil {
		units := make([]uint16, len(source)/2)
		for i := range units {
			units[i] = order.Uint16(source[2*i:])
		}
		return strings.TrimPrefix(string(utf16.Decode(units)), "\ufeff")
	}
	return strings.TrimPrefix(string(source), "\ufeff")
}

// orderOf returns the byte order of UTF-16: by its mark or, without one, by the zero byte of its first letter; nil for any other text.
func orderOf(source []byte) binary.ByteOrder {
	switch {
	case len(source) < 4:
		return nil
	case source[0] == 0xff && source[1] == 0xfe, source[0] != 0 && source[1] == 0 && source[2] != 0 && source[3] == 0:
		return binary.LittleEndian
	case source[0] == 0xfe && source[1] == 0xff, source[0] == 0 && source[1] != 0 && source[2] == 0 && source[3] != 0:
		return binary.BigEndian
	}
	return nil
}

// firstInvalid is the offset of the first byte that is not UTF-8; -1 for none.
func firstInvalid(text string) int {
	if utf8.ValidString(text) {
		return -1
	}
	for i, r := range text {
		if r != utf8.RuneError {
			continue
		}
		if _, size := utf8.DecodeRuneInString(text[i:]); size == 1 {
			return i
		}
	}
	return -1
}

// faultAt is an error at an offset of a text.
func faultAt(name, text string, at int, code, message string) diag.Diagnostic {
	before := text[:at]
	start := strings.LastIndexByte(before, '\n') + 1
	pos := diag.Pos{Line: 1 + strings.Count(before, "\n"), Column: 1 + utf8.RuneCountInString(before[start:])}
	return diag.Diagnostic{Severity: diag.Error, Code: code, File: name, Pos: pos, Length: 1, Message: message, Hint: exportHint}
}

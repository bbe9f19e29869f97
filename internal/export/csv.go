package export

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/opsfit/opsfit/internal/diag"
)

// cell makes a text safe for a spreadsheet: controls are visible, and a text that a spreadsheet would take for a formula
// begins with an apostrophe, as OWASP advises against CSV injection. Some drop blanks in front, or take signs of double width.
func cell(text string) string {
	text = diag.Visible(text)
	begins := strings.TrimSpace(text)
	if first, _ := utf8.DecodeRuneInString(begins); begins != "" && strings.ContainsRune("=+-@|%＝＋－＠", first) {
		return "'" + text
	}
	return text
}

// exact writes a number with the digits that give it back; nothing for nil.
func exact(value *float64) string {
	if value == nil {
		return ""
	}
	return strconv.FormatFloat(*value, 'g', -1, 64)
}

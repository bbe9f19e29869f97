package yamltree

import (
	"fmt"
	"strings"

	"github.com/opsfit/opsfit/internal/diag"
)

// Quote returns a text as a scalar of YAML that reads back as the same text: plain when that is beyond doubt, else quoted.
func Quote(text string) string {
	if isPlain(text) {
		return text
	}
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range text {
		switch {
		case r == '"' || r == '\\':
			b.WriteString(`\` + string(r))
		case r == '\n':
			b.WriteString(`\n`)
		case r == '\t':
			b.WriteString(`\t`)
		case diag.Hidden(r) && r < 0x10000:
			fmt.Fprintf(&b, `\u%04x`, r)
		case diag.Hidden(r):
			fmt.Fprintf(&b, `\U%08x`, r)
		default:
			b.WriteRune(r)
		}
	}
	b.WriteByte('"')
	return b.String()
}

// isPlain reports that YAML cannot read text as anything but this text: letters, digits and a few marks only.
func isPlain(text string) bool {
	const marks = "_./-"
	if text == "" || strings.EqualFold(text, "null") || strings.ContainsRune(marks, rune(text[0])) {
		return false
	}
	return strings.Trim(text, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"+marks) == ""
}

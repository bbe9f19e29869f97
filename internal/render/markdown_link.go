package render

import (
	"fmt"
	"strings"

	"github.com/opsfit/opsfit/internal/report"
)

// linked returns a link when the text is a web address, and the text itself otherwise. The link shows where it
// leads, without the scheme.
func linked(text string) markup {
	address, shown, ok := report.WebAddress(text)
	if !ok {
		return escapeLines(text)
	}
	return "[" + escape(shown) + "](<" + destination(address) + ">)"
}

// destination writes an address as the target of a link: what could end the target, a table cell or a line, and
// all beyond ASCII, is percent-encoded; the address stays the same to a browser.
func destination(address string) markup {
	const plain = "-._~:/?#[]@!$'*+,;=%"
	var b strings.Builder
	for i := range len(address) {
		c := address[i]
		switch {
		case c == '&':
			b.WriteString("&amp;")
		case asciiWord(c) || strings.IndexByte(plain, c) >= 0:
			b.WriteByte(c)
		default:
			fmt.Fprintf(&b, "%%%02X", c)
		}
	}
	return markup(b.String())
}

func asciiWord(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9'
}

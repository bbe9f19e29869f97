package markdown

import (
	"fmt"
	"strings"
)

// isWebAddress reports an address that is safe to follow: no script and no file.
func isWebAddress(address string) bool {
	scheme, _, found := strings.Cut(strings.ToLower(address), "://")
	return found && (scheme == "http" || scheme == "https")
}

// destination writes an address as the target of a link: what could end the target, a table cell or a line, and all beyond
// ASCII, is percent-encoded; the address stays the same to a browser.
func destination(address string) markup {
	const plain = "-._~:/?#[]@!$'*+,;=%"
	var b strings.Builder
	for i := range len(address) {
		c := address[i]
		switch {
		case c == '&':
			b.WriteString("&amp;")
		case isWordByte(c) || strings.IndexByte(plain, c) >= 0:
			b.WriteByte(c)
		default:
			fmt.Fprintf(&b, "%%%02X", c)
		}
	}
	return markup(b.String())
}

func isWordByte(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9'
}

package render

import (
	"fmt"
	"net/url"
	"strings"

	"github.com/opsfit/opsfit/internal/diag"
)

// evidence returns a link when the text is a web address, and the text itself otherwise. The link shows where it
// leads, without the scheme.
func evidence(text string) markup {
	address := strings.TrimSpace(text)
	if !webAddress(address) {
		return escapeLines(text)
	}
	_, rest, _ := strings.Cut(address, "://")
	return "[" + escape(rest) + "](<" + destination(address) + ">)"
}

func webAddress(address string) bool {
	parsed, err := url.Parse(address)
	if err != nil || parsed.Hostname() == "" || strings.ContainsFunc(address, diag.Hidden) {
		return false
	}
	return parsed.Scheme == "http" || parsed.Scheme == "https"
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

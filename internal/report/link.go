package report

import (
	"net/url"
	"strings"

	"github.com/opsfit/opsfit/internal/diag"
)

// WebAddress returns the address and what to show for it, which is the address without its scheme, when a text is an http or
// https address and nothing else. Everything else that a person calls evidence is a text.
func WebAddress(text string) (address, shown string, ok bool) {
	address = strings.TrimSpace(text)
	parsed, err := url.Parse(address)
	if err != nil || parsed.Hostname() == "" || strings.ContainsFunc(address, diag.Hidden) {
		return "", "", false
	}
	if parsed.Scheme != "http" && parsed.Scheme != "https" {
		return "", "", false
	}
	_, shown, _ = strings.Cut(address, "://")
	return address, shown, true
}

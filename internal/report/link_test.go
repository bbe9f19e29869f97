package report_test

import (
	"testing"

	"github.com/opsfit/opsfit/internal/report"
)

func TestWebAddress(t *testing.T) {
	t.Parallel()
	tests := []struct{ text, address, shown string }{
		{"https://ci.example.com/runs/8812", "https://ci.example.com/runs/8812", "ci.example.com/runs/8812"},
		{" HTTP://example.com\n", "HTTP://example.com", "example.com"},
		{"https://[::1]:8080/", "https://[::1]:8080/", "[::1]:8080/"},
		{text: ""},
		{text: "example.com"},
		{text: "see https://example.com"},
		{text: "https://"},
		{text: "https:///path"},
		{text: "https://example.com/%zz"},
		{text: "https://example.com/\u202e"},
		{text: "https://example.com/a\nb"},
		{text: "//example.com"},
		{text: "javascript:alert(1)"},
		{text: "javascript://example.com/%0aalert(1)"},
		{text: "data://example.com/text/html,x"},
		{text: "file://example.com/etc/passwd"},
		{text: "ftp://example.com"},
	}
	for _, test := range tests {
		address, shown, ok := report.WebAddress(test.text)
		if address != test.address || shown != test.shown || ok != (test.address != "") {
			t.Errorf("%q: got %q, %q, %t", test.text, address, shown, ok)
		}
	}
}

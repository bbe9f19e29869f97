package markdown

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/opsfit/opsfit/internal/page"
	"github.com/opsfit/opsfit/internal/page/pagetest"
)

func TestRemarksWithAnAddressAreLinks(t *testing.T) {
	t.Parallel()
	for _, test := range []struct{ text, address, want string }{
		{"ci.example.com/8812", "https://ci.example.com/8812", "[ci.example.com/8812](<https://ci.example.com/8812>)"},
		{"example.com", "HTTP://example.com", "[example.com](<HTTP://example.com>)"},
		{"a b", "https://example.com/a b", "[a b](<https://example.com/a%20b>)"},
		{"(a)<b>|c", "https://e.com/(a)<b>|c", `[(a)&lt;b&gt;\|c](<https://e.com/%28a%29%3Cb%3E%7Cc>)`},
		{"?a=1&copy;=2", "https://e.com/?a=1&copy;=2", "[?a=1&amp;copy;=2](<https://e.com/?a=1&amp;copy;=2>)"},
		{"ü", "https://example.com/ü", "[ü](<https://example.com/%C3%BC>)"},
		{"me@www.e.com/#12", "https://me@www.e.com/#12", "[me@<!-- -->www<!-- -->.e.com/#<!-- -->12](<https://me@www.e.com/#12>)"},
		{"a]b", "https://e.com/\n\"x", `[a\]b](<https://e.com/%0A%22x>)`},
		{"עדה", "https://e.com", "[\u2068עדה\u2069](<https://e.com>)"},
		{"", "https://e.com", ""},
		{"see https://example.com", "", "see https:<!-- -->//example.com"},
		{"x", "javascript:alert(1)", "x"},
		{"x", "javascript://e.com", "x"},
		{"x", "file:///etc/passwd", "x"},
		{"shelf 3\nfolder 12", "", "shelf 3<br>folder 12"},
	} {
		got := string(remarkText(page.Remark{Text: page.Said(test.text), Address: test.address}))
		if got != test.want {
			t.Errorf("%q to %q\n got %s\nwant %s", test.text, test.address, got, test.want)
		}
	}
}

func TestARemarkIsOneLinkOrNone(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(r *rapid.T) {
		address := rapid.SampledFrom([]string{"http://", "https://", "HTTPS://e.com", "https://e.com/", "javascript:", ""}).Draw(r, "start") +
			pagetest.NastyText().Draw(r, "rest")
		remark := page.Remark{Text: page.Said(pagetest.NastyText().Draw(r, "text")), Address: address}
		html := rendered(r, "Evidence: "+string(remarkText(remark))+"\n")
		html = strings.NewReplacer(apart, "", string(lineBreak), "").Replace(html)
		links := strings.Count(html, "<a href=\"http") + strings.Count(html, "<a href=\"HTTP")
		// The paragraph has two tags.
		if links > 1 || strings.Count(html, "<") != 2+2*links {
			r.Fatalf("%q to %q renders as %q", remark.Text, address, html)
		}
	})
}

package render

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestEvidence(t *testing.T) {
	t.Parallel()
	for _, test := range []struct{ text, want string }{
		{"https://ci.example.com/runs/8812", "[ci.example.com/runs/8812](<https://ci.example.com/runs/8812>)"},
		{"HTTP://example.com", "[example.com](<HTTP://example.com>)"},
		{" https://example.com/a b\n", "[example.com/a b](<https://example.com/a%20b>)"},
		{"https://example.com/(a)<b>|c", `[example.com/(a)&lt;b&gt;\|c](<https://example.com/%28a%29%3Cb%3E%7Cc>)`},
		{"https://example.com/?a=1&copy;=2", "[example.com/?a=1&amp;copy;=2](<https://example.com/?a=1&amp;copy;=2>)"},
		{"https://example.com/ü", "[example.com/ü](<https://example.com/%C3%BC>)"},
		{"https://me@www.example.com/#12", "[me@<!-- -->www<!-- -->.example.com/#<!-- -->12](<https://me@www.example.com/#12>)"},
		{"see https://example.com", "see https:<!-- -->//example.com"},
		{"https://", "https:<!-- -->//"},
		{"https:///path", "https:<!-- -->///path"},
		{"https://example.com/%zz", "https:<!-- -->//example.com/%zz"},
		{"https://example.com/#a\nb", "https:<!-- -->//example.com/#a<br>b"},
		{"https://example.com/#\u202e", `https:<!-- -->//example.com/#\\u202e`},
		{"https://example.com/\x1b", `https:<!-- -->//example.com/\\x1b`},
		{"javascript:alert(1)", "javascript:alert(1)"},
		{"file:///etc/passwd", "file:<!-- -->///etc/passwd"},
		{"shelf 3\nfolder 12", "shelf 3<br>folder 12"},
		{"", ""},
	} {
		if got := string(linked(test.text)); got != test.want {
			t.Errorf("linked(%q)\n got %s\nwant %s", test.text, got, test.want)
		}
	}
}

func TestEvidenceIsOneLinkOrNone(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(r *rapid.T) {
		address := rapid.SampledFrom([]string{"http://", "https://", "HTTPS://e.com", "https://e.com/", "javascript:", ""}).Draw(r, "start") +
			nastyText().Draw(r, "rest")
		html := rendered(r, "Evidence: "+string(linked(address))+"\n")
		html = strings.NewReplacer(apart, "", string(lineBreak), "").Replace(html)
		links := strings.Count(html, "<a href=\"http") + strings.Count(html, "<a href=\"HTTP")
		// The paragraph has two tags.
		if links > 1 || strings.Count(html, "<") != 2+2*links {
			r.Fatalf("%q renders as %q", address, html)
		}
	})
}

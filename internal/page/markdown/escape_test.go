package markdown

import (
	"bytes"
	"fmt"
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/renderer/html"
	"pgregory.net/rapid"

	"github.com/opsfit/opsfit/internal/diag"
	"github.com/opsfit/opsfit/internal/page"
	"github.com/opsfit/opsfit/internal/page/pagetest"
)

func TestEscapeKeepsTheRawFormReadable(t *testing.T) {
	t.Parallel()
	for _, test := range []struct{ text, want string }{
		{"restore_test is 3.5 of 4 (at least 3.5).", "restore_test is 3.5 of 4 (at least 3.5)."},
		{"-0.4, then +0.2", "-0.4, then +0.2"},
		{"version 1.0.0 of C# and F#, too", "version 1.0.0 of C# and F#, too"},
		{"written in C#", `written in C\#`},
		{"R&D <b>bold</b>", "R&amp;D &lt;b&gt;bold&lt;/b&gt;"},
		{"a|b `c` *d* _e_ ~f~ [g](h)", "a\\|b \\`c\\` \\*d\\* \\_e\\_ \\~f\\~ \\[g\\](h)"},
		{`C:\temp`, `C:\\temp`},
		{"# not a heading", `\# not a heading`},
		{"- not an item", `\- not an item`},
		{"+ not an item", `\+ not an item`},
		{"12. not an item", `12\. not an item`},
		{"12) not an item", `12\) not an item`},
		{"--- not a rule", `\--- not a rule`},
		{"=== not an underline", `\=== not an underline`},
		{"~~~", `\~\~\~`},
		{"    not code", "not code"},
		{"\tnot code", "not code"},
		{"two\nlines", "two lines"},
		{"ask @ops or ada@example.com", "ask @<!-- -->ops or ada@<!-- -->example.com"},
		{"see #12 and GH-12", "see #<!-- -->12 and GH<!-- -->-12"},
		{"https://example.com and www.example.com", "https:<!-- -->//example.com and www<!-- -->.example.com"},
		{"$5 or $x$", `\$5 or \$x\$`},
		{"\x1b[2Jgone\u202e", `\\x1b\[2Jgone\\u202e`},
		{"", ""},
	} {
		if diff := cmp.Diff(test.want, string(escape(test.text))); diff != "" {
			t.Errorf("escape(%q) (-want +got):\n%s", test.text, diff)
		}
	}
}

func TestEscapeKeepsDirectionApart(t *testing.T) {
	t.Parallel()
	for said, want := range map[string]string{
		"*Ada*":   `by \*Ada\*, as said`,
		"*עדה*":   "by \u2068\\*עדה\\*\u2069, as said",
		"\u202eA": `by \\u202eA, as said`,
	} {
		if got := escape("by " + page.Said(said).String() + ", as said"); string(got) != want {
			t.Errorf("%q: got %q, want %q", said, got, want)
		}
	}
}

func TestEscapeLinesKeepsLines(t *testing.T) {
	t.Parallel()
	got := escapeLines("first\r\n\n  - second\nthird\n")
	if want := markup(`first<br>\- second<br>third`); got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

// frames are the places of a report that a text can be put into, and the HTML that must come of them.
func frames() []struct{ markdown, html string } {
	return []struct{ markdown, html string }{
		{"%s\n", "<p>%s</p>\n"},
		{"before %s after\n", "<p>before %s after</p>\n"},
		{"before\n%s\n", "<p>before\n%s</p>\n"},
		{"# %s\n", "<h1>%s</h1>\n"},
		{"### **%s**\n", "<h3><strong>%s</strong></h3>\n"},
		{"> **%s**\n", "<blockquote>\n<p><strong>%s</strong></p>\n</blockquote>\n"},
		{"- %s\n", "<ul>\n<li>%s</li>\n</ul>\n"},
		{
			"- [ ] **%s** — more\n",
			"<ul>\n<li><input disabled=\"\" type=\"checkbox\"> <strong>%s</strong> — more</li>\n</ul>\n",
		},
		{"- one\n  - **Why:** %s\n", "<ul>\n<li>one\n<ul>\n<li><strong>Why:</strong> %s</li>\n</ul>\n</li>\n</ul>\n"},
		{"*%s*<br>more\n", "<p><em>%s</em><br>more</p>\n"},
		{"[%s](<https://example.com>)\n", "<p><a href=\"https://example.com\">%s</a></p>\n"},
		{
			"| a | b |\n| --- | --- |\n| %s | x |\n",
			"<table>\n<thead>\n<tr>\n<th>a</th>\n<th>b</th>\n</tr>\n</thead>\n" +
				"<tbody>\n<tr>\n<td>%s</td>\n<td>x</td>\n</tr>\n</tbody>\n</table>\n",
		},
	}
}

// github finds what GitHub turns into a mention, an address, an issue or a link after Markdown is done.
var github = regexp.MustCompile(`(?i)@[^\s<]|#[0-9]|\bgh-[0-9]|://[^\s<]|www\.`)

// checkEscaped fails when a text, escaped, renders as anything but itself in any place of a report.
func checkEscaped(t interface{ Fatalf(string, ...any) }, text string) {
	escaped := string(escape(text))
	if escaped == "" {
		return
	}
	visible := strings.NewReplacer("\u2068", "", "\u2069", "").Replace(escaped)
	if strings.ContainsFunc(visible, func(r rune) bool { return diag.Hidden(r) && r != utf8.RuneError }) {
		t.Fatalf("escape(%q) = %q holds characters that do not show", text, escaped)
	}
	for _, frame := range frames() {
		rendered := rendered(t, fmt.Sprintf(frame.markdown, escaped))
		inner := strings.TrimPrefix(rendered, "<p><a href=\"https://example.com\">")
		if found := github.FindString(inner); found != "" {
			t.Fatalf("escape(%q) = %q leaves %q to GitHub", text, escaped, found)
		}
		want := fmt.Sprintf(frame.html, htmlText(fold(text)))
		if got := strings.ReplaceAll(rendered, apart, ""); got != want {
			t.Fatalf("%q in %q\nrenders as %q\n     want  %q", text, frame.markdown, got, want)
		}
	}
}

// rendered returns the HTML of a Markdown text, raw HTML included, so that nothing slips through unseen.
func rendered(t interface{ Fatalf(string, ...any) }, source string) string {
	var out bytes.Buffer
	engine := goldmark.New(goldmark.WithExtensions(extension.GFM), goldmark.WithRendererOptions(html.WithUnsafe()))
	if err := engine.Convert([]byte(source), &out); err != nil {
		t.Fatalf("%v", err)
	}
	return out.String()
}

func htmlText(text string) string {
	return strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;").Replace(text)
}

func TestEscapedTextRendersAsItself(t *testing.T) {
	t.Parallel()
	for _, text := range pagetest.Nasty() {
		checkEscaped(t, text)
		checkEscaped(t, "word "+text)
		checkEscaped(t, text+" word")
	}
	rapid.Check(t, func(t *rapid.T) {
		text := pagetest.NastyText().Draw(t, "text")
		checkEscaped(t, text)
		checkHTML(t, text)
	})
}

// checkHTML fails when a text is read as anything but itself in a line of HTML.
func checkHTML(t interface{ Fatalf(string, ...any) }, text string) {
	escaped := string(escapeHTML(text))
	got := rendered(t, "<details>\n<summary>"+escaped+"</summary>\n\n</details>\n")
	want := "<details>\n<summary>" + strings.ReplaceAll(htmlText(fold(text)), "&quot;", `"`) + "</summary>\n</details>\n"
	if got := strings.ReplaceAll(got, apart, ""); got != want {
		t.Fatalf("%q renders as %q\n want %q", text, got, want)
	}
	if found := github.FindString(got); found != "" {
		t.Fatalf("%q leaves %q to GitHub", text, found)
	}
}

func FuzzEscape(f *testing.F) {
	for _, text := range pagetest.Nasty() {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		checkEscaped(t, text)
		checkHTML(t, text)
	})
}
